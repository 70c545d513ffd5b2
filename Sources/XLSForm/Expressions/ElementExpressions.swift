internal import Expressions

/// The expressions of one row.
struct ElementExpressions {
  var relevant: Expression?
  var constraint: Expression?
  var required: Expression?
  var isAlwaysRequired = false
  var calculation: Expression?
  var defaultValue: Expression?
  /// Whether the default is the text of its cell, and no expression.
  var hasFixedDefault = false
  var choiceFilter: Expression?
  var repeatCount: Expression?
  var readOnly: Expression?
  var seed: Expression?
}
