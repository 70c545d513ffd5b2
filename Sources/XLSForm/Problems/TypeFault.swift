public import Survey

extension FormProblem {
  /// What is wrong with a type or its parameters.
  public enum TypeFault: Sendable, Hashable {
    /// The row has no type.
    case missing
    /// XLSForm has no such type.
    case unknown(String, nearest: String?)
    /// It cannot be asked here, and the question may be left out.
    case skipped(String)
    /// What a telephone knows of itself and of who holds it, and a terminal does not.
    case alwaysEmpty(String)
    /// A select without the name of a list.
    case missingList(String)
    /// Choices from the answers to a question that is asked once: `select_one ${name}`.
    case choicesFromOneAnswer(String)
    /// Choices from the answers to a question that cannot be asked here.
    case choicesNotAsked(String)
    /// A type that cannot be asked here, in a row that is required.
    case requiredAndSkipped(String)
    /// Something else than one name behind a select that takes its choices from answers.
    case badChoicesFromAnswers(String)
    /// Parameters of a `range` that are not `key=value`.
    case rangeBadParameters(found: String)
    /// A parameter of a `range` that is no number.
    case rangeNotANumber(key: String, found: String)
    /// Steps that do not get from one end of a `range` to the other.
    case rangeBadStep(key: String, found: String)
    /// A number that a `range` does not have.
    case rangeNotOnScale(key: String, found: String)
    /// Ticks that are no number of steps apart.
    case rangeOffSteps(key: String, found: String)
    /// A parameter of a `range` that its appearance does not show.
    case rangeNotShown(key: String, appearance: String)
    /// `randomize` is neither true nor false.
    case badRandomize(found: String)
    /// A seed that is no number and no reference, or that nothing uses.
    case badSeed(found: String)
    /// A trigger that is no list of references.
    case badTrigger(found: String)
    /// A trigger that nobody is asked.
    case triggerNotAsked(String)
    /// Several choices from the answers to a question.
    case severalFromAnswers(String)
    /// A list of the sheet `external_choices` of which all is offered.
    case unfilteredExternal(String)
    /// A file's name with a folder in it, or with two endings.
    case badFileName(String)
    /// `or_other` on a list that is a file.
    case orOtherOnFile(String)
    /// `or_other` together with a `choice_filter`.
    case orOtherFiltered
    /// `or_other` in a form with languages: its texts are English.
    case orOtherTranslated
    /// A calculation without an expression.
    case missingCalculation
    /// Parameters that are not `key=value`.
    case badParameters(String)
    /// A parameter that the type does not have.
    case unknownParameter(String, type: String, nearest: String?)
    /// A parameter whose value is none that it can have; `expected` says which are.
    case badParameterValue(String, found: String, expected: String)
    /// Parameters without which others have no meaning.
    case missingParameters([String])
    /// A parameter that has no effect here.
    case unusedParameter(String, type: String)
    /// A parameter of an audit, which ODK Collect follows.
    case auditNotKept(String)
    /// `constraint_severity` holds something else than `error` or `warning`.
    case badSeverity(found: String, nearest: String?)
    /// An appearance that changes which choices are offered.
    case unsupportedAppearance(String)
    /// A default value that is no answer to the question, so that it is not used.
    case badDefault(AnswerProblem)
  }
}

extension FormProblem.TypeFault {
  /// What is wrong with the parameters of a `range`.
  init(_ fault: RangeParameters.Fault) {
    self =
      switch fault {
      case .notANumber(let key, let found): .rangeNotANumber(key: key, found: found)
      case .badStep(let key, let found): .rangeBadStep(key: key, found: found)
      case .notOnScale(let key, let found): .rangeNotOnScale(key: key, found: found)
      case .offSteps(let key, let found): .rangeOffSteps(key: key, found: found)
      }
  }
}

