internal import Reports
internal import Messages
internal import ResponseFiles
internal import Survey
internal import Tables

/// Makes files of SPSS: numbers with labels, sets of variables, and the states as missing values.
struct StatisticsMaker {
  let export: Export
  /// What numbers stand for, as rows, headings first: a file beside those of SPSS, which have labels alone.
  private(set) var key = [["file", "variable", "column", "question", "choice", "state", "value", "label"]]
  private var cutTexts = 0

  init(_ export: Export) { self.export = export }

  /// What could not be written whole.
  var problems: [String] {
    cutTexts == 0
      ? []
      : [
        "\(export.baseName).sav: found \(cutTexts) texts longer than \(StatisticsFile.longestText) bytes, which no "
          + "variable of SPSS can hold; they are cut and end in '…'; the CSV has them whole"
      ]
  }

  mutating func file(of table: ExportTable) -> StatisticsFile {
    var names = VariableNames()
    var setNames = VariableNames(longest: 60)
    var parts: [Part] = []
    var sets: [StatisticsFile.ResponseSet] = []
    for column in table.columns {
      let found = self.parts(of: column, in: table, &names)
      parts += found
      guard case .choice(let question, _) = column.content, let variable = found.first?.variable.name else {
        continue
      }
      if let last = parts.dropLast(found.count).last, last.question == question.name, last.isChoice,
        let set = sets.indices.last
      {
        sets[set].variables.append(variable)
      } else {
        sets.append(
          StatisticsFile.ResponseSet(
            name: setNames.name(question.name.text), label: export.label(of: question), variables: [variable])
        )
      }
    }
    for part in parts { key += part.key.map { [export.fileName(of: table) + ".sav"] + $0 } }
    let title = export.edition.plainText(export.questionnaire.title)
    return StatisticsFile(
      label: title.cut(toBytes: 64), variables: parts.map(\.variable), sets: sets,
      rows: table.rows.indices.map { row in parts.map { $0.values[row] } })
  }

  /// A variable with its values, in the order of the rows.
  struct Part {
    var variable: StatisticsFile.Variable
    var values: [StatisticsFile.Value]
    /// What its numbers stand for: variable, column, question, choice, state, value, label.
    var key: [[String]]
    var question: Question.Name?
    var isChoice = false
  }

  private mutating func parts(
    of column: ExportColumn, in table: ExportTable, _ names: inout VariableNames
  ) -> [Part] {
    switch column.content {
    // The states stand in the variables themselves.
    case .metadata(.notAsked, _), .metadata(.notApplicable, _), .metadata(.unknown, _): return []
    // Its choices follow, a variable each.
    case .question(let question) where question.kind.isSeveral: return []
    default: break
    }
    let kind = table.kind(of: column)
    let isTick = column.question?.kind == .acknowledge && !column.isMetadata
    if kind == .text && !isTick || kind == .names {
      let text = text(column, table, &names)
      return [text] + (column.isMetadata ? [] : [state(column, table, &names, beside: text)])
    }
    return [number(column, kind, table, &names)]
  }

  private mutating func text(
    _ column: ExportColumn, _ table: ExportTable, _ names: inout VariableNames
  ) -> Part {
    var values: [StatisticsFile.Value] = []
    var width = 1
    for row in table.rows {
      let text = table.value(column, row).cell
      let kept = text.cut(toBytes: StatisticsFile.longestText)
      if kept.utf8.count != text.utf8.count { cutTexts += 1 }
      width = max(width, kept.utf8.count)
      values.append(.text(kept))
    }
    let variable = StatisticsFile.Variable(
      name: names.name(column.name), label: label(of: column), kind: .text(width: width), measure: .nominal)
    return Part(
      variable: variable, values: values, key: [keyRow(variable.name, column)],
      question: column.question?.name)
  }

