internal import CSV
package import Survey

/// What each version of a form asked when answers were given to it: `asked.csv`, which only grows.
///
/// It is written with the first response to a version, and tells later what an empty cell, or a choice that nobody
/// made, can mean: whether it could be made at all.
package struct AskedVersions: Sendable {
  static let columns = ["form_version", "question", "repeat", "type", "choices"]

  /// What each version asked; several of one name where the form was changed and its version was not.
  private(set) var versions: [String: [Question.Name: [AskedQuestion]]] = [:]
  /// The questions of each version that have another name now.
  private(set) var renamed: [String: [Question.Name: Question.Name]] = [:]
  /// What stands in the file, to the cell; the first is the version.
  private var rows: Set<[String]> = []

  /// Nothing is known.
  package init() {}

  /// Reads the file; rows that cannot be read are passed over, since nothing but explanations hang on them.
  ///
  /// - Parameters:
  ///   - file: The file; nothing where it is not there.
  ///   - questionnaire: The form, which says what was renamed since.
  /// - Throws: Why the file is no CSV.
  init(_ file: ResponseSnapshot.File?, of questionnaire: Questionnaire) throws(ResponseFileError) {
    guard let file else {
      self.init()
      return
    }
    let table: CSVTable
    do {
      table = try CSVTable(CSVReader(path: file.path, length: file.length))
    } catch {
      throw .notCSV(path: file.path, error)
    }
    self.init(table, of: questionnaire)
  }

  /// Takes up a text in the form of the file; one that is no CSV says nothing.
  package init(_ text: String, of questionnaire: Questionnaire) {
    self.init(try? CSVTable(CSVReader(text)), of: questionnaire)
  }

  private init(_ table: CSVTable?, of questionnaire: Questionnaire) {
    guard let table, Self.columns.allSatisfy({ table.header[$0] != nil }) else { return }
    for row in table.rows where row.cells.count == table.header.count {
      let cells = Self.columns.map { table[row, $0] }
      rows.insert(cells)
      let asked = Self.question(cells, of: questionnaire)
      versions[cells[0], default: [:]][asked.name, default: []].append(asked)
      if asked.name.text != cells[1] { renamed[cells[0], default: [:]][Question.Name(cells[1])] = asked.name }
    }
  }

  /// What a version asked; nothing where that was not kept.
  subscript(version: String) -> [Question.Name: [AskedQuestion]]? { versions[version] }

  /// The same, with what another file keeps of versions that this one does not speak of.
  package func completed(by other: AskedVersions) -> AskedVersions {
    var whole = self
    whole.versions.merge(other.versions) { own, _ in own }
    whole.renamed.merge(other.renamed.filter { versions[$0.key] == nil }) { own, _ in own }
    whole.rows.formUnion(other.rows.filter { versions[$0[0]] == nil })
    return whole
  }

  /// Whether nothing is known.
  package var isEmpty: Bool { rows.isEmpty }

  /// All that stands in the file, in one order.
  package var text: String {
    rows.map { $0.joined(separator: "\u{1F}") }.sorted().joined(separator: "\u{1E}")
  }

  /// The rows that the file lacks of a form as it is now, by the headings of their columns.
  func missingRows(of questionnaire: Questionnaire) -> [[String: String]] {
    Self.rows(of: questionnaire).filter { !rows.contains($0) }.map {
      Dictionary(uniqueKeysWithValues: zip(Self.columns, $0))
    }
  }

  private static func rows(of questionnaire: Questionnaire) -> [[String]] {
    questionnaire.placed.filter(\.question.hasColumn).map { placed in
      let names = questionnaire.choices(of: placed.question)?.choices.map(\.name.text) ?? []
      // A name of a select_one may hold spaces; then each stands on a line of its own.
      let hasSpaces = names.contains { $0.contains(where: \.isWhitespace) }
      let choices = hasSpaces ? names.map { $0 + "\n" }.joined() : names.joined(separator: " ")
      return [
        questionnaire.version, placed.question.name.text, placed.repeats.map(\.text).joined(separator: " "),
        placed.question.kind.word, choices,
      ]
    }
  }

  private static func question(_ cells: [String], of questionnaire: Questionnaire) -> AskedQuestion {
    let history = questionnaire.history
    let name = history.now(Question.Name(cells[1]))
    let list = questionnaire.question(name)?.list
    let isSelect = cells[3].hasPrefix("select_") || cells[3] == "rank"
    let names = cells[4].contains("\n") ? cells[4].split(separator: "\n") : cells[4].split(separator: " ")
    func now(_ name: Substring) -> Choice.Name {
      list.map { history.now(Choice.Name(String(name)), in: $0) } ?? Choice.Name(String(name))
    }
    let choices = Dictionary(grouping: Set(names), by: now)
    return AskedQuestion(
      name: name, repeats: cells[2].split(separator: " ").map { history.now(Group.Name(String($0))) },
      type: cells[3],
      choices: isSelect ? Set(choices.keys) : nil,
      renamed: isSelect ? Self.renamed(choices) : [:],
      merged: isSelect ? Set(choices.filter { $0.value.count > 1 }.keys) : [])
  }
}

