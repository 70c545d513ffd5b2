internal import Expressions
internal import Survey

/// Writes out the blocks of KoboToolbox's form builder as the groups and questions that it makes of them itself.
///
/// The questions have the names that KoboToolbox gives to its columns, so answers collected there and here go together:
/// those of the rows in a rating and in a ranking, `matrix_row_question` in a matrix. A ranking asks for every place, and
/// takes no choice twice. The texts that KoboToolbox shows in notes are the labels of the groups here.
struct KoboExpander {
  private let survey: Table<SurveyColumn>
  private let choices: Table<ChoicesColumn>?
  private var problems: [FormProblem] = []

  /// Writes out all blocks of a sheet.
  ///
  /// - Parameters:
  ///   - survey: The sheet `survey`.
  ///   - choices: The sheet `choices`; nothing where the form has none.
  ///   - problems: Where blocks are reported that have no list or no end, and rows that do not belong where they stand.
  /// - Returns: The sheet with groups in place of blocks; each row has the line that it was written from.
  static func expanded(
    _ survey: Table<SurveyColumn>, over choices: Table<ChoicesColumn>?, problems: inout [FormProblem]
  ) -> Table<SurveyColumn> {
    let blocks = survey.sheet.rows.contains { RowType(survey.text(.type, in: $0))?.isOfKobo == true }
    guard blocks else { return survey }
    let columns: [SurveyColumn] = [.required, .relevant, .constraint, .constraintMessage]
    var expander = KoboExpander(survey: survey.with(columns: columns), choices: choices)
    let rows = expander.rows()
    problems += expander.problems
    return expander.survey.with(rows)
  }

  private init(survey: Table<SurveyColumn>, choices: Table<ChoicesColumn>?) {
    self.survey = survey
    self.choices = choices
  }

  private mutating func rows() -> [Workbook.Row] {
    var result: [Workbook.Row] = []
    var rest = survey.sheet.rows[...]
    while let row = rest.popFirst() {
      let type = survey.text(.type, in: row)
      let place = survey.place(.type, in: row)
      switch self.type(of: row) {
      case .beginKobo(let block)?:
        problems.report(.kobo(.foreign(type)), at: place)
        let end = rest.firstIndex { self.type(of: $0) == .endKobo(block) }
        if end == nil {
          let name = survey.text(.name, in: row)
          problems.report(.structure(.unmatchedBegin(block.end, name: name)), at: place)
        }
        let inner = end.map { rest[..<$0] } ?? rest.prefix { self.type(of: $0)?.isStructure != true }
        result += group(of: block, row, rows(inner, of: block))
        rest = rest[(end.map { $0 + 1 } ?? inner.endIndex)...]
      case .koboRow(let block)?:
        problems.report(.kobo(.rowOutside(type, begin: block.begin)), at: place)
        // Its name is known all the same.
        result.append(survey.row(row, with: [.type: "text"]))
      case .endKobo?: problems.report(.structure(.unmatchedEnd(type)), at: place)
      default: result.append(row)
      }
    }
    return result
  }

  /// What a row is; nothing where it is not read.
  private func type(of row: Workbook.Row) -> RowType? {
    yesOrNo(survey.text(.disabled, in: row)) == true ? nil : RowType(survey.text(.type, in: row))
  }

  /// The rows of a block that can stand in it.
  private mutating func rows(_ inner: ArraySlice<Workbook.Row>, of block: KoboBlock) -> [Workbook.Row] {
    inner.filter { row in
      guard let type = type(of: row) else { return true }
      let fits = block.rowType == nil ? !type.isStructure && !type.isOfKobo : type == .koboRow(block)
      if !fits {
        let fault = FormProblem.KoboFault.cannotStandIn(survey.text(.type, in: row), block: block)
        problems.report(.kobo(fault), at: survey.place(.type, in: row))
      }
      return fits
    }
  }

  /// The group that a block is.
  private mutating func group(
    of block: KoboBlock, _ begin: Workbook.Row, _ rows: [Workbook.Row]
  ) -> [Workbook.Row] {
    let list = list(of: block, begin)
    let questions =
      switch block {
      case .score: scores(rows, list, begin)
      case .rank: levels(rows, list, begin)
      case .matrix: matrix(rows, list, begin)
      }
    let group = survey.row(
      begin, with: [.type: "begin_group", .required: "", .constraint: "", .constraintMessage: ""])
    return [group] + questions + [end(begin)]
  }

