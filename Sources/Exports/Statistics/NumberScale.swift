internal import Messages
internal import Reports
internal import Calendar
internal import Survey
internal import Tables

/// How the values of a column become numbers of SPSS.
struct NumberScale {
  /// Seconds from 14 October 1582, from which SPSS counts, to 1 January 1970.
  private static let epoch = 12_219_379_200

  /// How numbers are shown.
  let format: String
  let measure: StatisticsFile.Measure
  /// What numbers stand for.
  let choices: [(value: Double, name: String, label: String)]
  private let numbers: [String: Double]

  init(_ column: ExportColumn, _ kind: ColumnKind, _ table: ExportTable, in export: Export) {
    var choices: [(value: Double, name: String, label: String)] = []
    switch kind {
    case .choice(let list):
      (format, measure) = ("F8.0", .nominal)
      choices = Self.choices(of: list, column, table, in: export)
    case .flag:
      (format, measure) = ("F8.0", .nominal)
      choices = [(1, "", export.edition.say(.yes)), (0, "", export.edition.say(.no))]
    case .text, .names:
      (format, measure) = ("F8.0", .nominal)
      choices = [(1, "OK", "OK")]
    case .integer: (format, measure) = ("F12.0", .scale)
    case .decimal: (format, measure) = ("F16.\(Self.decimals(column, table))", .scale)
    case .date: (format, measure) = ("SDATE10", .scale)
    case .time: (format, measure) = ("TIME8", .scale)
    case .moment: (format, measure) = ("DATETIME20", .scale)
    }
    self.choices = choices
    numbers = Dictionary(choices.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of a value; nothing for an empty cell.
  func number(_ value: ExportValue) -> Double? {
    switch value {
    case .empty: nil
    case .text(let text): numbers[text]
    case .integer(let number): Double(number)
    case .decimal(let number): Double(number.description)
    case .date(let date): Double(date.daysSinceEpoch * 86_400 + Self.epoch)
    case .time(let time): Double(time.secondsSinceMidnight)
    case .moment(let moment): Double(moment.instant.secondsSinceEpoch + Self.epoch)
    case .flag(let isChosen): isChosen ? 1 : 0
    }
  }

  /// The choices of a list with their numbers, then those that answers have and the list has not.
  ///
  /// Where all names of a list are whole numbers, these are the numbers; otherwise the places in the list, from 1.
  private static func choices(
    of list: ChoiceList.Name, _ column: ExportColumn, _ table: ExportTable, in export: Export
  ) -> [(value: Double, name: String, label: String)] {
    guard let question = column.question else { return [] }
    let names = ExportTable.choices(of: question, in: export.questionnaire, table.rows).map(\.text)
    let own = names.compactMap { Int($0) }
    let areNumbers =
      own.count == names.count && Set(own).count == own.count
      && own.allSatisfy { (0..<1_000_000).contains($0) }
    return names.enumerated().map { index, name in
      (Double(areNumbers ? own[index] : index + 1), name, export.label(of: Choice.Name(name), in: list))
    }
  }

  /// The most digits behind a point, up to what the format can show.
  private static func decimals(_ column: ExportColumn, _ table: ExportTable) -> Int {
    let counts = table.rows.map { row in
      let cell = table.value(column, row).cell
      return cell.firstIndex(of: ".").map { cell.distance(from: $0, to: cell.endIndex) - 1 } ?? 0
    }
    return min(counts.max() ?? 0, 10)
  }
}
