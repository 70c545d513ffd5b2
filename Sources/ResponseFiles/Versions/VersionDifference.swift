public import Survey

/// What was asked otherwise when some of the responses were given.
public struct VersionDifference: Sendable, Hashable {
  /// The version of the form that the responses answer.
  public let version: String
  /// Whether it is the version that the form has now: it was changed, and its version was not.
  public let isOfNow: Bool
  /// How many responses there are.
  public let responses: Int
  /// Whether it is known what was asked; else the columns of the files alone tell.
  public let isKnown: Bool
  /// Questions that were not asked then.
  public let addedQuestions: [Question.Name]
  /// Choices that could not be made then, by their question.
  public let addedChoices: [Question.Name: [Choice.Name]]
  /// Questions that had another name.
  public let renamed: [Question.Name: Question.Name]
  /// Choices that had another name, by their question: each earlier name with that of now.
  public let renamedChoices: [Question.Name: [Choice.Name: Choice.Name]]
  /// Questions that are not asked any more.
  public let retired: [Question.Name]
  /// Questions and, by their question, choices that the form does not have any more, and does not say so.
  public let lost: [String]
  /// Questions that were asked in other repeat groups, or in none.
  public let moved: [Question.Name]
  /// Questions that took another kind of answer: what it was.
  public let otherTypes: [Question.Name: String]

  /// Whether the form asks the same now.
  public var isSame: Bool {
    addedQuestions.isEmpty && addedChoices.isEmpty && renamed.isEmpty && renamedChoices.isEmpty
      && retired.isEmpty && lost.isEmpty
      && moved.isEmpty && otherTypes.isEmpty
  }
}

extension VersionDifference: CustomStringConvertible {
  /// The differences in one line.
  public var description: String {
    var parts: [String] = []
    func add(_ what: String, _ names: [String]) {
      if !names.isEmpty { parts.append("\(what): \(names.joined(separator: ", "))") }
    }
    add("not asked then", addedQuestions.map(\.text))
    add(
      "choices added since",
      addedChoices.sorted { $0.key < $1.key }.map {
        "\($0.key) (\($0.value.map(\.text).joined(separator: " ")))"
      })
    add("renamed", renamed.sorted { $0.key < $1.key }.map { "\($0.key) → \($0.value)" })
    add(
      "choices renamed",
      renamedChoices.sorted { $0.key < $1.key }.map { name, choices in
        let pairs = choices.sorted { $0.key < $1.key }.map { "\($0.key) → \($0.value)" }
        return "\(name) (\(pairs.joined(separator: ", ")))"
      })
    add("retired", retired.map(\.text))
    add("not in the form any more", lost)
    add("in other repeats then", moved.map(\.text))
    add("of another type then", otherTypes.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" })
    if parts.isEmpty { parts.append("asked the same") }
    if !isKnown { parts.append("told from the columns alone") }
    return
      "version '\(version)', \(responses) response\(responses == 1 ? "" : "s"): \(parts.joined(separator: "; "))"
  }
}

extension ResponseFolder {
  /// Holds the form against what it asked when the responses that are there were given.
  ///
  /// - Parameter patience: How long to wait for a commit that is under way.
  /// - Returns: Each other version that has responses, in the order of the files; the version of now too, where it
  ///   asked otherwise before.
  /// - Throws: Why the files cannot be read to their end.
  public func differences(patience: Duration = defaultPatience) throws(ResponseFileError)
    -> [VersionDifference]
  {
    let snapshot = try snapshot(patience: patience)
    let asked = try AskedVersions(snapshot.asked, of: questionnaire)
    var order: [String] = []
    var rows: [String: Int] = [:]
    var absent: [String: Set<Question.Name>] = [:]
    for volume in snapshot.volumes {
      var lacking: Set<Question.Name> = []
      for table in layout.tables {
        let file = table.group.map { volume.repeats[$0] } ?? volume.main
        let header = try file?.reader(of: table, in: questionnaire)?.header
        lacking.formUnion((header?.questionsMissing ?? table.questions).map(\.name))
      }
      var versions = try KeyReader(volume.main, column: .formVersion)
      while let version = try versions.next() {
        if rows[version] == nil { order.append(version) }
        rows[version, default: 0] += 1
        absent[version, default: []].formUnion(lacking)
      }
    }
    return order.map { difference(of: $0, rows[$0] ?? 0, asked, absent[$0] ?? []) }
      .filter { !$0.isSame || $0.isKnown && $0.version != questionnaire.version }
  }

  private func difference(
    of version: String, _ rows: Int, _ asked: AskedVersions, _ absent: Set<Question.Name>
  ) -> VersionDifference {
    let then = asked[version]
    let history = questionnaire.history
    var choices: [Question.Name: [Choice.Name]] = [:]
    var types: [Question.Name: String] = [:]
    var renamedChoices: [Question.Name: [Choice.Name: Choice.Name]] = [:]
    var added: [Question.Name] = []
    var moved: [Question.Name] = []
    var lost = (then?.keys.filter { !history.isRetired($0) && questionnaire.placed($0) == nil } ?? [])
      .sorted().map(\.text)
    for placed in questionnaire.placed where placed.question.hasColumn {
      let name = placed.question.name
      guard let kinds = then?[name] else {
        if then != nil || absent.contains(name) { added.append(name) }
        continue
      }
      if let other = kinds.first(where: { $0.type != placed.question.kind.word }) {
        types[name] = other.type
      }
      let earlier = kinds.reduce(into: [:]) { $0.merge($1.renamed) { first, _ in first } }
      if !earlier.isEmpty { renamedChoices[name] = earlier }
      if kinds.contains(where: { $0.repeats != placed.repeats }) { moved.append(name) }
      guard let offered = asked.choices(of: name, in: version),
        let list = questionnaire.choices(of: placed.question)
      else { continue }
      let names = Set(list.choices.map(\.name))
      let gone = offered.filter { !names.contains($0) && !history.isRetired($0, in: list.name) }.sorted()
      if !gone.isEmpty { lost.append("\(name) (\(gone.map(\.text).joined(separator: " ")))") }
      let new = list.choices.map(\.name).filter { !offered.contains($0) }
      if !new.isEmpty { choices[name] = new }
    }
    let gone = (then?.keys.map { $0 } ?? []).filter { history.isRetired($0) }.sorted()
    return VersionDifference(
      version: version, isOfNow: version == questionnaire.version, responses: rows, isKnown: then != nil,
      addedQuestions: added, addedChoices: choices,
      renamed: asked.renamed[version] ?? [:], renamedChoices: renamedChoices, retired: gone, lost: lost,
      moved: moved, otherTypes: types)
  }
}
