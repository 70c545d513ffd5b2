internal import Expressions
internal import Survey

/// Reads the expressions of the sheet `survey` and checks them against the form.
struct ExpressionReader {
  private let table: Table<SurveyColumn>
  private let outline: SurveyOutline
  private let lists: FormLists
  private let listOf: [Int: ChoiceList.Name]
  private let scope: FormScope
  private var problems: [FormProblem] = []

  /// Reads the expressions of all rows.
  ///
  /// - Parameters:
  ///   - table: The sheet.
  ///   - outline: Its rows as a tree, with settled names.
  ///   - lists: The lists of the form.
  ///   - listOf: The list of each select, by its place in the outline.
  ///   - problems: Where all that is wrong with an expression is reported.
  /// - Returns: The expressions of each element, by its place in the outline.
  static func expressions(
    of table: Table<SurveyColumn>, _ outline: SurveyOutline, _ lists: FormLists,
    _ listOf: [Int: ChoiceList.Name],
    problems: inout [FormProblem]
  ) -> [ElementExpressions] {
    var reader = ExpressionReader(table: table, outline: outline, lists: lists, listOf: listOf)
    let expressions = outline.elements.indices.map { reader.expressions(of: $0) }
    for index in outline.elements.indices { reader.checkConditions(of: index, expressions) }
    problems += reader.problems
    return expressions
  }

  private init(
    table: Table<SurveyColumn>, outline: SurveyOutline, lists: FormLists, listOf: [Int: ChoiceList.Name]
  ) {
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
      if isRepeat { result.repeatCount = expression(.repeatCount, of: index) }
    case .question, .range, .select, .leftOut:
      result.relevant = expression(.relevant, of: index)
      result.constraint =
        expression(.constraint, of: index)
        ?? ImpliedRule(ofType: element.type).flatMap { try? Expression(parsing: $0.constraint) }
      if yesOrNo(table.text(.readOnly, in: element.row)) == nil {
        result.readOnly = expression(.readOnly, of: index)
      }
      result.seed = seed(of: index)
      result.calculation = expression(.calculation, of: index)
      let required = table.text(.required, in: element.row)
      switch yesOrNo(required) {
      case true?: result.isAlwaysRequired = true
      case false?: break
      case nil: result.required = expression(.required, of: index)
      }
      result.defaultValue = defaultValue(of: index)
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
    let source = text.utf8.contains(0xE2) ? straightened(text) : text
    let place = table.place(column, in: element.row)
    let faults = references(in: source).compactMap(outline.fault(ofReference:))
    for fault in faults { problems.report(.expression(fault), at: place) }
    guard faults.isEmpty else { return nil }
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

  private mutating func defaultValue(of index: Int) -> Expression? {
    let element = outline.elements[index]
    let text = table.text(.defaultValue, in: element.row)
    guard !text.isEmpty else { return nil }
    let kind: Question.Kind? = if case .question(let kind) = element.content { kind } else { nil }
    if DefaultValue.isExpression(text, of: kind) { return expression(.defaultValue, of: index) }
    return Expression(literal: text)
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
