public import Analysis
public import CSV
internal import Survey

/// Figures as CSV: a record for each row and for each cell of a cross-tabulation.
///
/// Each record has the bases of its figure, so that no number loses what it is a share of. Withheld counts are
/// empty, and so is what a record does not have. `by` and what follows it say which part of a row a cell is:
/// the question that divides it, with the choice or the state; of codes of open answers, how they are known. Where
/// waves are compared, `by` is `wave`, each record has its wave's own bases, rows have no record of their own, and
/// `by_state` is `not_offered` where a wave did not offer the choice. `who`
/// lists codes, with `|` between them. Where codes of open answers are counted, two columns more have the units that are coded, and the answers.
public struct CSVReport: Sendable {
  /// The words of the labels.
  public let edition: Edition
  /// Whether cells that a spreadsheet program would take for formulas are kept from it.
  public let isSpreadsheetSafe: Bool

  /// Creates the renderer.
  ///
  /// - Parameters:
  ///   - edition: The words of the labels.
  ///   - isSpreadsheetSafe: Whether cells that a spreadsheet program would take for formulas are kept from it.
  public init(_ edition: Edition, isSpreadsheetSafe: Bool = false) {
    self.edition = edition
    self.isSpreadsheetSafe = isSpreadsheetSafe
  }

  /// A record as it is written.
  func safe(_ record: [String]) -> [String] { isSpreadsheetSafe ? record.map(\.spreadsheetSafe) : record }

  /// The first record.
  public static let header = [
    "figure", "question", "code", "state", "label", "count", "n", "base", "share", "by", "by_code",
    "by_state", "who",
    "registered", "returned", "distinct", "asked", "answered", "unknown",
  ]

  /// What stands behind the first record where codes of open answers are counted.
  static let headerOfCodes = ["coded", "quotations"]

  /// What stands behind that where questions in repeat groups are counted: the group; units that were asked, and
  /// those of them without repeats; repeats, and those that were asked, answered, unknown.
  static let headerOfRepeats = [
    "repeat_group", "repeat_units", "repeat_units_without", "repeats", "repeats_asked", "repeats_answered",
    "repeats_unknown",
  ]

  /// The figures with one header above them all.
  ///
  /// - Parameter figures: What was counted.
  /// - Returns: The records in UTF-8, ending in CR LF as RFC 4180 has it.
  /// - Throws: `CSVWriteError.nulByte` if a text has a NUL.
  public func csv(of figures: [Figure]) throws(CSVWriteError) -> [UInt8] {
    var writer = CSVWriter()
    // A column that few figures have is not in the files of the others.
    let quotes = figures.contains { $0.statistic == .coded }
    let extra = quotes ? Self.headerOfCodes : []
    let ofRepeats = figures.contains { $0.repeats != nil } ? Self.headerOfRepeats : []
    try writer.append(record: safe(Self.header + extra + ofRepeats))
    for figure in figures {
      let repeats = ofRepeats.isEmpty ? [] : self.repeats(of: figure)
      for record in records(of: figure) {
        try writer.append(record: safe(Array(record.prefix(Self.header.count + extra.count)) + repeats))
      }
    }
    return writer.takeBytes()
  }

  /// What is counted in one record.
  private struct Number {
    let count: Int?
    let n: Int?
    let share: Double?
    var by = ""
    var byCode = ""
    var byState = ""
    let who: [Participant]
    var quotations: [Quotation] = []
  }

  private func records(of figure: Figure) -> [[String]] {
    if !figure.waves.isEmpty { return recordsOfWaves(figure) }
    return figure.rows.flatMap { row in
      let whole = Number(
        count: row.count, n: row.n, share: row.share, who: row.who, quotations: row.quotations)
      let parts = zip(figure.columns, row.cells).map { column, cell in
        Number(
          count: cell.count, n: figure.by == nil ? row.n : column.n, share: cell.share,
          by: figure.by?.name.text ?? "", byCode: column.code ?? "", byState: column.state?.rawValue ?? "",
          who: cell.who)
      }
      return ([whole] + parts).map { record($0, of: row, in: figure, figure.bases) }
    }
  }

  /// A record for each row and wave, with the bases of the wave; whole rows have no count.
  private func recordsOfWaves(_ figure: Figure) -> [[String]] {
    figure.rows.flatMap { row in
      zip(figure.waves, row.cells).map { wave, cell in
        let number = Number(
          count: cell.count, n: wave.n, share: cell.share, by: "wave", byCode: wave.name,
          byState: cell.isOffered ? "" : "not_offered", who: cell.who)
        return record(number, of: row, in: figure, wave.bases)
      }
    }
  }

  private func record(_ number: Number, of row: Row, in figure: Figure, _ bases: Bases) -> [String] {
    let question =
      figure.statistic == .answered
      ? row.code ?? "" : figure.questions.map(\.name.text).joined(separator: " ")
    return [
      figure.id.text, question, row.code ?? "", row.state?.rawValue ?? "", edition.dataLabel(of: row, figure),
      text(number.count), text(number.n), figure.base.rawValue, number.share.map(\.shortestText) ?? "",
      number.by, number.byCode, number.byState,
      figure.namesUnits ? number.who.map(\.codeWithRepeats).joined(separator: "|") : "",
      text(bases.registered), text(bases.returned), text(bases.distinct), text(bases.asked),
      text(bases.answered), text(bases.unknown),
      text(bases.coded), figure.namesUnits ? quoted(number.quotations) : "",
    ]
  }

  /// The bases of a question in a repeat group, as `headerOfRepeats` has them.
  private func repeats(of figure: Figure) -> [String] {
    guard let bases = figure.repeats else { return Self.headerOfRepeats.map { _ in "" } }
    return [
      bases.group.text, String(bases.units), String(bases.without), String(bases.repeats),
      String(bases.asked),
      String(bases.answered), String(bases.unknown),
    ]
  }

  /// The answers whose words are known, each on a line behind the code of its unit.
  private func quoted(_ quotations: [Quotation]) -> String {
    quotations.compactMap { quotation in
      quotation.text.map { "\(quotation.participant.code): \($0.onOneLine)" }
    }.joined(separator: "\n")
  }

  private func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
}

extension Double {
  /// The shortest decimal that reads back as the same number: `0.625`, `1`.
  var shortestText: String { description.hasSuffix(".0") ? String(description.dropLast(2)) : description }
}
