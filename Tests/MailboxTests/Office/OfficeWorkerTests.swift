import Documents
import Glibc
import Mailbox
import TemporaryFolders
import Testing
import Workers

@Suite("Documents that only LibreOffice reads")
struct OfficeWorkerTests {
  static let rtf = Array("{\\rtf1\\ansi Caf\\'e9 \\b answers\\b0\\par}".utf8)

  /// What a reader finds that has this LibreOffice.
  static func findings(_ office: OfficeWorker, _ bytes: [UInt8] = rtf) -> [Finding] {
    var reader = DocumentWorker(office: office)
    let extract = reader.read(bytes, name: "form.rtf", format: .rtf)
    #expect(extract.format == .rtf)
    #expect(extract.blocks == [])
    return extract.findings
  }

  /// LibreOffice in what is no sandbox, but a script that says something else.
  static func office(instead script: String, seconds: Double = 60) throws -> (OfficeWorker, TemporaryFolder) {
    let folder = try TemporaryFolder()
    let path = folder("bwrap")
    try write(program: script, to: path)
    for name in ["soffice.bin", "libswlo.so"] { try write("", to: folder(name)) }
    var office = OfficeWorker()
    office.sandbox.path = path
    office.folder = folder.path
    office.seconds = seconds
    office.memory = 200 << 20
    return (office, folder)
  }

  // MARK: - What waits

  @Test("Without bubblewrap, or without LibreOffice's part for texts, it waits and says what to install")
  func missing() {
    let remedy =
      "install the Debian packages bubblewrap and libreoffice-writer-nogui and import it again, or ask for a .docx or .pdf"
    var office = OfficeWorker()
    office.sandbox.path = "/nowhere/bwrap"
    #expect(
      Self.findings(office) == [
        Finding(
          .noReader, detail: "LibreOffice in a sandbox reads .rtf, and /nowhere/bwrap is not here; \(remedy)")
      ])
    office.sandbox.path = "/bin/sh"
    office.folder = "/nowhere"
    #expect(
      Self.findings(office) == [
        Finding(
          .noReader,
          detail: "LibreOffice in a sandbox reads .rtf, and /nowhere/soffice.bin is not here; \(remedy)")
      ])
  }

  /// What a sandbox may do instead of answering, and what is said of it.
  static let failures: [(script: String, finding: Finding)] = [
    (
      "echo 'bwrap: No permissions to create new namespace' >&2; exit 1",
      Finding(
        .noReader,
        detail:
          "LibreOffice in a sandbox reads .rtf, and bubblewrap makes none here (No permissions to create new "
          + "namespace); import it where it can, or ask for a .docx or .pdf")
    ),
    ("exit 1", Finding(.broken, detail: "LibreOffice makes no text of the .rtf")),
    ("kill -SEGV $$", Finding(.broken, detail: "LibreOffice makes no text of the .rtf")),
    (
      "sleep 79.5",
      Finding(.limit, detail: "LibreOffice, with the .rtf: the worker took more than 1.0 seconds")
    ),
    (
      "exec tail /dev/zero",
      Finding(.limit, detail: "LibreOffice, with the .rtf: the worker wanted more than 200 MB of memory")
    ),
    (
      "head -c 40 > /dev/null; echo 70000000; head -c 70000000 /dev/zero",
      Finding(
        .broken,
        detail: "LibreOffice, with the .rtf: the worker answered wrongly: a frame of 70000000 bytes; at most "
          + "67108864 are read")
    ),
  ]

  @Test(
    "Where there is no sandbox, or LibreOffice dies, hangs or grows, it waits", arguments: failures.indices)
  func fails(index: Int) throws {
    let (script, finding) = Self.failures[index]
    let (office, folder) = try Self.office(instead: script, seconds: script.hasPrefix("sleep") ? 1 : 60)
    #expect(Self.findings(office) == [finding])
    withExtendedLifetime(folder) {}
  }

  @Test("After three documents that take all their time, LibreOffice is not asked again; others do not count")
  func late() throws {
    let script = "read -r length; head -c \"$length\" | grep -q answers || exit 1; sleep 79.25"
    let (office, folder) = try Self.office(instead: script, seconds: 0.2)
    var reader = DocumentWorker(office: office)
    func finding(_ bytes: [UInt8]) -> Finding? {
      reader.read(bytes, name: "form.rtf", format: .rtf).findings.first
    }
    let late = Finding(.limit, detail: "LibreOffice, with the .rtf: the worker took more than 0.2 seconds")
    let broken = Finding(.broken, detail: "LibreOffice makes no text of the .rtf")
    let other = Array("{\\rtf1 other}".utf8)
    #expect([Self.rtf, other, Self.rtf, other, Self.rtf].map(finding) == [late, broken, late, broken, late])
    let detail =
      "LibreOffice did not come to an end with 3 documents before this one, and is not asked again; import it by "
      + "itself, or ask for a .docx or .pdf"
    #expect(
      [other, Self.rtf].map(finding) == [Finding(.limit, detail: detail), Finding(.limit, detail: detail)])
    withExtendedLifetime(folder) {}
  }

  @Test("What LibreOffice makes of it is read as any other document, with its limits")
  func hostileAnswer() throws {
    let (office, folder) = try Self.office(instead: "head -c 40 > /dev/null; printf '4\\nPK..'")
    let refused = Finding(
      .broken, detail: "LibreOffice makes something else of the .rtf than a text of OpenDocument")
    #expect(Self.findings(office) == [refused])
    withExtendedLifetime(folder) {}
  }

  // MARK: - In the sandbox

  static let needs: Comment = "LibreOffice is not here, or bubblewrap makes no sandbox on this machine"

  @Test("A text is read", .enabled(if: OfficeSession.isHere, needs))
  func reads() {
    var reader = DocumentWorker()
    let extract = reader.read(Self.rtf, name: "form.rtf", format: .rtf)
    #expect(extract.format == .rtf)
    #expect(extract.findings == [])
    #expect(extract.blocks.map(\.text) == ["Café answers"])
  }

  @Test("What is no document of its kind is a finding", .enabled(if: OfficeSession.isHere, needs))
  func broken() {
    var reader = DocumentWorker()
    let name: [UInt8] = "WordDocument".utf8.flatMap { [$0, 0] }
    let bytes: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504) + name
    let extract = reader.read(bytes, name: "form.doc", format: .doc)
    #expect(
      extract
        == Extract(
          format: .doc, findings: [Finding(.broken, detail: "LibreOffice makes no text of the .doc")]))
  }

  @Test("A link to a file of the machine is not followed", .enabled(if: OfficeSession.isHere, needs))
  func links() throws {
    let folder = try TemporaryFolder()
    let path = folder("secret.txt")
    try write("the secret", to: path)
    let field = { (instruction: String) in
      "{\\field{\\*\\fldinst \(instruction)}{\\fldrslt old}}\\par"
    }
    let text =
      "{\\rtf1 before \(field("INCLUDETEXT \"\(path)\"")) \(field("INCLUDETEXT \"/etc/passwd\""))"
      + " \(field("INCLUDEPICTURE \"http://127.0.0.1:9/x.png\"")) after\\par}"
    var reader = DocumentWorker()
    let extract = reader.read(Array(text.utf8), name: "form.rtf", format: .rtf)
    let words = extract.blocks.map(\.text).joined(separator: "\n")
    #expect(words.contains("after"))
    #expect(!words.contains("secret") && !words.contains("root:"))
  }
}
