import Calendar
import Mailbox
import ResponseFiles
import SampleForms
import Survey
import Testing

@Suite("What becomes of mails")
struct SettlingTests {
  let settling: Settling

  init() throws { settling = try Post.settling() }

  private func settle(_ deliveries: Delivery..., in books: Books = Post.books()) -> Settlement {
    settling.settle(deliveries, in: books)
  }

  @Test("A form of a listed sender becomes a response, with where each answer came from")
  func wholeWay() throws {
    let settlement = settle(
      .mail("a", .filled("position=yes", "detail=Since 2017", "event[1]/event_title=Prague")))
    #expect(settlement.short == ["a 1 imported"])
    let response = try #require(settlement.responses.first)
    #expect(response.id == "uuid:61000000-0000-8000-8000-00002eeb482d")
    #expect(response.source == .mail)
    #expect(response.startedAt == nil)
    #expect(response.submittedAt == Instant("2018-11-09T10:00:00Z"))
    #expect(response.submittedBy == "chair@prague.example")
    #expect(response["iscm"] == .answered(.one("prague")))
    #expect(response["position"] == .answered(.one("yes")))
    #expect(response["detail"] == .answered(.text("Since 2017")))
    #expect(response["themes"] == .blank)
    #expect(response["day"] == .blank, "what was left blank is not filled by a default")
    #expect(response["iscm_other"] == .notAsked)
    #expect(response.answers.repeats["event"]?.count == 1)
    #expect(
      settlement.provenance.map { "\($0.question) \($0.evidence) \($0.part) \($0.place): \($0.grade)" } == [
        "iscm derived 1 the token says prague; the list of senders says prague: ",
        "position mail 1 table 1 row 1 cell 3: exact",
        "detail mail 1 table 1 row 2 cell 3: exact",
        "event[1]/event_title mail 1 table 1 row 3 cell 3: exact",
      ])
    #expect(settlement.unaccounted == [])
  }

  @Test("A second run says nothing new, whatever was decided in the first")
  func secondRun() {
    let deliveries: [Delivery] = [
      .mail("a", .filled("position=yes")), .mail("b", from: "stranger@x.example", .filled("position=no")),
      .mail("c", []), .mail("d", at: "2018-11-10T10:00:00Z", .filled("position=no", "meetings=3")),
      .mail("e", .filled()),
    ]
    let first = settling.settle(deliveries, in: Post.books())
    #expect(
      first.short == [
        "a 1 superseded corrected", "b 1 needs_review sender_not_listed", "c no_response no_form",
        "d 1 imported",
        "e 1 no_response blank_form",
      ])
    var ledger = Ledger()
    for row in first.rows { ledger.append(row) }
    let second = settling.settle(deliveries, in: Post.books(ledger, [], first.responses))
    #expect(second.rows == [])
    #expect(second.responses == [])
    #expect(second.finals == first.rows)
  }

  @Test("Another run over the same mails elsewhere says nothing new, and its number is not spent")
  func elsewhere() {
    let first = settle(.mail("b", from: "stranger@x.example", .filled("position=no")))
    var ledger = Ledger()
    for row in first.rows { ledger.append(row) }
    let copy = Delivery(
      sha256: Delivery.sha("b"), source: "other.mbox", offset: 99,
      letters: Delivery.mail("b", from: "stranger@x.example", .filled("position=no")).letters)
    #expect(settle(copy, in: Post.books(ledger)).rows == [])
    #expect(ledger.nextRun == 2)
  }

  @Test("A newer form replaces the older one, in whatever order they lie in the mailbox")
  func revision() throws {
    let old = Delivery.mail("a", at: "2018-11-09T10:00:00Z", .filled("position=yes"))
    let new = Delivery.mail("b", at: "2018-11-10T10:00:00Z", .filled("position=no"))
    for (deliveries, short) in [
      ([old, new], ["a 1 superseded corrected", "b 1 imported"]),
      ([new, old], ["b 1 imported", "a 1 superseded corrected"]),
    ] {
      let settlement = settling.settle(deliveries, in: Post.books())
      #expect(settlement.short == short)
      #expect(settlement.responses.map { $0["position"].answer?.cell } == ["yes", "no"])
      #expect(settlement.responses[1].supersedes == settlement.responses[0].id)
    }
    let first = settle(new)
    var ledger = Ledger()
    for row in first.rows { ledger.append(row) }
    let late = settle(old, in: Post.books(ledger, [], first.responses))
    #expect(late.short == ["a 1 superseded older"])
    #expect(late.responses == [])
  }

  @Test("A correction of a later run supersedes the response and the row of the earlier")
  func laterRevision() {
    let first = settle(.mail("a", .filled("position=yes")))
    var ledger = Ledger()
    for row in first.rows { ledger.append(row) }
    let second = settle(
      .mail("b", at: "2018-11-11T00:00:00Z", .filled("position=no")),
      in: Post.books(ledger, [], first.responses))
    #expect(second.short == ["b 1 imported", "a 1 superseded corrected"])
    #expect(second.rows.map(\.run) == [2, 2])
    #expect(second.responses.map(\.supersedes) == [first.responses[0].id])
    #expect(second.rows[0].supersedes == first.responses[0].id)
  }

  @Test("The same answers again are a duplicate, in another mail and in another part of the same mail")
  func duplicates() {
    let form = MatchedForm.filled("position=yes")
    let settlement = settle(
      .mail("a", [Letter.Part("1.1", form), Letter.Part("1.2", form, format: "pdf")]),
      .mail("b", at: "2018-11-12T00:00:00Z", form))
    #expect(
      settlement.short == [
        "a 1.1 imported", "a 1.2 duplicate same_answers", "b 1 duplicate same_answers",
      ])
    #expect(settlement.responses.count == 1)
  }

  @Test("Two forms in one mail that differ both wait; one that is rejected leaves the other")
  func severalForms() {
    let parts = [Letter.Part("1.1", .filled("position=yes")), Letter.Part("1.2", .filled("position=no"))]
    #expect(
      settle(.mail("a", parts)).short == [
        "a 1.1 needs_review several_forms", "a 1.2 needs_review several_forms",
      ])
    let rejected = Decision(
      LedgerKey(mail: Delivery.sha("a"), part: "1.1"), .reject, by: "me", at: "2018-12-01T00:00:00Z")
    let after = settle(.mail("a", parts), in: Post.books(Ledger(), [rejected]))
    #expect(after.short == ["a 1.1 rejected_by_reviewer rejected", "a 1.2 imported"])
  }

  @Test("Fewer answers than before wait, and so does one of unknown time")
  func fewer() {
    let first = Delivery.mail("a", .filled("position=yes", "detail=Since 2017"))
    let less = Delivery.mail("b", at: "2018-11-10T00:00:00Z", .filled("position=yes", "meetings=2"))
    let undated = Delivery.mail("c", at: nil, .filled("position=no"))
    #expect(
      settle(first, less).short == ["a 1 imported", "b 1 needs_review fewer_answers"])
    let before = settle(first)
    #expect(
      settle(undated, in: Post.books(Ledger(), [], before.responses)).short == [
        "c 1 needs_review time_unknown"
      ])
    let noLonger = Delivery.mail("d", at: "2018-11-10T00:00:00Z", .filled("position=no", "meetings=2"))
    #expect(
      settle(first, noLonger).short == ["a 1 superseded corrected", "d 1 imported"],
      "detail is not asked any more")
  }

  @Test("What waits for its place is settled in the same run by what comes after it")
  func settledByTheNext() {
    let deliveries: [Delivery] = [
      .mail("a", .filled("position=yes", "detail=Since 2017")),
      .mail("b", at: "2018-11-10T00:00:00Z", .filled("position=yes")),
      .mail("c", at: "2018-11-11T00:00:00Z", .filled("position=yes", "detail=Since 2018", "meetings=1")),
    ]
    let first = settling.settle(deliveries, in: Post.books())
    #expect(first.short == ["a 1 superseded corrected", "b 1 superseded older", "c 1 imported"])
    var ledger = Ledger()
    for row in first.rows { ledger.append(row) }
    #expect(settling.settle(deliveries, in: Post.books(ledger, [], first.responses)).rows == [])
  }

  @Test("A time by the sender's Date alone is flagged")
  func dateAlone() {
    let settlement = settle(
      .mail("a", at: nil, [Letter.Part("1", .filled("position=yes"))], date: "2018-11-01T00:00:00Z"))
    #expect(settlement.short == ["a 1 imported date_not_trusted"])
    #expect(settlement.responses.first?.submittedAt == Instant("2018-11-01T00:00:00Z"))
  }

  @Test(
    "What is not certain waits for a person, with the reason",
    arguments: [
      (
        MatchedForm.filled("position=yes", grade: .proposed), "proposed",
        "position: '☒ yes' may be the answer to 'position' (table 1 row 1 cell 3)"
      ),
      (
        .filled("position=yes").with(unplaced: ["See also\nthe annex"]), "unplaced_text",
        "'See also the annex' is no answer that can be read (line 40)"
      ),
      (
        .filled().with(doubts: [
          .init(.severalTicked, at: Address("position" as Question.Name), detail: "two ticks")
        ]), "several_ticked",
        "position: two ticks"
      ),
      (
        .filled("position=perhaps"), "not_an_answer",
        "position: 'perhaps' is no choice of the list 'yes_no'; use one of the names in it"
      ),
      (
        .filled("position=no", "detail=Since 2017"), "not_asked",
        "detail: 'detail' is answered, but not asked, because of the answer to 'position'"
      ),
      (.filled("meetings=100"), "breaks_rule", "meetings: the answer to 'meetings' breaks the rule . < 100"),
      (
        .filled("position=yes", token: "puebla"), "mechanism_disagrees",
        """
        what says whose answers these are disagrees: the token says puebla; the list of senders says prague
        """
      ),
      (
        .filled("iscm=rabat", "position=yes"), "mechanism_disagrees",
        """
        what says whose answers these are disagrees: the token says prague; the answer says rabat; \
        the list of senders says prague
        """
      ),
      (
        .filled("position=yes").with(doubts: [.init(.otherVersion, detail: "version 0")]), "other_version",
        "version 0"
      ),
    ] as [(MatchedForm, String, String)])
  func doubts(form: MatchedForm, code: String, reason: String) {
    let settlement = settle(.mail("a", form))
    #expect(settlement.short == ["a 1 needs_review \(code)"])
    #expect(settlement.rows.first?.reason == reason)
    #expect(settlement.responses == [])
  }

  @Test("The heading of a form that was laid out elsewhere does not wait, and its letters are counted")
  func heading() {
    var form = MatchedForm.filled("position=yes").with(unplaced: ["Review 2018"])
    form.unplaced[0].isHeading = true
    let settlement = settle(.mail("a", form))
    #expect(settlement.short == ["a 1 imported"])
    #expect(settlement.rows.first?.unplaced == 11)
  }

  @Test("A heading that names a question waits: somebody may have answered above the tables")
  func headingWithQuestion() {
    var form = MatchedForm.filled("position=yes").with(unplaced: ["Please note: question 4 should be no."])
    form.unplaced[0].isHeading = true
    #expect(settle(.mail("a", form)).short == ["a 1 needs_review unplaced_text"])
  }

  @Test(
    "A letter beside a form that names a question makes it wait; any other letter does not",
    arguments: [
      ("Please take no for question 8.", true), ("Q8: no", true), ("La pregunta 8 es no.", true),
      ("Les questions 8 et 9 sont à revoir", true), ("Any questions? Call 112.", false),
      ("The meeting is on 12 November.", false), ("I have no questions", false), ("问题8：否", true),
    ])
  func remarks(words: String, waits: Bool) {
    let letter = Letter.Part(
      path: "1", sha256: "letter", format: "text",
      form: MatchedForm(isForm: false).with(unplaced: ["Dear all,", words]), isBody: true)
    var mail = Delivery.mail("a", [letter, Letter.Part("2", .filled("position=yes"))])
    for _ in 0..<2 {
      let settlement = settle(mail)
      #expect(
        settlement.rows.last?.reason
          == (waits ? "'\(words)' is written in the letter beside the form (line 40)" : ""))
      #expect(settlement.responses.isEmpty == waits)
      // What is forgotten between reading and deciding changes nothing.
      mail.letters[0].forgetOtherTexts()
    }
  }

  @Test("What no person wrote is no response, unless it holds answers; then it waits")
  func automatic() {
    var reply = Delivery.mail("a", [Letter.Part("1", MatchedForm(isForm: false))])
    reply.letters[0].automatic = .autoReply
    var bounce = Delivery.mail("b", .filled("position=yes"))
    bounce.letters[0].automatic = .bounce
    #expect(settle(reply, bounce).short == ["a no_response auto_reply", "b 1 needs_review bounce"])
  }

  @Test("A mail that cannot be read waits, and one of a listed sender without a form too")
  func withoutForm() {
    let unreadable = Delivery(
      sha256: Delivery.sha("a"), source: "x.eml", doubts: [.init(.broken, detail: "no mail")])
    var note = Delivery.mail("b", [])
    note.letters[0].hasContent = true
    var spam = Delivery.mail("c", from: "spam@x.example", [])
    spam.letters[0].hasContent = true
    let locked = MatchedForm(isForm: false, doubts: [.init(.encrypted, detail: "needs a password")])
    #expect(
      settle(
        unreadable, note, spam,
        .mail("d", [Letter.Part("1.1", MatchedForm(isForm: false)), Letter.Part("1.2", locked)])
      )
      .short == [
        "a needs_review broken", "b needs_review listed_sender_without_form", "c no_response no_form",
        "d 1.1 no_response no_form", "d 1.2 needs_review encrypted",
      ])
  }

  @Test("A form that cannot be read waits for that and not for what it lacks; accepted, it answers nothing")
  func unreadForm() throws {
    let register = Register(of: Sample.form)
    let senders = try SenderList(
      table("mechanism,address\nprague,chair@prague.example"), path: "senders.csv", register: register)
    let settling = Settling(Sample.form, identifying: Identifying(register: register, senders: senders))
    let key = LedgerKey(mail: Delivery.sha("a"), part: "1")
    let mail = Delivery.mail("a", .filled().with(doubts: [.init(.limit, detail: "it unpacks to too much")]))
    var books = Books(register: register)
    let waiting = settling.settle([mail], in: books)
    #expect(waiting.rows.map(\.reason) == ["it unpacks to too much"])
    #expect(waiting.rows.map(\.mechanism) == ["prague"])
    #expect(settling.examine(key, of: mail, in: books)?.lines.map(\.address) == ["iscm"])
    // Somebody who looked into it and typed an answer is told what else is missing.
    let time = "2018-12-01T00:00:00Z"
    books.decisions.append(Decision(key, .edit, on: "position", value: "no", by: "Clerk", at: time))
    #expect(
      settling.settle([mail], in: books).rows[0].reason.contains("submitted_by: 'submitted_by' is missing"))
    books.decisions = Decisions()
    books.decisions.append(Decision(key, .accept, by: "Clerk", at: time))
    let accepted = settling.settle([mail], in: books)
    #expect(accepted.short == ["a 1 no_response seen"])
    #expect(accepted.responses == [])
    let readable = Delivery.mail(
      "b", .filled().with(doubts: [.init(.severalTicked, at: "position", detail: "two")]))
    #expect(
      settling.settle([readable], in: Books(register: register)).rows.map(\.reason) == [
        "position: two; submitted_by: 'submitted_by' is missing, and the questionnaire requires it"
      ])
  }

  @Test("A mail with the Message-ID of another is a mail of its own")
  func repeatedMessageID() {
    var second = Delivery.mail("b", at: "2018-11-10T00:00:00Z", .filled("position=no"))
    second.letters[0].messageID = "<a@x.example>"
    #expect(
      settle(.mail("a", .filled("position=yes")), second).short == [
        "a 1 superseded corrected", "b 1 imported",
      ])
  }
}
