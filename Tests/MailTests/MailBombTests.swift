import Documents
import Mailbox
import MailReaders
import Mails
import Testing
import Workers

@Suite("Mails that want to do harm")
struct MailBombTests {
  /// The first findings of a mail, read by the worker.
  static func findings(_ mail: String) throws -> [Finding] {
    var worker = try MailWorker()
    return try worker.read(Array(mail.utf8)).findings
  }

  static let deep = Finding(.limit, detail: "parts stand in one another more than 100 deep")

  @Test("A million parts are counted before anybody builds them")
  func parts() throws {
    let mail =
      "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\n", count: 1_000_000)
    let finding = Finding(.limit, detail: "the mail has more than 10000 parts")
    #expect(try Self.findings(mail) == [finding])
  }

  @Test("Parts are counted too where the boundary is declared in pieces")
  func pieces() throws {
    let mail =
      "Content-Type: multipart/mixed; boundary*0=a; boundary*1=b\n\n"
      + String(repeating: "--ab\n\n", count: 20_000)
    let finding = Finding(.limit, detail: "the mail has more than 10000 parts")
    #expect(try Self.findings(mail) == [finding])
  }

  @Test("Lines that begin like a boundary and are none do not count")
  func dashes() throws {
    let mail =
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + String(repeating: "-- no\n", count: 20_000)
      + "--b--\n"
    #expect(try Self.findings(mail) == [])
  }

  @Test("Parts in parts, mails in mails: as they are, and encoded")
  func depth() throws {
    let parts = (0..<5000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
    #expect(try Self.findings(parts).contains(Self.deep))
    let mails = String(repeating: "Content-Type: message/rfc822\n\n", count: 5000)
    #expect(try Self.findings(mails).contains(Self.deep))
    let encoding = "Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n"
    #expect(try Self.findings(String(repeating: encoding, count: 5000)).contains(Self.deep))
  }

  @Test("A mail at which the reader dies is a finding, and the next mail is read")
  func death() throws {
    var worker = try MailWorker()
    // Groups in groups: GMime reads each inside the other, until there is no stack left.
    let bundle = try worker.read(Array("To: \(String(repeating: "a: ", count: 400_000))\n\n".utf8))
    #expect(bundle == MailBundle(findings: [Finding(.broken, detail: "the worker died of signal 11")]))
    let next = try worker.read(Array("Subject: next\n\ntext".utf8))
    #expect(next.mails.first?["subject"] == "next")
  }

  @Test("A mail larger than any is not even given to the reader")
  func large() throws {
    var worker = try MailWorker(WorkerProgram(path: "/nowhere"))
    let bundle = try worker.read([UInt8](repeating: 0, count: MailWorker.byteLimit + 1))
    let detail = "the mail has 134217729 bytes, more than 134217728"
    #expect(bundle == MailBundle(findings: [Finding(.limit, detail: detail)]))
  }
}
