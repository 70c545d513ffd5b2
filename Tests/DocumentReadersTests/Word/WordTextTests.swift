import DocumentReaders
import Documents
import Testing

@Suite("Words and tables of a document of Word")
struct WordTextTests {
  @Test("Runs are joined, and what is no letter is written as it is seen", arguments: [false, true])
  func runs(isStrict: Bool) {
    var file = WordFile(
      p(
        r("Yes")
          + "<w:r><w:tab/><w:t> a </w:t><w:br/><w:t>b</w:t><w:cr/><w:t>non</w:t><w:noBreakHyphen/><w:t>State &amp; &lt;é&gt;</w:t></w:r>"
      ) + p("") + p(r("[") + r("x") + r("] split")))
    file.isStrict = isStrict
    #expect(file.lines == ["line 1: 'Yes\ta|b|non-State & <é>'", "line 3: +g ' split'"])
  }

  @Test("Cells know the columns that merged cells cover; a cell of a merge is read once")
  func merged() {
    let file = WordFile(
      table(
        cell(p(r("No.")), "<w:vMerge w:val=\"restart\"/>")
          + cell(p(r("Question")), "<w:gridSpan w:val=\"2\"/>")
          + cell(p(r("Answer"))),
        cell(p(""), "<w:vMerge/>") + cell(p(r("a"))) + cell(p("")) + cell(p(r("b")) + p(r("c"))),
        "<w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>" + cell(p(r("d")))))
    #expect(
      file.lines == [
        "1.1.1: 'No.'", "1.1.2: 'Question'", "1.1.4: 'Answer'", "1.2.2: 'a'", "1.2.3:", "1.2.4: 'b|c'",
        "1.3.3: 'd'",
      ])
  }

  @Test("A table in a cell has a number of its own, and its words are not those of the cell")
  func nested() {
    let inner = table(cell(p("<w:bookmarkStart w:id=\"1\" w:name=\"q05\"/>" + r("inner"))))
    let file = WordFile(
      table(cell(p(r("before")) + inner + p(r("after"))) + cell(p(r("next")))) + p(r("end")))
    #expect(
      file.lines == ["1.1.1: 'before|after'", "2.1.1: [q05] 'inner'", "1.1.2: 'next'", "line 5: 'end'"])
  }

  @Test(
    "Bookmarks are found where they begin: in a cell, between cells, on a column; hidden ones are left out")
  func bookmarks() {
    func mark(_ name: String, _ more: String = "") -> String {
      "<w:bookmarkStart w:id=\"1\" w:name=\"\(name)\" \(more)/>"
    }
    let file = WordFile(
      mark("top")
        + table(
          cell(p(mark("q01") + mark("_GoBack") + mark("q01") + r("a"))) + mark("q02") + cell(p(r("b"))),
          mark("q03", "w:colFirst=\"1\" w:colLast=\"1\"") + cell(p(r("c"))) + cell(p(r("d")))))
    #expect(
      file.lines == ["1.1.1: [top q01] 'a'", "1.1.2: [q02] 'b'", "1.2.1: 'c'", "1.2.2: [q03] 'd'"])
  }

  @Test("Symbols of Wingdings are boxes, as symbols and as letters in its font")
  func symbols() {
    let symbol = { (code: String) in "<w:r><w:sym w:font=\"Wingdings\" w:char=\"\(code)\"/></w:r>" }
    let file = WordFile(
      p(symbol("F0FE") + r(" a ") + symbol("F0A8") + r(" b ") + symbol("F04A"))
        + p(
          r("þ", "<w:rFonts w:ascii=\"Wingdings\"/>") + r(" c ")
            + r("\u{F06F}", "<w:rFonts w:ascii=\"Wingdings\"/>") + r("þ")))
    #expect(file.lines == ["line 1: +g ' a ' -g ' b \u{F04A}'", "line 2: +g ' c ' -g 'þ'"])
  }

  @Test("A text box is read once, behind the cell that it hangs on")
  func textBox() {
    let box = "<w:txbxContent>\(p(r("boxed")))</w:txbxContent>"
    let file = WordFile(
      table(
        cell(
          p(
            r("cell")
              + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>\(box)</w:drawing></mc:Choice>"
              + "<mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r>"))))
    #expect(file.lines == ["1.1.1: 'cell'", "line 2: 'boxed'"])
  }

  @Test("Insertions are read, deletions are not, and each change is found with its author")
  func changes() {
    let change = { (name: String, content: String) in "<w:\(name) w:author=\"Ana\">\(content)</w:\(name)>" }
    let file = WordFile(
      table(
        cell(
          p(
            r("keep ") + change("ins", r("ne") + r("w")) + change("ins", r("er"))
              + change("del", "<w:r><w:delText>old</w:delText></w:r>"))),
        "<w:trPr>\(change("del", ""))</w:trPr>"
          + cell(p(change("del", "<w:r><w:delText>row</w:delText></w:r>"))),
        cell(p(change("moveFrom", r("away")) + change("moveTo", r("here")) + change("ins", "")))))
    #expect(
      file.lines == [
        "1.1.1: 'keep newer'", "1.2.1: 'here'", "trackedChange at 1.1.1: inserted by Ana: newer",
        "trackedChange at 1.1.1: deleted by Ana: old", "trackedChange: row deleted by Ana: row",
        "trackedChange at 1.2.1: moved away by Ana: away", "trackedChange at 1.2.1: moved here by Ana: here",
      ])
  }

  @Test("Hidden text is left out and found, and words that are struck out are found")
  func looks() {
    let file = WordFile(
      p(
        r("a ") + r("hidden", "<w:vanish/>") + r("shown", "<w:vanish w:val=\"0\"/>") + r(" no", "<w:strike/>")
      ))
    #expect(
      file.lines == [
        "line 1: 'a shown no'", "unread at line 1: hidden text: hidden",
        "struckOut at line 1: struck out:  no",
      ])
  }

  @Test("What stands above and below the pages is read behind them, the same words once")
  func margins() {
    var file = WordFile(p(r("a")))
    let types = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    file.parts = [
      ("word/header1.xml", types + "header+xml", file.element("hdr", p(r("Form")))),
      ("word/header2.xml", types + "header+xml", file.element("hdr", p(r("Form")))),
      ("word/footer1.xml", types + "footer+xml", file.element("ftr", table(cell(p(r("Question 8: yes")))))),
    ]
    #expect(file.lines == ["line 1: 'a'", "line 2: 'Form'", "1.1.1: 'Question 8: yes'"])
  }

  @Test("Custom properties are read; notes and comments that hold words are found")
  func parts() {
    var file = WordFile(p(r("a")))
    let types = "application/vnd.openxmlformats-officedocument."
    file.parts = [
      (
        "docProps/custom.xml", types + "custom-properties+xml",
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"v\">"
          + "<property name=\"iscm-form\"><vt:lpwstr>gcm-review-2018</vt:lpwstr></property></Properties>"
      ),
      (
        "word/footnotes.xml", types + "wordprocessingml.footnotes+xml",
        file.element(
          "footnotes", "<w:footnote>\(p(""))</w:footnote><w:footnote>\(p(r("see there")))</w:footnote>")
      ),
      (
        "word/comments.xml", types + "wordprocessingml.comments+xml",
        file.element("comments", "<w:comment>\(p(r("why?")))</w:comment>")
      ),
    ]
    #expect(
      file.lines == [
        "property iscm-form=gcm-review-2018", "line 1: 'a'", "unread: a footnote is left out: see there",
        "unread: a comment is left out: why?",
      ])
  }

  @Test("Numbers that Word counts itself are read as they are seen: by list, by style, from where they start")
  func numbers() {
    func item(_ list: Int, _ level: Int, _ text: String) -> String {
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr></w:pPr>\(r(text))</w:p>"
    }
    func level(_ index: Int, _ format: String, _ text: String, _ style: String = "") -> String {
      "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/>"
        + (style.isEmpty ? "" : "<w:pStyle w:val=\"\(style)\"/>") + "</w:lvl>"
    }
    var file = WordFile(
      table(cell(item(1, 0, "one")), cell(item(1, 0, "two"))) + item(1, 1, "a") + item(1, 1, "b")
        + item(1, 0, "three")
        + item(1, 1, "a again") + item(2, 0, "roman") + item(3, 0, "bullet") + item(4, 0, "seven")
        + item(0, 0, "none")
        + "<w:p><w:pPr><w:pStyle w:val=\"Child\"/></w:pPr>\(r("styled"))</w:p>" + item(99, 0, "no list"))
    let type = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let lists = (1...4).map { list in
      "<w:num w:numId=\"\(list)\"><w:abstractNumId w:val=\"\(list == 4 ? 2 : list)\"/>"
        + (list == 4 ? "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>" : "")
        + "</w:num>"
    }
    file.parts = [
      (
        "word/numbering.xml", type + "numbering+xml",
        file.element(
          "numbering",
          "<w:abstractNum w:abstractNumId=\"1\">\(level(0, "decimal", "%1.", "Child"))\(level(1, "lowerLetter", "%1.%2)"))</w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"2\">\(level(0, "upperRoman", "%1"))</w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"3\">\(level(0, "bullet", "•"))</w:abstractNum>"
            + lists.joined())
      )
    ]
    #expect(
      file.lines == [
        "1.1.1: '1. one'", "1.2.1: '2. two'", "line 3: '2.a) a'", "line 4: '2.b) b'", "line 5: '3. three'",
        "line 6: '3.a) a again'", "line 7: 'I roman'", "line 8: 'bullet'", "line 9: 'VII seven'",
        "line 10: 'none'",
        "line 11: '4. styled'", "line 12: 'no list'",
      ])
  }

  @Test(
    "Templates and documents with macros are documents; a workbook's type is not",
    arguments: [
      ("application/vnd.ms-word.document.macroEnabled.main+xml", ["line 1: 'a'"]),
      ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", ["line 1: 'a'"]),
      (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        ["noReader: a package of Office that is neither document nor workbook"]
      ),
    ])
  func types(type: String, lines: [String]) {
    var file = WordFile(p(r("a")))
    file.mainType = type
    #expect(file.lines == lines)
  }
}
