internal import Survey

/// Reads the sheet `survey` row by row into a tree.
struct OutlineReader {
  private let table: Table<SurveyColumn>
  private var outline = SurveyOutline()
  private var problems: [FormProblem] = []
  /// The open groups, outermost first, as places in the outline.
  private var open: [Int] = []
  private var isTooDeep = false
  /// The types that were read already: a form has many questions of few types.
  private var types: [String: RowType] = [:]
  private var tableList = TableList.none

  /// Reads the rows of a sheet.
  ///
  /// - Parameters:
  ///   - table: The sheet.
  ///   - problems: Where unknown types, missing names and groups without an end are reported.
  /// - Returns: The tree; names are checked by `SurveyOutline.settleNames`.
  static func outline(of table: Table<SurveyColumn>, problems: inout [FormProblem]) -> SurveyOutline {
    var reader = OutlineReader(table: table)
    for (index, row) in table.sheet.rows.enumerated() where !reader.isTooDeep {
      // A workbook counts blank rows too.
      reader.read(row, number: row.isOfSheet ? row.line : index + 2)
    }
    if !reader.isTooDeep { reader.closeAll() }
    problems += reader.problems
    return reader.outline
  }

  private init(table: Table<SurveyColumn>) { self.table = table }

  private mutating func read(_ row: Workbook.Row, number: Int) {
    if yesOrNo(table.text(.disabled, in: row)) == true {
      return problems.report(.sheet(.disabledRow), at: table.place(.disabled, in: row))
    }
    let text = table.text(.type, in: row)
    guard !text.isEmpty else { return readWithoutType(row) }
    let place = table.place(.type, in: row)
    guard let type = types[text] ?? RowType(text) else {
      problems.report(.type(.unknown(text, nearest: RowType.nearest(to: text))), at: place)
      return add(.leftOut(isUnreadable: true), row, text, number)
    }
    types[text] = type
    switch type {
    case .question(let kind):
      if case .metadata(let metadata) = kind, [.username, .deviceid, .phonenumber, .email].contains(metadata)
      {
        problems.report(.type(.alwaysEmpty(text)), at: place)
      }
      add(.question(kind), row, text, number)
    case .range: addRange(row, text, number)
    case .externalList(let ending):
      let name = table.text(.name, in: row)
      guard !name.isEmpty else {
        return problems.report(.name(.missing(type: text)), at: table.place(.name, in: row))
      }
      outline.addExternalList(name + ending, row)
    case .select(let select): add(select, row, text, number)
    case .beginGroup: begin(isRepeat: false, row, text, number)
    case .beginRepeat: begin(isRepeat: true, row, text, number)
    case .endGroup: end(isRepeat: false, row, text)
    case .endRepeat: end(isRepeat: true, row, text)
    // None is left: `LoopExpander` and `KoboExpander` have written groups in their place.
    case .beginLoop, .endLoop, .beginKobo, .endKobo, .koboRow: break
    case .setting(let setting): outline.set(setting, to: table.text(.name, in: row))
    case .leftOut:
      let required = table.text(.required, in: row)
      let isLeftOut = required.isEmpty || yesOrNo(required) == false
      problems.report(.type(isLeftOut ? .skipped(text) : .requiredAndSkipped(text)), at: place)
      add(.leftOut(isUnreadable: !isLeftOut), row, text, number)
    }
  }

  private mutating func readWithoutType(_ row: Workbook.Row) {
    let isRemark = table.isBlank(.name, in: row) && table.isBlank(.label, in: row)
    problems.report(
      isRemark ? .sheet(.remark) : .type(.missing),
      at: isRemark ? table.place(of: row) : table.place(.type, in: row))
  }

  private mutating func add(
    _ content: SurveyOutline.Element.Content, _ row: Workbook.Row, _ type: String, _ number: Int
  ) {
    guard let name = name(of: row, type: type, content, number) else { return }
    outline.add(
      SurveyOutline.Element(
        row: row, type: type, name: name, content: content, parent: open.last, uniqueName: name))
  }

  private mutating func addRange(_ row: Workbook.Row, _ type: String, _ number: Int) {
    var faults: [RangeParameters.Fault] = []
    let text = table.text(.parameters, in: row)
    guard let parameters = Parameters(text) else {
      problems.report(.type(.rangeBadParameters(found: text)), at: table.place(.parameters, in: row))
      return add(.leftOut(isUnreadable: true), row, type, number)
    }
    let range = RangeParameters(parameters, faults: &faults)
    for fault in faults {
      problems.report(.type(FormProblem.TypeFault(fault)), at: table.place(.parameters, in: row))
    }
    let appearance = table.text(.appearance, in: row)
    if !appearance.isEmpty, !appearance.contains("vertical"), !appearance.contains("no-ticks") {
      for key in parameters.values.map(\.key) where RangeParameters.keysOfTicks.contains(key) {
        let fault = FormProblem.TypeFault.rangeNotShown(key: key, appearance: appearance)
        problems.report(.type(fault), at: table.place(.parameters, in: row))
      }
    }
    add(
      range.map { .range($0.scale, isWhole: $0.isWhole) } ?? .leftOut(isUnreadable: true), row, type, number)
  }