  private func end(_ begin: Workbook.Row) -> Workbook.Row {
    survey.row(
      Workbook.Row(line: begin.line, isOfSheet: begin.isOfSheet, cells: []), with: [.type: "end_group"])
  }

  /// The list that a block names; nothing where the form does not have it.
  private mutating func list(of block: KoboBlock, _ begin: Workbook.Row) -> String? {
    let list = survey.text(block.listColumn, in: begin)
    let place = survey.place(block.listColumn, in: begin)
    if list.isEmpty {
      problems.report(.kobo(.missingList(block)), at: place)
      return nil
    }
    guard choices?.rows(of: list).isEmpty == false else {
      let near = nearest(to: list, among: choices?.listNames ?? [])
      problems.report(.list(.unknown(list, nearest: near)), at: place)
      return nil
    }
    return list
  }

  /// The type of a question that chooses from a list; without one it asks for a text, so that its name is known.
  private func selectOne(_ list: String?) -> String { list.map { "select_one \($0)" } ?? "text" }

  private func scores(_ rows: [Workbook.Row], _ list: String?, _ begin: Workbook.Row) -> [Workbook.Row] {
    let required = survey.text(.required, in: begin)
    let isRequired = !required.isEmpty && yesOrNo(required) != false
    return rows.map { row in
      var texts: [SurveyColumn: String] = [.type: selectOne(list)]
      if isRequired { texts[.required] = required }
      return survey.row(row, with: texts)
    }
  }

  private func levels(_ rows: [Workbook.Row], _ list: String?, _ begin: Workbook.Row) -> [Workbook.Row] {
    let message = survey.text(.rankMessage, in: begin)
    var earlier: [String] = []
    return rows.map { row in
      let own = survey.text(.constraint, in: row)
      let rules = (own.isEmpty ? [] : ["(\(own))"]) + earlier.map { ". != ${\($0)}" }
      let name = survey.text(.name, in: row)
      if !name.isEmpty { earlier.append(name) }
      let level = survey.row(
        row, with: [.type: selectOne(list), .required: "yes", .constraint: rules.joined(separator: " and ")])
      return survey.row(level, filling: .constraintMessage, with: message)
    }
  }

  private mutating func matrix(
    _ rows: [Workbook.Row], _ list: String?, _ begin: Workbook.Row
  ) -> [Workbook.Row] {
    guard let list, let choices else { return rows }
    let items = choices.rows(of: list).filter { !choices.text(.name, in: $0).isEmpty }
    guard items.count * (rows.count + 2) <= LoopExpander.rowLimit else {
      let place = survey.place(.type, in: begin)
      problems.report(.structure(.tooManyRows(limit: LoopExpander.rowLimit)), at: place)
      return rows
    }
    let names = Set(rows.map { survey.text(.name, in: $0) })
    return items.flatMap { item in
      let prefix = "\(survey.text(.name, in: begin))_\(choices.text(.name, in: item))"
      return [survey.groupRow(of: item, on: choices, named: prefix, from: begin)]
        + rows.map { cell($0, prefix, names) } + [end(begin)]
    }
  }

  /// A question of a matrix for one of its rows: it has its own name, and calls the others of its row by theirs.
  private func cell(_ row: Workbook.Row, _ prefix: String, _ names: Set<String>) -> Workbook.Row {
    let cells = row.cells.map { cell in
      guard cell.contains("${") else { return cell }
      return cell.replacing(/\$\{\s*([^{}\s]+)\s*\}/) { match in
        names.contains(String(match.1)) ? "${\(prefix)_\(match.1)}" : String(match.0)
      }
    }
    let name = survey.text(.name, in: row)
    let row = Workbook.Row(line: row.line, isOfSheet: row.isOfSheet, cells: cells)
    return name.isEmpty ? row : survey.row(row, with: [.name: "\(prefix)_\(name)"])
  }
}

extension RowType {
  /// Whether a row of this type is of a block of KoboToolbox's.
  fileprivate var isOfKobo: Bool {
    switch self {
    case .beginKobo, .koboRow, .endKobo: true
    default: false
    }
  }

  /// Whether a row of this type begins or ends something.
  fileprivate var isStructure: Bool {
    switch self {
    case .beginGroup, .endGroup, .beginRepeat, .endRepeat, .beginLoop, .endLoop, .beginKobo, .endKobo: true
    default: false
    }
  }
}
