import Mailbox
import ResponseFiles
import SampleForms
import Survey
import Testing

@Suite("What people decide of mails")
struct DecisionTests {
  let settling: Settling

  init() throws { settling = try Post.settling() }

  private func decision(
    _ verdict: Decision.Verdict, on question: Question.Name? = nil, value: String = "", of mail: String = "a"
  ) -> Decision {
    Decision(
      LedgerKey(mail: Delivery.sha(mail), part: "1"), verdict, on: question.map { Address($0) }, value: value,
      by: "Clerk", at: "2018-12-01T00:00:00Z")
  }

  private func settle(_ delivery: Delivery, _ decisions: Decision...) -> Settlement {
    settling.settle([delivery], in: Post.books(Ledger(), decisions))
  }

  @Test("Accepting takes all as it was found, and says who did")
  func accept() throws {
    let mail = Delivery.mail(
      "a", from: "stranger@x.example",
      .filled("position=yes", grade: .proposed).with(unplaced: ["See the annex"]))
    let settlement = settle(mail, decision(.accept))
    #expect(settlement.short == ["a 1 imported"])
    #expect(settlement.rows[0].reviewer == "Clerk")
    #expect(settlement.rows[0].reviewedAt == "2018-12-01T00:00:00Z")
    #expect(settlement.responses[0]["position"] == .answered(.one("yes")))
    #expect(
      settlement.provenance.last.map { "\($0.question) \($0.evidence) \($0.grade)" }
        == "position mail proposed",
      "what a person accepted is not more certain than it was")
  }

  @Test("Deciding of one question leaves the others waiting")
  func single() {
    let mail = Delivery.mail("a", .filled("position=yes", "themes=no", grade: .proposed))
    let half = settle(mail, decision(.accept, on: "position"))
    #expect(half.short == ["a 1 needs_review proposed"])
    #expect(half.rows[0].reason == "themes: '☒ no' may be the answer to 'themes' (table 1 row 2 cell 3)")
    let whole = settle(mail, decision(.accept, on: "position"), decision(.reject, on: "themes"))
    #expect(whole.short == ["a 1 imported"])
    #expect(whole.responses[0]["position"] == .answered(.one("yes")))
    #expect(whole.responses[0]["themes"] == .blank)
  }

  @Test("Of a form of another version, what waits of single questions is not accepted with all of it")
  func otherVersion() {
    let form = MatchedForm.filled("position=yes", "meetings=3").with(doubts: [
      .init(.otherVersion, detail: "the document says 1, expected: 2"),
      .init(.editedQuestion, at: "meetings", detail: "its mark alone says what this answers"),
    ])
    let mail = Delivery.mail("a", form)
    let whole = settle(mail, decision(.accept))
    #expect(whole.short == ["a 1 needs_review other_version"])
    #expect(
      whole.rows[0].reason == """
        the form is of another version, so what waits of single questions is decided there (accept QUESTION, edit, \
        reject), not with all of it; meetings: its mark alone says what this answers
        """)
    #expect(settle(mail, decision(.reject, on: "meetings")).short == ["a 1 needs_review other_version"])
    let settled = settle(mail, decision(.accept), decision(.reject, on: "meetings"))
    #expect(settled.short == ["a 1 imported"])
    #expect(settled.responses[0]["position"] == .answered(.one("yes")))
    // Where nothing is said of a single question, all may be accepted at once.
    let sound = MatchedForm.filled("position=yes").with(doubts: [.init(.otherVersion, detail: "1")])
    #expect(settle(.mail("a", sound), decision(.accept)).short == ["a 1 imported"])
  }

  @Test("An edited answer is told from one that was found")
  func edit() {
    let mail = Delivery.mail(
      "a", .filled("meetings=3").with(doubts: [.init(.severalTicked, at: "position", detail: "two ticks")]))
    let settlement = settle(mail, decision(.edit, on: "position", value: "no"))
    #expect(settlement.short == ["a 1 imported"])
    #expect(settlement.responses[0]["position"] == .answered(.one("no")))
    #expect(
      settlement.provenance.map { "\($0.question) \($0.evidence) \($0.place): \($0.grade)" } == [
        "iscm derived the token says prague; the list of senders says prague: ",
        "position reviewed Clerk, 2018-12-01T00:00:00Z: ", "meetings mail table 1 row 1 cell 3: exact",
      ])
  }

  @Test("Accepting does not say whose answers they are, and does not break a rule")
  func notAcceptable() {
    let unknown = Delivery.mail("a", from: "stranger@x.example", .filled("position=yes", token: ""))
    #expect(settle(unknown, decision(.accept)).short == ["a 1 needs_review mechanism_unknown"])
    #expect(
      settle(unknown, decision(.accept), decision(.mechanism, value: "rabat")).responses.map { $0["iscm"] }
        == [.answered(.one("rabat"))])
    let broken = Delivery.mail("a", .filled("meetings=100"))
    #expect(settle(broken, decision(.accept)).short == ["a 1 needs_review breaks_rule"])
    #expect(settle(broken, decision(.edit, on: "meetings", value: "10")).short == ["a 1 imported"])
  }

  @Test("Naming a mechanism settles a disagreement, against what the form says")
  func mechanism() {
    let mail = Delivery.mail("a", .filled("iscm=rabat", "position=yes"))
    let settlement = settle(mail, decision(.mechanism, value: "prague"))
    #expect(settlement.short == ["a 1 imported"])
    #expect(settlement.responses[0]["iscm"] == .answered(.one("prague")))
    #expect(settlement.provenance.first?.evidence == .reviewed)
  }

  @Test("Reopening takes the answers out of the data: unknown, or what counted before")
  func reopen() throws {
    let first = Delivery.mail("a", .filled("position=yes"))
    let second = Delivery.mail("b", at: "2018-11-10T10:00:00Z", .filled("position=no"))
    var books = Post.books()
    let imported = settling.settle([first, second], in: books)
    for row in imported.rows { books.ledger.append(row) }
    var decisions = [decision(.reopen, of: "b")]
    books = Post.books(books.ledger, decisions, imported.responses)
    let reopened = settling.settle([second], in: books)
    #expect(reopened.short == ["b 1 needs_review reopened"])
    #expect(
      reopened.responses.map { $0["position"] } == [.answered(.one("yes"))],
      "what counted before counts again")
    #expect(reopened.responses[0].supersedes == imported.responses[1].id)

    for row in reopened.rows { books.ledger.append(row) }
    let all = imported.responses + reopened.responses
    #expect(settling.settle([second], in: Post.books(books.ledger, decisions, all)).rows == [], "it waits")
    decisions += [
      decision(.edit, on: "position", value: "yes", of: "b"),
      decision(.edit, on: "meetings", value: "2", of: "b"),
    ]
    decisions.append(decision(.accept, of: "b"))
    let again = settling.settle([second], in: Post.books(books.ledger, decisions, all))
    #expect(again.short == ["b 1 imported"])
    #expect(again.responses[0].supersedes == reopened.responses[0].id)
    #expect(Set((all + again.responses).map(\.id)).count == 4)

    let alone = settle(first)
    var ledger = Ledger()
    for row in alone.rows { ledger.append(row) }
    let undone = settling.settle([first], in: Post.books(ledger, [decision(.reopen)], alone.responses))
    #expect(undone.responses.map { $0["position"] } == [.unknown])
    #expect(undone.responses.map { $0["iscm"] } == [.answered(.one("prague"))])
  }

  @Test("Decisions are replayed where the ledger is lost, and make the same responses")
  func replay() {
    let mail = Delivery.mail("a", from: "stranger@x.example", .filled("position=yes"))
    let first = settle(mail, decision(.accept))
    let again = settling.settle([mail], in: Post.books(Ledger(), [decision(.accept)], first.responses))
    #expect(again.rows == first.rows)
    #expect(again.responses == [])
  }

  @Test("Each question stands beside what was found and what was answered before")
  func examination() throws {
    let before = settle(.mail("x", .filled("position=yes", "detail=Since 2017")))
    let mail = Delivery.mail(
      "a", at: "2018-11-10T10:00:00Z", .filled("position=no", "meetings=3", grade: .proposed))
    let books = Post.books(Ledger(), [], before.responses)
    let seen = try #require(
      settling.examine(LedgerKey(mail: Delivery.sha("a"), part: "1"), of: mail, in: books))
    #expect(seen.mechanism == "prague")
    #expect(
      seen.lines.map { "\($0.address): \($0.found?.evidence ?? "-"), \($0.taken), \($0.earlier ?? "-")" } == [
        "iscm: -, prague, prague", "position: ☒ no, no, yes", "detail: -, , Since 2017",
        "meetings: ☒ 3, 3, -",
      ])
    #expect(seen.lines[1].reasons.map(\.code) == ["proposed"])
    #expect(seen.earlier?.id == before.responses.first?.id)
  }
}
