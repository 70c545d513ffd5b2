internal import CSV
internal import ResponseFiles
internal import Survey

/// Finds where rows say of a repeat group, or of one around it, that nobody was asked for repeats, or that nobody knows
/// whether there are any.
///
/// They are few, and seldom; so they are looked for by themselves, and only where repeats are counted.
struct RepeatWordReader {
  let form: Questionnaire
  let layout: ResponseLayout
  /// The ids of the responses of which nobody knows whether they have repeats.
  private(set) var unknown: Set<String> = []
  /// The ids of the responses that were not asked for repeats, and the keys of the repeats around in which nobody was.
  private(set) var unasked: Set<String> = []
  /// The group directly in responses, and the one that is looked for: others tell nothing of who was asked.
  private let telling: Set<Group.Name>

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
    telling = [path[0], group]
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
      let lists = [ResponseMetadata.unknown, .notAsked].compactMap { list in header[list].map { (list, $0) } }
      guard !lists.isEmpty, let id = header[around.isEmpty ? .instanceID : .key] else { return }
      reader.keep(columns: lists.map(\.1) + [id])
      while try reader.next() {
        if reader.record.count != header.names.count { continue }
        for (list, place) in lists where !reader.record.isEmpty(at: place) {
          let words = reader.record.string(at: place).split(whereSeparator: \.isWhitespace)
          let isNamed = words.contains { RepeatWord.group(of: String($0), in: form) == group }
          if isNamed { take(reader.record.string(at: id), list, naming: group, in: around) }
        }
      }
    } catch let error as ResponseFileError {
      throw .unreadable(error)
    } catch let error as CSVError {
      throw .unreadable(.notCSV(path: volume.name, error))
    } catch {
      throw .unreadable(.notCSV(path: volume.name, .missingHeader))
    }
  }

  private mutating func take(
    _ key: String, _ list: ResponseMetadata, naming group: Group.Name, in around: [Group.Name]
  ) {
    if list == .notAsked {
      if telling.contains(group) { unasked.insert(key) }
      return
    }
    let response = around.isEmpty ? key : RepeatKey(key, of: around, form.history)?.response
    if let response { unknown.insert(response) }
  }
}

/// What the rows of one file say of a repeat group of which they have no repeats.
struct RepeatWords: Sendable {
  /// The rows of responses of which nobody knows whether they have any.
  var unknown: Set<Int> = []
  /// The ids of responses, and the keys of repeats around the group, that were not asked for any.
  var unasked: Set<String> = []
}
