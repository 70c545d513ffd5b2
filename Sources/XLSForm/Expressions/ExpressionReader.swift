internal import Expressions
internal import Survey

/// Reads the expressions of the sheet `survey` and checks them against the form.
struct ExpressionReader {
  private let table: Table<SurveyColumn>
  private let outline: SurveyOutline
  private let lists: FormLists
  private let listOf: [Int: ChoiceList.Name]
  private let scope: FormScope
  private let hasNoneOption: Bool
  private var problems: [FormProblem] = []

  /// Reads the expressions of all rows.
  ///
  /// - Parameters:
  ///   - table: The sheet.
  ///   - outline: Its rows as a tree, with settled names.
  ///   - lists: The lists of the form.
  ///   - listOf: The list of each select, by its place in the outline.
  ///   - hasNoneOption: Whether a choice `none` excludes the other choices of a `select_multiple`.
  ///   - problems: Where all that is wrong with an expression is reported.
  /// - Returns: The expressions of each element, by its place in the outline.
  static func expressions(
    of table: Table<SurveyColumn>, _ outline: SurveyOutline, _ lists: FormLists,
    _ listOf: [Int: ChoiceList.Name], hasNoneOption: Bool,
    problems: inout [FormProblem]
  ) -> [ElementExpressions] {
    var reader = ExpressionReader(
      table: table, outline: outline, lists: lists, listOf: listOf, hasNoneOption: hasNoneOption)
    let expressions = outline.elements.indices.map { reader.expressions(of: $0) }
    for index in outline.elements.indices { reader.checkConditions(of: index, expressions) }
    problems += reader.problems
    return expressions
  }

  private init(
    table: Table<SurveyColumn>, outline: SurveyOutline, lists: FormLists, listOf: [Int: ChoiceList.Name],
    hasNoneOption: Bool
  ) {
    self.hasNoneOption = hasNoneOption
    self.table = table
    self.outline = outline
    self.lists = lists
    self.listOf = listOf
    scope = FormScope(outline.scopeEntries(lists, listOf), lists: lists.columnsByInstance)
  }

  private mutating func expressions(of index: Int) -> ElementExpressions {
    let element = outline.elements[index]
    var result = ElementExpressions()
    switch element.content {
    case .specifyOther(let select):
      // Where the name is there twice, only the way from the one to the other is plain.
      let isUnique = outline.named[select]?.count == 1
      let path = isUnique ? "${\(select)}" : "../\(select)"
      result.relevant = try? Expression(parsing: "selected(\(path), 'other')")
    case .group(let isRepeat):
      result.relevant = expression(.relevant, of: index)
      result.readOnly = readOnly(of: index)
      if let condition = result.readOnly, condition.refersToItself || condition.source.contains("..") {
        problems.report(.sheet(.readOnlyFromGroup), at: table.place(.readOnly, in: element.row))
      }
      if isRepeat { result.repeatCount = expression(.repeatCount, of: index) }
    case .question, .range, .select, .leftOut:
      result.relevant = expression(.relevant, of: index)
      result.constraint =
        expression(.constraint, of: index)
        ?? ImpliedRule(ofType: element.type).flatMap { try? Expression(parsing: $0.constraint) }
      result.constraint = withNoneRule(result.constraint, of: element)
      result.readOnly = readOnly(of: index)
      result.seed = seed(of: index)
      result.calculation = expression(.calculation, of: index)
      let required = table.text(.required, in: element.row)
      switch yesOrNo(required) {
      case true?: result.isAlwaysRequired = true
      case false?: break
      case nil: result.required = expression(.required, of: index)
      }
      (result.defaultValue, result.hasFixedDefault) = defaultValue(of: index)
      let columns = listOf[index].flatMap { lists[$0]?.columns }
      result.choiceFilter = expression(.choiceFilter, of: index, filtering: columns ?? [])
    }
    return result
  }

