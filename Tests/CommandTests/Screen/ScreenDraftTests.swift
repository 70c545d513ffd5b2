import Foundation
import Testing
import VirtualTerminal

@Suite("Drafts on a full screen")
struct ScreenDraftTests {
  @Test(
    "Killed in the middle of typing, the form goes on where it was, less the last second", arguments: 1...3)
  func killed(seed: UInt64) throws {
    let scratch = try Scratch()
    let session = try ScreenSession.atQuestion2a(in: scratch)
    let text = Array("The quick brown fox jumps over the lazy dog, \(seed) times, and again.")
    var typed: [(at: Date, text: String)] = []
    // Without a pause that the form could use, for some seconds.
    for count in 1...text.count {
      try session.type(String(text[count - 1]))
      typed.append((Date(), String(text[..<count])))
      session.settle(for: Int32(20 + (seed &* UInt64(count) &* 7_919) % 40))
    }
    session.terminal.send(SIGKILL)
    let end = Date()
    #expect(try session.end() == 137)
    // A second for the rule, and one for a machine that has other work.
    let old = typed.last { end.timeIntervalSince($0.at) > 2 }?.text ?? ""
    try #require(!old.isEmpty)

    let again = try ScreenSession("iscm fill gcm-review-2018", in: scratch)
    try again.wait(forScreen: "Continue the draft: Regional Conference on")
    try again.press(.enter)
    try again.wait(forScreen: "2a. Which country holds the Chair?")
    let screen = again.screen
    let kept = screen.rows[screen.cursor.row].text.drop { $0 == " " }
    #expect(kept.hasPrefix(old))
    #expect(String(text).hasPrefix(kept))
    try again.press(.control("c"), .control("c"))
    #expect(try again.end() == 3)
  }

  @Test("With --resume the last draft is there at once, at its place")
  func resumes() throws {
    let scratch = try Scratch()
    let session = try ScreenSession.atQuestion2a(in: scratch)
    try session.typeAndSee("Guatemala")
    try session.press(.tab)
    try session.wait(forScreen: "> 2b Name of the current Chair")
    try session.typeAndSee("Ana Pérez")
    session.terminal.send(SIGTERM)
    _ = try session.end()
    let again = try ScreenSession("iscm fill gcm-review-2018 --resume", in: scratch)
    try again.wait(forScreen: "> 2b Name of the current Chair")
    #expect(again.screen.isCursor(behind: "Ana Pérez"))
    #expect(again.screen.place(of: "Guatemala") != nil)
    try again.press(.control("c"), .control("c"))
    #expect(try again.end() == 3)
  }

  @Test("A draft that another session fills can be looked at; taken over, the other can keep nothing more")
  func heldDraft() throws {
    let scratch = try Scratch()
    let first = try ScreenSession.atQuestion2a(in: scratch)
    try first.typeAndSee("Guatemala")
    try first.press(.tab)
    try first.wait(forScreen: "> 2b Name of the current Chair")
    let second = try ScreenSession(
      "iscm fill gcm-review-2018", in: scratch, rows: 60, columns: 120, environment: ["ISCM_SEED": "8"])
    try second.wait(forScreen: "> 7  Look at it only: Regional Conference")
    #expect(second.screen.place(of: "Continue the draft") == nil)
    try second.press(.enter)
    try second.wait(forScreen: "[ Close ]")
    #expect(second.screen.place(of: "Guatemala") != nil)
    try second.press(.escape)
    try second.wait(forScreen: "  8  Take ")
    try second.type("8")
    try second.press(.enter)
    try second.wait(forScreen: "> 2b Name of the current Chair")
    try second.typeAndSee("Ana Pérez")
    try second.press(.tab)
    try second.wait(forScreen: "> 2c Title of the current Chair")

    try first.typeAndSee("Somebody else")
    try first.press(.tab)
    try first.wait(forScreen: "NOT SAVED")
    try first.press(.control("c"), .control("c"))
    _ = try first.end()
    #expect(first.traces.isEmpty)
    try second.press(.control("c"), .control("c"))
    #expect(try second.end() == 3)
    #expect(try scratch.draft.contains("\"chair_name\",\"Ana Pérez\""))
    #expect(try !scratch.draft.contains("Somebody"))
  }
}
