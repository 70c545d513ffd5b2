import CSV
import Calendar
import Expressions
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("What is wrong with lines and with the whole is told at once")
struct AnswersTogetherTests {
  static func form(_ items: [Item]) -> FormSession { FormSession(Sample.questionnaire(items)) }

  @Test("What the whole lacks is told beside the lines that are refused, if it does not hang on them")
  func together() {
    let form = Self.form([
      Sample.ask("a", .integer),
      Sample.ask("b", .integer, required: .always, relevant: "${a} > 1"),
      Sample.ask("c", .integer, required: .always),
      Sample.ask("d", .integer, relevant: "${a} > 1"),
      Sample.ask("e", .integer, constraint: Question.Constraint(expression: Sample.rule(". > 5"))),
      Sample.ask("twice", .calculate, calculation: "${a} * 2"),
      Sample.ask("f", .integer, constraint: Question.Constraint(expression: Sample.rule(". > ${twice}"))),
      Sample.ask("g", .integer, relevant: "${e} > 5 and ${a} > 1"),
      Sample.ask("h", .integer, required: .always),
    ])
    let text = "name,value\na,many\nd,1\ne,2\nf,0\ng,1\nh,few\n"
    #expect(
      DoorsTests.problems(text, with: form) == [
        "line 2: a: 'many' is no whole number; write digits alone, such as 12",
        "line 4: e: the answer breaks the rule . > 5; mend it",
        "line 6: 'g' is not asked, because of the answer to 'e', 'a'; take the line out, or mend that answer",
        "line 7: h: 'few' is no whole number; write digits alone, such as 12",
        "'c' is missing, and the questionnaire requires it; add a line for it",
      ])
    #expect(
      DoorsTests.problems(text.replacing("many", with: "0").replacing("few", with: "1"), with: form) == [
        "line 3: 'd' is not asked, because of the answer to 'a'; take the line out, or mend that answer",
        "line 4: e: the answer breaks the rule . > 5; mend it",
        "line 5: f: the answer breaks the rule . > ${twice}; mend it",
        "line 6: 'g' is not asked, because of the answer to 'e', 'a'; take the line out, or mend that answer",
        "'c' is missing, and the questionnaire requires it; add a line for it",
      ])
  }

  @Test("Where no answer hides a question, none is named")
  func hiddenByNoAnswer() {
    let form = Self.form([
      Sample.ask("c", .calculate, calculation: "0"), Sample.ask("t", .text, relevant: "${c} = 1"),
      Sample.ask("u", .text),
    ])
    #expect(
      DoorsTests.problems("name,value\nt,x\nu,y\n", with: form) == [
        "line 2: 't' is not asked, and no answer decides that; take the line out"
      ])
  }

  @Test(
    "A question is not missing whose line cannot be read, or names it almost",
    arguments: [
      ("sender,", "line 2, column 3: wrong number of cells: found 2, expected 3"),
      ("sender,Ana,maybe", "line 2: 'maybe' is no state"),
      ("sendr,Ana,", "line 2: the questionnaire has no question 'sendr'; did you mean 'sender'?"),
    ])
  func notMissing(line: String, problem: String) {
    let form = Self.form([
      Sample.ask("a", .text, required: .always), Sample.ask("sender", .text, required: .always),
    ])
    let problems = DoorsTests.problems("name,value,state\n\(line)\n", with: form)
    #expect(problems.count == 2)
    #expect(problems.first?.hasPrefix(problem) == true)
    #expect(problems.last == "'a' is missing, and the questionnaire requires it; add a line for it")
  }

  @Test("A line that names no question may be meant for what is missing, and for what others hang on")
  func unplaced() {
    let form = Self.form([
      Sample.ask("sender", .text, required: .always), Sample.ask("a", .integer),
      Sample.ask("b", .integer, relevant: "${a} > 1"),
      Sample.ask("c", .integer, constraint: Question.Constraint(expression: Sample.rule(". > 5"))),
    ])
    #expect(
      DoorsTests.problems("name,value\n,3\nb,1\nc,2\nunheard_of,4\n", with: form) == [
        "line 2: '' is no name of a question; write it as 'position' or 'event[1]/event_title'",
        "line 4: c: the answer breaks the rule . > 5; mend it",
        "line 5: the questionnaire has no question 'unheard_of'; use a name of its survey sheet",
        "'sender' is missing, and the questionnaire requires it; add a line for it, or mend one of the lines 2, 5 "
          + "if that is meant",
      ])
  }

  @Test("What an answer would have set, or kept from being changed, is not told of where its line is refused")
  func setByOthers() {
    let form = Self.form([
      Sample.ask("a", .integer),
      .question(
        Question(
          name: "b", kind: .integer, requirement: .always,
          trigger: Question.Trigger(by: ["a"], calculation: Sample.rule("${a} + 1")))),
      .question(
        Question(name: "c", kind: .integer, readOnlyWhen: Sample.rule("not(${a} > 1)"))),
      Sample.ask("d", .integer, required: .always),
    ])
    #expect(
      DoorsTests.problems("name,value\na,many\nc,1\n", with: form) == [
        "line 2: a: 'many' is no whole number; write digits alone, such as 12",
        "'d' is missing, and the questionnaire requires it; add a line for it",
      ])
    #expect(
      DoorsTests.problems("name,value\na,1\nc,1\n", with: form) == [
        "line 3: 'c' cannot be changed as the form stands: its 'read_only' holds; leave it out",
        "'d' is missing, and the questionnaire requires it; add a line for it",
      ])
  }

  // MARK: - At random

  static let seeds = 0..<120 as Range<UInt64>

  static func session(_ seed: UInt64) -> FormSession {
    FormSession(
      TangledForm.questionnaire(seed: seed, inRepeats: seed.isMultiple(of: 2)), id: "uuid:1",
      mode: seed.isMultiple(of: 5) ? .transcriber : .respondent,
      startedAt: Instant(secondsSinceEpoch: 1_541_695_320))
  }

  @Test("Nothing is told of the whole that is not so once refused lines are mended", arguments: seeds)
  func sound(seed: UInt64) {
    let session = Self.session(seed)
    let first = FaultyAnswers(to: session.questionnaire, seed: seed)
    var random = Random(seed: seed)
    for other in 0..<3 as Range<UInt64> {
      var answers = other == 0 ? first : first.withOtherValues(seed: seed * 7 + other)
      var told = answers.problems(with: session)
      while !answers.faulty.isEmpty {
        let mended = random.one(of: answers.faulty)
        answers.mend(mended)
        let next = answers.problems(with: session)
        let said = Set(next.compactMap(\.ofTheWhole))
        for problem in told {
          guard let what = problem.ofTheWhole, !said.contains(what) else { continue }
          // It said so itself.
          if case .missing(answers.lines[mended].address, let lines) = problem, !lines.isEmpty { continue }
          Issue.record("told, and not so after \(answers.lines[mended].text): \(problem)")
        }
        told = next
      }
    }
  }

  @Test("All is told of the whole that does not hang on a refused line", arguments: seeds)
  func complete(seed: UInt64) {
    let session = Self.session(seed)
    var answers = FaultyAnswers(to: session.questionnaire, seed: seed)
    let said = Set(answers.problems(with: session).compactMap(\.ofTheWhole))
    var doubtful = Set(answers.faulty.map { answers.lines[$0].address.question.text })
    if answers.faulty.contains(where: { answers.lines[$0].fault?.isPlaced == false }) {
      // It may be of any question.
      doubtful = Set(session.questionnaire.placed.map(\.question.name.text))
    }
    doubtful = session.questionnaire.names(hangingOn: doubtful)
    for index in answers.faulty { answers.mend(index) }
    for problem in answers.problems(with: session) {
      guard let what = problem.ofTheWhole, let name = problem.address?.question.text else { continue }
      if !doubtful.contains(name) { #expect(said.contains(what), "\(problem)") }
    }
  }
}