  private mutating func add(_ select: RowType.Select, _ row: Workbook.Row, _ type: String, _ number: Int) {
    let place = table.place(.type, in: row)
    var content = SurveyOutline.Element.Content.select(select)
    if select.list.isEmpty {
      problems.report(.type(.missingList(type)), at: place)
      content = .leftOut(isUnreadable: true)
    } else if select.list.contains("${"), select.listedQuestion == nil {
      problems.report(.type(.badChoicesFromAnswers(select.list)), at: place)
      content = .leftOut(isUnreadable: true)
    } else if select.listedQuestion != nil, select.isMultiple {
      problems.report(.type(.severalFromAnswers(select.list)), at: place)
      content = .leftOut(isUnreadable: true)
    }
    tableList.read(select, row, in: table, problems: &problems)
    add(content, row, type, number)
    guard select.hasOther, case .select = content else { return }
    if select.isFile {
      problems.report(.type(.orOtherOnFile(select.list)), at: place)
    } else if !table.text(.choiceFilter, in: row).isEmpty {
      problems.report(.type(.orOtherFiltered), at: table.place(.choiceFilter, in: row))
    } else {
      let name = table.text(.name, in: row)
      guard !name.isEmpty else { return }
      outline.add(
        SurveyOutline.Element(
          row: row, type: type, name: name + "_other", content: .specifyOther(select: name),
          parent: open.last,
          uniqueName: name + "_other"))
    }
  }

  /// The name of a row, or nothing where it has none and needs one.
  private mutating func name(
    of row: Workbook.Row, type: String, _ content: SurveyOutline.Element.Content, _ number: Int
  ) -> String? {
    let name = table.text(.name, in: row)
    let place = table.place(.name, in: row)
    if case .question(.metadata(.audit)) = content {
      if !name.isEmpty, name != "audit" { problems.report(.name(.audit(name)), at: place) }
      return "audit"
    }
    if name.isEmpty {
      // As pyxform names it, which counts the rows of the sheet from the header.
      if case .question(.note) = content { return "generated_note_name_\(number)" }
      problems.report(.name(.missing(type: type)), at: place)
      return nil
    }
    if !isXMLName(name) {
      problems.report(.name(.notXML(name)), at: place)
    } else if let letter = letterUnreadByODK(in: name) {
      problems.report(.name(.unreadByODK(name, letter: letter)), at: place)
    }
    return name
  }

  private mutating func begin(isRepeat: Bool, _ row: Workbook.Row, _ type: String, _ number: Int) {
    if open.count == SurveyOutline.depthLimit {
      isTooDeep = true
      return problems.report(.structure(.tooDeep(limit: open.count)), at: table.place(.type, in: row))
    }
    tableList.begin(row, in: table)
    let content = SurveyOutline.Element.Content.group(isRepeat: isRepeat)
    // A group without a name is open all the same, or its end would be one problem more.
    let name = name(of: row, type: type, content, number) ?? ""
    outline.add(
      SurveyOutline.Element(
        row: row, type: type, name: name, content: content, parent: open.last, uniqueName: name))
    open.append(outline.elements.count - 1)
  }

  private mutating func end(isRepeat: Bool, _ row: Workbook.Row, _ type: String) {
    let place = table.place(.type, in: row)
    tableList = .none
    guard let innermost = open.last else {
      return problems.report(.structure(.unmatchedEnd(type)), at: place)
    }
    let element = outline.elements[innermost]
    if element.isRepeat == isRepeat {
      open.removeLast()
      if !isRepeat, !outline.showsSomething(innermost) {
        problems.report(
          .structure(.emptyGroup(name: element.name)), at: table.place(.type, in: element.row))
      }
      return
    }
    let expected = element.isRepeat ? "end_repeat" : "end_group"
    problems.report(
      .structure(.wrongEnd(type, open: expected, name: element.name, at: element.row.number)), at: place)
    // The end of the inner one is missing, or this one is misspelt: where an outer one fits, the former.
    if let fitting = open.lastIndex(where: { outline.elements[$0].isRepeat == isRepeat }) {
      open.removeSubrange(fitting...)
    } else {
      open.removeLast()
    }
  }

  private mutating func closeAll() {
    for index in open {
      let element = outline.elements[index]
      problems.report(
        .structure(.unmatchedBegin(element.isRepeat ? "end_repeat" : "end_group", name: element.name)),
        at: table.place(.type, in: element.row))
    }
  }
}

/// `yes` and `no` as pyxform takes them; nothing where it is neither.
func yesOrNo(_ text: String) -> Bool? {
  switch text {
  case "yes", "Yes", "YES", "true", "True", "TRUE", "true()": true
  case "no", "No", "NO", "false", "False", "FALSE", "false()": false
  default: nil
  }
}
