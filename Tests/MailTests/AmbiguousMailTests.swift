import Documents
import Mails
import Testing

@Suite("Mails that programs understand in several ways")
struct AmbiguousMailTests {
  /// A mail with a part of several parts.
  static func mixed(_ body: String, boundary: String = "b") -> String {
    "Content-Type: multipart/mixed; boundary=\"\(boundary)\"\n\n\(body)"
  }

  static let severalWays = "which programs understand in several ways"
  static let long = String(repeating: "0123456789", count: 500)

  /// Lines that separate parts: the mail, its parts, what is found.
  static let separated: [(mail: String, parts: [String], findings: [String])] = [
    (
      mixed("--b\n--b--\n"), ["1 multipart/mixed", "1.1 text/plain \"\""],
      ["two lines that separate parts stand one behind the other, \(severalWays): '--b--'"]
    ),
    (
      mixed("--b\n--b\n\none\n--b--\n"), ["1 multipart/mixed", "1.1 text/plain \"one\""],
      [
        "two lines that separate parts stand one behind the other, \(severalWays): '--b'",
        "a line among the headers is none and was passed over: '--b'",
      ]
    ),
    (
      mixed("--b more\r\n\none\n--b\n\ntwo\n--b-- end\n"),
      ["1 multipart/mixed", "1.1 text/plain \"one\"", "1.2 text/plain \"two\""],
      [
        "a line that separates parts goes on behind that, \(severalWays): '--b more'",
        "a line that separates parts goes on behind that, \(severalWays): '--b-- end'",
      ]
    ),
    (
      mixed("--b\n\none --b\n --b\n--bc\n--b-\n--b \t\n\ntwo\n--b-- \n--b--\n"),
      ["1 multipart/mixed", "1.1 text/plain \"one --b\\n --b\\n--bc\\n--b-\"", "1.2 text/plain \"two\""], []
    ),
    (
      mixed("--\(long)\n\none\n--\(long.dropLast())\n--\(long)--\n", boundary: long),
      ["1 multipart/mixed", "1.1 text/plain \"one\\n--\(long.dropLast())\""],
      ["what separates parts has 5000 bytes, and at most 70 are allowed"]
    ),
    (
      mixed("--b\n\none\n--b--\n--b\n\nlost\n--b--\n"), ["1 multipart/mixed", "1.1 text/plain \"one\""],
      ["a part stands behind the last of its kind, \(severalWays): '--b'"]
    ),
    (
      mixed("--b \n\none\n--b --\n", boundary: "b "), ["1 multipart/mixed", "1.1 text/plain \"one\""],
      ["what separates the parts of 1 ends in white space, which no line shows"]
    ),
    (
      mixed("--b\n" + mixed("--b\n\none\n--b--\n") + "--b--\n"),
      ["1 multipart/mixed", "1.1 multipart/mixed", "1.1.1 text/plain \"one\""],
      ["the parts of 1.1 are separated by the same lines as those around them: '--b'"]
    ),
    (
      mixed(
        "--b\n" + mixed("--c\n\none\n--c--\n", boundary: "c") + "--b\n"
          + mixed("--c\n\ntwo\n--c--\n", boundary: "c") + "--b--\n"),
      [
        "1 multipart/mixed", "1.1 multipart/mixed", "1.1.1 text/plain \"one\"", "1.2 multipart/mixed",
        "1.2.1 text/plain \"two\"",
      ], []
    ),
    (
      mixed("--b\n" + mixed("--b-1\n\none\n--b-1--\n", boundary: "b-1") + "--b--\n"),
      ["1 multipart/mixed", "1.1 multipart/mixed", "1.1.1 text/plain \"one\""], []
    ),
  ]

  @Test(
    "A line separates parts where it begins with the boundary; whatever is odd in it is a finding",
    arguments: separated.indices)
  func separators(index: Int) {
    let (mail, parts, findings) = Self.separated[index]
    let bundle = MailReaderTests.read(mail)
    #expect(MailReaderTests.lines(bundle) == parts)
    #expect(bundle.findings == findings.map { Finding(.broken, detail: $0) })
  }

