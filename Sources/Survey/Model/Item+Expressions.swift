internal import Expressions

extension Question {
  /// Every expression that the form evaluates for the question.
  var expressions: [Expression] {
    var all = [
      relevant, constraint?.expression, calculation, defaultValue, trigger?.calculation, choiceFilter,
      shuffle?.seed, readOnlyWhen,
    ].compactMap(\.self)
    if case .when(let condition) = requirement { all.append(condition) }
    return all
  }
}

extension Group {
  /// Every expression that the form evaluates for the group.
  var expressions: [Expression] {
    var all = [relevant].compactMap(\.self)
    if case .counted(let count) = repetition { all.append(count) }
    return all
  }
}
