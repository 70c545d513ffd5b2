import CSV
import Foundation
import Testing
import VirtualTerminal

@Suite("Coding on a full screen")
struct ScreenCodingTests {
  /// A project with two answers to question 14.
  private func project() throws -> Scratch {
    let scratch = try Scratch(responses: false)
    for (seed, (who, text)) in [("rcm", "A standing agenda item."), ("sacm", "It set priorities.")]
      .enumerated()
    {
      try scratch.write(
        "name,value\niscm,\(who)\nposition,no\ninfluence,\(text)\n", to: "answers-\(seed).csv")
      let run = try Run(
        "iscm fill gcm-review-2018 --answers answers-\(seed).csv --transcribe", in: scratch,
        environment: ["ISCM_SEED": "\(seed)"])
      try #require(run.code == 0, "\(run.errorText)")
    }
    return scratch
  }

  private func codes(_ scratch: Scratch) throws -> [String] {
    guard let data = scratch.read("Responses/gcm-review-2018/codes.csv") else { return [] }
    let table = try CSVTable(CSVReader(Array(data)))
    return table.rows.map { "\(table[$0, "act"]) \(table[$0, "code"])" }
  }

  @Test("Killed right after a number was pressed, the code is there, and the next session shows what is left")
  func killed() throws {
    let scratch = try project()
    let command = "iscm code gcm-review-2018 influence --coder ana"
    let session = try ScreenSession(command, in: scratch)
    try session.wait(forScreen: "A standing agenda item.")
    try session.wait(forScreen: "(suggested by keywords)")
    try session.type("1")
    try session.wait(forScreen: "Saved: included as an agenda item")
    session.terminal.send(SIGKILL)
    #expect(try session.end() == 137)
    #expect(try codes(scratch) == ["code agenda_item"])

    let again = try ScreenSession(command, in: scratch)
    try again.wait(forScreen: "It set priorities.")
    #expect(again.screen.place(of: "A standing agenda item.") == nil)
    try again.type("7Overview")
    try again.wait(forScreen: "Label of the new code: Overview")
    try again.press(.enter)
    try again.wait(forScreen: "Added to the codebook, version 2: Overview")
    try again.press(.enter)
    #expect(try again.end() == 0)
    #expect(again.traces == [])
    #expect(try codes(scratch) == ["code agenda_item", "code overview"])
    let run = try Run("\(command); grep -c overview Questionnaires/gcm-review-2018/codebook.csv", in: scratch)
    #expect(run.outputText == "No answer waits to be coded by ana.\n1\n")
  }

  @Test("Left in the middle, it says how much is coded, and ends with 1")
  func left() throws {
    let scratch = try project()
    let session = try ScreenSession("iscm code gcm-review-2018 14 --coder ben", in: scratch)
    try session.wait(forScreen: "Answer 1 of 2: RCM")
    try session.type("6")
    try session.wait(forScreen: "[x] 6  None of these codes fits")
    try session.press(.escape)
    #expect(try session.end() == 1)
    #expect(try codes(scratch) == ["none "])
  }
}