  @Test("A mail written in base64 may have the boundary of the mail around it")
  func encodedMail() {
    let inner =
      "RnJvbTogY0BleGFtcGxlLm9yZwpDb250ZW50LVR5cGU6IG11bHRpcGFydC9taXhlZDsgYm91bmRhcnk9YgoKLS1iCgp4Ci0tYi0tCg=="
    let part = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n\(inner)\n"
    let bundle = MailReaderTests.read(Self.mixed("--b\n\(part)--b--\n"))
    #expect(bundle.findings == [])
    #expect(MailReaderTests.lines(bundle).last == "1.1.1.1 text/plain \"x\"")
  }

  @Test("A carriage return alone and a zero among the headers are findings, wherever programs draw the line")
  func lineEnds() {
    let details = [
      "Subject: a\rb\r\n\r\none\r\n":
        "a carriage return stands alone in the headers at byte 10: some programs end the line there",
      "Subject: a\0b\r\n\r\none\r\n":
        "a zero stands in the headers at byte 10: some programs read no further",
    ]
    for (mail, detail) in details {
      #expect(MailReaderTests.read(mail).findings == [Finding(.broken, detail: detail)])
    }
    #expect(
      MailReaderTests.lines(MailReaderTests.read("Subject: a\n\none\rtwo\n")) == [
        "1 text/plain \"one\\rtwo\\n\" "
          + "(broken: a carriage return stands alone in the part 1 at byte 3: some programs end the line there)"
      ])
    #expect(MailReaderTests.read("Subject: a\r\n\r\none\r\ntwo\r\n").findings == [])
  }

  /// Headers of a part that has the bytes `QUI=`, and what is found.
  static let headed: [(headers: String, line: String)] = [
    (
      "Content-Type: text; charset=utf-8",
      "1 text/plain \"QUI=\" (broken: the part 1 says that it is of the type 'text', which is none; read as plain text)"
    ),
    (
      "Content-Type:",
      "1 text/plain \"QUI=\" (broken: the part 1 says that it is of the type '', which is none; read as plain text)"
    ),
    ("Content-Type: docx\nContent-Disposition: attachment; filename=form.docx", "1 text/plain \"QUI=\""),
    ("Content-Type: application/octet-stream", "1 application/octet-stream"),
    ("Content-Transfer-Encoding: BASE64 ", "1 text/plain \"AB\""),
    (
      "Content-Transfer-Encoding: x-uuencode",
      "1 text/plain \"\" (broken: the part 1: it says that it is written in 'x-uuencode', which not all programs know; "
        + "ask for it again)"
    ),
    (
      "Content-Transfer-Encoding: base-64",
      "1 text/plain \"QUI=\" (broken: the part 1: it says that it is written in 'base-64', which not all programs know; "
        + "ask for it again)"
    ),
  ]

  @Test(
    "A type that is none is plain text; one who does not say how a part is written is asked",
    arguments: headed.indices)
  func headers(index: Int) {
    let (headers, line) = Self.headed[index]
    #expect(MailReaderTests.lines(MailReaderTests.read("\(headers)\n\nQUI=")) == [line])
  }

  @Test(
    "Base64 that is cut off, goes on behind its end or has other signs in it is a finding",
    arguments: [
      ("QUJD", true), ("QU\nI=\n", true), ("QQ==", true), ("", true), ("QUJDR", false), ("QUI=\nQUI=", false),
      ("QUJD\n-- \nThe list\n", false), ("Q===", false), ("QU.JD", false),
    ])
  func base64(text: String, isWhole: Bool) throws {
    let mail = "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n\(text)"
    let part = try #require(MailReaderTests.read(mail).mails.first?.parts.first)
    let finding = Finding(
      .broken, detail: "the part 1: it is not whole, or not all of it is base64; ask for it again")
    #expect(part.findings == (isWhole ? [] : [finding]))
  }
}