  /// Which state a text has, since an empty text does not tell.
  private func state(
    _ column: ExportColumn, _ table: ExportTable, _ names: inout VariableNames, beside text: Part
  ) -> Part {
    let say = export.edition.say
    let states: [(value: Double, name: String, phrase: Phrase)] = [
      (1, "answered", .answered), (2, "blank", .blank), (3, "not_asked", .notAsked),
      (4, "not_applicable", .notApplicable), (5, "unknown", .unknown),
    ]
    let variable = StatisticsFile.Variable(
      name: names.name(text.variable.name, ending: "_state"), label: text.variable.label,
      kind: .number(format: "F8.0"),
      measure: .nominal, values: states.map { StatisticsFile.ValueLabel($0.value, say($0.phrase)) })
    let values = table.rows.map { row -> StatisticsFile.Value in
      guard let question = column.question?.name else { return .missing }
      return .number(row.answers[question].number)
    }
    let key = states.map {
      keyRow(variable.name, column, state: $0.name, value: $0.value, label: say($0.phrase))
    }
    return Part(variable: variable, values: values, key: key, question: column.question?.name)
  }

  private func number(
    _ column: ExportColumn, _ kind: ColumnKind, _ table: ExportTable, _ names: inout VariableNames
  ) -> Part {
    let scale = NumberScale(column, kind, table, in: export)
    let numbers = table.rows.map { row in scale.number(table.value(column, row)) }
    let missing = MissingCodes(beside: Set(numbers.compactMap(\.self)))
    var variable = StatisticsFile.Variable(
      name: names.name(column.name), label: label(of: column), kind: .number(format: scale.format),
      measure: scale.measure, values: scale.choices.map { StatisticsFile.ValueLabel($0.value, $0.label) })
    var key = [keyRow(variable.name, column)]
    key += scale.choices.map {
      keyRow(variable.name, column, choice: $0.name, value: $0.value, label: $0.label)
    }
    if !column.isMetadata {
      for (value, name, phrase) in missing.states {
        let label = export.edition.say(phrase)
        variable.values.append(StatisticsFile.ValueLabel(value, label))
        variable.missing.append(value)
        key.append(keyRow(variable.name, column, state: name, value: value, label: label))
      }
    }
    for index in variable.values.indices {
      variable.values[index].label = variable.values[index].label.cut(
        toBytes: StatisticsFile.longestValueLabel)
    }
    let values = zip(table.rows, numbers).map { row, number -> StatisticsFile.Value in
      if let number { return .number(number) }
      guard !column.isMetadata, let question = column.question?.name else { return .missing }
      return missing.value(of: row.answers[question]) ?? .missing
    }
    var part = Part(variable: variable, values: values, key: key, question: column.question?.name)
    if case .choice = column.content { part.isChoice = true }
    return part
  }

  private func label(of column: ExportColumn) -> String {
    let label =
      switch column.content {
      case .metadata: column.name
      case .question(let question): export.label(of: question)
      case .choice(let question, let choice):
        question.list.map { export.label(of: choice, in: $0) } ?? choice.text
      }
    return label.cut(toBytes: StatisticsFile.longestLabel)
  }

  private func keyRow(
    _ variable: String, _ column: ExportColumn, choice: String = "", state: String = "", value: Double? = nil,
    label: String? = nil
  ) -> [String] {
    var choice = choice
    if case .choice(_, let name) = column.content, state.isEmpty { choice = name.text }
    let number = value.map { $0 == $0.rounded() ? String(Int($0)) : $0.description } ?? ""
    return [
      variable, column.name, column.question?.name.text ?? "", choice, state, number,
      label ?? self.label(of: column),
    ]
  }
}

extension ExportColumn {
  /// Whether it is a column that every response file has; the state of its question, if any, is not kept apart.
  var isMetadata: Bool {
    if case .metadata = content { return true }
    return false
  }
}

extension Question.Kind {
  var isSeveral: Bool {
    if case .selectMultiple = self { return true }
    return false
  }
}

extension AnswerState {
  fileprivate var number: Double {
    switch self {
    case .answered: 1
    case .blank: 2
    case .notAsked: 3
    case .notApplicable: 4
    case .unknown: 5
    }
  }
}
