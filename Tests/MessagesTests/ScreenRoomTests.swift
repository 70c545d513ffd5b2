import Messages
import Testing

@Suite("Rows of the full screen at 80 columns")
struct ScreenRoomTests {
  /// Hints as the form sets them: a space first, three between two, one column free at the end.
  static func row(of hints: [Phrase], in language: InterfaceLanguage) -> String {
    " " + hints.map { Interface(language)($0) }.joined(separator: "   ")
  }

  @Test("The keys that choose stand in one row with the menu's", arguments: InterfaceLanguage.allCases)
  func choosing(language: InterfaceLanguage) {
    let hints: [Phrase] = [.hintChoose, .hintNext, .hintAll, .hintNone, .hintScroll, .hintMenu]
    #expect(Self.row(of: hints, in: language).columns < 80)
  }

  @Test("The keys that write a text stand in one row with the menu's", arguments: InterfaceLanguage.allCases)
  func writing(language: InterfaceLanguage) {
    let hints: [Phrase] = [.hintNewLine, .hintNextQuestion, .hintEditor, .hintUndo, .hintMenu]
    #expect(Self.row(of: hints, in: language).columns < 80)
  }

  @Test("The keys at a list of repeats stand in one row", arguments: InterfaceLanguage.allCases)
  func listing(language: InterfaceLanguage) {
    let hints: [Phrase] = [.hintOpen, .hintAdd, .hintRemove, .hintHelp, .hintUndo, .hintMenu]
    #expect(Self.row(of: hints, in: language).columns < 80)
  }

  @Test("The keys of the first screen stand in one row", arguments: InterfaceLanguage.allCases)
  func welcome(language: InterfaceLanguage) {
    #expect(Interface(language)(.welcomeKeys).columns <= 78)
  }

  @Test("The header leaves 25 columns to the title of a part", arguments: InterfaceLanguage.allCases)
  func header(language: InterfaceLanguage) {
    let say = Interface(language)
    let number = say(.questionShort, ["number": "25a"])
    let progress = say(.answeredShort, ["answered": "24", "asked": "28"])
    for state in [Phrase.stateSaved, .stateSaving, .stateNotSaved] {
      let status = [number, progress, say(state)].joined(separator: "   ")
      #expect(80 - status.columns - 3 >= 25, "\(status)")
    }
  }
}
