import Calendar
import Messages
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("What can be done before the form")
struct WelcomeTests {
  static let form = Sample.form

  static func words(_ language: InterfaceLanguage = .english) -> FormText {
    let own = form.language(language.rawValue) ?? form.defaultLanguage
    return FormText(form, in: own, say: Interface(language))
  }

  static func session(_ country: String) throws -> FormSession {
    var session = FormSession(form)
    try session.apply(.answer("iscm", .one("puebla")))
    try session.apply(.answer("chair_country", .text(country)))
    return session
  }

  static func draft(held: Bool = false) throws -> DraftSummary {
    DraftSummary(
      session: try session("Mexico"), lastSaved: Instant(secondsSinceEpoch: 1_541_758_473), isHeld: held)
  }

  /// Two responses of one mechanism, of which only one says when it was sent.
  static func sent() throws -> [SentSummary] {
    [
      SentSummary(
        session: try session("Guatemala"), sentAt: Instant(secondsSinceEpoch: 1_541_695_320),
        receipt: Receipt(for: "uuid:1")),
      SentSummary(session: try session("Honduras"), sentAt: nil, receipt: Receipt(for: "uuid:2")),
    ]
  }

  // MARK: - Line by line

  func chosen(
    _ acts: [ScriptedTerminal.Act], drafts: [DraftSummary] = [], sent: [SentSummary]
  ) throws -> (choice: DraftChoice, text: String) {
    let paper = ScriptedTerminal.Paper(acts)
    var terminal = ScriptedTerminal(paper: paper)
    let choice = LineForm.choose(among: drafts, sent: sent, at: &terminal, words: Self.words())
    return (choice, paper.text)
  }

