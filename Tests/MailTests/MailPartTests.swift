import Documents
import Mails
import Testing

@Suite("The parts of a mail")
struct MailPartTests {
  /// A mail of several parts, each given as its headers, an empty line and its body.
  static func multipart(_ subtype: String, _ parts: [String], boundary: String = "b") -> String {
    let type = "Content-Type: multipart/\(subtype); boundary=\"\(boundary)\"\n\n"
    return type + parts.map { "--\(boundary)\n\($0)\n" }.joined() + "--\(boundary)--\n"
  }

  static let plain = "Content-Type: text/plain\n\nplain"
  static let html = "Content-Type: text/html\n\n<p>html</p>"
  static let file = "Content-Type: text/csv; name=a.csv\nContent-Disposition: attachment\n\n1,2"

  @Test("Of plain text and HTML both are kept, and the plain one is the body")
  func alternative() throws {
    let related = Self.multipart("related", [Self.html, "Content-Type: image/png\n\nx"], boundary: "r")
    let inner = Self.multipart("alternative", [Self.plain, related], boundary: "a")
    let bundle = MailReaderTests.read(Self.multipart("mixed", [inner, Self.file]))
    #expect(bundle.findings.isEmpty)
    #expect(
      MailReaderTests.lines(bundle) == [
        "1 multipart/mixed", "1.1 multipart/alternative", "1.1.1 text/plain \"plain\"",
        "1.1.2 multipart/related",
        "1.1.2.1 text/html \"<p>html</p>\"", "1.1.2.2 image/png", "1.2 text/csv \"1,2\"",
      ])
    let mail = try #require(bundle.mails.first)
    #expect(mail.bodies.map(\.path.description) == ["1.1.1"])
    #expect(!mail.isHTMLOnly)
    #expect(mail.attachments.map(\.path.description) == ["1.1.2.2", "1.2"])
  }

  @Test("HTML beside an empty plain text is all that the mail says", arguments: ["", " \n \n", "absent"])
  func htmlOnly(plain: String) throws {
    let parts = plain == "absent" ? [Self.html] : ["Content-Type: text/plain\n\n\(plain)", Self.html]
    let mail = try #require(MailReaderTests.read(Self.multipart("alternative", parts)).mails.first)
    #expect(mail.isHTMLOnly)
    #expect(mail.bodies.last?.mediaType == "text/html")
  }

  @Test("A mail inside a mail is one of its own, as it is or encoded")
  func forwarded() {
    let inner = "From: b@example.org\nSubject: inner\n\nforwarded"
    let encoded = "RnJvbTogY0BleGFtcGxlLm9yZwpTdWJqZWN0OiBlbmNvZGVkCgpoaWRkZW4="
    let bundle = MailReaderTests.read(
      "From: a@example.org\nSubject: outer\n"
        + Self.multipart(
          "mixed",
          [
            Self.plain, "Content-Type: message/rfc822\n\n\(inner)",
            "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n\(encoded)",
          ]))
    #expect(bundle.mails.map { $0.path?.description } == [nil, "1.2", "1.3"])
    #expect(bundle.mails.map { $0["subject"] } == ["outer", "inner", "encoded"])
    #expect(
      MailReaderTests.lines(bundle) == [
        "1 multipart/mixed", "1.1 text/plain \"plain\"", "1.2 message/rfc822", "1.3 message/rfc822",
        "1.2.1 text/plain \"forwarded\"", "1.3.1 text/plain \"hidden\"",
      ])
  }

  @Test("A file's name is for people alone: it is kept as it is written, whatever it says")
  func names() throws {
    let parts = [
      "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"../../etc/passwd\"\n\nx",
      "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''r%C3%A9ponse.pdf\n\nx",
      "Content-Type: application/pdf; name=\"=?utf-8?q?r=C3=A9ponse=2Epdf?=\"\n\nx",
    ]
    let mail = try #require(MailReaderTests.read(Self.multipart("mixed", parts)).mails.first)
    #expect(mail.parts.dropFirst().map(\.name) == ["../../etc/passwd", "réponse.pdf", "réponse.pdf"])
  }

  /// Parts that nobody can read here, and what is said of them.
  static let unreadable: [(part: String, finding: Finding)] = [
    (
      "Content-Type: application/ms-tnef; name=winmail.dat\n\nx",
      Finding(
        .broken,
        detail: "winmail.dat: it does not begin as one does; ask for the files as ordinary attachments")
    ),
    (
      "Content-Type: application/pgp-encrypted\n\nVersion: 1",
      Finding(.encrypted, detail: "the part is encrypted (OpenPGP): ask for it in the clear")
    ),
    (
      "Content-Type: text/plain\n\nread this:\n-----BEGIN PGP MESSAGE-----\nabc",
      Finding(.encrypted, detail: "the part is encrypted (OpenPGP): ask for it in the clear")
    ),
    (
      // A sequence that begins with the type envelopedData.
      "Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\nMAsGCSqGSIb3DQEHAw==",
      Finding(.encrypted, detail: "the part is encrypted (S/MIME): ask for it in the clear")
    ),
    (
      "Content-Type: application/pkcs7-mime\n\nxyz",
      Finding(
        .noReader, detail: "the part is S/MIME, neither signed nor encrypted: ask for it in the clear")
    ),
    (
      // A sequence that begins with the type signedData and has nothing else.
      "Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\nMAsGCSqGSIb3DQEHAg==",
      Finding(.noReader, detail: "the part is S/MIME with nothing in it that was signed")
    ),
    (
      "Content-Type: message/external-body; access-type=URL\n\nContent-Type: text/plain\n\n",
      Finding(.noReader, detail: "the content of message/external-body is elsewhere: ask for it whole")
    ),
  ]

  @Test("What nobody can read here is a finding of its part", arguments: unreadable.indices)
  func unreadableParts(index: Int) throws {
    let (part, finding) = Self.unreadable[index]
    let mail = try #require(MailReaderTests.read(Self.multipart("mixed", [Self.plain, part])).mails.first)
    #expect(mail.parts.map(\.findings) == [[], [], [finding]])
  }

  @Test("A quoted line that begins an encrypted text belongs to somebody else")
  func quotedArmour() throws {
    let text = "Content-Type: text/plain\n\n> -----BEGIN PGP MESSAGE-----\nmy answer"
    #expect(MailReaderTests.read(text).mails.first?.parts.first?.findings == [])
  }

  @Test("A signed mail is read as it is, and the signature is no attachment")
  func signed() throws {
    let signature = "Content-Type: application/pgp-signature\n\n-----BEGIN PGP SIGNATURE-----"
    let mail = try #require(
      MailReaderTests.read(Self.multipart("signed", [Self.plain, signature])).mails.first)
    #expect(mail.isSigned)
    #expect(mail.bodies.map(\.text) == ["plain"])
    #expect(mail.attachments.isEmpty)
  }

  /// A value of DER: its tag, its length, its bytes.
  static func der(_ tag: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    let length: [UInt8] =
      bytes.count < 0x80
      ? [UInt8(bytes.count)] : [0x82, UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)]
    return [tag] + length + bytes
  }

  /// A value of BER whose length is not said: two zeros end it.
  static func ber(_ tag: UInt8, _ bytes: [UInt8]) -> [UInt8] { [tag, 0x80] + bytes + [0, 0] }

  /// What S/MIME makes of a signed part, as far as it is looked at.
  static func signed(_ content: [UInt8], _ value: (UInt8, [UInt8]) -> [UInt8]) -> [UInt8] {
    let pkcs7: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07]
    let octets = value(0xA0, content)
    let encapsulated = value(0x30, der(0x06, pkcs7 + [1]) + octets)
    return value(
      0x30, der(0x06, pkcs7 + [2]) + value(0xA0, value(0x30, der(0x02, [1]) + der(0x31, []) + encapsulated)))
  }

  /// A mail that is one part of S/MIME.
  static func opaque(_ bytes: [UInt8]) -> [UInt8] {
    Array("Content-Type: application/pkcs7-mime; name=smime.p7m\n\n".utf8) + bytes
  }

  @Test(
    "What was signed with its content inside is taken out: in one piece, in several, with and without lengths"
  )
  func opaqueSigned() throws {
    let text = Array(Self.multipart("mixed", [Self.plain, Self.file]).utf8)
    let pieces = Self.der(0x04, Array(text[..<40])) + Self.der(0x04, Array(text[40...]))
    for bytes in [
      Self.signed(Self.der(0x04, text), Self.der), Self.signed(Self.ber(0x24, pieces), Self.ber),
    ] {
      let bundle = MailReaderTests.read(Self.opaque(bytes))
      #expect(bundle.findings.isEmpty)
      #expect(
        MailReaderTests.lines(bundle) == [
          "1 application/pkcs7-mime", "1.1 multipart/mixed", "1.1.1 text/plain \"plain\"",
          "1.1.2 text/csv \"1,2\"",
        ])
      let mail = try #require(bundle.mails.first)
      #expect(mail.isSigned)
      #expect(mail.attachments.map(\.name) == ["a.csv"])
    }
  }

  @Test("What is signed and cut off anywhere is a finding, and never a crash")
  func cutOff() throws {
    let whole = Self.signed(Self.ber(0x24, Self.der(0x04, Array(Self.plain.utf8))), Self.ber)
    let finding = "the part is S/MIME, neither signed nor encrypted: ask for it in the clear"
    for count in 0..<whole.count {
      let mail = try #require(MailReaderTests.read(Self.opaque(Array(whole[..<count]))).mails.first)
      #expect(mail.parts.map(\.findings) == [[Finding(.noReader, detail: finding)]], "\(count) bytes")
    }
  }
}
