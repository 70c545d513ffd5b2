internal import Coding
internal import Survey

/// What a unit's answers to the questions of a figure were coded as.
struct CodedAnswers {
  /// A code that counts for the unit, with the answer that has it.
  struct Given {
    let code: Codebook.Code.Name
    let coding: Coding
    /// The place of the answer's question in the data.
    let domain: Int
    /// The place of the answer's source among those of the units.
    let source: Int
    let row: Int
  }

  /// The codes that count, in the order of the questions.
  private(set) var given: [Given] = []
  /// The sources of the answers that are coded or answered, in the order of precedence.
  private(set) var sources: [Int] = []
  /// How many answers are coded, and how many are not though they are there.
  private(set) var coded = 0
  private(set) var uncoded = 0
  /// What no more than half of an answer's coders gave.
  private(set) var leftOut: [Codebook.Code.Name] = []
  private(set) var disputed = 0
  /// What the questions without an answer are.
  private var states: [CellCode] = []

  /// How a unit stands to all questions together: coded, where one answer is.
  enum Standing {
    case coded, uncoded
    case state(RowState)
  }

  var standing: Standing {
    if coded > 0 { return .coded }
    if uncoded > 0 { return .uncoded }
    guard case .state(let state) = Analysis.Standing(states) else { return .uncoded }
    return .state(state)
  }

  /// Finds the codes of a unit.
  ///
  /// For each question the first source counts that has an answer, or a code of one that nobody knows any more: a
  /// code shows that there was an answer. A form for whose question the codebook has no code is not looked at.
  init(
    of unit: Int, in view: UnitView, questions: [(name: Question.Name, domain: Int)], codebook: Codebook,
    codings: [Questionnaire.ID: Codings]
  ) {
    for (name, domain) in questions {
      var best = CellCode.notAsked
      for source in view.units.sources.indices {
        let file = view.data.files[view.units.sources[source]]
        let place = Codebook.Place(form: file.form.id, question: name)
        guard let row = view.units.row(unit, source), !codebook.codes(at: place).isEmpty else { continue }
        let verdicts = codings[file.form.id]?.verdicts(file.id(row), name) ?? []
        let cell = file.code(row, domain)
        if !verdicts.isEmpty {
          add(Decision(verdicts, codebook: codebook, at: place), domain, source, row)
          best = .present
        } else if cell.isAnswer {
          uncoded += 1
          best = cell
        } else if cell.rank < best.rank {
          best = cell
        }
        if best.isAnswer {
          if !sources.contains(source) { sources.append(source) }
          break
        }
      }
      if !best.isAnswer { states.append(best) }
    }
  }

  private mutating func add(_ decision: Decision, _ domain: Int, _ source: Int, _ row: Int) {
    coded += 1
    given += decision.entries.map {
      Given(code: $0.code, coding: $0.coding, domain: domain, source: source, row: row)
    }
    if !decision.leftOut.isEmpty {
      disputed += 1
      leftOut += decision.leftOut
    }
  }
}
