import Chance
import Foundation
import Testing

@Suite("Several at once")
struct CrowdTests {
  private static let answers = """
    name,value
    iscm,midsa
    value_added,"Trust
    and time"
    partnerships,"a ""quoted"" word, and a comma"

    """

  @Test("Eight that submit 25 times each at once lose nothing")
  func nothingIsLost() throws {
    let scratch = try Scratch(responses: false)
    try scratch.write(Self.answers, to: "answers.csv")
    let script = """
      for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do
        ISCM_SEED=$(($WHO * 100 + $number)) iscm fill gcm-review-2018-interview --answers answers.csv
      done
      """
    let crowd = try (1...8).map { try Started(script, in: scratch, environment: ["WHO": "\($0)"]) }
    var receipts: [Substring] = []
    for each in crowd {
      let run = try each.finished()
      #expect(run.code == 0)
      receipts += run.outputText.split(separator: "\n")
      #expect(!run.errorText.contains("cannot"), "\(run.errorText)")
    }
    let rows = try scratch.responses(to: "gcm-review-2018-interview")
    #expect(rows.count == 200)
    #expect(Set(rows.map { $0["instance_id"] }).count == 200)
    #expect(Set(receipts).count == 200)
    #expect(Set(rows.map { $0["value_added"] }) == ["Trust\nand time"])
    // Nothing is wrong with the file but that one mechanism answered so often.
    let check = try Run("iscm check gcm-review-2018-interview", in: scratch)
    #expect(check.errorText.split(separator: "\n").count == 1, "\(check.errorText)")
    #expect(check.errorText.contains(" iscm: found 'midsa' 200 times, expected revisions"))
  }

  @Test(
    "Killed at any moment, a submission is stored whole or not at all; a receipt means that it is",
    arguments: 1...6)
  func killed(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let scratch = try Scratch(responses: false)
    try scratch.write(Self.answers, to: "answers.csv")
    var receipts: [String] = []
    for number in 1...12 {
      let run = try Started(
        "exec iscm fill gcm-review-2018-interview --answers answers.csv", in: scratch,
        environment: ["ISCM_SEED": "\(number)"])
      usleep(UInt32.random(in: 10_000...120_000, using: &random))
      kill(run.id, SIGKILL)
      receipts += try run.finished().outputText.split(separator: "\n").map(String.init)
    }
    // Whoever comes next puts in order what was left.
    let last = try Run(
      "iscm fill gcm-review-2018-interview --answers answers.csv", in: scratch,
      environment: ["ISCM_SEED": "99"])
    #expect(last.code == 0, "\(last.errorText)")
    receipts.append(last.outputText.split(separator: "\n").joined())
    let rows = try scratch.responses(to: "gcm-review-2018-interview")
    #expect(Set(rows.map { $0["instance_id"] }).count == rows.count)
    #expect(rows.allSatisfy { $0["value_added"] == "Trust\nand time" })
    let listed = try Run("iscm show gcm-review-2018-interview", in: scratch)
    #expect(listed.code == 0, "\(listed.errorText)")
    for receipt in receipts {
      let number = receipt.split(separator: " ").last.map(String.init) ?? ""
      #expect(listed.outputText.contains(number), "\(receipt) is lost")
    }
  }
}