extension AskedVersions {
  /// The earlier names among those of choices, each with that of now.
  private static func renamed(_ names: [Choice.Name: [Substring]]) -> [Choice.Name: Choice.Name] {
    let pairs = names.flatMap { now, earlier in earlier.map { (Choice.Name(String($0)), now) } }
    return Dictionary(pairs.filter { $0 != $1 }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a version is spoken of, so that rows of it are expected.
  package func knows(_ version: String, of questionnaire: Questionnaire) -> Bool {
    version == questionnaire.version || versions[version] != nil
      || questionnaire.history.versions.contains(version)
  }

  /// Whether it was kept what a version asked: then this program has written its rows, and they say what was not asked.
  package func isKept(_ version: String) -> Bool { versions[version] != nil }

  /// Whether some version is known not to have asked a question.
  package func isKnownToLack(_ name: Question.Name) -> Bool { versions.values.contains { $0[name] == nil } }

  /// Whether some version is known to have asked a question.
  package func isKnownToAsk(_ name: Question.Name) -> Bool { versions.values.contains { $0[name] != nil } }

  /// Whether a version is known not to have asked a question.
  package func isKnown(_ version: String, toLack name: Question.Name) -> Bool {
    versions[version].map { $0[name] == nil } == true
  }

  /// Whether a version is known not to have asked for repeats of a group, nor of any group inside of it.
  package func isKnown(_ version: String, toLack group: Group.Name) -> Bool {
    guard let asked = versions[version] else { return false }
    return asked.values.joined().allSatisfy { !$0.repeats.contains(group) }
  }

  /// Where a repeat whose parent was not found stood when its version was answered.
  ///
  /// - Parameters:
  ///   - key: The key of the repeat.
  ///   - groups: The repeat groups around it in the form as it is now, outermost first, its own the last.
  ///   - history: What groups were called.
  /// - Returns: The repeat groups around it then, and the id of its response; nothing where no version is known to have
  ///   asked for it elsewhere than now.
  package func place(
    ofLost key: String, in groups: [Group.Name], _ history: FormHistory
  ) -> (around: [Group.Name], response: String)? {
    let places = Set(versions.values.joined().flatMap { $0.value.map(\.repeats) } + [groups])
    // `…/region[1]/event[2]` is an event in a region, though it ends as one that stands in nothing.
    let place = places.filter { $0.last == groups.last && RepeatKey(key, of: $0, history) != nil }
      .max { $0.count < $1.count }
    guard let place, place != groups, let parts = RepeatKey(key, of: place, history) else { return nil }
    return (place.dropLast(), parts.response)
  }

  /// The choices that a version offered, as they are called now; nothing where that was not kept, or it asked
  /// otherwise.
  package func choices(of name: Question.Name, in version: String) -> Set<Choice.Name>? {
    guard let asked = versions[version]?[name], asked.allSatisfy({ $0.choices != nil }) else { return nil }
    return asked.reduce(into: []) { $0.formUnion($1.choices ?? []) }
  }

  /// Whether all answers that a version can have had are answers to the form as it is now.
  ///
  /// - Returns: Nothing where what it asked was not kept.
  func fits(_ version: String, _ questionnaire: Questionnaire) -> Bool? {
    guard let asked = versions[version] else { return nil }
    let now = Dictionary(
      AskedQuestion.all(of: questionnaire).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return asked.values.allSatisfy { kinds in
      kinds.allSatisfy { then in
        if questionnaire.history.isRetired(then.name) { return then.repeatsStand(in: questionnaire) }
        guard let now = now[then.name] else { return false }
        let list = questionnaire.question(then.name)?.list
        return then.fits(now, in: questionnaire.history, list: list)
      }
    }
  }
}
