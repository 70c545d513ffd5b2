import CSV
import Chance
import Documents
import Mailbox
import Survey

/// Responses written out as a table of another tool, each question in a layout that chance chooses, with the map that says
/// so.
struct RandomTable {
  private(set) var text: TableText
  private var random: SeededRandom
  private var map: [[String]] = []
  private var columns: [[String]] = []
  private let rows: [Filled]
  private let questionnaire: Questionnaire

  init(_ rows: [Filled], of questionnaire: Questionnaire, seed: UInt64) {
    self.rows = rows
    self.questionnaire = questionnaire
    random = SeededRandom(seed: seed)
    text = TableText(map: "", table: [])
    add(["", "identifier", "Response"], "Response", rows.indices.map { "R-\($0 + 1)" })
    add(["", "ignore", "Browser"], "Browser", rows.map { _ in "Netscape" })
    add(
      ["", "submitted", "Sent", "", "", "", "", "", "", "dd.mm.yyyy hh:mm", "+02:00"], "Sent",
      rows.indices.map { "1\($0).11.2018 09:0\($0)" })
    let addresses = Set(rows.flatMap(\.cells.keys))
    for placed in questionnaire.placed where placed.question.isAsked && placed.repeats.isEmpty {
      write(Address(placed.question.name))
    }
    for address in questionnaire.inFormOrder(addresses) where !address.repeats.isEmpty { write(address) }
    text.separator = CSVSeparator.allCases.randomElement(using: &random) ?? .comma
    text.isWorkbook = Bool.random(using: &random)
    text.table = [columns.map { $0[0] }] + rows.indices.map { row in columns.map { $0[row + 1] } }
    var writer = CSVWriter()
    for line in map { try? writer.append(record: line + Array(repeating: "", count: 11 - line.count)) }
    text.map = String(decoding: writer.takeBytes(), as: UTF8.self)
  }

  private mutating func add(_ line: [String], _ heading: String, _ cells: [String]) {
    map.append(line)
    columns.append([heading] + cells)
  }

  /// Writes the answers to one question.
  private mutating func write(_ address: Address) {
    guard let question = questionnaire.question(address.question) else { return }
    let cells = rows.map { $0.cells[address] ?? "" }
    let name = address.description
    switch question.kind {
    case .selectOne, .selectMultiple: writeChoices(address, question, cells)
    case .acknowledge:
      add([name, "one-hot", name, "", "", "", "1", "0"], name, cells.map { $0 == "OK" ? "1" : "0" })
    case .date where Bool.random(using: &random):
      let days = cells.map { cell in
        let parts = cell.split(separator: "-")
        return parts.count == 3 ? "\(parts[2])/\(parts[1])/\(parts[0])" : ""
      }
      add([name, "column", name, "", "", "", "", "", "", "dd/mm/yyyy"], name, days)
    case .decimal where Bool.random(using: &random):
      add(
        [name, "column", name, "", "", "", "", "", "", "comma"], name,
        cells.map { $0.replacing(".", with: ",") })
    default: add([name, "column", name], name, cells)
    }
  }

  private mutating func writeChoices(_ address: Address, _ question: Question, _ cells: [String]) {
    guard let list = questionnaire.choices(of: question) else { return }
    let name = address.description
    var isSeveral = false
    if case .selectMultiple = question.kind { isSeveral = true }
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let no = ["", "No", "0"].randomElement(using: &random) ?? ""
      for choice in list.choices {
        let heading = "\(name) [\(choice.name)]"
        add(
          [name, "one-hot", heading, choice.name.text, "", "", "Yes", no], heading,
          cells.map { cell in
            if cell.isEmpty { return "" }
            return cell.split(separator: " ").contains(Substring(choice.name.text)) ? "Yes" : no
          })
      }
    case 1:
      let sign = isSeveral ? [";", ",", "|"].randomElement(using: &random) ?? ";" : ""
      add(
        [name, "codes", name, "", "", "", "", "", sign], name,
        cells.map { $0.split(separator: " ").joined(separator: sign + " ") })
    case 2:
      // Words that only the map knows.
      let sign = isSeveral ? "newline" : ""
      add(
        [name, "codes", name, "", "", "", "", "", sign], name,
        cells.map { cell in
          cell.split(separator: " ").map { "#\(list.place(of: Choice.Name(String($0))) ?? 0)" }.joined(
            separator: "\n")
        })
      for (place, choice) in list.choices.enumerated() {
        map.append([name, "word", "", choice.name.text, "#\(place)"])
      }
    default:
      // Commas stand in labels.
      let sign = isSeveral ? [";", "|", ","].randomElement(using: &random) ?? ";" : ""
      let labels = cells.map { cell in
        cell.split(separator: " ").map { label(of: Choice.Name(String($0)), in: list) }.joined(
          separator: sign + " ")
      }
      add([name, isSeveral ? "labels" : "column", name, "", "", "", "", "", sign], name, labels)
    }
  }

  /// The label of a choice in one of its languages; its code where it has none.
  private mutating func label(of name: Choice.Name, in list: ChoiceList) -> String {
    guard let choice = list[name] else { return name.text }
    let languages = choice.label.languages.sorted { $0.heading < $1.heading }
    return languages.randomElement(using: &random).flatMap { choice.label[$0] } ?? name.text
  }
}
