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
    reportPathsToThemselves(expressions, in: table, problems: &problems)
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

  /// Reports expressions in which a `*` stands for the row itself among others.
  private func reportPathsToThemselves(
    _ expressions: [ElementExpressions], in table: Table<SurveyColumn>, problems: inout [FormProblem]
  ) {
    for (index, element) in elements.enumerated() {
      let cells = expressions[index]
      let isTriggered = !table.isBlank(.trigger, in: element.row)
      let columns: [(SurveyColumn, Expression?)] = [
        (.relevant, cells.relevant), (.repeatCount, cells.repeatCount),
        (.calculation, isTriggered ? nil : cells.calculation), (.required, cells.required),
        (.readOnly, element.isGroup ? nil : cells.readOnly),
      ]
      for (column, expression) in columns {
        guard expression?.pathsToAll.contains(where: { leads($0, from: index, to: index) }) == true else {
          continue
        }
        problems.report(
          .expression(.circleOfAll(element.uniqueName)), at: table.place(column, in: element.row))
      }
    }
  }

  /// Whether a path of names, `..` and `*` leads from one element to another.
  private func leads(_ path: Path, from start: Int, to end: Int) -> Bool {
    var places: [FormPlace] =
      switch path.root {
      case .context, .current: [.element(start)]
      case .document: [.top]
      case .reference(let name): (named[name] ?? []).map { .element($0) }
      case .instance: []
      }
    for step in path.steps {
      places = places.flatMap { place -> [FormPlace] in
        switch (step.axis, place) {
        case (.parent, .element(let index)): [elements[index].parent.map { .element($0) } ?? .form]
        case (.parent, _): [.top]
        case (.child(let name), .top): name == nil || name == "data" ? [.form] : []
        case (.child(let name), .form): below(nil, named: name)
        case (.child(let name), .element(let index)): below(index, named: name)
        }
      }
    }
    return places.contains(.element(end))
  }

  private func below(_ group: Int?, named name: String?) -> [FormPlace] {
    (children[group] ?? []).filter { name == nil || elements[$0].name == name }.map { .element($0) }
  }
}

/// A place in the tree that paths go through.
private enum FormPlace: Equatable {
  /// Above the form.
  case top
  case form
  case element(Int)
}
