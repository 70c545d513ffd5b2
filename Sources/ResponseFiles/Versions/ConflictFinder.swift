internal import CSV
internal import Expressions
internal import Survey

/// Finds the answers of earlier versions that have no place in a form, row by row.
struct ConflictFinder {
  private let asked: AskedVersions
  private let layout: ResponseLayout
  private var found: [Key: (first: FormConflict.Row, rows: Int)] = [:]
  private var order: [Key] = []
  private var fitting: [String: Bool] = [:]

  private struct Key: Hashable {
    let name: String
    let change: FormConflict.Change
  }

  private var questionnaire: Questionnaire { layout.questionnaire }
  private var history: FormHistory { questionnaire.history }

  init(_ asked: AskedVersions, of layout: ResponseLayout) {
    self.asked = asked
    self.layout = layout
  }

  /// What was found, in the order in which it was first met.
  var conflicts: [FormConflict] {
    order.compactMap { key in
      found[key].map { FormConflict(name: key.name, change: key.change, first: $0.first, rows: $0.rows) }
    }
  }

  private mutating func report(_ name: String, _ change: FormConflict.Change, _ row: FormConflict.Row) {
    let key = Key(name: name, change: change)
    if found[key] == nil { order.append(key) }
    found[key, default: (row, 0)].rows += 1
  }

  /// Takes a response with what was found while it was read.
  mutating func take(_ stored: StoredResponse, _ findings: [ResponseFinding]) {
    let version = stored.response.formVersion
    // What was asked is known to be what is asked now, or nothing says otherwise.
    if fits(version), stored.otherCells.isEmpty { return }
    let row = FormConflict.Row(file: stored.file, line: stored.line, version: version)
    var changes: [Key: Set<FormConflict.Row>] = [:]
    for (heading, cell) in stored.otherCells {
      guard let key = conflict(of: heading, version) else { continue }
      changes[key, default: []].insert(FormConflict.Row(file: cell.file, line: cell.line, version: version))
    }
    for finding in findings {
      let place = FormConflict.Row(file: finding.path, line: finding.line ?? row.line, version: version)
      for key in conflicts(of: finding, version) { changes[key, default: []].insert(place) }
    }
    for key in mixed(in: stored.response.answers, version) { changes[key] = [row] }
    for (key, rows) in changes.sorted(by: { $0.key.name < $1.key.name }) {
      for row in rows.sorted(by: { $0.line < $1.line }) { report(key.name, key.change, row) }
    }
  }

  /// Takes what was found behind the last response.
  mutating func take(_ findings: [ResponseFinding]) {
    for finding in findings {
      for key in conflicts(of: finding, "") {
        report(
          key.name, key.change, FormConflict.Row(file: finding.path, line: finding.line ?? 1, version: ""))
      }
    }
  }

  /// The answers of a response that mean something else now: choices that a version offered twice under the names that they
  /// have now, and choices that were made in another way than they are now, an order among them.
  private func mixed(in answers: Response.Answers, _ version: String) -> Set<Key> {
    var keys: Set<Key> = []
    for (name, asked) in asked[version] ?? [:] {
      if let question = questionnaire.question(name), answers[name].answer != nil,
        let then = asked.first(where: { AskedQuestion.isMixed($0.type, with: question.kind.word) })
      {
        keys.insert(Key(name: name.text, change: .otherType(was: then.type, now: question.kind.word)))
      }
      let merged = asked.reduce(into: Set()) { $0.formUnion($1.merged) }
      guard !merged.isEmpty, let list = questionnaire.question(name)?.list else { continue }
      for choice in answers[name].answer?.choices ?? [] where merged.contains(choice) {
        keys.insert(Key(name: name.text, change: .mergedChoices(now: choice, list: list)))
      }
    }
    return answers.repeats.values.joined().reduce(into: keys) { $0.formUnion(mixed(in: $1, version)) }
  }

  private mutating func fits(_ version: String) -> Bool {
    if let known = fitting[version] { return known }
    let fits = asked.fits(version, questionnaire) ?? (version == questionnaire.version)
    fitting[version] = fits
    return fits
  }

