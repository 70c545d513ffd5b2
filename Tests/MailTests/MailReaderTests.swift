import Calendar
import Documents
import MailReaders
import Mails
import Testing

@Suite("What is read from a mail")
struct MailReaderTests {
  static func read(_ text: String) -> MailBundle { MailReader().read(Array(text.utf8)[...]) }

  static func read(_ bytes: [UInt8]) -> MailBundle { MailReader().read(bytes[...]) }

  /// A part in one line: path, type, text, findings.
  static func line(_ part: MailPart) -> String {
    let findings = part.findings.map { " (\($0.kind): \($0.detail))" }.joined()
    return "\(part.path) \(part.mediaType)\(part.text.map { " " + $0.debugDescription } ?? "")\(findings)"
  }

  static func lines(_ bundle: MailBundle) -> [String] { bundle.mails.flatMap { $0.parts.map(line) } }

  @Test("Headers are unfolded, encoded words decoded, addresses taken apart, also those of groups")
  func headers() throws {
    let mail = try #require(
      Self.read(
        """
        From: =?iso-8859-1?q?Jos=E9?= <Jose@Example.org>
        To: Chairs: a@example.org, "B, C" <b@example.org>;, d@example.org
        Subject: =?utf-8?b?w4k=?=
         =?utf-8?q?t=C3=A9?=
         at the end
        Message-ID: <1@example.org>
        In-Reply-To: <0@example.org>
        X-Other: not kept
        List-Id: <chairs.example.org>

        """
      ).mails.first)
    #expect(mail["SUBJECT"] == "Été at the end")
    #expect(mail["message-id"] == "<1@example.org>")
    #expect(mail["in-reply-to"] == "<0@example.org>")
    #expect(mail["list-id"] == "<chairs.example.org>")
    #expect(mail["x-other"] == nil)
    #expect(
      mail.addresses == [
        .init(header: "from", name: "José", address: "Jose@Example.org"),
        .init(header: "to", name: "", address: "a@example.org"),
        .init(header: "to", name: "B, C", address: "b@example.org"),
        .init(header: "to", name: "", address: "d@example.org"),
      ])
  }

  @Test("Only notes of the operator's own servers, from the first on, say when a mail arrived")
  func received() throws {
    let mail = try #require(
      Self.read(
        """
        Received: from mx.example.net (said by liar) by box.example.net with LMTP;
         Fri, 9 Nov 2018 12:00:02 +0100
        Received: from far.example.org by MX.example.net with ESMTP; Fri, 9 Nov 2018 11:00:01 +0000 (UTC)
        Received: by far.example.org; Fri, 9 Nov 2018 10:00:00 +0000
        Received: from x by box.example.net; Fri, 9 Nov 2029 10:00:00 +0000
        From: a@example.org

        """
      ).mails.first)
    #expect(
      mail.received.map(\.by) == ["box.example.net", "mx.example.net", "far.example.org", "box.example.net"])
    #expect(mail.received(by: ["box.example.net"])?.description == "2018-11-09T11:00:02Z")
    #expect(mail.received(by: [])?.description == "2018-11-09T11:00:02Z")
    #expect(mail.received(by: ["mx.example.net"]) == nil)
    #expect(mail.received[1].date?.description == "2018-11-09T11:00:01Z")
  }

  /// Texts in character sets: what is declared, the bytes, what is read.
  static let texts: [(charset: String, bytes: [UInt8], text: String, finding: String?)] = [
    ("utf-8", [0xC3, 0xA9], "é", nil),
    ("utf-8", [0xEF, 0xBB, 0xBF, 0x41], "A", nil),
    ("iso-8859-1", [0xE9, 0x92], "é’", nil),
    ("windows-1256", [0xC7], "ا", nil),
    ("koi8-r", [0xC4, 0xC1], "да", nil),
    ("gb2312", [0xCA, 0xC7], "是", nil),
    ("utf-16", [0xFF, 0xFE, 0x41, 0x00], "A", nil),
    ("", [0xC3, 0xA9], "é", nil),
    (
      "us-ascii", [0xC3, 0xA9], "é",
      "the bytes are not in the character set 'us-ascii' that is declared; read as UTF-8"
    ),
    (
      "", [0xE9, 0x80], "é€",
      """
      no character set is declared and the bytes are not UTF-8; read as Windows-1252, neither that nor UTF-8 being sure
      """
    ),
    (
      "utf-8", [0x6F, 0x75, 0x69, 0xE9], "ouié",
      """
      the bytes are not in the character set 'utf-8' that is declared; read as Windows-1252, neither that nor UTF-8 \
      being sure
      """
    ),
    (
      "nobody-knows", [0x41], "A",
      "the bytes are not in the character set 'nobody-knows' that is declared; read as UTF-8"
    ),
  ]

  @Test(
    "Texts are read as declared, else as UTF-8, else as Windows-1252 with a finding", arguments: texts.indices
  )
  func charsets(index: Int) throws {
    let (charset, bytes, text, finding) = Self.texts[index]
    let header = charset.isEmpty ? "" : "Content-Type: text/plain; charset=\(charset)\n"
    let part = try #require(
      Self.read(Array("\(header)From: a@example.org\n\n".utf8) + bytes).mails.first?.parts.first)
    #expect(part.text == text)
    #expect(part.bytes == bytes)
    #expect(part.findings == [finding].compactMap(\.self).map { Finding(.charset, detail: $0) })
  }

  @Test("What has zero bytes is no text, whatever it says")
  func noText() throws {
    let part = try #require(
      Self.read(Array("Content-Type: text/plain\n\nPK".utf8) + [0, 1]).mails.first?.parts.first)
    #expect(part.text == nil)
    #expect(part.bytes == [0x50, 0x4B, 0, 1])
  }

  @Test("Flowed lines go on at the same depth of quotation; each line says its depth")
  func flowed() throws {
    let part = try #require(
      Self.read(
        """
        Content-Type: text/plain; format=flowed; delsp=yes

        > [Q04] Do you have a web \u{20}
        > site?
        yes, \u{20}
        we do
        >> older

        """
      ).mails.first?.parts.first)
    #expect(part.flow == .delSp)
    #expect(
      part.lines?.blocks.map { "\($0.place): \($0.text)" } == [
        "line 1, quoted 1: [Q04] Do you have a web site?", "line 3: yes, we do", "line 5, quoted 2: older",
      ])
  }

  @Test("Blank lines before the headers are passed over")
  func blankStart() {
    let bundle = Self.read("\r\n\n\nFrom: a@example.org\nSubject: b\n\ntext\n")
    #expect(bundle.findings.isEmpty)
    #expect(bundle.mails.first?["subject"] == "b")
    #expect(Self.lines(bundle) == ["1 text/plain \"text\\n\""])
  }

  @Test("Bytes that are no mail are kept, and are a finding")
  func noMail() {
    let bundle = Self.read("no header\nstands here\n")
    #expect(
      bundle.findings == [
        Finding(.broken, detail: "the mail cannot be read: no header stands at its start")
      ])
    #expect(Self.lines(bundle) == ["1 text/plain \"no header\\nstands here\\n\""])
    #expect(
      Self.read([])
        == MailBundle(findings: [Finding(.broken, detail: "the mail cannot be read: it has no bytes")]))
  }

  /// Mails that are not as they should be, and what is found.
  static let broken: [(mail: String, findings: [String])] = [
    (
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n",
      ["the mail ends before its last part does"]
    ),
    ("Content-Type: multipart/mixed; boundary=b\n\n--b--\n", ["the part 1, of several parts, has none"]),
    (
      "Content-Type: multipart/mixed\n\n--b\n\ntext\n--b--\n",
      [
        "a part of several parts does not say what separates them", "the part 1, of several parts, has none",
      ]
    ),
    (
      "From: a@example.org\nthis is none\nTo: b@example.org\n\ntext\n",
      ["a line among the headers is none and was passed over: 'this is none'"]
    ),
    (
      "From: a@example.org\nFrom: b@example.org\nTo: c@example.org\nTo: d@example.org\n\ntext\n",
      ["the header 'From' is there twice and differs"]
    ),
    ("From: a@example.org\n>From b Fri Nov 9 10:14:33 2018\nTo: b@example.org\n\ntext\n", []),
  ]

  @Test("A mail that is not whole is a finding", arguments: broken.indices)
  func brokenMails(index: Int) {
    let (mail, details) = Self.broken[index]
    #expect(Self.read(mail).findings == details.map { Finding(.broken, detail: $0) })
  }
}
