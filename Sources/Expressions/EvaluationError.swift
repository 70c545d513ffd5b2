/// What can go wrong only once the answers are known.
public enum EvaluationError: Error, Hashable, Sendable {
  /// One value was needed of a node that is there several times.
  case repeated(name: String, count: Int)
  /// A text or a number is no date.
  case notADate(String)
  /// A regular expression cannot be read.
  case badPattern(String)
  /// A regular expression takes too long with a text.
  case costlyPattern(text: String)
  /// The format of a date has an escape that does not exist.
  case badDateFormat(format: String, escape: String)
  /// A function was given a value where it needs nodes.
  case notNodes(function: String)
  /// `indexed-repeat` was given a repeat that the question is not in.
  case notInRepeat(question: String, group: String)
  /// More steps `..` than there are groups.
  case aboveTheForm
  /// The seed of `randomize` is no number.
  case notASeed(String)
  /// There is no list of that name.
  case missingInstance(String)
  /// An expression asks for chance where none is offered.
  case noRandomSource(function: String)
  /// `weighted-checklist` was given node sets of different sizes.
  case unequalCounts(function: String, Int, Int)
  /// A text that would be put together has more bytes than any text of a form.
  case tooLong(limit: Int)
  /// Something that is known, but not supported.
  case notSupported(String)
}

extension EvaluationError: CustomStringConvertible {
  /// What went wrong, what was found and what to do.
  public var description: String {
    switch self {
    case .repeated(let name, let count):
      "'\(name)' is there \(count) times, and one value is needed; "
        + "say which with indexed-repeat(), or use sum(), join(), max() or count()"
    case .notADate(let text): "'\(text)' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"
    case .badPattern(let pattern): "'\(pattern)' cannot be read as a regular expression"
    case .costlyPattern(let text):
      "the regular expression takes too long with '\(text.prefix(40))'; write a simpler one, without \\1"
    case .badDateFormat(let format, let escape):
      "'\(escape)' in the date format '\(format)' is not known; "
        + "use %Y %y %m %n %b %d %e %H %h %M %S %3 %a %W or %%"
    case .notNodes(let function): "\(function)() needs a question or a path, not a value"
    case .notInRepeat(let question, let group):
      "indexed-repeat() needs a repeat that '\(question)' is in, and it is not in '\(group)'"
    case .aboveTheForm: "'..' leads out of the form; take away one '..' or more"
    case .notASeed(let text): "'\(text)' is no seed for randomize(); give a number"
    case .missingInstance(let name): "there is no list '\(name)' for instance('\(name)')"
    case .noRandomSource(let function): "\(function)() cannot be used here: nothing may depend on chance"
    case .unequalCounts(let function, let first, let second):
      "\(function)() was given \(first) factors and \(second) weights; give as many of both"
    case .tooLong(let limit):
      "a text of more than \(limit) bytes would be put together; make its parts shorter"
    case .notSupported(let what): "\(what) is not supported"
    }
  }
}
