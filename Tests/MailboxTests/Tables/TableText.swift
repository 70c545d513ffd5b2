import CSV
import Documents
import Mailbox
import SampleForms
import Survey

/// A table of another tool and its map, as a test writes them.
struct TableText {
  /// The lines of the table, its headings first; or of a workbook's only sheet.
  var table: [[String]]
  /// The lines of the map, without its headings.
  var map: String
  var separator: CSVSeparator = .comma
  var isWorkbook = false
  var sha256 = String(repeating: "a", count: 64)
  var mapSHA256 = String(repeating: "b", count: 64)

  init(_ map: String, _ table: String...) {
    self.map = map
    self.table = table.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
  }

  init(map: String, table: [[String]]) { (self.map, self.table) = (map, table) }

  static let headings = "question,layout,column,choice,value,state,true,false,delimiter,format,zone\n"

  /// The map as it was read.
  var readMap: TableMap {
    TableMap(Array((Self.headings + map).utf8), path: "map.csv", sha256: mapSHA256)
  }

  /// The table as it was read.
  var readTable: ForeignTable {
    if isWorkbook {
      var workbook = Extract(format: .xlsx, properties: [Extract.Property(name: "sheet 1", value: "Answers")])
      for (row, cells) in table.enumerated() {
        for (column, cell) in cells.enumerated() where !cell.isEmpty {
          workbook.blocks.append(
            Block(
              place: Place(line: row + 1, table: 1, row: row + 1, column: column + 1),
              items: [.field(name: "", value: cell)]))
        }
      }
      return ForeignTable(workbook: workbook, path: "answers.xlsx", sha256: sha256)
    }
    var text = ""
    let sign = Character(Unicode.Scalar(separator.rawValue))
    for row in table {
      let cells = row.map {
        "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      }
      text += cells.joined(separator: String(sign)) + "\r\n"
    }
    return ForeignTable(csv: Array(text.utf8), path: "answers.csv", sha256: sha256, columns: readMap.columns)
  }

  /// What was read, or all that is wrong.
  func delivery(_ form: Questionnaire = Sample.form) -> Result<Delivery, TableProblems> {
    do throws(TableProblems) {
      return .success(try TableIntake(form).delivery(of: readTable, by: readMap))
    } catch {
      return .failure(error)
    }
  }

  /// All that is wrong with it, a line a problem.
  func problems(_ form: Questionnaire = Sample.form) -> [String] {
    if case .failure(let problems) = delivery(form) { return problems.lines }
    return []
  }

  /// The rows, in their order; none where anything is wrong.
  func forms(_ form: Questionnaire = Sample.form) -> [MatchedForm] {
    guard case .success(let delivery) = delivery(form) else { return [] }
    return delivery.letters.flatMap(\.parts).map(\.form)
  }
}

extension MatchedForm {
  /// What is answered, in short: `themes=rights governance`; then what is said in place of an answer; then the doubts.
  var short: [String] {
    answers.map { "\($0.address)=\($0.cell)" }
      + states.map { "\($0.key) is \($0.value)" }.sorted()
      + doubts.map { "\($0.reason.rawValue) \($0.address.map { "\($0): " } ?? "")\($0.detail)" }
  }
}
