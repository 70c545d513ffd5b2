internal import Expressions

extension SurveyOutline {
  /// Reports circles of relevance and calculation, each at the row of its first element.
  ///
  /// - Parameters:
  ///   - expressions: The expressions of each element.
  ///   - table: The sheet.
  ///   - problems: Where circles are reported.
  func reportCircles(
    _ expressions: [ElementExpressions], in table: Table<SurveyColumn>, problems: inout [FormProblem]
  ) {
    let dependencies = elements.indices.map { index in
      var cells = expressions[index]
      // What a trigger sets off is worked out once, not whenever something that it names changes.
      if !table.isBlank(.trigger, in: elements[index].row) { cells.calculation = nil }
      let names = [cells.relevant, cells.calculation, cells.repeatCount].compactMap(\.self).flatMap(
        \.references)
      let targets = names.compactMap { named[$0]?.count == 1 ? named[$0]?.first : nil }
      // `once()` looks at its own question on purpose: it keeps what is there.
      let isSelf = [cells.relevant, cells.calculation].contains { expression in
        expression.map { $0.refersToItself && !$0.source.contains("once(") } ?? false
      }
      return targets + (isSelf ? [index] : []) + [elements[index].parent].compactMap(\.self)
    }
    for circle in CircleFinder.circles(in: dependencies) {
      let first = circle[0]
      let column: SurveyColumn =
        if expressions[first].relevant?.references.isEmpty == false {
          .relevant
        } else if expressions[first].repeatCount != nil {
          .repeatCount
        } else {
          .calculation
        }
      let names = (circle + [first]).map { elements[$0].uniqueName }
      problems.report(.expression(.circle(names)), at: table.place(column, in: elements[first].row))
    }
  }
}
