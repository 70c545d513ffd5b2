import Calendar
import Documents
import Mailbox
import Mails
import Testing

@Suite("From a folder to the parts of its mails")
struct WholeWayTests {
  static let mail = """
    From: "Chair" <chair@example.org>
    To: survey@example.net
    Subject: =?utf-8?q?R=C3=A9ponses?=
    Date: Fri, 9 Nov 2018 12:14:33 +0200
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=b

    --b
    Content-Type: text/plain; charset=iso-8859-1
    Content-Transfer-Encoding: quoted-printable

    Voil=E0
    --b
    Content-Type: application/pdf; name="form.pdf"
    Content-Disposition: attachment; filename="form.pdf"
    Content-Transfer-Encoding: base64

    JVBERi0=
    --b--

    """

  @Test("One mail in a folder, read by the worker")
  func one() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.mail, to: "one.eml")
    let source = try MailSource(folder.path)
    let item = try #require(source.items.first)
    #expect(
      source.items == [MailItem(kind: .mail, path: "\(folder.path)/one.eml", length: Self.mail.utf8.count)])
    var worker = try MailWorker()
    let bundle = try worker.read(item.bytes())
    #expect(bundle.findings.isEmpty)
    let mail = try #require(bundle.mails.first)
    #expect(mail["subject"] == "Réponses")
    #expect(mail.from == [Mail.Address(header: "from", name: "Chair", address: "chair@example.org")])
    #expect(mail.date?.description == "2018-11-09T10:14:33Z")
    #expect(
      mail.parts.map { "\($0.path) \($0.mediaType)" } == [
        "1 multipart/mixed", "1.1 text/plain", "1.2 application/pdf",
      ])
    #expect(mail.parts[1].text == "Voilà")
    #expect(mail.parts[1].bytes == Array("Voil".utf8) + [0xE0])
    #expect(mail.parts[2].bytes == Array("%PDF-".utf8))
    #expect(mail.parts[2].name == "form.pdf")
    #expect(mail.parts[2].disposition == "attachment")
  }
}