  /// The expression in a cell; nothing where there is none or it cannot be read.
  private mutating func expression(
    _ column: SurveyColumn, of index: Int, filtering columns: [String]? = nil
  ) -> Expression? {
    let element = outline.elements[index]
    let text = table.text(column, in: element.row)
    guard !text.isEmpty else { return nil }
    // A word processor's quotation marks, all of which begin with this byte; pyxform makes them straight too.
    let straight = text.utf8.contains(0xE2) ? straightened(text) : text
    let source = columns == nil ? straight : filter(straight, of: element)
    let place = table.place(column, in: element.row)
    let faults = references(in: straight).compactMap(outline.fault(ofReference:))
    for fault in faults { problems.report(.expression(fault), at: place) }
    guard faults.allSatisfy({ $0.severity == .warning }) else { return nil }
    do {
      let expression = try Expression(parsing: source)
      for problem in expression.problems(in: scope.at(element.uniqueName, filtering: columns)) {
        problems.report(.expression(.doesNotFit(problem)), at: place)
      }
      return expression
    } catch {
      problems.report(.expression(.unreadable(error)), at: place)
      return nil
    }
  }

  /// The condition on which answers cannot be changed; nothing where the cell says yes or no for good.
  private mutating func readOnly(of index: Int) -> Expression? {
    let text = table.text(.readOnly, in: outline.elements[index].row)
    return yesOrNo(text) == nil ? expression(.readOnly, of: index) : nil
  }

  /// The rule of `add_none_option`, as pyxform 4.5.0 has it, joined to the rule of a `select_multiple`.
  private func withNoneRule(_ rule: Expression?, of element: SurveyOutline.Element) -> Expression? {
    guard hasNoneOption, case .select(let select) = element.content, select.isMultiple else { return rule }
    let none = "(.='none' or not(selected(., 'none')))"
    return (try? Expression(parsing: (rule.map { "\($0.source) and " } ?? "") + none)) ?? rule
  }

  /// The filter of a question that chooses from the answers of a repeat: what it names of the repeat is that of the
  /// instance whose answer is looked at, as pyxform has it.
  private func filter(_ source: String, of element: SurveyOutline.Element) -> String {
    guard case .select(let select) = element.content, let listed = select.listedQuestion,
      let place = outline.named[listed]?.first, let innermost = outline.repeats(around: place).last
    else { return source }
    return source.replacingReferences { name in
      guard let found = outline.named[name]?.first, outline.repeats(around: found).last == innermost else {
        return "${\(name)}"
      }
      let groups = outline.groups(around: found).drop { $0 != innermost }.dropFirst()
      return (["."] + (groups + [found]).map { outline.elements[$0].name }).joined(separator: "/")
    }
  }

  /// The seed of an order: a number, or the answer to another question.
  private func seed(of index: Int) -> Expression? {
    let element = outline.elements[index]
    guard case .select = element.content,
      let seed = Parameters(table.text(.parameters, in: element.row))?["seed"]
    else { return nil }
    return try? Expression(parsing: seed)
  }

  /// Conditions that never hold, by themselves or together with those of the groups around.
  private mutating func checkConditions(of index: Int, _ expressions: [ElementExpressions]) {
    checkRelevant(of: index, expressions)
    guard expressions[index].constraint?.constantTruth == false else { return }
    let place = table.place(.constraint, in: outline.elements[index].row)
    problems.report(.expression(.neverHolds(isRelevant: false)), at: place)
  }

  private mutating func checkRelevant(of index: Int, _ expressions: [ElementExpressions]) {
    let element = outline.elements[index]
    guard let relevant = expressions[index].relevant else { return }
    let place = table.place(.relevant, in: element.row)
    if relevant.constantTruth == false {
      return problems.report(.expression(.neverHolds(isRelevant: true)), at: place)
    }
    var around = element.parent
    // A contradiction in itself is told where the expression is read.
    while let group = around, relevant.contradiction() == nil {
      if let condition = expressions[group].relevant, let question = relevant.contradiction(with: [condition])
      {
        let fault = FormProblem.ExpressionFault.excludedByGroup(
          outline.elements[group].uniqueName, question: question)
        return problems.report(.expression(fault), at: place)
      }
      around = outline.elements[group].parent
    }
  }

  private mutating func defaultValue(of index: Int) -> (Expression?, isFixed: Bool) {
    let element = outline.elements[index]
    let text = table.text(.defaultValue, in: element.row)
    guard !text.isEmpty else { return (nil, isFixed: false) }
    let kind: Question.Kind? = if case .question(let kind) = element.content { kind } else { nil }
    if DefaultValue.isExpression(text, of: kind) {
      return (expression(.defaultValue, of: index), isFixed: false)
    }
    return (Expression(literal: text), isFixed: true)
  }

  private func straightened(_ text: String) -> String {
    String(
      text.map { character in
        switch character {
        case "‘", "’": "'"
        case "“", "”": "\""
        default: character
        }
      })
  }
}
