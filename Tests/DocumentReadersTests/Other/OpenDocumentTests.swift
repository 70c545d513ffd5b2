import DocumentReaders
import Documents
import Testing
import ZipFiles

@Suite("Texts of OpenDocument")
struct OpenDocumentTests {
  /// What the reader makes of a text with a body, and what stands before it.
  private func lines(
    _ body: String, styles: String = "", meta: String = "", pages: String = ""
  ) -> [String] {
    let names = ["office", "text", "table", "form", "style", "meta", "manifest"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }
    let spaces =
      names.joined(separator: " ")
      + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      + " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
      + " xmlns:field=\"urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0\""
    var file = ZipFile()
    file.add("mimetype", "application/vnd.oasis.opendocument.text")
    file.add(
      "content.xml",
      "<office:document-content \(spaces)><office:automatic-styles>\(styles)</office:automatic-styles><office:body>"
        + "<office:text>\(body)</office:text></office:body></office:document-content>")
    if !meta.isEmpty {
      file.add(
        "meta.xml",
        "<office:document-meta \(spaces)><office:meta>\(meta)</office:meta></office:document-meta>")
    }
    if !pages.isEmpty {
      file.add(
        "styles.xml",
        "<office:document-styles \(spaces)><office:master-styles><style:master-page>\(pages)</style:master-page>"
          + "</office:master-styles></office:document-styles>")
    }
    return summary(DocumentReader.read(WorkerRequest(id: "1", bytes: file.bytes())))
  }