extension AnswersFileProblem {
  /// The question of which something is said that no line alone tells.
  fileprivate var address: Address? {
    switch self {
    case .missing(let address, _), .brokenRule(_, let address, _, _), .notOffered(_, let address, _, _, _),
      .notRanked(_, let address, _), .notAsked(_, let address, _):
      address
    default: nil
    }
  }

  /// What is said of the whole, apart from why; nothing for what is wrong with a line alone.
  fileprivate var ofTheWhole: String? {
    switch self {
    case .missing(let address, _): "missing \(address)"
    case .brokenRule(_, let address, _, _): "broken \(address)"
    case .notOffered(_, let address, let choice, _, _): "not offered \(address) \(choice)"
    case .notRanked(_, let address, _): "not ranked \(address)"
    case .notAsked(_, let address, _): "not asked \(address)"
    default: nil
    }
  }
}

extension Questionnaire {
  /// All names of questions and groups that hang on some names, as expressions write them: more than the engine needs.
  fileprivate func names(hangingOn names: Set<String>) -> Set<String> {
    var names = names
    func leans(_ expressions: [Expression?], _ around: [Group.Name]) -> Bool {
      around.contains { names.contains($0.text) }
        || expressions.compactMap(\.self).contains { expression in
          expression.source.contains("/*") && !names.isEmpty
            || expression.references.contains(where: names.contains)
        }
    }
    for _ in 0...(placed.count + groups.count) {
      for group in groups {
        var count: Expression?
        if case .counted(let expression) = group.repetition { count = expression }
        if leans([group.relevant, count], groupsAround(group.name)) { names.insert(group.name.text) }
      }
      for placed in placed {
        let question = placed.question
        var required: Expression?
        if case .when(let expression) = question.requirement { required = expression }
        let expressions = [
          question.relevant, question.constraint?.expression, question.calculation, question.choiceFilter,
          question.defaultValue, required,
        ]
        // A default of a repeat looks at the form of the moment at which the repeat comes.
        let begins = !placed.repeats.isEmpty && question.defaultValue?.references.isEmpty == false
        // What `once()` kept hangs on the order of the lines.
        let keeps = question.calculation?.callsOnce == true
        if leans(expressions, placed.groups) || (begins || keeps) && !names.isEmpty {
          names.insert(question.name.text)
        }
      }
    }
    return names
  }
}
