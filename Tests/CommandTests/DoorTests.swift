import Foundation
import Testing

@Suite("The same answers through every door")
struct DoorTests {
  /// What a person types at each question of the form of 2018, in its order.
  private static let lines = """
    12
    Guatemala
    Ana Pérez


    Head
    1
    https://example.org
    2017-11-24
    Special meeting
    2
    1
    1 6
    3
    9-11 23
    First.

     Third, indented.
    .
    3
    .
    3
    Our strategies
    4
    .
    移民 — الهجرة
    .
    .
    .
    .
    .
    .
    .
    UNHCR, "ILO"
    .
    .
    .
    .
    .
    .
    .
    .
    4
    Ana Pérez
    2018-11-08
    1

    """

  /// The same as a file of answers.
  private static let file = """
    name,value
    iscm,rcm
    chair_country,Guatemala
    chair_name,Ana Pérez
    secretariat_title,Head
    position,yes
    position_link,https://example.org
    position_date,2017-11-24
    position_meeting,Special meeting
    position_revised,no
    position_refine,yes
    themes,theme_1 theme_6
    principles,principle_3
    objectives,objective_9 objective_10 objective_11 objective_23
    position_pursuit,"First.

     Third, indented."
    agenda,planned
    stocktaking,done
    stocktaking_document,Our strategies
    action_plan,not_known
    awareness,移民 — الهجرة
    partners_igo,"UNHCR, ""ILO\"""
    expansion,not_known
    submitted_by,Ana Pérez
    submitted_on,2018-11-08

    """

  @Test("Typed line by line and given in a file, answers make the same row but for its door")
  func sameRows() throws {
    let scratch = try Scratch(responses: false)
    let line = try Run("iscm fill gcm-review-2018 --line", in: scratch, input: Data(Self.lines.utf8))
    #expect(line.code == 0, "\(line.outputText.suffix(2_000))\(line.errorText)")
    let file = try Run(
      "iscm fill gcm-review-2018 --answers -", in: scratch, input: Data(Self.file.utf8),
      environment: ["ISCM_SEED": "8"])
    #expect(file.code == 0, "\(file.errorText)")
    let rows = try scratch.responses(to: "gcm-review-2018")
    try #require(rows.count == 2)
    let own = ["instance_id", "source", "started_at", "submitted_at"]
    // By their bytes: Swift calls texts equal that differ in how their characters are put together.
    let bytes = rows.map { row in row.filter { !own.contains($0.key) }.mapValues { Array($0.utf8) } }
    #expect(bytes[0] == bytes[1])
    #expect(rows.map { $0["source"] } == ["line", "answers"])
  }
}
