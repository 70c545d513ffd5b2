internal import Expressions
internal import Survey

/// Writes out the loops of old forms: `begin loop over list` asks its rows once for each choice of a list.
///
/// As pyxform 4.5.0 has it: a group with the name of the loop, and in it a group with the name and the label of each
/// choice but `none`; in the rows `%(name)s` and `%(label)s` stand for those of the choice.
struct LoopExpander {
  private let survey: Table<SurveyColumn>
  private let choices: Table<ChoicesColumn>?
  private var problems: [FormProblem] = []
  private var written = 0

  /// A form with more rows than this is nobody's to answer.
  static let rowLimit = 50_000

  /// Writes out all loops of a sheet.
  ///
  /// - Parameters:
  ///   - survey: The sheet `survey`.
  ///   - choices: The sheet `choices`; nothing where the form has none.
  ///   - problems: Where loops without a list or an end are reported.
  /// - Returns: The sheet with groups in place of loops; each row has the line that it was written from.
  static func expanded(
    _ survey: Table<SurveyColumn>, over choices: Table<ChoicesColumn>?, problems: inout [FormProblem]
  ) -> Table<SurveyColumn> {
    let loops = survey.sheet.rows.contains { RowType(survey.text(.type, in: $0))?.isOfLoops == true }
    guard loops else { return survey }
    var expander = LoopExpander(survey: survey, choices: choices)
    let rows = expander.rows(survey.sheet.rows[...], depth: 0)
    problems += expander.problems
    return survey.with(rows)
  }

  private init(survey: Table<SurveyColumn>, choices: Table<ChoicesColumn>?) {
    self.survey = survey
    self.choices = choices
  }

  private mutating func rows(_ source: ArraySlice<Workbook.Row>, depth: Int) -> [Workbook.Row] {
    var result: [Workbook.Row] = []
    var rest = source
    while let row = rest.popFirst() {
      let type = survey.text(.type, in: row)
      let place = survey.place(.type, in: row)
      switch RowType(type) {
      case .beginLoop(let list)?:
        guard let end = end(in: rest), depth < SurveyOutline.depthLimit else {
          let name = survey.text(.name, in: row)
          problems.report(.structure(.unmatchedBegin("end_loop", name: name)), at: place)
          continue
        }
        let inner = rest[..<end]
        result.append(survey.row(row, with: [.type: "begin_group"]))
        let choices = choiceRows(of: list, type, at: place)
        // Without a list, its rows are looked at once all the same.
        if choices == nil { result += rows(inner, depth: depth + 1) }
        for choice in choices ?? [] {
          written += inner.count + 2
          guard written <= Self.rowLimit else {
            problems.report(.structure(.tooManyRows(limit: Self.rowLimit)), at: place)
            return result
          }
          result.append(survey.groupRow(of: choice, on: self.choices, from: row))
          result += rows(inner.map { filled($0, with: choice) }[...], depth: depth + 1)
          result.append(survey.row(rest[end], with: [.type: "end_group"]))
        }
        result.append(survey.row(rest[end], with: [.type: "end_group"]))
        rest = rest[(end + 1)...]
      case .endLoop?: problems.report(.structure(.unmatchedEnd(type)), at: place)
      default: result.append(row)
      }
    }
    return result
  }

  /// Where the loop ends whose first row was just read.
  private func end(in rest: ArraySlice<Workbook.Row>) -> Int? {
    var depth = 1
    return rest.firstIndex { row in
      switch RowType(survey.text(.type, in: row)) {
      case .beginLoop?: depth += 1
      case .endLoop?: depth -= 1
      default: break
      }
      return depth == 0
    }
  }

  private mutating func choiceRows(
    of list: String, _ type: String, at place: FormProblem.Place
  ) -> [Workbook.Row]? {
    guard !list.isEmpty else {
      problems.report(.type(.missingList("\(type) over")), at: place)
      return nil
    }
    guard let choices else {
      problems.report(.list(.unknown(list, nearest: nil)), at: place)
      return nil
    }
    let rows = choices.rows(of: list)
    if rows.isEmpty {
      problems.report(.list(.unknown(list, nearest: nearest(to: list, among: choices.listNames))), at: place)
      return nil
    }
    return rows.filter { !["", "none"].contains(choices.text(.name, in: $0)) }
  }

  /// A row with the name and the label of a choice in it.
  private func filled(_ row: Workbook.Row, with choice: Workbook.Row) -> Workbook.Row {
    guard row.cells.contains(where: { $0.contains("%(") }) else { return row }
    let languages = Dictionary(
      survey.places.values.joined().map { ($0.index, $0.language) }, uniquingKeysWith: { first, _ in first })
    let name = survey.places[.name]?.first?.index
    let cells = row.cells.enumerated().map { index, cell in
      // The groups around them tell the rows apart; pyxform takes no such name.
      index == name
        ? cell
        : cell.replacing("%(name)s", with: choices?.text(.name, in: choice) ?? "")
          .replacing("%(label)s", with: choices?.label(of: choice, in: languages[index] ?? nil) ?? "")
    }
    return Workbook.Row(line: row.line, isOfSheet: row.isOfSheet, cells: cells)
  }
}

extension RowType {
  /// Whether a row of this type begins or ends a loop.
  fileprivate var isOfLoops: Bool {
    switch self {
    case .beginLoop, .endLoop: true
    default: false
    }
  }
}
