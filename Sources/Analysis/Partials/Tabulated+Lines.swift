internal import Survey

extension Tabulation {
  /// What the slots of rows and columns are called in a partial tally.
  ///
  /// - Parameter table: The table with those slots.
  /// - Returns: The names of all rows and columns: `=code` of a choice or a question, `!state`, `?answer` of what no list has, `*`
  ///   for the row's own count.
  func slotNames(_ table: Tabulated) -> (rows: [String], columns: [String]) {
    let states = Axis.states.map { "!" + $0.rawValue }
    let height: [String]
    var width = ["*"]
    switch rows {
    case .any: height = ["=yes", "=no"] + states
    case .questions:
      height = figure.questions.map { "=" + $0.text }
      width += states
    case .choices(let axis): height = names(axis, table.rows.others)
    }
    if let by { width += names(by, table.columns.others) }
    return (height, width)
  }

  private func names(_ axis: Axis, _ others: [String]) -> [String] {
    axis.choices.map { "=" + $0.name.text } + Axis.states.map { "!" + $0.rawValue } + others.map { "?" + $0 }
  }
}

extension PartialWriter {
  /// Writes what was counted of a figure.
  ///
  /// - Parameters:
  ///   - table: What was counted.
  ///   - tabulation: What its slots are.
  ///   - figure: The name of the figure among those that are counted.
  mutating func add(_ table: Tabulated, of tabulation: Tabulation, as figure: String) {
    let (rows, columns) = tabulation.slotNames(table)
    for row in rows.indices {
      for column in columns.indices {
        add([figure, "count", rows[row], columns[column]], table[row, column])
      }
    }
    for column in columns.indices { add([figure, "column", columns[column]], table.columnCounts[column]) }
    for (name, count) in table.totals { add([figure, name], count) }
    for (place, name) in table.leftOut.who.enumerated() {
      say([figure, "undetermined", String(place)], [name])
    }
    if let failure = table.leftOut.failure { say([figure, "failure"], [failure]) }
    for tally in table.versions {
      let question = tally.question.text
      add([figure, "absent", question], tally.absent.count)
      for (place, version) in tally.absent.versions.enumerated() {
        say([figure, "absent-version", question, String(place)], [version])
      }
      for (choices, units) in tally.added.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        let key = [question] + choices.map(\.text)
        add([figure, "added"] + key, units.count)
        for (place, version) in units.versions.enumerated() {
          say([figure, "added-version"] + key + [String(place)], [version])
        }
      }
    }
  }
}

extension Tabulated {
  /// The counts of whole tables, by name.
  fileprivate var totals: [(String, Int)] {
    [
      ("returned", returned), ("units", units), ("distinct", distinct), ("asked", asked),
      ("answered", answered), ("unknown", unknown), ("undetermined", leftOut.undetermined),
      ("failures", leftOut.failures),
    ]
  }

  /// Takes up a line of a partial tally that is about the figure.
  ///
  /// - Parameters:
  ///   - key: What it is about, without the figure.
  ///   - number: How many.
  ///   - words: What is said.
  ///   - slots: Where rows and columns stand.
  /// - Returns: Whether it is a line of a table.
  mutating func take(
    _ key: ArraySlice<String>, _ number: Int, _ words: [String],
    _ slots: (rows: [String: Int], columns: [String: Int])
  ) -> Bool {
    let rest = key.dropFirst()
    switch key.first {
    case "count":
      guard rest.count == 2, let row = slots.rows[rest[rest.startIndex]],
        let column = slots.columns[rest[rest.startIndex + 1]]
      else { return false }
      self[row, column] += number
    case "column":
      guard let column = rest.first.flatMap({ slots.columns[$0] }) else { return false }
      addColumn(number, column)
    case "undetermined" where !rest.isEmpty: leftOut.who += words
    case "failure": leftOut.failure = leftOut.failure ?? words.first
    case "absent", "absent-version", "added", "added-version":
      return takeVersion(key, number, words)
    default: return rest.isEmpty && takeTotal(key.first ?? "", number)
    }
    return true
  }

  private mutating func takeVersion(_ key: ArraySlice<String>, _ number: Int, _ words: [String]) -> Bool {
    guard let kind = key.first, let question = key.dropFirst().first,
      let place = versions.firstIndex(where: { $0.question.text == question })
    else { return false }
    let isVersion = kind.hasSuffix("-version")
    let choices = key.dropFirst(2).dropLast(isVersion ? 1 : 0).map { Choice.Name($0) }
    let units = VersionTally.Units(count: isVersion ? 0 : number, versions: isVersion ? words : [])
    versions[place].add(units, without: kind.hasPrefix("added") ? choices : nil)
    return true
  }
}
