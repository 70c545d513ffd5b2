import Calendar
import Mailbox
import ResponseFiles
import SampleForms
import Survey
import Testing

@Suite("What becomes of the rows of a table")
struct TableSettlingTests {
  private static let map = """
    ,identifier,ID
    ,submitted,Sent
    iscm,column,ISCM
    iscm_other,absent
    submitted_by,column,By
    position,column,P
    position_link,column,Link
    """
  private static let headings = "ID|Sent|ISCM|By|P|Link"
  private let register = Register(of: Sample.form)

  private func table(_ rows: String..., sha256: String = "a", map: String = map, mapSHA256: String = "b")
    throws -> Delivery
  {
    var text = TableText(map: map, table: [])
    text.table = ([Self.headings] + rows).map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    text.sha256 = String(repeating: sha256, count: 64)
    text.mapSHA256 = String(repeating: mapSHA256, count: 64)
    return try text.delivery().get()
  }

  /// Settles tables one after the other, each beside what the ones before it left.
  private func settle(_ deliveries: Delivery..., deciding decisions: [Decision] = []) -> [Settlement] {
    let settling = Settling(Sample.form, identifying: Identifying(register: register, senders: SenderList()))
    var ledger = Ledger()
    var responses: [Response] = []
    var made = Decisions()
    for decision in decisions { made.append(decision) }
    return deliveries.map { delivery in
      let books = Books(ledger: ledger, decisions: made, responses: responses, register: register)
      let settlement = settling.settle([delivery], in: books)
      for row in settlement.rows { ledger.append(row) }
      responses += settlement.responses
      return settlement
    }
  }

