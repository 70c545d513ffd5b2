/// Something that an expression says and a form does not bear out.
public struct ExpressionProblem: Hashable, Sendable {
  /// The character at which the part in question starts, from 1.
  public let position: Int

  /// What is wrong there.
  public let reason: Reason

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - position: The character at which the part in question starts, from 1.
  ///   - reason: What is wrong there.
  public init(position: Int, reason: Reason) {
    self.position = position
    self.reason = reason
  }

  /// What can be wrong with an expression in a form.
  public enum Reason: Hashable, Sendable {
    /// No question, group or repeat has this name.
    case unknownName(String, nearest: String?)
    /// A step of a path that no question, group or repeat is named after.
    case unknownStep(String, nearest: String?)
    /// A name without `${…}`, where it means nothing.
    case bareName(String, isKnown: Bool)
    /// The list has no such column.
    case unknownColumn(String, nearest: String?, columns: [String])
    /// Nothing in the list has this value in the column.
    case unknownValue(String, column: String, nearest: String?, values: [String])
    /// There is no such list.
    case unknownList(String, nearest: String?)
    /// No dialect has this function.
    case unknownFunction(String, nearest: String?)
    /// A function that is known, and not supported; `vendor` is the only program that has it.
    case unsupportedFunction(String, of: String?, remedy: String)
    /// The union of two paths.
    case unsupportedUnion
    /// A function was given too few or too many arguments.
    case wrongArguments(function: String, parameters: String, expected: String, found: Int)
    /// A function was given a value where it needs a question or a path.
    case notNodes(function: String, argument: Int)
    /// The list of a select has no such choice.
    case unknownChoice(String, question: String, nearest: String?, choices: [String])
    /// The name of a choice without quotes.
    case unquotedChoice(String, function: String)
    /// The question of `jr:choice-name` without quotes, so that its answer is taken for its name.
    case unquotedQuestion(String?)
    /// What a telephone knows of itself and of who holds it, and a terminal does not.
    case alwaysEmpty(String)
    /// Something else that `property()` is asked for.
    case unknownProperty(String, nearest: String?)
    /// A regular expression that cannot be read.
    case badPattern(String)
    /// A text in quotes that is no date, where one is needed.
    case notADate(String)
    /// An escape that `format-date` does not know.
    case badDateFormat(escape: String)
    /// A part that fails whatever is answered.
    case neverEvaluated(EvaluationError)
    /// A question in a repeat, asked from outside it where one value is needed.
    case severalValues(String, inRepeat: String)
    /// An order between a date and a text, which never holds.
    case dateAgainstText(String)
    /// A number compared with a text that is none.
    case numberAgainstText(String, question: String)
    /// The condition of `if` is the same whatever is answered, so one of its branches is never reached.
    case constantCondition(Bool)
    /// Two conditions on a question of which both never hold.
    case contradiction(question: String)
    /// `indexed-repeat` with a repeat that the question is not in.
    case notInRepeat(question: String, group: String)
    /// `current()` or `instance()` without a path behind it.
    case needsPath(String, instead: String)
  }

  /// Whether ODK takes the expression all the same, although it hardly says what was meant.
  public var isWarning: Bool {
    switch reason {
    case .unknownChoice, .dateAgainstText, .bareName, .unknownStep, .unknownColumn, .unknownValue,
      .numberAgainstText, .constantCondition, .contradiction, .alwaysEmpty:
      true
    default: false
    }
  }
}

extension ExpressionProblem: CustomStringConvertible {
  /// The problem in words, as in `character 3: there is no question 'agee'; did you mean 'age'?`.
  public var description: String { "character \(position): \(reason)" }
}

