public import Survey

extension ResponseFolder {
  /// Begins to read the responses one by one.
  ///
  /// - Parameter patience: How long to wait for a commit that is under way.
  /// - Returns: The reader, before the first response.
  /// - Throws: Why a file cannot be read.
  public func reader(patience: Duration = defaultPatience) throws(ResponseFileError) -> ResponseReader {
    try ResponseReader(try snapshot(patience: patience), layout: layout)
  }

  /// Reads all responses into memory.
  ///
  /// - Returns: The responses in the order of the file, and what should be looked at.
  /// - Throws: Why a file cannot be read to its end.
  public func responses() throws(ResponseFileError) -> (
    responses: [StoredResponse], findings: [ResponseFinding]
  ) {
    var responses: [StoredResponse] = []
    let findings = try read { responses.append($0) }
    return (responses, findings)
  }

  /// Reads all responses, and holds none of them.
  ///
  /// - Parameter body: Is given each response, in the order of the file.
  /// - Returns: What should be looked at.
  /// - Throws: Why a file cannot be read to its end.
  public func read(_ body: (StoredResponse) -> Void) throws(ResponseFileError) -> [ResponseFinding] {
    var reader = try reader()
    while let response = try reader.next() { body(response) }
    return reader.takeFindings()
  }

  /// The responses that a person means who gives an id or a receipt.
  ///
  /// - Parameter typed: An `instance_id`, or a receipt as `7F3K-92QD`, in either case.
  /// - Returns: In the order of the file; more than one where a receipt fits several, or an id stands twice.
  /// - Throws: Why a file cannot be read to its end.
  public func responses(called typed: String) throws(ResponseFileError) -> [StoredResponse] {
    let receipt = Receipt(typed)
    var found: [StoredResponse] = []
    _ = try read { stored in
      let id = stored.response.id
      if id.text == typed || receipt.map({ Receipt(for: id) == $0 }) == true { found.append(stored) }
    }
    return found
  }

  /// A response, those that it corrects, and those that correct it.
  ///
  /// - Parameter id: One response of the chain.
  /// - Returns: The whole chain, what was corrected before its correction; empty where there is no such
  ///   response.
  /// - Throws: Why a file cannot be read to its end.
  public func history(of id: Response.ID) throws(ResponseFileError) -> [StoredResponse] {
    var neighbours: [Response.ID: Set<Response.ID>] = [:]
    _ = try read { stored in
      guard let corrected = stored.response.supersedes else { return }
      neighbours[stored.response.id, default: []].insert(corrected)
      neighbours[corrected, default: []].insert(stored.response.id)
    }
    var chain: Set<Response.ID> = [id]
    var waiting = [id]
    while let next = waiting.popLast() {
      for neighbour in neighbours[next] ?? [] where chain.insert(neighbour).inserted {
        waiting.append(neighbour)
      }
    }
    var found: [StoredResponse] = []
    _ = try read { if chain.contains($0.response.id) { found.append($0) } }
    return found.inOrderOfCorrection
  }

  /// Looks a response up by its id alone.
  ///
  /// - Parameter id: The id.
  /// - Returns: Whether it is stored.
  /// - Throws: Why the file cannot be read to its end.
  public func contains(_ id: Response.ID) throws(ResponseFileError) -> Bool {
    try snapshot().lines(of: [id])[id] != nil
  }
}

extension [StoredResponse] {
  /// Each behind the one that it corrects; otherwise in the order of the file.
  var inOrderOfCorrection: [StoredResponse] {
    var rest = self
    var ordered: [StoredResponse] = []
    while !rest.isEmpty {
      let ids = Set(rest.map(\.response.id))
      // In a circle of corrections nobody is first; then the file's order decides.
      let next = rest.firstIndex { !ids.contains($0.response.supersedes ?? "") } ?? 0
      ordered.append(rest.remove(at: next))
    }
    return ordered
  }
}

extension ResponseSnapshot {
  /// The files and lines on which some responses stand, told from the ids alone.
  ///
  /// - Parameter ids: The responses.
  /// - Returns: Those that are there, each with its first row.
  /// - Throws: Why a file cannot be read to its end.
  func lines(of ids: Set<Response.ID>) throws(ResponseFileError) -> [Response.ID: (file: File, line: Int)] {
    var lines: [Response.ID: (file: File, line: Int)] = [:]
    for volume in volumes {
      for (id, line) in try volume.main.lines(of: ids) where lines[id] == nil {
        lines[id] = (volume.main, line)
      }
    }
    return lines
  }
}

extension ResponseSnapshot.File {
  /// The lines on which some responses stand, told from the ids alone.
  ///
  /// - Parameter ids: The responses.
  /// - Returns: Those that are there, each with the line of its first row.
  /// - Throws: Why the file cannot be read to its end.
  func lines(of ids: Set<Response.ID>) throws(ResponseFileError) -> [Response.ID: Int] {
    var keys = try KeyReader(self, column: .instanceID)
    var lines: [Response.ID: Int] = [:]
    while let key = try keys.next() {
      let id = Response.ID(key)
      if ids.contains(id), lines[id] == nil { lines[id] = keys.line }
    }
    return lines
  }
}
