internal import CSV
internal import Expressions

extension PlanProblem.Reason: CustomStringConvertible {
  /// What was found, what was expected and what to do, without the place.
  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .noSuchColumn(let found, let suggestion):
      "'\(found)' is no column of a plan" + Self.remedy(suggestion, else: "; take it out")
    case .noSuchLanguage(let found, let suggestion, let languages):
      "the form has no language '\(found)', so nobody will read these titles"
        + Self.remedy(
          suggestion, else: "; it has \(languages.joined(separator: ", ")); name one, or take the column out")
    case .columnMissing(let name): "there is no column '\(name)'; add it to the first line"
    case .wrongCellCount(let found, let expected):
      "the line has \(found) cells, but the first line has \(expected); a text with a comma needs quotes"
    case .empty(let expected): "the cell is empty; write \(expected)"
    case .noFigureName(let found):
      "'\(found)' cannot name a figure and its files; use letters, digits, '-' and '_'"
    case .nameOfReport(let found):
      "'\(found)' names files of the report itself, such as audit.csv and report.pdf; give the figure another name"
    case .repeatedFigure(let found, let line):
      "'\(found)' stands on line \(line) already; give it another name"
    case .noSuchForm(let found): "there is no questionnaire '\(found)'; write the form_id of one"
    case .noSuchQuestion(let found, let suggestion, let forms):
      "'\(found)' is no question of \(forms)"
        + Self.remedy(suggestion, else: "; write the name of one, as its survey sheet has it")
    case .noMatch(let pattern, let forms):
      "no question of \(forms) matches '\(pattern)'; write names, or another pattern"
    case .neverAsked(let name): "nobody is asked '\(name)'; name a question that takes an answer"
    case .inRepeat(let name, let group):
      "'\(name)' is in the repeat group '\(group)', and each response may have many; name a question outside of it"
    case .notInRepeat(let name, let group):
      "'\(name)' is not in the repeat group '\(group)', as the others are; make a figure of each"
    case .repeatsNotCounted(let name, let group, let statistic):
      "'\(statistic.rawValue)' cannot count '\(name)', which is in the repeat group '\(group)'; "
        + "count with count, count_multiple or answered"
    case .repeatsNotDivided(let name, let group):
      "'\(name)' is in the repeat group '\(group)', whose answers are not divided; leave it empty, or use a filter"
    case .repeatsNotSuppressed(let name, let group):
      "'\(name)' is in the repeat group '\(group)', whose small counts cannot be withheld; make it anonymous"
    case .baseNeedsRepeats: "'repeats' is the base of a question in a repeat group; use another base"
    case .givesAway(let disclosure): disclosure.description
    case .kindsDiffer(let name, let first, let other, let form):
      "'\(name)' is a \(first) in the first form, but a \(other) in \(form); leave one of the forms out"
    case .renamedIn(let form, let name, let now):
      "'\(name)' is called '\(now)' in \(form) now; rename it alike in the other forms, or compare the forms as waves, "
        + "whose map says which questions are the same"
    case .choiceRenamedIn(let form, let choice, let name, let now):
      "'\(choice)' of '\(name)' is called '\(now)' in \(form) now, and another form still has it; name both, rename it "
        + "alike in the other forms, or compare the forms as waves"
    case .oneQuestionOnly(let statistic, let found):
      "'\(statistic.rawValue)' counts one question, but \(found) are named; make a figure of each, "
        + "or count with 'any' or 'answered'"
    case .wrongKind(let name, let kind, let statistic):
      "'\(statistic.rawValue)' cannot count '\(name)', which is a \(kind); \(Self.statistic(for: kind))"
    case .unitMissing(let name, let form):
      "\(form) does not ask '\(name)', so nobody can tell whose answers it has; leave that form out, "
        + "or name a question that all forms ask"
    case .noChoices(let name, let kind):
      "'\(name)' is a \(kind), whose form has no choices to count; count who answered it with 'any'"
    case .noUnit(let name, let kind):
      "'\(name)' is a \(kind), but a unit is a select_one, a text or an integer"
    case .notAmong(let found, let expected, let suggestion):
      "'\(found)' is none of \(expected.joined(separator: ", "))"
        + Self.remedy(suggestion, else: "; use one of them")
    case .registerNeedsUnit:
      "'registered' needs a unit, whose list is the register; write it in the column 'unit', or use another base"
    case .registerWithFilter:
      "'registered' cannot be filtered: of those that returned nothing nobody knows the answers; "
        + "use distinct, asked or answered"
    case .baseSaysNothing(let statistic):
      "of those that answered, all answered, so '\(statistic.rawValue)' would say nothing; "
        + "use asked, distinct or registered"
    case .namesUnits(let name, let attribution):
      "'\(name)' names the units, but the figure is \(attribution.rawValue); use another question, or name them"
    case .byNotPossible(let statistic):
      "'\(statistic.rawValue)' cannot be divided; count with count, count_multiple or any, or leave the cell empty"
    case .byItself(let name): "'\(name)' would be divided by itself; name another question"
    case .byNoSelect(let name, let kind): "'\(name)' is a \(kind), but rows are divided by a select; name one"
    case .stackedNeedsBy: "'stacked' needs a question to divide by; write it in the column 'by', or use bars"
    case .matrixNeedsNames:
      "'matrix' shows who gave which answer; write a question in 'unit' and 'named' in 'attribution', or use ranking"
    case .noExpression(let error): error.description
    case .badExpression(let problem): problem.description
    case .nothingPlanned: "there is no figure; name a question, or write a plan"
    case .noMemberships:
      "there is no list of memberships; write membership.csv and countries.csv beside the form or among the lists"
    case .noSuchCountry(let code, let file):
      "'\(code)' is no country of \(file); mend the code, or add the country"
    case .notOnRegister(let found, let suggestion):
      "'\(found)' is not on the register of mechanisms"
        + Self.remedy(suggestion, else: "; mend the name, or add the mechanism to the register")
    case .baseOfMemberships(let base):
      "'\(base.rawValue)' is about answers, and memberships are none; use registered or distinct"
    case .unitOfMemberships(let name):
      "memberships are of '\(name)', so it is the unit too; write it in both columns"
    case .membershipsAreNamed(let attribution):
      "memberships are public, so they cannot be \(attribution.rawValue); write named"
    case .noCount(let found): "'\(found)' is no count; write a whole number, from 0"
    case .noPlaceFor(let measure, let found): "'\(measure)' has no use for '\(found)'; leave the cell empty"
    case .oneQuestion(let measure, let found):
      "'\(measure)' is about one question, but \(found) are named; make a claim of each"
    case .noSuchFigure(let found, let suggestion):
      "'\(found)' is no figure of the plan" + Self.remedy(suggestion, else: "; write the name of one")
    case .noTotal(let found):
      "'\(found)' has no total; name a figure that counts with distinct or memberships, or claim its 'most'"
    case .noCondition(let found):
      "'\(found)' is no condition; write 'where', a question, 'is', and its codes: where position is yes"
    case .noSuchCodebook(let found):
      "there is no codebook '\(found)' beside the plan; write the name of its file, such as codebook.csv"
    case .codebookNotUsed(let statistic):
      "'\(statistic.rawValue)' counts no codes; leave the cell empty, or count with coded"
    case .noCodes(let name, let codebook, let forms):
      "\(codebook) has no code for '\(name)' of \(forms); write its codes there, or name another question"
    case .baseNeedsCodes: "'coded' is a base of codes alone; use distinct, asked or answered"
    case .waves(let reason): reason.description
    }
  }

  private static func remedy(_ suggestion: String?, else other: String) -> String {
    suggestion.map { "; did you mean '\($0)'?" } ?? other
  }

  private static func statistic(for kind: String) -> String {
    switch kind {
    case "select_one": "use count"
    case "select_multiple": "use count_multiple"
    default: "use answered"
    }
  }
}