  /// A cell in a column that is none of the form's.
  private func conflict(of path: String, _ version: String) -> Key? {
    var steps = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let depth = steps.lastIndex { $0.hasSuffix("]") }
    let group = depth.map { Group.Name(String(steps[$0].prefix { $0 != "[" })) }
    if let depth { steps.removeFirst(depth + 1) }
    let written = ResponseTable.question(heading: steps.joined(separator: "/"))
    let name = history.now(written)
    if history.isRetired(name) { return nil }
    let then = asked[version]
    if then != nil, then?[name] == nil { return nil }
    // Without a record of what was asked, a column beside the rows of this very version is somebody's own.
    if then == nil, version == questionnaire.version { return nil }
    if let placed = questionnaire.placed(name) {
      let change: FormConflict.Change =
        placed.repeats.last == group
        ? .twoToOne(now: name) : .moved(from: group, to: placed.repeats.last)
      return Key(name: written.text, change: change)
    }
    return Key(name: written.text, change: .removedQuestion(suggestion: successor(of: name, group, then)))
  }

  /// What a question may be called now: a new one with a name that is near, or the only new one of its kind.
  private func successor(
    of name: Question.Name, _ group: Group.Name?, _ then: [Question.Name: [AskedQuestion]]?
  ) -> String? {
    let added = (layout.table(of: group.map(history.now))?.questions ?? []).filter { then?[$0.name] == nil }
    if let near = nearest(to: name.text, among: added.map(\.name.text)) { return near }
    let alike = added.filter { question in then?[name]?.contains { $0.type == question.kind.word } == true
    }
    return alike.count == 1 ? alike[0].name.text : nil
  }

  /// A cell that is no answer to its question.
  private func conflicts(of finding: ResponseFinding, _ version: String) -> [Key] {
    if case .movedRepeats(let groups, let from) = finding.problem, let group = groups.last {
      return [Key(name: group.text, change: .movedRepeats(from: from, to: groups.dropLast()))]
    }
    guard let column = finding.column,
      let question = questionnaire.question(ResponseTable.question(heading: column))
    else { return [] }
    let then = asked[version]?[question.name]
    if then == nil, asked[version] != nil || version == questionnaire.version { return [] }
    let now = question.kind.word
    let others = then?.map(\.type).filter { $0 != now } ?? []
    switch finding.problem {
    case .noAnswer(.noSuchChoice(let found, _, let list)):
      if let other = others.first {
        return [Key(name: question.name.text, change: .otherType(was: other, now: now))]
      }
      let choice = Choice.Name(found)
      // It was no choice then either: the cell was wrong from the start, and is told of as such.
      if let then, !then.contains(where: { $0.choices?.contains(choice) == true }) { return [] }
      let added = questionnaire.lists[list]?.choices.map(\.name).filter { name in
        then?.contains { $0.choices?.contains(name) == true } != true
      }
      let near = nearest(to: found, among: added?.map(\.text) ?? [])
      return [Key(name: question.name.text, change: .removedChoice(choice, list: list, suggestion: near))]
    case .noAnswer, .severalChoices:
      if then != nil, others.isEmpty { return [] }
      return [Key(name: question.name.text, change: .otherType(was: others.first, now: now))]
    default: return []
    }
  }

  /// Takes a file with the repeats of a group that the form does not have.
  mutating func take(
    repeats file: ResponseSnapshot.File, of group: Group.Name
  ) throws(ResponseFileError) {
    let isPlainGroup = questionnaire.group(history.now(group)) != nil
    do {
      var csv = try CSVReader(path: file.path, length: file.length)
      guard try csv.next() else { return }
      let header = CSVHeader(csv.record)
      let metadata = Set(ResponseMetadata.ofRepeats.map(\.heading))
      // A group that holds nothing but groups is given up with the questions in those.
      let within = asked.versions.values.joined().filter { _, kinds in
        kinds.contains { $0.repeats.contains(history.now(group)) }
      }.map(\.key)
      let own = header.names.filter { !metadata.contains($0) }.map(ResponseTable.question)
      if (own.isEmpty ? within : own).allSatisfy({ history.isRetired($0) }), !isPlainGroup || !own.isEmpty {
        return
      }
      while try csv.next() {
        guard csv.record.count == header.names.count else { continue }
        let row = FormConflict.Row(file: file.path, line: csv.record.line, version: "")
        report(group.text, .removedRepeats(isPlainGroup: isPlainGroup), row)
      }
    } catch {
      throw .notCSV(path: file.path, error)
    }
  }
}
