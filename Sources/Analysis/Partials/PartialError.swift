public import Survey

/// Why a part cannot be counted, or parts cannot be added up.
public enum PartialError: Error, Sendable {
  /// Its file cannot be counted at all.
  case unreadable(AnalysisError)
  /// What was asked for cannot be done in parts, or the parts do not belong together.
  case problems([PartialProblem])
  /// Rows take the place of rows in other parts: those must be counted anew without them.
  case openRevisions(parts: [PartName], count: Int)
}

/// One thing that stands against counting in parts.
public enum PartialProblem: Sendable, Hashable {
  /// Why a figure cannot be counted in parts.
  public enum Figures: Sendable, Hashable {
    case codes, memberships, repeats, waves, who, severalForms, otherForms
    case units([String])
  }

  case figure(Figure.ID, Figures)
  case volumes(file: String)
  case noParts
  case notPartial(file: String, line: Int)
  case notANumber(file: String, line: Int, found: String)
  case noLine(file: String, line: Int, found: String)
  case notUTF8(file: String, line: Int)
  case cutOff(part: String)
  case twice(part: String)
  case unequal(part: String, form: String)
  case mixedNames(String, String)
  case missing([Int], total: Int)
  case beyond(part: String, total: Int)
  case differs(part: String, what: String, found: String, expected: String)
  case tooManyUnlisted(question: Question.Name, limit: Int)
  case noPart(file: String, line: Int, found: String)
}

extension PartialError: CustomStringConvertible {
  /// What was found, what was expected and what to do, a line a problem.
  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .problems(let problems): problems.map(\.description).joined(separator: "\n")
    case .openRevisions(let parts, let count):
      "\(count) responses in other parts are superseded by rows of \(parts.map(\.text).joined(separator: ", ")), and "
        + "were counted; write them down with --revisions beside --merge, count all parts again with "
        + "--superseded and that file, and merge those"
    }
  }
}

extension PartialProblem: CustomStringConvertible {
  /// What the facts of a part's head are, by the names that they have there.
  private static let words = [
    "format": "version of the text", "program": "version of iscm", "figures": "choice of figures",
    "lists": "list of choices or questions", "columns": "header", "asked": "asked.csv",
    "superseded": "list of --superseded", "total": "number of parts", "now": "moment for now()",
  ]

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .figure(let id, let reason): "'\(id)' \(reason.words); count it without --partial, in one file"
    case .volumes(let file):
      "\(file): its rows stand in several files, expected one; count each of them as a part of its own, "
        + "with --responses FILE --partial --part NUMBER/TOTAL"
    case .noParts: "no partial tally was found, expected at least one; name files that --partial wrote"
    case .notPartial(let file, let line):
      "\(file):\(line): this is no line of a partial tally; name files that iscm tally --partial wrote"
    case .notANumber(let file, let line, let found):
      "\(file):\(line): found the number '\(found)', expected a whole one from 1 on, and all together at most "
        + "\(PartialLine.most); make the partial tally again"
    case .noLine(let file, let line, let found):
      "\(file):\(line): found '\(found)', expected what a partial tally of these figures says; make it again"
    case .notUTF8(let file, let line):
      "\(file):\(line): found bytes that are not UTF-8, expected the text that iscm tally --partial wrote; make it again"
    case .cutOff(let part):
      "part '\(part)': lines of it are missing; make it again, and take it whole"
    case .twice(let part):
      "part '\(part)' is there twice; leave one out, or tell two parts of one name apart with --part NUMBER"
    case .unequal(let part, let form):
      "part '\(part)': the responses to \(form) are not the same for all parts; give every part the same file of them"
    case .mixedNames(let number, let name):
      "part '\(number)' has a number, '\(name)' has none, expected all or none; give each part its --part NUMBER"
    case .missing(let numbers, let total):
      "of \(total) parts these are missing: \(numbers.prefix(Findings.limit).map(String.init).joined(separator: ", "))"
        + "\(numbers.count > Findings.limit ? " and others" : ""); add them"
    case .beyond(let part, let total):
      "part '\(part)': found a part beyond the \(total) that there are, or another total; number parts alike"
    case .differs(let part, let what, let found, let expected):
      "part '\(part)' has another \(Self.words[what] ?? what): found '\(found)', expected '\(expected)'; make it again with the same "
        + "program, questionnaire and options"
    case .tooManyUnlisted(let question, let limit):
      "'\(question)' has more than \(limit) different answers that its list does not have, which cannot be told apart "
        + "over parts; mend them, or count it in one file"
    case .noPart(let file, let line, let found):
      "\(file):\(line): found '\(found)', expected a part and the id of a response, with a tab between; write it with "
        + "--revisions beside --merge"
    }
  }
}

extension PartialProblem {
  /// Where a line stands that is none; problems are told in the order of files and lines.
  var place: PartialPlace {
    if case .noLine(let file, let line, _) = self { return PartialPlace(file: file, line: line) }
    return PartialPlace(file: "", line: 0)
  }
}

/// A line of a file.
struct PartialPlace: Comparable {
  let file: String
  let line: Int

  static func < (one: PartialPlace, other: PartialPlace) -> Bool {
    (one.file, one.line) < (other.file, other.line)
  }
}

extension PartialProblem.Figures {
  fileprivate var words: String {
    switch self {
    case .codes: "counts codes of open answers, which are given to a whole file"
    case .memberships: "counts memberships, which are no answers"
    case .repeats: "counts the repeats of a group, whose file is no part"
    case .waves: "compares waves"
    case .who: "lists every response, since each counts by itself"
    case .severalForms: "draws from several forms, and counts each response by itself"
    case .otherForms: "does not draw from the questionnaire whose parts are counted"
    case .units(let names): "counts other units than other figures do: \(names.joined(separator: ", "))"
    }
  }
}
