import Chance
import Mailbox
import Testing

@Suite("Mails of an mbox")
struct MboxTests {
  static let line = "From chair@example.org Fri Nov  9 10:14:33 2018\n"

  /// The mails of a file, and whether the stretches are the whole file.
  static func mails(_ bytes: [UInt8]) throws -> [[UInt8]] {
    let folder = try ScratchFolder()
    let source = try MailSource(folder.write(bytes, to: "all.mbox"))
    var end = 0
    for item in source.items {
      #expect(item.offset == end)
      end += item.length
    }
    #expect(end == bytes.count)
    return try source.items.map { try $0.bytes() }
  }

  static func mails(_ text: String) throws -> [String] {
    try mails(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("Mails are as they were before: the line before, the line behind and one mark are taken off")
  func unquoted() throws {
    let found = try Self.mails(
      "\(Self.line)From: a\n\n>From here\n>>From there\n> From\n>from\n\n\(Self.line)From: b\n\nend\n\n")
    #expect(found == ["From: a\n\nFrom here\n>From there\n> From\n>from\n", "From: b\n\nend\n"])
  }

  @Test("Lines that end in CR LF")
  func carriageReturns() throws {
    let line = "From chair@example.org Fri Nov  9 10:14:33 2018\r\n"
    let found = try Self.mails("\(line)From: a\r\n\r\n>From here\r\n\r\n\(line)From: b\r\n\r\nend")
    #expect(found == ["From: a\r\n\r\nFrom here\r\n", "From: b\r\n\r\nend"])
  }

  /// Texts in which it is doubtful where a mail begins, and the mails.
  static let doubtful: [(text: String, mails: [String])] = [
    // A sentence behind an empty line.
    ("\(line)From: a\n\nFrom here on I answer:\nyes\n", ["From: a\n\nFrom here on I answer:\nyes\n"]),
    // A sentence with a time of day, not behind an empty line.
    ("\(line)From: a\n\nyes\nFrom 10:30 on 2018\nno\n", ["From: a\n\nyes\nFrom 10:30 on 2018\nno\n"]),
    // A separating line without a date, as some programs write it.
    (
      "\(line)From: a\n\nyes\n\nFrom -\nReceived: by x\n\nno\n",
      ["From: a\n\nyes\n", "Received: by x\n\nno\n"]
    ),
    // No empty line before.
    ("\(line)From: a\n\nyes\n\(line)From: b\n\nno\n", ["From: a\n\nyes\n", "From: b\n\nno\n"]),
    // Nothing behind.
    ("\(line)From: a\n\nyes\n\n\(line)", ["From: a\n\nyes\n", ""]),
    // Bytes before the first mail.
    ("\n\n\(line)From: a\n", ["\n\n", "From: a\n"]),
  ]

  @Test("Where it is doubtful whether a mail begins", arguments: doubtful.indices)
  func separators(index: Int) throws {
    let (text, mails) = Self.doubtful[index]
    #expect(try Self.mails(text) == mails)
  }

  @Test("Mails put into an mbox come out again, and its bytes add up", arguments: 0..<40 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var chance = SeededRandom(seed: seed)
    let words = ["From ", ">From ", ">>From x", "From: a", "yes", "", "\u{FF}", "12:30 2018", "> ", "From"]
    var (file, mails): ([UInt8], [[UInt8]]) = ([], [])
    let ending = Bool.random(using: &chance) ? "\r\n" : "\n"
    for _ in 0..<Int.random(in: 1...6, using: &chance) {
      var mail = "Subject: x\(ending)\(ending)"
      var quoted = mail
      for _ in 0..<Int.random(in: 0...20, using: &chance) {
        let text = (0..<Int.random(in: 0...3, using: &chance)).map { _ in
          words.randomElement(using: &chance) ?? ""
        }
        .joined()
        mail += text + ending
        quoted += (text.drop { $0 == ">" }.hasPrefix("From ") ? ">" : "") + text + ending
      }
      mails.append(Array(mail.utf8))
      file += Array("From a@example.org Fri Nov  9 10:14:33 2018\(ending)\(quoted)\(ending)".utf8)
    }
    // A line longer than what is kept of one, and a file larger than what is read at once.
    if seed % 10 == 0 {
      let long = "Subject: long\(ending)\(ending)\(String(repeating: "x", count: 2_500_000))\(ending)"
      mails.append(Array(long.utf8))
      file += Array("From a@example.org Fri Nov  9 10:14:33 2018\(ending)\(long)\(ending)".utf8)
    }
    #expect(try Self.mails(file) == mails)
  }
}
