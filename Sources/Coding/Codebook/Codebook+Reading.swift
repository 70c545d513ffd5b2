public import CSV
internal import Expressions
public import Survey

extension Codebook {
  /// Reads a codebook and checks it against the forms whose answers it sorts.
  ///
  /// - Parameters:
  ///   - reader: The file, before its header.
  ///   - file: What messages call the file.
  ///   - language: The language of `label` and `keywords` where other columns name theirs.
  ///   - form: Finds a questionnaire by its id, or gives nothing where there is none.
  /// - Returns: The codes without a problem, in the order of the file, and everything that is wrong.
  public static func reading(
    _ reader: consuming CSVReader, file: String, language: Language,
    form: (Questionnaire.ID) -> Questionnaire?
  ) -> (codebook: Codebook, problems: [CodebookProblem]) {
    do {
      var codebook = CodebookReader(table: try CSVTable(reader), file: file, language: language)
      codebook.read(form: form)
      return (codebook.codebook, codebook.problems)
    } catch {
      return (Codebook(), [CodebookProblem(file: file, reason: .unreadable(error))])
    }
  }
}

/// Reads the lines of a codebook, one code each, and remembers what is wrong with them.
private struct CodebookReader {
  private(set) var problems: [CodebookProblem] = []
  private var codes: [Codebook.Code] = []
  private let table: CSVTable
  private let file: String
  private let language: Language
  private var lines: [Codebook.Place: [String: Int]] = [:]

  static let columns = [
    "form", "question", "code", "label", "keywords", "version", "retired", "replaced_by",
  ]

  init(table: CSVTable, file: String, language: Language) {
    self.table = table
    self.file = file
    self.language = language
  }

  var codebook: Codebook {
    Codebook(codes: codes, headings: table.header.names, rows: table.rows.map(\.cells))
  }

  mutating func read(form: (Questionnaire.ID) -> Questionnaire?) {
    let line = table.header.position.line
    for name in ["form", "question", "code", "label"] where table.header[name] == nil {
      let isThere = name == "label" && table.header.names.contains { $0.hasPrefix("label::") }
      if !isThere { report(line, name, .columnMissing(name)) }
    }
    // Other columns are notes of whoever keeps the codebook; a slip of the pen is none.
    for name in table.header.names where !Self.columns.contains(name) && !name.contains("::") {
      guard let near = nearest(to: name, among: Self.columns) else { continue }
      report(line, name, .noSuchColumn(found: name, suggestion: near))
    }
    guard problems.isEmpty else { return }
    for row in table.rows { read(row, form) }
    for (row, code) in zip(table.rows, codes) where codes.count == table.rows.count {
      checkReplacement(row, code)
    }
  }

  private mutating func read(_ row: CSVRow, _ form: (Questionnaire.ID) -> Questionnaire?) {
    guard row.cells.count == table.header.count else {
      report(row.line, "", .wrongCellCount(found: row.cells.count, expected: table.header.count))
      return
    }
    let formID = Questionnaire.ID(table[row, "form"])
    let written = Question.Name(table[row, "question"])
    let place = Codebook.Place(form: formID, question: form(formID)?.history.now(written) ?? written)
    check(place, row, form)
    let name = table[row, "code"]
    if name.isEmpty {
      report(row.line, "code", .empty(expected: "the name of the code"))
    } else if !Codebook.Code.Name(name).isWellFormed {
      report(row.line, "code", .noCodeName(found: name))
    } else if let first = lines[place]?[name] {
      report(row.line, "code", .repeatedCode(found: name, firstLine: first))
    } else {
      lines[place, default: [:]][name] = row.line
    }
    let replacement = table[row, "replaced_by"]
    codes.append(
      Codebook.Code(
        place: place, name: Codebook.Code.Name(name), label: LocalizedText(texts("label", row)),
        keywords: texts("keywords", row).mapValues { text in
          text.split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
        },
        version: version(row, "version") ?? 1, retired: version(row, "retired"),
        replacedBy: replacement.isEmpty ? nil : Codebook.Code.Name(replacement)))
  }

  private mutating func check(
    _ place: Codebook.Place, _ row: CSVRow, _ form: (Questionnaire.ID) -> Questionnaire?
  ) {
    guard let questionnaire = form(place.form) else {
      return report(row.line, "form", .noSuchForm(found: place.form.text))
    }
    if questionnaire.history.isRetired(place.question) { return }
    guard let placed = questionnaire.placed(place.question) else {
      let names = questionnaire.placed.map(\.question.name.text)
      let suggestion = nearest(to: place.question.text, among: names)
      return report(
        row.line, "question",
        .noSuchQuestion(found: place.question.text, form: place.form, suggestion: suggestion))
    }
    if placed.question.kind != .text {
      report(row.line, "question", .noText(place.question, kind: placed.question.kind.codingWord))
    } else if !placed.repeats.isEmpty {
      report(row.line, "question", .inRepeat(place.question))
    }
  }

  private mutating func checkReplacement(_ row: CSVRow, _ code: Codebook.Code) {
    guard let replacement = code.replacedBy else { return }
    if code.retired == nil { report(row.line, "replaced_by", .replacedInUse) }
    let names = codes.filter { $0.place == code.place && $0.name != code.name }.map(\.name.text)
    if !names.contains(replacement.text) {
      let suggestion = nearest(to: replacement.text, among: names)
      report(row.line, "replaced_by", .noSuchCode(found: replacement.text, suggestion: suggestion))
    }
  }

  /// The texts of a column and of those that name a language behind it.
  private func texts(_ column: String, _ row: CSVRow) -> [Language: String] {
    var texts: [Language: String] = [:]
    for name in table.header.names where name.hasPrefix(column + "::") {
      texts[Language(heading: String(name.dropFirst(column.count + 2)))] = table[row, name]
    }
    if table.header[column] != nil { texts[texts.isEmpty ? .unnamed : language] = table[row, column] }
    return texts.filter { !$0.value.isEmpty }
  }

  private mutating func version(_ row: CSVRow, _ column: String) -> Int? {
    let found = table[row, column].trimmed
    if found.isEmpty { return nil }
    guard let version = Int(found), version >= 1 else {
      report(row.line, column, .noVersion(found: found))
      return nil
    }
    return version
  }

  private mutating func report(_ line: Int, _ column: String, _ reason: CodebookProblem.Reason) {
    problems.append(CodebookProblem(file: file, line: line, column: column, reason: reason))
  }
}

extension Codebook.Code.Name {
  /// Whether it can stand among others in one cell, and on the command line.
  public var isWellFormed: Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}

extension Question.Kind {
  /// What a codebook calls a question that takes no text.
  fileprivate var codingWord: String {
    switch self {
    case .selectOne, .selectMultiple: "choice from a list"
    default: "question without an open answer"
    }
  }
}
