import DocumentReaders
import Survey
import Tables
import XLSForm

extension FuzzTarget {
  /// Reads a list of choices in XML, and a form that has it twice: as the choices of its questions
  /// (`select_one_from_file`), and for its expressions (`xml-external`); or a list of places, where it is JSON.
  static let lists = FuzzTarget(name: "lists") { input in
    if input.first == UInt8(ascii: "{") || input.first == UInt8(ascii: "[") { return readPlaces(input) }
    let book = XMLListReader.read(input)
    do {
      hold(ReadBook(payload: try book.payload()) == book, "another list comes out of the worker")
    } catch {
      fatalError("no worker can say this: \(error)")
    }
    if book.refusal == nil { check(book, lines: 1 + input.count { $0 == 0x0A }) }
    // Nearly all inputs are refused by the reader, a thousand times as fast as a form says so.
    if book.refusal != nil, !input.count.isMultiple(of: 16) { return }
    for name in Scratch.lists { Scratch.write(input, as: name) }
    do throws(FormProblems) {
      let form = try XLSForm.load(
        text: form, named: "/nowhere/form.md", listFolders: [Scratch.path],
        xmlLists: { bytes throws(FormProblem.FileFault) in
          hold(bytes == input, "other bytes are read")
          return book
        })
      hold(book.refusal == nil, "a list that was refused is taken")
      check(form.warnings)
      FormProperties.open(form.questionnaire)
    } catch {
      check(error.problems)
      hold(error.problems.contains { $0.severity == .error }, "refused without an error")
    }
  }

  /// Reads a form with a list of places, which `iscm` reads itself.
  private static func readPlaces(_ input: [UInt8]) {
    Scratch.write(input, as: Scratch.places)
    do throws(FormProblems) {
      let form = try XLSForm.load(
        text: formOfPlaces, named: "/nowhere/form.md", listFolders: [Scratch.path])
      check(form.warnings)
      let choices = form.questionnaire.lists["places.geojson"]?.choices ?? []
      hold(!choices.isEmpty, "a list without choices is taken")
      for choice in choices {
        let geometry = choice.attributes["geometry"]
        hold(!choice.name.text.isEmpty && geometry != nil, "\(choice)")
        for point in geometry?.split(separator: "; ") ?? [] {
          let parts = point.split(separator: " ")
          hold(
            parts.count == 4 && parts.allSatisfy { Double($0)?.isFinite == true || $0.count > 300 },
            "\(point)")
        }
      }
      FormProperties.open(form.questionnaire)
    } catch {
      check(error.problems)
      hold(error.problems.contains { $0.severity == .error }, "refused without an error")
    }
  }

  /// A list is one sheet whose rows stand in the order of the file, below names that are there once.
  private static func check(_ book: ReadBook, lines: Int) {
    hold(book.sheets.count == 1, "\(book.sheets.count) sheets")
    let rows = book.sheets.first?.rows ?? []
    let headings = rows.first?.cells ?? []
    hold(!rows.isEmpty && Set(headings).count == headings.count, "\(headings)")
    hold(!headings.contains(""), "a column without a name")
    hold(rows.allSatisfy { $0.cells.count <= headings.count }, "a cell without a column")
    let numbers = rows.map(\.number)
    hold(zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }, "\(numbers)")
    hold(numbers.allSatisfy { (1...lines).contains($0) }, "\(numbers) of \(lines)")
    let again = XMLListReader.read(Array(text(of: rows).utf8))
    hold(
      again.refusal == nil && again.sheets.first?.rows.map(\.cells) == rows.map(\.cells),
      "\(again)\nand not\n\(book)")
  }

  /// The same list, written anew.
  private static func text(of rows: [ReadSheet.Row]) -> String {
    let headings = rows.first?.cells ?? []
    let items = rows.dropFirst().map { row in
      "<item>" + zip(headings, row.cells).map { "<\($0)>\(escaped($1))</\($0)>" }.joined() + "</item>"
    }
    return "<root>\(items.joined())</root>"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\r": escaped += "&#13;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// What is said of a list is said in one line, and once.
  private static func check(_ problems: [FormProblem]) {
    for problem in problems {
      let line = problem.description
      hold(!"\(problem.kind)".isEmpty && !line.contains("\n") && line.utf8.count < 20_000, line)
      if let line = problem.place.line { hold(line >= 1, problem.description) }
    }
    hold(Set(problems).count == problems.count, "a problem is told twice")
  }

  private static let form = """
    | survey |
    | | type | name | label | choice_filter | calculation | parameters |
    | | select_one_from_file list.xml | a | A | | | |
    | | select_multiple_from_file list.xml | b | B | name != ${a} | | |
    | | xml-external | other | | | | |
    | | calculate | c | | | instance('other')/root/item[name = 'x']/label | |
    | | calculate | d | | | count(instance('other')/root/item) | |
    """

  private static let formOfPlaces = """
    | survey |
    | | type | name | label | choice_filter | calculation | parameters |
    | | select_one_from_file places.geojson | a | A | | | |
    | | rank places.geojson | b | B | id != ${a} | | |
    | | calculate | c | | | instance('places')/root/item[id = ${a}]/geometry | |
    """
}