  @Test("Each row has its own row of the ledger; one with a doubt waits, and the others are responses")
  func wholeWay() throws {
    let settlement = settle(
      try table(
        "R1|2018-11-09T10:00:00Z|prague|Anna|yes|https://prague.example",
        "R2|2018-11-09T11:00:00Z|almaty|Bela|maybe|",
        "R3||puebla|Carlos|no|", "R4|soon|other|Dora|no|", "|||||", "|2018-11-09T12:00:00Z|almaty|Emil|no|"))[
        0]
    #expect(
      settlement.rowByRow == [
        "2 imported", "3 needs_review not_in_the_list", "4 imported", "5 needs_review time_unread",
        "6 no_response blank_form", "7 needs_review identifier_missing",
      ])
    #expect(settlement.unaccounted == [])
    let first = try #require(settlement.responses.first { $0.submittedAt != nil })
    #expect(first.submittedAt == Instant("2018-11-09T10:00:00Z"))
    #expect(first["position_link"] == .answered(.text("https://prague.example")))
    #expect(first["position_date"] == .unknown, "the table has no column for it")
    #expect(settlement.responses.first { $0.submittedAt == nil }?["position_link"] == .notAsked)
    #expect(settlement.responses.first { $0.submittedAt == nil }?["position_date"] == .notAsked)
    #expect(settlement.rows[0].messageID.hasPrefix("<R1@"))
    #expect(settlement.rows[0].source == "answers.csv")
    #expect(settlement.rows[0].dateHeader == "2018-11-09T10:00:00Z")
  }

  @Test("Two rows of one identifier both wait, and each says where the other is")
  func twice() throws {
    let settlement = settle(try table("R1||prague|A|no|", "R1||almaty|B|no|", "R2||puebla|C|no|"))[0]
    #expect(
      settlement.rowByRow == [
        "2 needs_review identifier_twice", "3 needs_review identifier_twice", "4 imported",
      ])
    #expect(
      settlement.rows[0].reason
        == "column A 'ID': found 'R1', which stands on 3 too, expected another name in each row")
  }

  @Test("One of two rows of one identifier is accepted: the other waits on, and is none of its corrections")
  func oneOfTwo() throws {
    let delivery = try table("R1||prague|A|no|", "R1||almaty|B|no|")
    let key = LedgerKey(mail: delivery.sha256, part: "2.bbbbbbbb")
    let accepted = Decision(key, .accept, by: "Clerk", at: "2018-12-01T00:00:00Z")
    let runs = settle(delivery, delivery, deciding: [accepted])
    #expect(runs[0].rowByRow == ["2 imported", "3 needs_review identifier_twice"])
    #expect(runs[1].rows == [])
    #expect(runs[1].finals.map(\.status) == [.imported, .needsReview])
    let corrected = try table("R1||almaty|B|yes|", sha256: "c")
    let later = settle(delivery, corrected, deciding: [accepted])
    #expect(later[1].rowByRow == ["2 imported"], "which of the two it corrects nobody knows: both stand")
  }

  @Test(
    "What the map says in place of an answer is the state of the question, unless a person decides otherwise")
  func states() throws {
    let words = Self.map + "\nposition,word,,,N/A,not_applicable\n*,word,,,99,unknown\n*,empty,,,,unknown"
    let delivery = try table(
      "R1||prague|Anna|N/A|", "R2||almaty|Bela|99|", "R3||puebla|Carlos|yes|", map: words)
    let responses = settle(delivery)[0].responses
    #expect(responses.map { $0["position"] } == [.notApplicable, .unknown, .answered(.one("yes"))])
    #expect(responses.map { $0["position_link"] } == [.notAsked, .unknown, .unknown])
    let blank = Decision(
      LedgerKey(mail: delivery.sha256, part: "3.bbbbbbbb"), .edit, on: "position", value: "", by: "Clerk",
      at: "2018-12-01T00:00:00Z")
    #expect(settle(delivery, deciding: [blank])[0].responses.map { $0["position"] }[1] == .blank)
  }

  @Test("Answers to what is not asked wait, as they do in a mail")
  func notAsked() throws {
    let settlement = settle(try table("R1||prague|Anna|no|https://x.example"))[0]
    #expect(settlement.rowByRow == ["2 needs_review not_asked"])
    #expect(
      settlement.rows[0].reason
        == "position_link: 'position_link' is answered, but not asked, because of the answer to 'position'")
  }

  @Test("The same table again says nothing new, whatever was decided of it")
  func again() throws {
    let rows = ["R1|2018-11-09T10:00:00Z|prague|Anna|yes|", "R2||almaty|Bela|maybe|"]
    let runs = settle(try table(rows[0], rows[1]), try table(rows[0], rows[1]))
    #expect(runs[0].rowByRow == ["2 imported", "3 needs_review not_in_the_list"])
    #expect(runs[1].rows == [])
    #expect(runs[1].responses == [])
    #expect(runs[1].finals == runs[0].rows)
  }

  @Test("A corrected table: what is the same is a duplicate, a newer time corrects, the same time waits")
  func corrected() throws {
    let runs = settle(
      try table(
        "R1|2018-11-09T10:00:00Z|prague|Anna|no|", "R2|2018-11-09T10:00:00Z|almaty|Bela|no|",
        "R3|2018-11-09T10:00:00Z|puebla|Carlos|no|", "R4|2018-11-09T10:00:00Z|other|Dora|no|"),
      try table(
        "R1|2018-11-09T10:00:00Z|prague|Anna|no|", "R2|2018-11-10T10:00:00Z|almaty|Bela|yes|",
        "R3|2018-11-09T10:00:00Z|puebla|Carlos|yes|", "R4|2018-11-10T10:00:00Z|prague|Dora|no|", sha256: "c"))
    // The mechanism 'other' needs its name, which the table does not hold: so the form says.
    #expect(runs[0].rowByRow == ["2 imported", "3 imported", "4 imported", "5 imported"])
    #expect(
      runs[1].rowByRow == [
        "2 duplicate same_answers", "3 imported", "4 needs_review time_unknown",
        "5 needs_review row_of_another",
        "3 superseded corrected",
      ])
    #expect(runs[1].responses.map(\.supersedes) == [runs[0].rows[1].response])
  }

  @Test("What waits is settled by the corrected table that has the row again")
  func closed() throws {
    let runs = settle(
      try table("R1||prague|Anna|maybe|", "R2||almaty|Bela|perhaps|"),
      try table("R1||prague|Anna|no|", "R2||almaty|Bela|perhaps|", sha256: "c"),
      try table("R1||prague|Anna|maybe|", "R2||almaty|Bela|perhaps|"))
    #expect(runs[0].rowByRow == ["2 needs_review not_in_the_list", "3 needs_review not_in_the_list"])
    #expect(
      runs[1].rowByRow == ["2 imported", "3 needs_review not_in_the_list", "2 superseded came_again"])
    #expect(runs[2].rows == [], "an older table again changes nothing")
  }

  @Test("Another map reads what waits anew; what was read is compared, and nothing is lost by going back")
  func otherMap() throws {
    let rows = ["R1||prague|Anna|no|", "R2||almaty|Bela|perhaps|", "R3||puebla|Carlos|never|"]
    let wider = Self.map + "\nposition,word,,in_process,perhaps"
    let runs = settle(
      try table(rows[0], rows[1], rows[2]), try table(rows[0], rows[1], rows[2], map: wider, mapSHA256: "d"),
      try table(rows[0], rows[1], rows[2]))
    #expect(
      runs[1].rowByRow == [
        "2 duplicate same_answers", "3 superseded came_again", "3 imported", "4 no_response read_again",
        "4 needs_review not_in_the_list",
      ])
    #expect(runs[1].rows.map(\.key.part).contains("4.dddddddd"))
    #expect(runs[2].rows == [])
    #expect(runs[1].finals.map(\.key.part) == ["2.dddddddd", "3.dddddddd", "4.dddddddd"])
  }

  @Test("A person decides of a row as of a mail")
  func decided() throws {
    let delivery = try table("R1||prague|Anna|maybe|")
    let key = LedgerKey(mail: delivery.sha256, part: "2.bbbbbbbb")
    let position: Address = "position"
    let edited = settle(
      delivery,
      deciding: [Decision(key, .edit, on: position, value: "no", by: "Clerk", at: "2018-12-01T00:00:00Z")])[0]
    #expect(edited.rowByRow == ["2 imported"])
    #expect(edited.responses.first?["position"] == .answered(.one("no")))
    #expect(
      edited.provenance.map { "\($0.question) \($0.evidence) \($0.part) \($0.place): \($0.grade)" } == [
        "iscm table row 2 column C 'ISCM': declared", "position reviewed row 2 Clerk, 2018-12-01T00:00:00Z: ",
        "submitted_by table row 2 column D 'By': declared",
      ])
    let rejected = settle(
      delivery, deciding: [Decision(key, .reject, by: "Clerk", at: "2018-12-01T00:00:00Z")])[0]
    #expect(rejected.rowByRow == ["2 rejected_by_reviewer rejected"])
  }

  @Test(
    "Without a register, reopening takes the answers of a row out of the data, and accepting puts them back")
  func reopenedWithoutRegister() throws {
    let form = Sample.questionnaire([Sample.ask("q", .integer)])
    let none = Register(of: form)
    let settling = Settling(form, identifying: Identifying(register: none, senders: SenderList()))
    var text = TableText(
      map: ",identifier,ID\nq,column,Q", table: [["ID", "Q"], ["R1", "1"], ["R2", "2"]])
    (text.sha256, text.mapSHA256) = (String(repeating: "a", count: 64), String(repeating: "b", count: 64))
    let delivery = try text.delivery(form).get()
    let key = LedgerKey(mail: delivery.sha256, part: "2.bbbbbbbb")
    var (ledger, decisions, responses) = (Ledger(), Decisions(), [Response]())
    func settle(_ verdict: Decision.Verdict? = nil) -> [String] {
      if let verdict { decisions.append(Decision(key, verdict, by: "Clerk", at: "2018-12-01T00:00:00Z")) }
      let books = Books(ledger: ledger, decisions: decisions, responses: responses, register: none)
      let settlement = settling.settle([delivery], in: books)
      for row in settlement.rows { ledger.append(row) }
      responses += settlement.responses
      return settlement.rowByRow
    }
    /// What the responses that nothing corrects say.
    func counted() -> [String] {
      let corrected = Set(responses.compactMap(\.supersedes))
      return responses.filter { !corrected.contains($0.id) }.map { $0["q"].answer?.cell ?? "\($0["q"])" }
        .sorted()
    }
    #expect(settle() == ["2 imported", "3 imported"])
    #expect(counted() == ["1", "2"])
    #expect(settle(.reopen) == ["2 needs_review reopened"])
    #expect(counted() == ["2", "unknown"])
    #expect(settle() == [], "another run changes nothing")
    #expect(settle(.accept) == ["2 imported"])
    #expect(counted() == ["1", "2"])
    #expect(settle(.reopen) == ["2 needs_review reopened"])
    #expect(settle(.reopen) == [])
    #expect(counted() == ["2", "unknown"])
    #expect(settle(.accept) == ["2 imported"])
    #expect(counted() == ["1", "2"])
    #expect(settle(.reopen) == ["2 needs_review reopened"])
    #expect(settle(.reject) == ["2 rejected_by_reviewer rejected"])
    #expect(counted() == ["2", "unknown"])
  }

  @Test("Without a register a row is known by its identifier, in tables of the same headings")
  func withoutRegister() throws {
    let form = Sample.questionnaire([Sample.ask("q", .integer)])
    let none = Register(of: form)
    let settling = Settling(form, identifying: Identifying(register: none, senders: SenderList()))
    var ledger = Ledger()
    var responses: [Response] = []
    var short: [[String]] = []
    for (number, headings, rows) in [
      ("1", "ID|Q", ["R1|1", "R2|2"]), ("2", "ID|Q", ["R1|1", "R2|3"]), ("3", "ID|Q|X", ["R1|1|", "R2|2|"]),
    ] {
      var text = TableText(
        map: ",identifier,ID\nq,column,Q" + (number == "3" ? "\n,ignore,X" : ""), table: [])
      text.table = ([headings] + rows).map {
        $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      }
      text.sha256 = String(repeating: number, count: 64)
      let settlement = settling.settle(
        [try text.delivery(form).get()], in: Books(ledger: ledger, responses: responses, register: none))
      for row in settlement.rows { ledger.append(row) }
      responses += settlement.responses
      short.append(settlement.rowByRow)
    }
    #expect(
      short == [
        ["2 imported", "3 imported"], ["2 duplicate same_answers", "3 needs_review time_unknown"],
        ["2 imported", "3 imported"],
      ])
  }
}

extension Settlement {
  /// What became of each row, in short.
  fileprivate var rowByRow: [String] {
    rows.map { row in
      [String(row.tableRow ?? 0), row.status.rawValue, row.reasonCode.text].filter { !$0.isEmpty }.joined(
        separator: " ")
    }
  }
}
