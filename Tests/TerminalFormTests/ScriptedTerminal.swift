import Calendar
import Messages
import SampleForms
import Survey
import TerminalForm

/// A person who types what a script says; the transcript shows what they would see.
struct ScriptedTerminal: LineTerminal {
  /// What happens at a prompt.
  enum Act: ExpressibleByStringLiteral, Sendable {
    case input(LineInput)
    /// Typing with pauses: what stands in the line at each of them, and what comes in the end.
    case typing([String], LineInput)

    init(stringLiteral text: String) { self.init(text) }

    /// A line; `^C`, `^D`, `^TERM` and `^HUP` are what they say, `^BAD` is a line that is no UTF-8.
    init(_ text: String) {
      switch text {
      case "^C": self = .input(.interrupted)
      case "^D": self = .input(.end)
      case "^TERM": self = .input(.signal(15))
      case "^HUP": self = .input(.signal(1))
      case "^BAD": self = .input(.undecodable)
      default: self = .input(.line(text))
      }
    }
  }

  /// The paper that a terminal writes on; a class, because the form holds the terminal and the test reads on.
  final class Paper {
    var text = ""
    var acts: ArraySlice<Act>
    init(_ acts: [Act]) { self.acts = acts[...] }
  }

  let paper: Paper
  let isInteractive = true

  mutating func write(_ text: String) { paper.text += text }

  mutating func readLine(prompt: String, onPause: (String) -> Void) -> LineInput {
    paper.text += prompt
    switch paper.acts.popFirst() {
    case nil: return .end
    case .input(let input): return show(input)
    case .typing(let pauses, let input):
      for pause in pauses { onPause(pause) }
      return show(input)
    }
  }

  private func show(_ input: LineInput) -> LineInput {
    // The terminal echoes what is typed; the tests' own bytes are none of the form's.
    if case .line(let typed) = input { paper.text += typed.filter { $0 != "\u{1B}" } + "\n" }
    if case .undecodable = input { paper.text += "\u{FFFD}\n" }
    return input
  }
}

/// A desk that keeps what it is given, and can be told to fail.
final class TestDesk {
  struct Full: Error, CustomStringConvertible { var description: String { "The disk is full" } }

  var events: [FormEvent] = []
  var responses: [Response] = []
  /// Which events cannot be kept.
  var refuses: (FormEvent) -> Bool = { _ in false }
  /// How many submissions fail.
  var failures = 0
  /// Questions whose answers nobody changes.
  var fixed: Set<Address> = []
  /// Whether a file can be written.
  var canExport = false
  /// Whether nothing but the form may be used: no editor, no command.
  var isShared = false

  func desk(scratch: String = "") -> FormDesk {
    FormDesk(
      record: { event in
        if self.refuses(event) { throw Full() }
        self.events.append(event)
      },
      submit: { response in
        if self.failures > 0 {
          self.failures -= 1
          throw Full()
        }
        self.responses.append(response)
        return FormDesk.Receipt(receipt: Receipt(for: response.id), copy: "Responses/sample/responses.csv")
      },
      now: { Instant(secondsSinceEpoch: 1_541_758_473) },
      resumeCommand: isShared ? "" : "iscm fill sample --resume", scratchPath: isShared ? nil : scratch,
      source: .line, export: canExport ? { _ in "sample.txt" } : nil, fixed: fixed)
  }
}

/// A form that was filled by a script.
struct Filled {
  let outcome: FormOutcome
  let transcript: String
  let session: FormSession
  let desk: TestDesk

  /// The transcript from the first line that begins so.
  func from(_ start: String) -> String {
    let lines = transcript.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { $0.hasPrefix(start) }) else { return "" }
    return lines[first...].joined(separator: "\n")
  }

  /// The form as a journal of what was recorded gives it back.
  func replayed() throws -> FormSession {
    var session = FormSession(
      self.session.questionnaire, id: self.session.id, startedAt: self.session.startedAt)
    for event in desk.events { try session.apply(event) }
    return session
  }
}

extension FormSession {
  init(_ items: [Item], lists: [ChoiceList] = []) {
    self.init(Sample.questionnaire(items, lists: lists))
  }

  init(_ form: Questionnaire) {
    self.init(form, id: "uuid:1", startedAt: Instant(secondsSinceEpoch: 1_541_695_320))
  }

  /// Lets a script fill the form.
  func filled(
    by acts: [ScriptedTerminal.Act], desk: TestDesk = TestDesk(), scratch: String = "",
    in language: Language = Sample.english, interface: InterfaceLanguage = .english
  ) -> Filled {
    let paper = ScriptedTerminal.Paper(acts)
    var form = LineForm(
      self, at: ScriptedTerminal(paper: paper),
      words: FormText(questionnaire, in: language, say: Interface(interface)),
      desk: desk.desk(scratch: scratch))
    let outcome = form.run()
    return Filled(outcome: outcome, transcript: paper.text, session: form.session, desk: desk)
  }
}
