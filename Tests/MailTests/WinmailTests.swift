import Chance
import Documents
import Foundation
import Mailbox
import Mails
import Testing

@Suite("What Outlook puts into a winmail.dat")
struct WinmailTests {
  static let pdf = Array("%PDF-1.7".utf8)

  /// A mail with a text and a winmail.dat.
  static func mail(_ winmail: [UInt8], text: String? = "My answers are attached.") -> [UInt8] {
    let parts = [
      text.map { "Content-Type: text/plain\n\n\($0)" },
      "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
        + Data(winmail).base64EncodedString(),
    ]
    let body = parts.compactMap(\.self).map { "--b\n\($0)\n" }.joined()
    return Array("From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n\(body)--b--\n".utf8)
  }

  /// What the worker finds in such a mail.
  static func read(_ winmail: [UInt8], text: String? = "My answers are attached.") throws -> MailBundle {
    var worker = try MailWorker()
    return try worker.read(mail(winmail, text: text))
  }

  static func lines(_ bundle: MailBundle) -> [String] {
    bundle.mails.flatMap(\.parts).map { "\($0.path) \($0.mediaType) \($0.name)" }
  }

  @Test("Attachments are parts of it, by their long names, with the types that they say")
  func attachments() throws {
    var file = WinmailFile()
    file.add(.codePage, UInt32(1252).bytes + UInt32(0).bytes)
    file.add(.body, Array("My answers are attached.".utf8) + [0])
    file.add(
      "RPONSE~1.PDF", Self.pdf,
      properties: [.init(0x3707, "réponse à 日本.pdf"), .init(0x370E, "application/PDF")])
    file.add("plain.docx", [0x50, 0x4B, 3, 4])
    let bundle = try Self.read(file.bytes)
    #expect(bundle.findings == [])
    let mail = try #require(bundle.mails.first)
    #expect(
      Self.lines(bundle) == [
        "1 multipart/mixed ", "1.1 text/plain ", "1.2 application/ms-tnef winmail.dat",
        "1.2.1 application/pdf réponse à 日本.pdf", "1.2.2 application/octet-stream plain.docx",
      ])
    #expect(mail.attachments.map(\.bytes) == [Self.pdf, [0x50, 0x4B, 3, 4]])
    #expect(mail.bodies.map(\.path.description) == ["1.1"])
    #expect(mail.parts.flatMap(\.findings) == [])
  }

  @Test("Its text is a part where the mail has none of its own, in the set that it names")
  func text() throws {
    var file = WinmailFile()
    file.add(.codePage, UInt32(1251).bytes + UInt32(0).bytes)
    file.add(.body, [0xC4, 0xE0, 0])
    let mail = try #require(try Self.read(file.bytes, text: nil).mails.first)
    #expect(mail.bodies.map(\.text) == ["Да"])
    #expect(mail.attachments == [])
    let other = try #require(try Self.read(file.bytes).mails.first)
    #expect(other.bodies.map(\.text) == ["My answers are attached."])
  }

  @Test(
    "A text in Outlook's own format alone is a finding, where the mail says nothing else",
    arguments: [
      (0x1009 as UInt16, 0x0102 as UInt16), (0x1013, 0x0102), (0x1000, 0x001F), (0x1000, 0x001E),
    ])
  func ownFormat(id: UInt16, type: UInt16) throws {
    var file = WinmailFile()
    file.add(
      .messageProperties,
      WinmailFile.Property.list([.init(0x0E1D, "Answers"), .init(id, type: type, Self.pdf)]))
    let finding = Finding(
      .noReader,
      detail: "winmail.dat: its text is there in Outlook's own format alone; ask for it as plain text")
    func findings(_ file: WinmailFile, text: String?) throws -> [Finding] {
      try Self.read(file.bytes, text: text).mails.flatMap(\.parts).flatMap(\.findings)
    }
    #expect(try findings(file, text: nil) == [finding])
    #expect(try findings(file, text: " \n") == [finding])
    #expect(try findings(file, text: "My answers") == [])
    file.add(.body, Array("My answers".utf8))
    #expect(try findings(file, text: nil) == [])
    var other = WinmailFile()
    other.add(.messageProperties, WinmailFile.Property.list([.init(0x0E1D, "Answers")]))
    #expect(try findings(other, text: nil) == [])
    var outer = WinmailFile()
    var inner = WinmailFile()
    inner.add(.messageProperties, WinmailFile.Property.list([.init(id, type: type, Self.pdf)]))
    outer.add(
      "message", [], properties: [.init(0x3701, type: 0x0D, Array(repeating: 0, count: 16) + inner.bytes)])
    #expect(try findings(outer, text: "My answers") == [finding])
  }

  @Test("A message of Outlook in it is read as a part, and one in that; more than five deep is a limit")
  func nested() throws {
    var file = WinmailFile()
    file.add(.body, Array("I forward what she wrote.".utf8))
    file.add("answers.pdf", Self.pdf)
    for depth in 2...6 {
      let object = Array(repeating: UInt8(0), count: 16) + file.bytes
      file = WinmailFile()
      file.add("message", [], properties: [.init(0x3701, type: 0x0D, object)])
      let bundle = try Self.read(file.bytes)
      if depth < 6 {
        let path = "1.2" + String(repeating: ".1", count: depth - 1)
        #expect(bundle.findings == [])
        #expect(
          Self.lines(bundle).suffix(2) == [
            "\(path).1 text/plain ", "\(path).2 application/octet-stream answers.pdf",
          ])
        #expect(bundle.mails.first?.bodies.map(\.path.description) == ["1.1"])
      } else {
        #expect(
          bundle.findings == [Finding(.limit, detail: "a winmail.dat stands in others more than 5 deep")])
      }
    }
  }

  /// Files that are not what they say, and what is said of them.
  static let broken: [(name: String, file: WinmailFile, finding: Finding)] = {
    func file(_ make: (inout WinmailFile) -> Void) -> WinmailFile {
      var file = WinmailFile()
      make(&file)
      return file
    }
    func broken(_ detail: String) -> Finding { Finding(.broken, detail: "winmail.dat: \(detail)") }
    return [
      (
        "a length that lies",
        file {
          $0.add(.beginning, [0])
          $0.add(.content, [1, 2, 3], length: 100_000)
        }, broken("it ends inside of the attribute at byte 18; ask for it again")
      ),
      (
        "a length beyond all memory",
        file {
          $0.add(.beginning, [0])
          $0.add(.content, [1, 2, 3], length: .max)
        }, broken("it ends inside of the attribute at byte 18; ask for it again")
      ),
      (
        "a sum that is wrong",
        file {
          $0.add(.beginning, [0])
          $0.add(.content, [1, 2, 3], sum: 7)
        }, broken("libytnef gives up (-5); ask for the files as ordinary attachments")
      ),
      (
        "content twice",
        file {
          $0.add("a", [1])
          $0.add(.content, [2])
        }, broken("what an attachment holds stands twice, or in none, at byte 56")
      ),
      (
        "content of nothing", file { $0.add(.content, [2]) },
        broken("what an attachment holds stands twice, or in none, at byte 6")
      ),
      (
        "content of another type",
        file {
          $0.add(.beginning, [0])
          $0.add(id: 0x0001_800F, [2])
        }, broken("an attribute is of a kind that it cannot be of, at byte 18")
      ),
      (
        "more properties than there are",
        file { $0.add("a", [], properties: [.init(0x3701, type: 0x0D, [])]) },
        Finding(
          .noReader,
          detail: "winmail.dat: \"a\" has no content that can be read; ask for it as an ordinary attachment")
      ),
      (
        "too many attachments", file { file in for _ in 0...1000 { file.add(.beginning, [0]) } },
        Finding(.limit, detail: "winmail.dat: more than 1000 attachments")
      ),
    ]
  }()

  @Test("What is broken is a finding, and waits", arguments: broken.indices)
  func isFinding(index: Int) throws {
    let (name, file, finding) = Self.broken[index]
    let mail = try #require(try Self.read(file.bytes).mails.first)
    #expect(mail.parts.first { $0.isWinmail }?.findings == [finding], "\(name)")
  }

  @Test("Cut at any byte, it is a finding, or what came before is whole")
  func cut() throws {
    var file = WinmailFile()
    file.add("one.pdf", Self.pdf, properties: [.init(0x3707, "one.pdf")])
    let first = file.bytes.count
    file.add("two.pdf", Self.pdf)
    var worker = try MailWorker()
    for end in 0..<file.bytes.count {
      let bundle = try worker.read(Self.mail(Array(file.bytes[..<end])))
      let mail = try #require(bundle.mails.first, "\(end)")
      let isSaid = mail.parts.contains { $0.isWinmail && !$0.findings.isEmpty }
      #expect(isSaid || end == 6 || mail.attachments.contains { $0.bytes == Self.pdf }, "\(end)")
      #expect(end < first || isSaid || mail.attachments.count == (end > first + 60 ? 2 : 1), "\(end)")
    }
  }

  @Test("Damaged in any way, it never takes the reader along", arguments: 0..<4 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var worker = try MailWorker()
    for _ in 0..<150 {
      var file = WinmailFile()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        var properties = WinmailFile.Property.list([
          .init(0x3707, "name.pdf"), .init(0x8005, "named"), .init(0x3701, type: 0x0D, Self.pdf),
          .init(0x1003, type: 0x101F, [1, 0, 0, 0]),
        ])
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          properties[Int.random(in: properties.indices, using: &random)] = UInt8.random(
            in: .min ... .max, using: &random)
        }
        properties.removeLast(Int.random(in: 0...8, using: &random))
        file.add("a", Self.pdf)
        file.add(.properties, properties)
      }
      let bundle = try worker.read(Self.mail(file.bytes))
      #expect(bundle.findings == [], "\(file.bytes)")
    }
  }
}
