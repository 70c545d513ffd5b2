import DocumentReaders
import Documents
import Testing

@Suite("Boxes, controls and fields of a document of Word")
struct WordControlTests {
  @Test(
    "A check box says whether it is ticked, in each way that Word writes it",
    arguments: [("1", "☒", "+"), ("true", "☒", "+"), ("0", "☐", "-"), ("false", "☐", "-")])
  func checkBoxes(value: String, sign: String, item: String) {
    let file = WordFile(table(cell(p(checkBox("iscm:1:q04:yes", value, sign) + r(" Yes")))))
    #expect(file.lines == ["1.1.1: {iscm:1:q04:yes} \(item)iscm:1:q04:yes ' Yes'"])
  }

  @Test(
    "A check box whose sign says otherwise is found",
    arguments: [
      ("1", "☐", "+a!", "ticked and shows an empty sign"), ("0", "X", "-a!", "empty and shows a ticked sign"),
      ("1", "", "+a!", "ticked and shows no sign of a box"),
      ("0", "see", "-a! 'see'", "empty and shows no sign of a box"),
    ])
  func disagrees(value: String, sign: String, items: String, text: String) {
    let file = WordFile(p(checkBox("a", value, sign)))
    #expect(file.lines == ["line 1: {a} \(items)", "boxDisagrees at line 1: the box \"a\" is \(text)"])
  }

  @Test("Controls of text give their value, wherever they stand: in a line, around lines, cells and rows")
  func text() {
    let file = WordFile(
      table(
        cell(p(r("a: ") + control("in", "<w:text/>", r("one") + r(" two"))))
          + control("cell", "<w:text/>", cell(p(r("whole")) + p(r("cell")))),
        cell(control("lines", "<w:richText/>", p(r("l1")) + p(r("l2"))) + p(r("behind")))
          + control("box", "<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>", cell(p(r("☒")))))
        + control("body", "", p(r("b1")) + p(r("b2"))) + control("", "", p(r("plain")) + p(r("lines"))))
    #expect(
      file.lines == [
        "1.1.1: {in} 'a: ' in='one two'", "1.1.2: {cell} cell='whole|cell'",
        "1.2.1: {lines} lines='l1|l2' '|behind'",
        "1.2.2: {box} +box", "line 8: {body} body='b1|b2'", "line 10: 'plain'", "line 11: 'lines'",
      ])
  }

  @Test("A control that LibreOffice wrote once for each script is one; others beside each other are as many")
  func echoes() {
    let pieces = { (texts: [String]) in texts.map { control("", "<w:text/>", r($0)) }.joined() }
    let file = WordFile(
      p(pieces(["aع", "عaع", "aaع"])) + p(pieces(["a", "b"])) + p(pieces(["xa", "a"]))
        + p(control("t", "", r("a")) + control("t", "", r("a"))))
    #expect(
      file.lines == ["line 1: ='aع'", "line 2: ='a' ='b'", "line 3: ='xa' ='a'", "line 4: {t t} t='a' t='a'"])
  }

  @Test("A control that shows its placeholder is empty; one around a table tags its cells")
  func placeholders() {
    let file = WordFile(
      p(
        control("a", "<w:showingPlcHdr/><w:dropDownList/>", r("Choose an item."))
          + control("c", "", r("\u{2002} ")))
        + control("t", "", table(cell(p(r("x"))) + cell(p(checkBox("b", "1", "☒"))))))
    #expect(file.lines == ["line 1: {a c} a='' c=''", "1.1.1: {t} 'x'", "1.1.2: {t b} +b"])
  }

  @Test(
    "A legacy check box is ticked by itself, or as it was made",
    arguments: [
      ("<w:default w:val=\"0\"/><w:checked/>", "+Lc"),
      ("<w:default w:val=\"1\"/><w:checked w:val=\"0\"/>", "-Lc"),
      ("<w:default w:val=\"1\"/>", "+Lc"), ("", "-Lc"), ("<w:checked w:val=\"1\"/>", "+Lc"),
    ])
  func legacyBoxes(state: String, item: String) {
    let file = WordFile(
      p(formField("<w:name w:val=\"c\"/><w:checkBox><w:sizeAuto/>\(state)</w:checkBox>") + r(" Yes")))
    #expect(file.lines == ["line 1: \(item) ' Yes'"])
  }

  @Test("Legacy fields of text and lists give their values; one never filled in is empty")
  func legacyFields() {
    let file = WordFile(
      p(
        formField("<w:name w:val=\"t\"/><w:textInput/>", r("an") + r("swer"))
          + formField("<w:name w:val=\"e\"/><w:textInput/>", r("\u{2002}\u{2002}\u{2002}"))
          + formField(
            "<w:name w:val=\"d\"/><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"A\"/><w:listEntry w:val=\"B\"/></w:ddList>"
          )
          + formField(
            "<w:name w:val=\"o\"/><w:ddList><w:result w:val=\"9\"/><w:listEntry w:val=\"A\"/></w:ddList>")))
    #expect(file.lines == ["line 1: t='answer' e='' d='B' o=''"])
  }

  @Test("A legacy check box that shows another sign is found; a field that never ends loses no words")
  func brokenFields() {
    #expect(
      WordFile(p(formField("<w:name w:val=\"c\"/><w:checkBox/>", r("☒")))).lines == [
        "line 1: -Lc!", "boxDisagrees at line 1: the box \"c\" is empty and shows a ticked sign",
      ])
    let open = formField("<w:name w:val=\"t\"/><w:textInput/>", r("never")).replacing(
      "w:fldCharType=\"end\"", with: "")
    #expect(WordFile(p(open + r(" ends"))).lines == ["line 1: 'never ends'"])
  }
}

extension String {
  /// This text with one thing in it replaced by another.
  func replacing(_ old: String, with new: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(old) {
        result += new
        rest = rest.dropFirst(old.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