extension FormProblem.TypeFault: CustomStringConvertible {
  /// Whether the form can be used in spite of it.
  public var severity: FormProblem.Severity {
    switch self {
    case .skipped, .alwaysEmpty, .orOtherTranslated, .unusedParameter, .auditNotKept, .badDefault: .warning
    default: .error
    }
  }

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .missing: "the row has no type; write one, such as 'text', or delete the row"
    case .unknown(let type, let nearest):
      "'\(type)' is no question type"
        + suggestion(nearest, else: "use one of XLSForm's types, such as 'text'")
    case .skipped(let type):
      "'\(type)' cannot be asked here: the question is left out, since it is not required"
    case .alwaysEmpty(let type):
      "'\(type)' is always empty here: nothing is noted of a machine or of who sits at it; see whether that will do"
    case .missingList(let type): "'\(type)' needs a list; write its name behind it: '\(type) yes_no'"
    case .choicesFromOneAnswer(let name):
      "'${\(name)}' is asked once, so there is nothing to choose from; name a question of a repeat"
    case .choicesNotAsked(let name):
      "'${\(name)}' cannot be asked here, so there is nothing to choose from; take the row out"
    case .requiredAndSkipped(let type):
      "'\(type)' cannot be asked here, and the row is required; take 'required' off, or the row out"
    case .badChoicesFromAnswers(let list):
      "'\(list)' is neither a list nor one question; write the name of a list, or '${name}' of a question in a repeat"
    case .rangeBadParameters(let found):
      "'\(found)' is no scale; write 'start=0 end=10 step=1', with a point for decimals"
    case .rangeNotANumber(let key, let found):
      "'\(key)=\(found)' is no number; write digits, with a point for decimals, such as '\(key)=0.5'"
    case .rangeBadStep(let key, let found):
      "'\(key)=\(found)' does not get from 'start' to 'end'; write a number above 0 that is not longer than both apart"
    case .rangeNotOnScale(let key, let found):
      "'\(key)=\(found)' is not one of the numbers from 'start' to 'end'; write one that the steps meet"
    case .rangeOffSteps(let key, let found):
      "'\(key)=\(found)' is no number of steps; write the length of one 'step', or of several"
    case .rangeNotShown(let key, let appearance):
      "the parameter '\(key)' does not go with the appearance '\(appearance)'; write 'vertical', 'no-ticks' or none"
    case .badRandomize(let found):
      "'randomize=\(found)' is neither true nor false; write 'randomize=true', or leave it out"
    case .badSeed(let found):
      "'seed=\(found)' needs 'randomize=true', and is a number or one '${name}'; mend it or leave it out"
    case .badTrigger(let found):
      "'\(found)' is no trigger; write '${name}' of the question that sets it off, several with commas between them"
    case .triggerNotAsked(let name):
      "'${\(name)}' is not asked, so nobody changes its answer; name a question that people answer"
    case .severalFromAnswers(let list):
      "several choices from answers fall apart at the spaces in them, and pyxform cannot write them; write "
        + "'select_one \(list)', in a repeat where several can be chosen"
    case .unfilteredExternal(let list):
      "a 'select_one_external' offers what its 'choice_filter' finds; write one, or move the list to the sheet 'choices' "
        + "and write 'select_one \(list)'"
    case .badFileName(let name):
      "'\(name)' is no name of a list file; write the name alone, with one ending, such as 'list.csv', and put "
        + "the file beside the form"
    case .orOtherOnFile(let name):
      "'or_other' does not go with a file; add a row 'other' to '\(name)', and a text question that asks for it"
    case .orOtherFiltered:
      "'or_other' does not go with a 'choice_filter'; add a choice 'other', and a text question that asks for it"
    case .orOtherTranslated:
      "the texts that 'or_other' adds are English in all languages; add a choice 'other' and a text question"
    case .missingCalculation: "a 'calculate' needs an expression in the column 'calculation'; write one"
    case .badParameters(let found): "'\(found)' is no list of parameters; write them as 'value=id label=name'"
    case .unknownParameter(let key, let type, let nearest):
      "a row of type '\(type)' has no parameter '\(key)'" + suggestion(nearest, else: "leave it out")
    case .badParameterValue(let key, let found, let expected):
      "the parameter '\(key)' cannot be '\(found)'; write \(expected)"
    case .missingParameters(let keys):
      "to note places, an audit needs \(alternatives(keys.map { "'\($0)'" }, "and")) too; add what is missing, or leave "
        + "all of it out"
    case .unusedParameter(let key, let type):
      "the parameter '\(key)' has no effect in a row of type '\(type)'; leave it out"
    case .auditNotKept(let key):
      "the parameter '\(key)' does nothing here; ODK Collect goes by it"
    case .badSeverity(let found, let nearest):
      "'\(found)' is no severity" + suggestion(nearest, else: "write 'error' or 'warning'")
    case .unsupportedAppearance(let found):
      "the appearance '\(found)' means something to ODK Collect alone; name the file in the type "
        + "(select_one_from_file list.csv), and say in 'choice_filter' which of its rows are offered"
    case .badDefault(let problem): "\(problem); until then the question starts empty"
    }
  }
}
