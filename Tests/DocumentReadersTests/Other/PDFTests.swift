import DocumentReaders
import Documents
import Testing

@Suite("PDF")
struct PDFTests {
  private func lines(_ file: PDFFile) -> [String] {
    summary(DocumentReader.read(WorkerRequest(id: "1", bytes: file.bytes)))
  }

  @Test("Words and fields come in the order in which they are read")
  func order() {
    let file = PDFFile(
      annotations: [
        PDFFile.text("iscm:1:q05", "first line\\rsecond", shows: "first linesecond"),
        PDFFile.box("iscm:1:q04:no", "Off", state: "Off", left: 400),
        PDFFile.box("iscm:1:q04:yes", "Yes", state: "Yes"),
      ],
      content:
        "BT /F 12 Tf 50 700 Td (Has it a position?) Tj 270 0 Td (yes [x]) Tj 100 0 Td (no) Tj -370 -100 Td (end) Tj ET"
    )
    #expect(
      lines(file) == [
        "page 1 line 1: 'Has it a position?'", "page 1 line 1: {iscm:1:q04:yes} +iscm:1:q04:yes",
        "page 1 line 1: 'yes ' +g",
        "page 1 line 1: {iscm:1:q04:no} -iscm:1:q04:no", "page 1 line 1: 'no'",
        "page 1 line 2: {iscm:1:q05} iscm:1:q05='first line|second'", "page 1 line 3: 'end'",
      ])
  }

  @Test("A value that is not what is drawn is found, in boxes and in words")
  func disagrees() {
    let file = PDFFile(annotations: [
      PDFFile.box("a", "On", state: "Off"), PDFFile.box("b", "Off", state: "Yes", left: 400),
      PDFFile.text("c", "said", shows: "shown"), PDFFile.text("d", "", shows: "shown", top: 600),
      PDFFile.text("e", "a long answer that is cut off", shows: "a long answer that", top: 500),
    ])
    #expect(
      lines(file) == [
        "page 1 line 1: 'Has it a position?'", "page 1 line 1: {a} +a!", "page 1 line 1: {b} -b!",
        "page 1 line 2: {c} c='said'",
        "page 1 line 3: {d} d=''", "page 1 line 4: {e} e='a long answer that is cut off'",
        "appearanceDisagrees at page 1 line 1: the box \"a\" is ticked and does not look it",
        "appearanceDisagrees at page 1 line 1: the box \"b\" is empty and does not look it",
        "appearanceDisagrees at page 1 line 2: the field \"c\" holds \"said\" and shows \"shown\"",
        "appearanceDisagrees at page 1 line 3: the field \"d\" holds \"\" and shows \"shown\"",
      ])
  }

  @Test(
    "Where every reader draws fields by their values, no other drawing counts; hidden fields hold no answers")
  func drawnByValue() {
    var file = PDFFile(annotations: [
      PDFFile.text("c", "said", shows: "shown"),
      PDFFile.text("h", "hidden", shows: "hidden", more: "/F 2", top: 600),
      PDFFile.box("i", "Yes", state: "Yes", more: "/F 32"),
    ])
    file.form = "/NeedAppearances true"
    #expect(
      lines(file) == [
        "page 1 line 1: 'Has it a position?'", "page 1 line 1: {i}", "page 1 line 2: {c} c='said'",
        "page 1 line 3: {h}",
        "unread at page 1 line 1: a hidden box is ticked: i",
        "unread at page 1 line 3: a hidden field holds words: hidden",
      ])
  }

  @Test("What the document says of itself is read, without what all documents say")
  func properties() {
    var file = PDFFile(annotations: [])
    file.information = "/Title (A form) /iscm-form (gcm-review-2018) /iscm-token (\\376\\377\\000K)"
    #expect(
      lines(file) == [
        "property iscm-form=gcm-review-2018", "property iscm-token=K", "page 1 line 1: 'Has it a position?'",
      ])
  }

  @Test("Comments, what somebody drew onto a page, and pages without words are found")
  func pages() {
    let comment = "/Type /Annot /Subtype /Text /Contents (see below) /Rect [0 0 10 10]§null"
    #expect(
      lines(PDFFile(annotations: [comment])) == [
        "page 1 line 1: 'Has it a position?'", "unread: page 1 has a comment: see below",
      ])
    let typed = "/Type /Annot /Subtype /FreeText /Contents (Yes) /Rect [0 0 10 10]§null"
    let drawn = "/Type /Annot /Subtype /Ink /Rect [0 0 10 10]§null"
    let link = "/Type /Annot /Subtype /Link /Rect [0 0 10 10]§null"
    #expect(
      lines(PDFFile(annotations: [typed, drawn, link])) == [
        "page 1 line 1: 'Has it a position?'",
        "unread: page 1 has something drawn on it (FreeText): Yes",
        "unread: page 1 has something drawn on it (Ink)",
      ])
    #expect(
      lines(PDFFile(annotations: [], content: "0 0 9 9 re f")) == [
        "unread: page 1 holds no words and no fields: it is blank or a picture"
      ])
  }

  @Test("A PDF cut off anywhere, or with bytes changed, gives findings or blocks and never ends the program")
  func damaged() {
    let bytes = PDFFile(annotations: [
      PDFFile.box("a", "Yes", state: "Yes"), PDFFile.text("c", "x", shows: "x"),
    ]).bytes
    for length in stride(from: 9, to: bytes.count - 10, by: 101) {
      let extract = DocumentReader.read(WorkerRequest(id: "1", bytes: Array(bytes[..<length])))
      #expect(!extract.findings.isEmpty, "\(length)")
    }
    for index in stride(from: 9, to: bytes.count, by: 13) {
      var changed = bytes
      changed[index] = UInt8(ascii: "9")
      _ = DocumentReader.read(WorkerRequest(id: "1", bytes: changed))
    }
  }

  @Test("Parents of a field that never end, and are their own parents, are followed no further")
  func parents() {
    let file = PDFFile(annotations: [
      "/Type /Annot /Subtype /Widget /FT /Tx /Parent 7 0 R /T (a) /V (x) /Rect [0 0 9 9]§null"
    ])
    let found = lines(file)
    #expect(found.first?.hasPrefix("page 1 line 1: 'Has it") == true)
  }
}
