import Chance
import Documents
import Foundation
import Mailbox
import Testing

@Suite("What stands in a source")
struct MailSourceTests {
  /// What a source holds, in one line each: path below the folder, kind, offset, length.
  static func lines(_ source: MailSource) -> [String] {
    source.items.map { item in
      let path = item.path.dropFirst(source.path.count).drop { $0 == "/" }
      return "\(path) \(item.kind) \(item.offset)+\(item.length)"
    }
  }

  static func skipped(_ source: MailSource) -> [String] {
    source.skipped.map { "\($0.path.dropFirst(source.path.count + 1)) \($0.reason)" }
  }

  @Test("A folder: sorted, with the folders in it, links not followed, nothing passed over in silence")
  func folder() throws {
    let folder = try ScratchFolder()
    try folder.write("From: a", to: "b.eml")
    try folder.write("From: a", to: "a/z.EML")
    try folder.write("From: a", to: "B.eml")
    try folder.write("From: a\n\n", to: "123")
    try folder.write("Message-ID: <1>\n", to: "00001.7c53336b37003a92")
    try folder.write("PK", to: "form.docx")
    try folder.write("a,b", to: "form.csv")
    try folder.write("Todo: what?", to: "notes.xyz")
    try folder.write("From: a", to: ".hidden.eml")
    try folder.write("From x Fri Nov  9 10:14:33 2018\nFrom: a\n\ntext\n", to: "saved.txt")
    try folder.makeLink("link.eml", to: "\(folder.path)/b.eml")
    try folder.makeLink("up", to: "..")
    #expect(mkfifo("\(folder.path)/pipe.eml", 0o600) == 0)
    let source = try MailSource(folder.path)
    #expect(
      Self.lines(source) == [
        "00001.7c53336b37003a92 mail 0+16", "123 mail 0+9", "B.eml mail 0+7", "a/z.EML mail 0+7",
        "b.eml mail 0+7",
        "form.csv form(Documents.Extract.Format.csv) 0+3",
        "form.docx form(Documents.Extract.Format.docx) 0+2",
        "notes.xyz unknown 0+11", "saved.txt mboxMail 0+46",
      ])
    #expect(Self.skipped(source) == [".hidden.eml hidden", "link.eml link", "pipe.eml special", "up link"])
  }

  @Test("A file that is named is read, also through a link")
  func file() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("From: a", to: "b.eml")
    try folder.makeLink("link.eml", to: path)
    #expect(try Self.lines(MailSource(path)) == [" mail 0+7"])
    let linked = try #require(MailSource("\(folder.path)/link.eml").items.first)
    #expect(try linked.bytes() == Array("From: a".utf8))
  }

  @Test("A source that is not there is an error")
  func missing() {
    let error = #expect(throws: MailboxError.self) { try MailSource("/nowhere/mails") }
    #expect(
      error?.description == """
        /nowhere/mails: cannot be read (No such file or directory); check the path and whose it is
        """)
  }

  @Test(
    "A Maildir: the mails of new and cur, whatever their names; not tmp, not the folders of the mail program")
  func maildir() throws {
    let folder = try ScratchFolder()
    try folder.write("Subject: 2", to: "cur/1541758473.M2P1.host:2,S")
    try folder.write("From here on no mbox", to: "cur/1541758474.M3P1.host:2,S")
    try folder.write("Subject: 1", to: "new/1541758472.M1P1.host")
    try folder.write("Sub", to: "tmp/1541758475.M4P1.host")
    try folder.write("Subject: sent", to: ".Sent/cur/1541758476.M5P1.host:2,S")
    try folder.write("x", to: "dovecot.index.log")
    let source = try MailSource(folder.path)
    #expect(
      Self.lines(source) == [
        "cur/1541758473.M2P1.host:2,S mail 0+10", "cur/1541758474.M3P1.host:2,S mail 0+20",
        "dovecot.index.log unknown 0+1", "new/1541758472.M1P1.host mail 0+10",
      ])
    #expect(Self.skipped(source) == [".Sent innerMaildir", "tmp unfinished"])
  }

  @Test("Reading changes nothing: no file, no time of reading or writing")
  func untouched() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("From: a\n\n", to: "new/1.host")
    try folder.makeFolder("cur")
    var times = [timeval(tv_sec: 1_000_000, tv_usec: 0), timeval(tv_sec: 2_000_000, tv_usec: 0)]
    #expect(utimes(path, &times) == 0)
    for item in try MailSource(folder.path).items { _ = try item.bytes() }
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_atim.tv_sec == 1_000_000)
    #expect(status.st_mtim.tv_sec == 2_000_000)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["cur", "new", "new/1.host"])
  }
}
