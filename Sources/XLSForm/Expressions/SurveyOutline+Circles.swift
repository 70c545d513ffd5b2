internal import Expressions

extension SurveyOutline {
  /// Reports circles of relevance, calculation and the conditions on which a question is required or locked, each at
  /// the row of its first element; as JavaRosa has it.
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
      // What is in a locked group does not wait for the group.
      if elements[index].isGroup { cells.readOnly = nil }
      let conditions = [cells.relevant, cells.calculation, cells.required, cells.readOnly]
      let names = (conditions + [cells.repeatCount]).compactMap(\.self).flatMap(\.references)
      let targets = names.compactMap { named[$0]?.count == 1 ? named[$0]?.first : nil }
      let isSelf = conditions.contains { $0.map { $0.refersToItself && !$0.callsOnce } ?? false }
      return targets + (isSelf ? [index] : []) + [elements[index].parent].compactMap(\.self)
    }
    for circle in CircleFinder.circles(in: dependencies) {
      let first = circle[0]
      let next = elements[circle.count > 1 ? circle[1] : first].name
      let cells = expressions[first]
      let columns: [(SurveyColumn, Expression?)] = [
        (.relevant, cells.relevant), (.repeatCount, cells.repeatCount), (.calculation, cells.calculation),
        (.required, cells.required), (.readOnly, cells.readOnly),
      ]
      let column =
        columns.first {
          $1.map { $0.references.contains(next) || circle.count == 1 && $0.refersToItself } ?? false
        }?.0
        ?? columns.first { $1?.references.isEmpty == false }?.0 ?? .calculation
      let names = (circle + [first]).map { elements[$0].uniqueName }
      problems.report(.expression(.circle(names)), at: table.place(column, in: elements[first].row))
    }
  }
}
