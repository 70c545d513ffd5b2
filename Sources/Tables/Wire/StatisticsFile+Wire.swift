public import Wire

extension StatisticsFile {
  /// The file as records for the worker that packs it: `sav,LABEL`, then `variable` with its `value`s and `missing`, then
  /// `set` and a `row` for each case.
  public var records: [[String]] {
    [["sav", label]] + variables.flatMap(\.records) + sets.map { ["set", $0.name, $0.label] + $0.variables }
      + rows.map { ["row"] + $0.map(\.field) }
  }

  /// Reads the records again.
  ///
  /// - Parameter records: As `records` gives them.
  /// - Throws: Which of them is none.
  public init(records: [[String]]) throws(WireError) {
    self.init(label: "", variables: [], sets: [], rows: [])
    for (index, record) in records.enumerated() {
      var cells = WireCells(record, number: index + 1)
      let word = try cells.text()
      switch word {
      case "sav": label = try cells.text()
      case "variable": variables.append(try Variable(&cells))
      case "value":
        guard let last = variables.indices.last else { throw cells.wrong(word) }
        variables[last].values.append(ValueLabel(try cells.number(), try cells.text()))
      case "missing":
        guard let last = variables.indices.last else { throw cells.wrong(word) }
        while !cells.isEmpty { variables[last].missing.append(try cells.number()) }
      case "set":
        var set = ResponseSet(name: try cells.text(), label: try cells.text(), variables: [])
        while !cells.isEmpty { set.variables.append(try cells.text()) }
        sets.append(set)
      case "row":
        var row: [Value] = []
        for variable in variables { row.append(try Value(&cells, of: variable)) }
        rows.append(row)
      default: throw cells.wrong(word)
      }
    }
  }
}

extension StatisticsFile.Variable {
  fileprivate var records: [[String]] {
    let (word, detail) =
      switch kind {
      case .text(let width): ("text", String(width))
      case .number(let format): ("number", format)
      }
    var records = [["variable", name, label, measure.rawValue, word, detail]]
    records += values.map { ["value", $0.value.description, $0.label] }
    if !missing.isEmpty { records.append(["missing"] + missing.map(\.description)) }
    return records
  }

  fileprivate init(_ cells: inout WireCells) throws(WireError) {
    let (name, label) = (try cells.text(), try cells.text())
    let measure = try cells.value { StatisticsFile.Measure(rawValue: $0) }
    let word = try cells.text()
    let kind: StatisticsFile.Kind =
      word == "text" ? .text(width: try cells.integer()) : .number(format: try cells.text())
    self.init(name: name, label: label, kind: kind, measure: measure)
  }
}

extension StatisticsFile.Value {
  fileprivate var field: String {
    switch self {
    case .missing: ""
    case .number(let number): number.description
    case .text(let text): text
    }
  }

  fileprivate init(_ cells: inout WireCells, of variable: StatisticsFile.Variable) throws(WireError) {
    switch variable.kind {
    case .text: self = .text(try cells.text())
    case .number: self = try cells.value { $0.isEmpty ? .missing : Double($0).map { .number($0) } }
    }
  }
}