extension ExpressionProblem.Reason: CustomStringConvertible {
  /// What is wrong, what was found and what to do, without the place.
  public var description: String {
    switch self {
    case .unknownName(let name, let nearest):
      "there is no question '\(name)'" + Self.suggestion(nearest, else: "; add it, or name another")
    case .unknownStep(let name, let nearest):
      "no question is called '\(name)', so the path leads nowhere"
        + Self.suggestion(nearest, else: "; write ${…} in its place")
    case .bareName(let name, true): "'\(name)' is no value; write ${\(name)}"
    case .bareName(let name, false) where ["true", "false"].contains(name.lowercased()):
      "'\(name)' is no value; write \(name.lowercased())()"
    case .bareName(let name, false) where ["yes", "no"].contains(name.lowercased()):
      "'\(name)' is no value; a text needs quotes: '\(name)', and a truth is \(name.lowercased() == "yes")()"
    case .bareName(let name, false): "'\(name)' is no value; a text needs quotes: '\(name)'"
    case .unknownColumn(let column, let nearest, let columns):
      "the list has no column '\(column)'"
        + Self.suggestion(nearest, else: Self.choice(of: columns, "columns"))
    case .unknownValue(let value, let column, let nearest, let values):
      "nothing in the list has '\(value)' in the column '\(column)'"
        + Self.suggestion(
          nearest,
          else: values.count > 8 ? "; write a value that stands there" : Self.choice(of: values, "values"))
    case .unknownList(let list, let nearest):
      "there is no list '\(list)'" + Self.suggestion(nearest, else: "; add it to the choices")
    case .unknownFunction(let name, let nearest):
      "there is no function '\(name)'" + Self.suggestion(nearest.map { "\($0)()" }, else: "")
    case .unsupportedFunction(let name, nil, let remedy): "\(name)() is not supported; \(remedy)"
    case .unsupportedFunction(let name, let vendor?, let remedy):
      "\(name)() is a function of \(vendor), and ODK has none of that name; \(remedy)"
    case .unsupportedUnion: "'|' (the union of two paths) is not supported; use two expressions"
    case .wrongArguments(let function, let parameters, let expected, let found):
      "\(function)(\(parameters)) takes \(expected), not \(found)"
    case .notNodes(let function, let argument):
      "argument \(argument) of \(function)() must be a question or a path"
    case .unknownChoice(let choice, let question, let nearest, let choices):
      "'\(question)' has no choice '\(choice)'"
        + Self.suggestion(nearest, else: "") + Self.choice(of: choices, "choices")
    case .unquotedChoice(let choice, let function):
      "the second argument of \(function)() is the name of a choice; put it in quotes: '\(choice)'"
    case .unquotedQuestion(let name):
      "the second argument of jr:choice-name() is the name of a question; put it in quotes: '${\(name ?? "question")}'"
    case .alwaysEmpty(let name):
      "property('\(name)') is always empty here: nothing is noted of a machine or of who sits at it; see whether that "
        + "will do"
    case .unknownProperty(let name, let nearest):
      "ODK knows no property '\(name)'" + Self.suggestion(nearest, else: "; ask, or use a metadata question")
    case .badPattern(let pattern): "'\(pattern)' cannot be read as a regular expression"
    case .notADate(let text): "'\(text)' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"
    case .neverEvaluated(let error): "this fails whatever is answered: \(error)"
    case .badDateFormat(let escape):
      "'\(escape)' is no part of a date; use %Y %y %m %n %b %d %e %H %h %M %S %3 %a %W or %%"
    case .severalValues(let name, let group):
      "'\(name)' is in the repeat '\(group)' and has a value for each of its instances; "
        + "say which with indexed-repeat(), or use sum(), join(), max() or count()"
    case .dateAgainstText(let text):
      "a date is compared with a text, which never holds; write date('\(text)')"
    case .numberAgainstText(let text, let question):
      "'\(question)' is a number, and '\(text)' is none; write a number"
    case .constantCondition(let holds):
      "this is always \(holds), so if() never gives its \(holds ? "third" : "second") argument; "
        + "name a question in it, or write the other argument alone"
    case .contradiction(let question):
      "this never holds: two conditions on '\(question)' exclude each other; write 'or', or take one away"
    case .notInRepeat(let question, let group):
      "'\(question)' is not in the repeat '\(group)'; name a repeat that it is in"
    case .needsPath(let call, let instead): "\(call) needs a path behind it; write \(instead)"
    }
  }

  private static func suggestion(_ nearest: String?, else remedy: String) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? remedy
  }

  /// All of a few names; a long list is of no help in a message.
  private static func choice(of names: [String], _ what: String) -> String {
    names.isEmpty || names.count > 8 ? "" : "; its \(what) are \(names.joined(separator: ", "))"
  }
}