  @Test("What stands above and below the pages is read behind them, the same words once")
  func margins() {
    let pages =
      "<style:header><text:p>Form</text:p></style:header><style:header-left><text:p>Form</text:p></style:header-left>"
      + "<style:footer><text:p>Question 8: yes</text:p></style:footer>"
    #expect(
      lines("<text:p>a</text:p>", pages: pages) == [
        "line 1: 'a'", "line 2: 'Form'", "line 3: 'Question 8: yes'",
      ])
  }

  @Test("White space is one space, unless it is written as an element")
  func spaces() {
    #expect(
      lines(
        "<text:h>  A\n  <text:span> b</text:span><text:s text:c=\"2\"/>c<text:tab/>d<text:line-break/>[x]</text:h>"
      )
        == ["line 1: 'A b  c\td|' +g"])
  }

  @Test(
    "A field whose lines LibreOffice moved before it, or wrote twice, is found; a label on the line before is none"
  )
  func torn() {
    let torn =
      "broken at line 1: a field was torn when the document was saved by another program: its lines may have run "
      + "together, or stand there several times"
    let field = { (text: String) in "<text:text-input>\(text)</text:text-input>" }
    #expect(
      lines("<text:p><text:bookmark text:name=\"q\"/><text:line-break/>\(field("onetwo"))</text:p>") == [
        "line 1: [q] ='onetwo'", torn,
      ])
    #expect(
      lines("<text:p>a\(field("日本"))日\(field("日本"))</text:p>") == ["line 1: 'a' ='日本' '日' ='日本'", torn])
    #expect(lines("<text:p>Name:<text:line-break/>\(field("one"))</text:p>") == ["line 1: 'Name:|' ='one'"])
    #expect(lines("<text:p><text:line-break/>\(field(""))</text:p>") == ["line 1: =''"])
  }

  @Test("Cells know their columns: merged, covered, repeated, nested")
  func tables() {
    let cell = { (text: String, more: String) in "<table:table-cell \(more)>\(text)</table:table-cell>" }
    let p = { (text: String) in "<text:p>\(text)</text:p>" }
    let inner = "<table:table><table:table-row>\(cell(p("inner"), ""))</table:table-row></table:table>"
    #expect(
      lines(
        "<table:table><table:table-header-rows><table:table-row>"
          + cell(p("a"), "table:number-columns-spanned=\"2\"")
          + "<table:covered-table-cell/>" + cell(p("<text:bookmark-start text:name=\"q04\"/>b") + inner, "")
          + "</table:table-row></table:table-header-rows><table:table-row>"
          + "<table:covered-table-cell><text:p>lost</text:p></table:covered-table-cell>"
          + cell("", "table:number-columns-repeated=\"2\"") + cell(p("d"), "")
          + "</table:table-row></table:table>") == [
          "1.1.1: 'a'", "1.1.3: [q04] 'b'", "2.1.1: 'inner'", "1.2.2:", "1.2.4: 'd'",
          "unread: a covered cell holds words: lost",
        ])
  }

  @Test("Controls are read where they stand: of forms, of LibreOffice, legacy ones of Word")
  func controls() {
    let forms = """
      <office:forms><form:form><form:checkbox xml:id="c1" form:name="yes" form:current-state="checked"/>\
      <form:checkbox form:id="c2" form:name="no" form:state="unchecked"/>\
      <form:text xml:id="c3" form:name="t" form:current-value="typed"/></form:form></office:forms>
      """
    let control = { (id: String) in "<draw:control draw:control=\"\(id)\"/>" }
    let box = { (checked: String, sign: String) in
      "<loext:content-control loext:checkbox=\"true\" loext:checked=\"\(checked)\" loext:checked-state=\"☒\" "
        + "loext:unchecked-state=\"☐\">\(sign)</loext:content-control>"
    }
    #expect(
      lines(
        forms
          + "<text:p>\(control("c1"))yes\(control("c2"))\(control("c3"))</text:p><text:p>\(box("true", "☒"))\(box("false", "☒"))</text:p>"
          + "<text:p><field:fieldmark text:name=\"l\" field:type=\"vnd.oasis.opendocument.field.FORMCHECKBOX\"><field:param "
          + "field:name=\"Checkbox_Checked\" field:value=\"true\"/></field:fieldmark><field:fieldmark-start text:name=\"f\" "
          + "field:type=\"vnd.oasis.opendocument.field.FORMTEXT\"/>in it<field:fieldmark-end/> after <text:placeholder>"
          + "&lt;name&gt;</text:placeholder></text:p>") == [
          "line 1: +yes 'yes' -no t='typed'", "line 2: + -!", "line 3: +Ll f='in it' ' after ' =''",
          "boxDisagrees at line 2: the box \"\" is empty and shows a ticked sign",
        ])
  }

  @Test("Changes, notes, comments and looks are found as in Word; properties are read")
  func findings() {
    let changes = """
      <text:tracked-changes><text:changed-region xml:id="i1"><text:insertion><office:change-info><dc:creator>Ana</dc:creator>\
      </office:change-info></text:insertion></text:changed-region><text:changed-region text:id="d1"><text:deletion>\
      <office:change-info><dc:creator>Bo</dc:creator></office:change-info><text:p>old</text:p></text:deletion>\
      </text:changed-region></text:tracked-changes>
      """
    let styles = """
      <style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>\
      <style:style style:name="T2"><style:text-properties text:display="none"/></style:style>\
      <style:style style:name="T3"><style:text-properties style:font-name="Wingdings"/></style:style>
      """
    let span = { (style: String, text: String) in
      "<text:span text:style-name=\"\(style)\">\(text)</text:span>"
    }
    #expect(
      lines(
        changes
          + "<text:p>a<text:change-start text:change-id=\"i1\"/>new<text:change-end text:change-id=\"i1\"/><text:change "
          + "text:change-id=\"d1\"/></text:p><text:p>\(span("T1", "struck"))\(span("T2", "hidden"))\(span("T3", "\u{F0FE}"))</text:p>"
          + "<text:p>n<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>foot</text:p></text:note-body>"
          + "</text:note><office:annotation><dc:creator>x</dc:creator><text:p>why</text:p></office:annotation></text:p>",
        styles: styles, meta: "<meta:user-defined meta:name=\"iscm-form\">gcm</meta:user-defined>") == [
          "property iscm-form=gcm", "line 1: 'anew'", "line 2: 'struck' +g", "line 3: 'n'",
          "trackedChange at line 1: inserted by Ana: ", "trackedChange at line 1: deleted by Bo: old",
          "struckOut at line 2: struck out: struck", "unread at line 2: hidden text: hidden",
          "unread at line 3: a note is left out: foot", "unread at line 3: a comment is left out: why",
        ])
  }
}
