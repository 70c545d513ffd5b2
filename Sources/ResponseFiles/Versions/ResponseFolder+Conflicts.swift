internal import CSV
internal import Glibc
internal import Survey

extension ResponseFolder {
  /// Holds the form against the answers that are there.
  ///
  /// - Parameters:
  ///   - versions: The versions of the form that rows answer, where somebody has read them all; else they are read
  ///     once more.
  ///   - patience: How long to wait for a commit that is under way.
  /// - Returns: The changes by which answers would be lost or mixed; none where the form may go on.
  /// - Throws: Why the files cannot be read to their end.
  public func conflicts(
    knowing versions: Set<String>? = nil, patience: Duration = defaultPatience
  ) throws(ResponseFileError) -> [FormConflict] {
    try conflicts(in: snapshot(patience: patience), knowing: versions)
  }

  /// What each version of the form asked, as far as that was kept.
  ///
  /// - Parameter snapshot: How far the files are to be read.
  /// - Returns: What was kept; nothing is known where there is no file.
  /// - Throws: Why the file is no CSV.
  package func askedVersions(in snapshot: ResponseSnapshot) throws(ResponseFileError) -> AskedVersions {
    try AskedVersions(snapshot.asked, of: questionnaire)
  }

  func conflicts(
    in snapshot: ResponseSnapshot, knowing versions: Set<String>? = nil
  ) throws(ResponseFileError) -> [FormConflict] {
    let asked = try AskedVersions(snapshot.asked, of: questionnaire)
    let strays = try strayRepeats(in: snapshot)
    let fits = try fits(snapshot, asked, knowing: versions)
    if strays.isEmpty, fits { return [] }
    var finder = ConflictFinder(asked, of: layout)
    for stray in strays { try finder.take(repeats: stray.file, of: stray.group) }
    var reader = try ResponseReader(snapshot, layout: layout)
    while let stored = try reader.next() { finder.take(stored, reader.takeFindings()) }
    // Repeats whose response was not found are told of at the end of their file.
    finder.take(reader.takeFindings())
    return finder.conflicts
  }

  /// Whether no answer can be in the way, told from the headers and the versions of the rows alone.
  private func fits(
    _ snapshot: ResponseSnapshot, _ asked: AskedVersions, knowing answered: Set<String>?
  ) throws(ResponseFileError) -> Bool {
    var known: [String: Bool] = [:]
    func fits(_ version: String) -> Bool {
      if let known = known[version] { return known }
      let fits = asked.fits(version, questionnaire) ?? (version == questionnaire.version)
      known[version] = fits
      return fits
    }
    if let answered, !answered.allSatisfy(fits) { return false }
    for volume in snapshot.volumes {
      for table in layout.tables {
        guard let file = table.group.map({ volume.repeats[$0] }) ?? volume.main else { continue }
        guard let reader = try file.reader(of: table, in: questionnaire) else { continue }
        let others = reader.header.others.map { reader.header.names[$0] }
        if others.contains(where: { !table.isRetired(heading: $0) }) { return false }
      }
      if answered != nil { continue }
      var versions = try KeyReader(volume.main, column: .formVersion)
      while let version = try versions.next() {
        if !fits(version) { return false }
      }
    }
    return true
  }

  /// The files of repeat groups that the form does not have.
  func strayRepeats(
    in snapshot: ResponseSnapshot
  ) throws(ResponseFileError) -> [StrayRepeats] {
    if snapshot.volumes.isEmpty { return [] }
    var strays: [StrayRepeats] = []
    let read = Set(snapshot.volumes.flatMap { $0.repeats.values.map(\.path) })
    for volume in snapshot.volumes {
      let main = fileName(volume: volume.number)
      let start = "\(main.dropLast(4))-"
      for name in try directory.names() where name.hasPrefix(start) && name.hasSuffix(".csv") {
        let path = directory.file(name)
        guard !read.contains(path), let file = try OpenFile.open(path, O_RDONLY), try file.length() > 0 else {
          continue
        }
        let stray = ResponseSnapshot.File(path: path, length: try file.length())
        // Somebody's own file beside the responses has no such column.
        if try !KeyReader(stray, column: .parentKey).hasColumn { continue }
        strays.append(
          StrayRepeats(
            volume: volume.number, file: stray,
            group: Self.group(ofFileWord: name.dropFirst(start.count).dropLast(4))))
      }
    }
    return strays
  }
}

/// A file with the repeats of a group that the form does not have.
struct StrayRepeats {
  /// The volume that it belongs to.
  let volume: Int
  let file: ResponseSnapshot.File
  /// The group, as the file is called after it.
  let group: Group.Name
}
