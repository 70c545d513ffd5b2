import Mailbox
import SampleForms
import Survey
import Testing

@Suite("Whose answers they are")
struct IdentityTests {
  private func identity(
    _ form: MatchedForm, from address: String, name: String = "", servers: Set<String> = [],
    authentication: [String] = [],
    kind: Delivery.Kind = .mail
  ) throws -> Identity {
    let register = Register(of: Post.form)
    let identifying = Identifying(
      register: register,
      senders: try SenderList(table(Post.senders), path: "senders.csv", register: register),
      servers: servers)
    let letter = Letter(
      from: address.isEmpty ? [] : [Letter.Sender(name: name, address: address)],
      authentication: authentication)
    let chosen = form.answers.first { $0.address == "iscm" }.map { Choice.Name($0.cell) }
    return identifying.identity(
      of: form, in: Delivery(sha256: "00", source: "x", kind: kind, letters: [letter]), choosing: chosen)
  }

  @Test(
    "Senders stand by their address, by their domain, or for all",
    arguments: [
      ("chair@prague.example", "prague", "prague", []), ("Chair@Prague.Example", "prague", "prague", []),
      ("deputy@prague.example", "prague", "prague", ["sender_not_listed"]),
      ("anybody@secretariat.example", "prague", "prague", []),
      ("anybody@secretariat.example", "puebla", "puebla", []),
      ("anybody@secretariat.example", "rabat", nil, ["mechanism_disagrees"]),
      ("anybody@secretariat.example", "", nil, ["mechanism_unknown"]),
      ("anybody@east.secretariat.example", "prague", "prague", ["sender_not_listed"]),
      ("clerk@iom.example", "rabat", "rabat", []), ("clerk@iom.example", "", nil, ["mechanism_unknown"]),
      ("rabat@rabat.example", "", "rabat", []),
      ("rabat@rabat.example", "prague", nil, ["mechanism_disagrees"]),
      ("", "prague", "prague", ["sender_not_listed"]),
    ] as [(String, String, String?, [Reason.Code])])
  func senders(address: String, token: String, mechanism: String?, codes: [Reason.Code]) throws {
    let found = try identity(.filled("position=yes", token: token), from: address)
    #expect(found.mechanism?.text == mechanism)
    #expect(found.reasons.map(\.code) == codes)
  }

  @Test(
    "A name stands for a mechanism exactly, folded, or not at all",
    arguments: [
      ("Prague Process", "prague"), ("PRAGUE  process.", "prague"), ("Processus de Prague", "prague"),
      ("pp", "prague"),
      ("The Prague Process", "prague"), ("crm", "puebla"), ("Puébla Process", "puebla"),
      ("Prague Proces", nil),
      ("Prague Process (Chair)", nil), ("Other", nil), ("", nil),
    ] as [(String, String?)])
  func names(name: String, mechanism: String?) {
    #expect(Register(of: Post.form).mechanism(named: name)?.text == mechanism)
  }

  @Test("A sender's name that is another mechanism's disagrees with the token")
  func senderName() throws {
    let found = try identity(.filled("position=yes"), from: "chair@prague.example", name: "Rabat Process")
    #expect(
      found.reasons.map(\.detail) == [
        "what says whose answers these are disagrees: the token says prague; the list of senders says prague; "
          + "the sender's name says rabat"
      ])
  }

  @Test("A form that came as a file has no sender to doubt")
  func file() throws {
    #expect(try identity(.filled("position=yes"), from: "", kind: .file).reasons == [])
  }

  @Test(
    "Only the operator's own server is believed of a sender, and only for the sender's own domain",
    arguments: [
      (["mx.iom.example; dmarc=pass header.from=prague.example"], "dmarc=pass", nil),
      (["mx.iom.example; dkim=pass header.d=prague.example"], "dkim=pass", nil),
      (
        ["MX.IOM.example 1; spf=pass (mx: ok; dmarc=fail) smtp.mailfrom=chair@prague.example"], "spf=pass",
        nil
      ),
      (
        ["mx.iom.example; spf=pass smtp.mailfrom=evil.example"], "spf=pass",
        "the domain of 'chair@prague.example' does not answer for it: found spf=pass"
      ),
      (
        ["mx.iom.example; dkim=pass header.d=prague.example; dmarc=fail header.from=prague.example"],
        "dkim=pass dmarc=fail",
        "the domain of 'chair@prague.example' does not answer for it: found dkim=pass dmarc=fail"
      ),
      (
        ["evil.example; dmarc=pass header.from=prague.example"], "missing",
        "no result of mx.iom.example says who sent it"
      ),
      (
        ["mx.iom.example; none", "mx.iom.example; dmarc=pass header.from=prague.example"], "none",
        "the domain of 'chair@prague.example' does not answer for it: found none"
      ), ([], "missing", "no result of mx.iom.example says who sent it"),
    ] as [([String], String, String?)])
  func authentication(headers: [String], text: String, reason: String?) throws {
    let found = try identity(
      .filled("position=yes"), from: "chair@prague.example", servers: ["mx.iom.example"],
      authentication: headers)
    #expect(found.authentication.text == text)
    #expect(found.reasons.map(\.detail) == (reason.map { [$0] } ?? []))
    #expect(found.reasons.allSatisfy { $0.code == "sender_not_authenticated" })
  }

  @Test("All that is wrong with a list of senders is said at once")
  func problems() throws {
    let register = Register(of: Post.form)
    func problems(_ text: String) throws -> [String] {
      let list = try table(text)
      do throws(TableProblems) { _ = try SenderList(list, path: "senders.csv", register: register) } catch {
        return error.lines
      }
      return []
    }
    #expect(
      try problems("mechanism,address\nprague,a@b.example,x") == [
        """
        senders.csv: line 2, column 3: wrong number of cells: found 3, expected 2; remove the surplus \
        ones, or quote a cell that holds a comma
        """
      ])
    #expect(
      try problems("mechanism,address\nparis,chair@paris.example\nprague,nobody\nserver,a@b") == [
        "senders.csv:2 mechanism: found 'paris', expected a name of the register, * for all, or server",
        "senders.csv:3 address: found 'nobody', expected an address, or @ and a domain: @example.org",
        "senders.csv:4 address: found 'a@b', expected a server's name: mx.example.org",
      ])
    #expect(
      try problems("who,address\nprague,a@b.example") == [
        "senders.csv:1: found no column 'mechanism', expected mechanism, address; put the file back as it was"
      ])
  }
}
