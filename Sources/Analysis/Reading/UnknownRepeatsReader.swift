internal import CSV
internal import ResponseFiles
internal import Survey

/// Finds the responses of which nobody knows whether they have repeats of a group: rows that name it, or a repeat group
/// around it, among what is unknown.
///
/// They are few, and seldom; so they are looked for by themselves, and only where repeats are counted.
struct UnknownRepeatsReader {
  let form: Questionnaire
  let layout: ResponseLayout
  /// The ids of the responses.
  private(set) var responses: Set<String> = []

  /// Reads a response file, and those of the repeat groups around the group.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - form: Its form.
  ///   - file: The main file.
  /// - Throws: Why a file cannot be read.
  init(of group: Group.Name, in form: Questionnaire, _ file: ResponseFile) throws(AnalysisError) {
    self.form = form
    layout = ResponseLayout(of: form)
    let path = form.repeatsAround(group) + [group]
    for (depth, inner) in path.enumerated() {
      let around = Array(path[..<depth])
      guard let file = depth == 0 ? file : file.repeats[path[depth - 1]] else { continue }
      for volume in file.volumes { try read(volume, of: around, naming: inner) }
    }
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - volume: The file.
  ///   - around: The repeat groups of its rows, outermost first; none for a main file.
  ///   - group: The group directly in them that is looked for.
  /// - Throws: Why it cannot be read.
  private mutating func read(
    _ volume: ResponseFile.Volume, of around: [Group.Name], naming group: Group.Name
  ) throws(AnalysisError) {
    guard let table = layout.table(of: around.last) else { return }
    do {
      var reader = try volume.reader()
      guard try reader.next() else { return }
      let header = try ResponseHeader(CSVHeader(reader.record), of: table, path: volume.name)
      guard let unknown = header[.unknown], let id = header[around.isEmpty ? .instanceID : .key] else {
        return
      }
      reader.keep(columns: [unknown, id])
      while try reader.next() {
        if reader.record.count != header.names.count || reader.record.isEmpty(at: unknown) { continue }
        let words = reader.record.string(at: unknown).split(whereSeparator: \.isWhitespace)
        let isNamed = words.contains { UnknownRepeats.group(of: String($0), in: form) == group }
        if isNamed { take(reader.record.string(at: id), of: around) }
      }
    } catch let error as ResponseFileError {
      throw .unreadable(error)
    } catch let error as CSVError {
      throw .unreadable(.notCSV(path: volume.name, error))
    } catch {
      throw .unreadable(.notCSV(path: volume.name, .missingHeader))
    }
  }

  private mutating func take(_ key: String, of around: [Group.Name]) {
    let response = around.isEmpty ? key : RepeatKey(key, of: around, form.history)?.response
    if let response { responses.insert(response) }
  }
}
