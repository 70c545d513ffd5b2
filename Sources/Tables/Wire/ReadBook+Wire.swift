public import CSV
public import Wire

extension ReadBook {
  /// The records as a frame: CSV.
  ///
  /// - Throws: Where a cell has a NUL in it, which no workbook's XML can hold.
  public func payload() throws(CSVWriteError) -> [UInt8] {
    var writer = CSVWriter()
    for record in records { try writer.append(record: record) }
    return writer.takeBytes()
  }

  /// Reads a frame again; nothing where it is none.
  public init?(payload: [UInt8]) {
    var records: [[String]] = []
    var reader = CSVReader(payload, recordLimit: payload.count + 1)
    do {
      while try reader.next() { records.append(reader.record.strings) }
      try self.init(records: records)
    } catch {
      return nil
    }
  }

  /// The workbook as records, for whoever asked a worker to read it: for each sheet `sheet`, then a `row` for each row and
  /// a `doubt` for each doubt; or `refused` alone.
  public var records: [[String]] {
    if let refusal { return [["refused", refusal.word, refusal.detail]] }
    return sheets.flatMap { sheet in
      [["sheet", sheet.name, String(sheet.formulaCount)]]
        + sheet.rows.map { ["row", String($0.number)] + $0.cells }
        + sheet.doubts.map { ["doubt", $0.kind.rawValue, String($0.row), String($0.column)] }
    }
  }

  /// Reads the records again.
  ///
  /// - Parameter records: As `records` gives them.
  /// - Throws: Which of them is none.
  public init(records: [[String]]) throws(WireError) {
    self.init()
    for (index, record) in records.enumerated() {
      var cells = WireCells(record, number: index + 1)
      let word = try cells.text()
      switch word {
      case "refused":
        let word = try cells.text()
        guard let refusal = Refusal(word: word, detail: try cells.text()) else { throw cells.wrong(word) }
        self.refusal = refusal
      case "sheet":
        sheets.append(ReadSheet(name: try cells.text()))
        sheets[sheets.count - 1].formulaCount = try cells.integer()
      case "row" where !sheets.isEmpty:
        let number = try cells.integer()
        sheets[sheets.count - 1].rows.append(ReadSheet.Row(number: number, cells: cells.takeRest()))
      case "doubt" where !sheets.isEmpty:
        let kind = try cells.value { ReadSheet.Doubt.Kind(rawValue: $0) }
        sheets[sheets.count - 1].doubts.append(
          ReadSheet.Doubt(kind, row: try cells.integer(), column: try cells.integer()))
      default: throw cells.wrong(word)
      }
    }
  }
}

extension ReadBook.Refusal {
  fileprivate var word: String {
    switch self {
    case .encrypted: "encrypted"
    case .oldFormat: "oldFormat"
    case .macros: "macros"
    case .openDocument: "openDocument"
    case .noWorkbook: "noWorkbook"
    case .broken: "broken"
    case .tooMuch: "tooMuch"
    }
  }

  fileprivate init?(word: String, detail: String) {
    let all: [Self] = [
      .encrypted, .oldFormat, .macros, .openDocument, .noWorkbook(detail: detail), .broken(detail: detail),
      .tooMuch(detail: detail),
    ]
    guard let found = all.first(where: { $0.word == word }) else { return nil }
    self = found
  }
}
