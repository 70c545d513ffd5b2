import Chance
import DocumentReaders
import Documents
import Testing
import ZipFiles

@Suite("Documents that mean harm, and documents that are broken")
struct HostileTests {
  private func lines(_ bytes: [UInt8], name: String = "") -> [String] {
    summary(DocumentReader.read(WorkerRequest(id: "1", name: name, bytes: bytes)))
  }

  @Test("A document type is refused before it declares anything: entities never grow, nothing is fetched")
  func entities() {
    var file = WordFile(p(r("&a;")))
    file.prolog = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
    #expect(
      file.lines == ["refused: word/main.xml: a part has a document type, which could declare entities"])
    file.prolog = ""
    #expect(file.lines == ["broken: word/main.xml is no well-formed XML (libxml2's error 26)"])
  }

  @Test("A part that unpacks to far more than its size is not unpacked to its end")
  func ratio() {
    let file = WordFile(p(r("a")) + String(repeating: "<w:p/>", count: 1_000_000))
    #expect(file.lines == ["limit: word/main.xml unpacks to more than 200 times its size"])
  }

  @Test("No more comes out of an archive than 100 MB, all parts together, whatever it says of its size")
  func inflated() {
    var limits = ReadingLimits()
    #expect(limits.inflatedBytes == 100_000_000)
    limits.inflatedBytes = 60_000
    var file = WordFile(p(r("a")))
    file.prolog = "<!--\(String(repeating: "x", count: 40_000))-->"
    let read = {
      summary(DocumentReader.read(WorkerRequest(id: "1", bytes: file.archive.bytes()), limits: limits))
    }
    #expect(read() == ["line 1: 'a'"])
    file.parts = [
      (
        "word/c.xml", "application/x.wordprocessingml.comments+xml",
        file.prolog + file.element("comments", "")
      )
    ]
    #expect(read() == ["line 1: 'a'", "limit: more than 60000 bytes come out of the archive"])
  }

  @Test("An archive of more than 10,000 entries is not looked at")
  func entries() {
    var archive = WordFile(p(r("a"))).archive
    for index in 0...10_000 { archive.add("e\(index)", "") }
    #expect(lines(archive.bytes()) == ["limit: an archive of 10003 entries; at most 10000 are read"])
  }

  @Test("Elements 200 deep are the limit, in Word and in HTML; what was read before stands")
  func depth() {
    let deep = WordFile(
      p(r("a")) + String(repeating: "<w:x>", count: 300) + String(repeating: "</w:x>", count: 300))
    #expect(
      deep.lines == ["line 1: 'a'", "limit: word/main.xml: elements stand more than 200 deep in each other"])
    let html = "<html><p>a</p>" + String(repeating: "<div>", count: 100_000)
    #expect(
      lines(Array(html.utf8)) == [
        "line 1: 'a'", "limit: the page: elements stand more than 200 deep in each other",
      ])
    let tables = String(repeating: "<table><tr><td>", count: 100_000)
    #expect(
      lines(Array("<html>\(tables)".utf8)).last
        == "limit: the page: elements stand more than 200 deep in each other")
  }

  @Test("XML that breaks off gives what it held, and is found")
  func brokenXML() {
    let file = WordFile(p(r("a")) + p(r("b")) + "<w:p><w:r>")
    #expect(
      file.lines == [
        "line 1: 'a'", "line 2: 'b'", "broken: word/main.xml is no well-formed XML (libxml2's error 77)",
      ])
  }

  @Test("Spans and counts that no table has are no columns")
  func spans() {
    let file = WordFile(
      table(
        "<w:trPr><w:gridBefore w:val=\"99999999999999999999\"/></w:trPr>"
          + cell(p(r("a")), "<w:gridSpan w:val=\"9223372036854775807\"/>")
          + cell(p(r("b")), "<w:gridSpan w:val=\"-5\"/>")
          + cell(p(r("c")))))
    #expect(file.lines == ["1.1.1: 'a'", "1.1.1001: 'b'", "1.1.1002: 'c'"])
  }

  @Test(
    "An archive cut off anywhere, or with any byte changed, gives findings or blocks and never ends the program"
  )
  func damaged() {
    let file = WordFile(table(cell(p(checkBox("a", "1", "☒")))) + p(r("text")))
    let bytes = file.archive.bytes()
    for length in stride(from: 0, to: bytes.count, by: 7) {
      let extract = DocumentReader.read(WorkerRequest(id: "1", bytes: Array(bytes[..<length])))
      #expect(extract.blocks.isEmpty && !extract.findings.isEmpty || length == 0)
    }
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x41
      _ = DocumentReader.read(WorkerRequest(id: "1", bytes: changed))
    }
  }

  @Test("An archive that was cut off says so")
  func cutOff() {
    let bytes = WordFile(p(r("a"))).archive.bytes()
    #expect(
      lines(Array(bytes[..<(bytes.count / 2)]), name: "a.docx") == ["broken: no archive: Not a zip archive"])
  }

  @Test("What is encrypted is said to be: a compound file of Office, an entry, a text of OpenDocument")
  func encrypted() {
    let compound: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
      + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }
    #expect(lines(compound, name: "a.docx") == ["encrypted: the document opens with a password only"])
    let archive = WordFile(p(r("a"))).archive.bytes(password: "x")
    #expect(lines(archive, name: "a.docx") == ["encrypted: [Content_Types].xml is encrypted"])
    var open = ZipFile()
    open.add("mimetype", "application/vnd.oasis.opendocument.text")
    open.add("content.xml", "gibberish")
    open.add(
      "META-INF/manifest.xml",
      "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry m:full-path=\"content.xml\">"
        + "<m:encryption-data/></m:file-entry></m:manifest>")
    #expect(lines(open.bytes()) == ["encrypted: the document opens with a password only"])
  }

  @Test("Names that lead out of the archive are names like any other: nothing is written")
  func traversal() {
    var archive = WordFile(p(r("a"))).archive
    archive.add("../../../../tmp/out.txt", "x")
    archive.add("/etc/out", "x")
    #expect(lines(archive.bytes()) == ["line 1: 'a'"])
  }

  @Test("Two parts of one name are refused: readers differ in which they show")
  func twice() {
    // libzip writes no name twice, so that one is spelled otherwise.
    var archive = WordFile(p(r("a"))).archive
    archive.add("WORD/MAIN.XML", "<x/>")
    #expect(lines(archive.bytes()) == ["refused: the archive has two entries word/main.xml"])
  }

  @Test(
    "Bytes are what they are, whatever they are called; a name that says otherwise is found",
    arguments: [
      (
        "a.pdf", Array("{\\rtf1 a}".utf8),
        ["noReader: no reader of RTF is here", "broken: the name \"a.pdf\" says pdf, the bytes are rtf"]
      ),
      ("a.doc", Array("{\\rtf1 a}".utf8), ["noReader: no reader of RTF is here"]),
      (
        "boxes.rtf", Array("{\\rtf1 FORMCHECKBOX {\\*\\formfield{\\fftype1}} FORMDROPDOWN {\\fftype2}}".utf8),
        ["noReader: no reader of RTF is here"]
      ),
      (
        "torn.rtf", Array("{\\rtf1 FORMCHECKBOX FORMDROPDOWN x\\u5\\'05}".utf8),
        [
          "noReader: no reader of RTF is here",
          "broken: check boxes do not say whether they are ticked: they were lost when the .rtf was saved; ask for a "
            + ".docx or .pdf",
          "broken: lists do not say what was chosen: they were lost when the .rtf was saved; ask for a .docx or .pdf",
          "broken: a field was torn when the .rtf was saved; ask for a .docx or .pdf",
        ]
      ),
      ("a.txt", Array("hello".utf8), ["line 1: 'hello'"]),
      (
        "a.docx", Array("hello".utf8),
        ["line 1: 'hello'", "broken: the name \"a.docx\" says docx, the bytes are text"]
      ),
      ("a.png", [0x89, 0x50, 0x4E, 0x47, 0, 1], ["noReader: bytes that are no text and no document"]),
      ("a.xml", Array("<?xml version=\"1.0\"?><a/>".utf8), ["noReader: XML that is no document"]),
      ("", [], []),
    ])
  func names(name: String, bytes: [UInt8], expected: [String]) {
    #expect(lines(bytes, name: name) == expected)
  }

  @Test("Bytes at random are read without harm", arguments: UInt64(1)...50)
  func random(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let starts: [[UInt8]] = [
      [], [0x50, 0x4B, 3, 4], Array("%PDF-1.7\n".utf8), Array("<html>".utf8), [0xFF, 0xFE],
    ]
    for start in starts {
      let bytes =
        start
        + (0..<Int.random(in: 0..<2000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random)
        }
      _ = DocumentReader.read(WorkerRequest(id: "1", bytes: bytes))
    }
  }
}