  @Test("What was sent can be corrected or looked at, line by line, behind the drafts")
  func lines() throws {
    let (choice, text) = try chosen(["6", "5"], drafts: [Self.draft()], sent: Self.sent())
    #expect(choice == .correct(1))
    #expect(
      text.hasPrefix(
        """
        A draft was found on this machine:
        1. Continue the draft: Regional Conference on Migration, answered 2 of 12, last saved 9 Nov 2018 10:14 UTC
        2. Look at it only: Regional Conference on Migration, answered 2 of 12, last saved 9 Nov 2018 10:14 UTC
        Regional Conference on Migration has answered already, on 8 Nov 2018 16:42 UTC; receipt VK3Q-0P51.
        3. Correct what was sent on 8 Nov 2018 16:42 UTC, receipt VK3Q-0P51
        4. Look at it only: VK3Q-0P51
        Regional Conference on Migration has answered already; receipt VK3Q-2P51.
        5. Correct what was sent, receipt VK3Q-2P51
        6. Look at it only: VK3Q-2P51
        7. Start another questionnaire (the draft is kept)
        Number: 6

        Review before sending.
        """))
    #expect(text.contains("2a Which country holds the Chair? Honduras\n"))
    #expect(text.hasSuffix("Only looked at; nothing was changed.\nNumber: 5\n"))
  }

  @Test("Without a draft, another form leaves what was sent as it is")
  func another() throws {
    let (choice, text) = try chosen(["3"], sent: [Self.sent()[1]])
    #expect(choice == .new)
    #expect(
      text == """
        Regional Conference on Migration has answered already; receipt VK3Q-2P51.
        1. Correct what was sent, receipt VK3Q-2P51
        2. Look at it only: VK3Q-2P51
        3. Start another questionnaire (what was sent stays as it is)
        Number: 3\n
        """)
  }

  // MARK: - Full screen

  static func screen(drafts: [DraftSummary] = [], sent: [SentSummary]) -> WelcomeScreen {
    WelcomeScreen(words: words(), drafts: drafts, sent: sent, speaking: words)
  }

  static func picture(_ screen: inout WelcomeScreen) -> String {
    screen.draw().rows.map { row in
      var text = row.text
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }

  @Test("The first screen tells that the mechanism has answered, and offers to correct it")
  func screens() throws {
    var screen = Self.screen(sent: [try Self.sent()[0]])
    #expect(
      Self.picture(&screen).contains(
        """
           ( ) 6  中文

         Regional Conference on Migration has answered already, on 8 Nov 2018 16:42 UTC;
         receipt VK3Q-0P51.
         > 7  Correct what was sent on 8 Nov 2018 16:42 UTC, receipt VK3Q-0P51
           8  Look at it only: VK3Q-0P51
           9  Start another questionnaire (what was sent stays as it is)

        """))
    #expect(screen.press(.enter) == .correct(0))
    #expect(screen.press(.text("9")) == nil)
    #expect(screen.press(.enter) == .new)
    #expect(screen.press(.text("8")) == nil)
    #expect(screen.press(.enter) == nil)
    #expect(Self.picture(&screen).contains("Look only: nothing can be changed"))
    #expect(screen.press(.function(8)) == nil)
    #expect(screen.press(.escape) == nil)
    #expect(screen.press(.up) == nil)
    #expect(screen.press(.enter) == .correct(0))
  }

  @Test("Of many items each can be reached by its number")
  func numbers() throws {
    var screen = Self.screen(drafts: [try Self.draft()], sent: try Self.sent())
    for (number, choice) in [
      ("7", DraftChoice.resume(0)), ("9", .correct(0)), ("11", .correct(1)), ("13", .new),
    ] {
      for digit in number.unicodeScalars { #expect(screen.press(.text(digit)) == nil) }
      #expect(screen.press(.enter) == choice, "\(number)")
    }
    #expect(screen.words.say.language == .english)
    #expect(screen.press(.text("2")) == nil)
    #expect(screen.words.say.language == .french, "no other number begins with 2")
  }

  @Test("A language that begins no other number is chosen by its number alone")
  func language() {
    var screen = Self.screen(sent: [])
    #expect(screen.press(.text("3")) == nil)
    #expect(screen.words.say.language == .spanish)
    #expect(screen.press(.text("1")) == nil)
    #expect(screen.words.say.language == .english)
  }

  // MARK: - Languages of the form

  static let swahili = Language(name: "Kiswahili", code: "sw")
  static let dari = Language(name: "دری", code: "prs")

  static func manyTongues(_ languages: [Language]) -> Questionnaire {
    Questionnaire(
      id: "tongues", version: "1", title: LocalizedText(unlocalized: "A form"), languages: languages,
      defaultLanguage: languages[0],
      items: [
        .question(
          Question(
            name: "a", kind: .text,
            wording: Wording(
              label: LocalizedText(Dictionary(uniqueKeysWithValues: languages.map { ($0, $0.name) })))))
      ], lists: [])
  }

  static func screen(of form: Questionnaire, in language: Language) -> WelcomeScreen {
    WelcomeScreen(
      words: FormText(form, in: language, say: Interface(.english)), drafts: [],
      speaking: { FormText(form, in: form.language(of: $0) ?? form.defaultLanguage, say: Interface($0)) })
  }

  @Test(
    "Languages of the form that the interface does not speak are offered too, and the one that is read is marked"
  )
  func ownLanguages() {
    let form = Self.manyTongues([Sample.english, Self.swahili, Self.dari])
    var screen = Self.screen(of: form, in: Sample.english)
    #expect(Self.picture(&screen).contains("   (*) 1  English\n"))
    #expect(
      Self.picture(&screen).contains(
        "   ( ) 6  中文\n   ( ) 7  Kiswahili (sw)\n   ( ) 8  دری (prs)\n\n > 9  Start the questionnaire"))
    #expect(screen.press(.text("7")) == nil)
    #expect(screen.words.language == Self.swahili)
    #expect(screen.words.say.language == .english)
    #expect(Self.picture(&screen).contains("   ( ) 1  English\n"))
    #expect(Self.picture(&screen).contains("   (*) 7  Kiswahili (sw)\n"))
    #expect(screen.press(.enter) == .new)
    #expect(screen.press(.text("2")) == nil)
    #expect(screen.words.language == Sample.english)
    #expect(
      Self.picture(&screen).contains("   (*) 2  Français / English (en)\n"), "the questions are in English")
    var started = Self.screen(of: form, in: Self.dari)
    #expect(Self.picture(&started).contains("   (*) 8  دری (prs)\n"))
  }

  @Test("A language that a heading names without its tag is the interface's, by its name")
  func named() {
    let (english, arabic) = (Language(heading: "English"), Language(heading: "Arabic"))
    let form = Self.manyTongues([
      english, Language(heading: "Swahili"), arabic, Language(heading: "fr (fr-CA)"),
    ])
    #expect(form.language(of: .english) == english)
    #expect(form.language(of: .arabic) == arabic)
    #expect(form.language(of: .french)?.code == "fr-CA")
    #expect(form.language(of: .russian) == nil)
    var screen = Self.screen(of: form, in: english)
    #expect(Self.picture(&screen).contains("   ( ) 6  中文\n   ( ) 7  Swahili\n\n > 8  Start"))
  }

  @Test("The line form says how the other languages are had")
  func linesNameLanguages() {
    let form = Self.manyTongues([Sample.english, Self.swahili, Self.dari])
    let filled = FormSession(form).filled(by: ["", "3"])
    #expect(
      filled.transcript.contains(
        "The questions are also in: Kiswahili (sw), دری (prs). To choose one, start again with --lang and its code.\n"
      ))
    #expect(!FormSession(Sample.form).filled(by: ["..", "6"]).transcript.contains("--lang"))
  }

  @Test("Without what was sent, drafts alone are offered, and without those the form")
  func unchanged() throws {
    var start = Self.screen(sent: [])
    var found = Self.screen(drafts: [try Self.draft()], sent: [])
    var held = Self.screen(drafts: [try Self.draft(held: true)], sent: [])
    #expect(Self.picture(&start).contains("   ( ) 6  中文\n\n > 7  Start the questionnaire\n\n Questions: 24."))
    #expect(
      Self.picture(&found).contains(
        """
           ( ) 6  中文

         A draft was found on this machine:
         > 7  Continue the draft: Regional Conference on Migration, answered 2 of 12,
              last saved 9 Nov 2018 10:14 UTC
           8  Look at it only: Regional Conference on Migration, answered 2 of 12, last
              saved 9 Nov 2018 10:14 UTC
           9  Start another questionnaire (the draft is kept)

         Questions: 24.
        """))
    #expect(Self.picture(&held).contains(" > 7  Look at it only: Reg"))
    #expect(Self.picture(&held).contains("   8  Take over the draft, which is open elsewhere: Reg"))
  }

  @Test("The offer is made in every language", arguments: InterfaceLanguage.allCases)
  func languages(language: InterfaceLanguage) throws {
    var screen = WelcomeScreen(
      words: Self.words(language), drafts: [], sent: [try Self.sent()[1]], speaking: Self.words)
    let picture = Self.picture(&screen)
    let say = Interface(language)
    #expect(picture.contains(say(.sentCorrectUndated, ["receipt": "VK3Q-2P51"])))
    #expect(picture.contains(say(.sentLook)))
    #expect(picture.contains(say(.sentNew)))
  }
}
