import Documents
import Testing

/// An item of a block as a short word: `+` and `-` for boxes, the words in quotation marks.
private func short(_ items: [Block.Item]) -> String {
  items.map { item in
    switch item {
    case .text(let text): "'\(text)'"
    case .box(let box): box.isTicked ? "+" : "-"
    case .field(let name, let value): "\(name)=\(value)"
    }
  }.joined(separator: " ")
}

@Suite("Plain text and CSV")
struct TextTests {
  @Test(
    "Signs are boxes, whether drawn or typed",
    arguments: [
      ("☐ Yes ☒ No", "- ' Yes ' + ' No'"),
      ("[Q04] ( ) yes (x) no", "'[Q04] ' - ' yes ' + ' no'"),
      ("[x] a [X] b [ ] c [] d [__] e", "+ ' a ' + ' b ' - ' c ' - ' d ' - ' e'"),
      ("( x )oui (Х) да", "+ 'oui ' + ' да'"),
      ("☑️ yes [✓] [☐] ✗ ✔", "+ ' yes ' + ' ' - ' ' + ' ' +"),
      ("f() (xx) [1] (see [a]) ● Yes ○ No", "'f() (xx) [1] (see [a]) ● Yes ○ No'"),
      ("(", "'('"), ("", ""), ("[x", "'[x'"), ("Genève, “x”", "'Genève, “x”'"),
    ])
  func marks(text: String, items: String) {
    #expect(short(Marks.items(of: text)) == items)
  }

  @Test("Signs of Wingdings are the boxes that they show, with and without their private numbers")
  func wingdings() {
    let ticked = { (code: UInt32, font: String) in
      Marks.scalar(code: code, font: font).flatMap(Marks.isTicked)
    }
    for code: UInt32 in [0xFE, 0xFD, 0xFC, 0xFB, 0x78, 0xF0FE] { #expect(ticked(code, "Wingdings") == true) }
    for code: UInt32 in [0xA8, 0x6F, 0x71, 0x72, 0xF06F] { #expect(ticked(code, "Wingdings") == false) }
    for code: UInt32 in [0x52, 0xF052, 0x53, 0x50] { #expect(ticked(code, "Wingdings 2") == true) }
    #expect(ticked(0xA3, "Wingdings 2") == false)
    #expect(ticked(0xFE, "Arial") == nil)
    #expect(ticked(0x4A, "Wingdings") == nil)
  }

  /// The blocks of a text: line, depth, items.
  private func lines(_ extract: Extract) -> [String] {
    extract.blocks.map { "\($0.place): \(short($0.items))" }
  }

  @Test("A text's lines are numbered, and those that are quoted say how deep")
  func quoted() {
    let text = "Dear all\r\n\r\n> [Q04] (x) yes\r> > deep\n>>deeper\n> "
    #expect(
      lines(Extract(text: text)) == [
        "line 1: 'Dear all'", "line 3, quoted 1: '[Q04] ' + ' yes'", "line 4, quoted 2: 'deep'",
        "line 5, quoted 2: 'deeper'",
      ])
  }

  @Test("Flowed lines are joined within one depth, and a signature is not")
  func flowed() {
    let text = "one \ntwo\n> three \n>> four \n>> five\n-- \nname\n  stuffed"
    #expect(
      lines(Extract(text: text, isFlowed: true)) == [
        "line 1: 'one two'", "line 3, quoted 1: 'three '", "line 4, quoted 2: 'four five'", "line 6: '-- '",
        "line 7: 'name'", "line 8: ' stuffed'",
      ])
    #expect(lines(Extract(text: "one \ntwo", isFlowed: true, deletesSpace: true)) == ["line 1: 'onetwo'"])
    #expect(lines(Extract(text: "one \ntwo")) == ["line 1: 'one '", "line 2: 'two'"])
  }

  @Test("CSV is cells with the names that a spreadsheet gives them")
  func cells() {
    #expect(
      lines(Extract(csv: "question,answer\r\n4,\"[x]\nyes\"\r\n,\r\n")) == [
        "table 1 row 1 cell 1: A1=question", "table 1 row 1 cell 2: B1=answer", "table 1 row 2 cell 1: A2=4",
        "table 1 row 2 cell 2: B2=[x]\nyes",
      ])
    #expect(Extract.cellName(column: 27, row: 3) == "AA3")
    #expect(Extract.cellName(column: 702, row: 1) == "ZZ1")
    #expect(Extract.cellName(column: 703, row: 1) == "AAA1")
  }

  @Test("CSV that breaks off, or is separated otherwise, says so and keeps what was read")
  func brokenCells() {
    let broken = Extract(csv: "a,b\r\nc,\"d")
    #expect(lines(broken) == ["table 1 row 1 cell 1: A1=a", "table 1 row 1 cell 2: B1=b"])
    #expect(
      broken.findings.map { "\($0.place?.description ?? "") \($0.kind): \($0.detail)" } == [
        "line 2 broken: no CSV: line 2, column 2: quotation mark that is never closed: found the end of the file, "
          + "expected another '\"' for the one at byte 7; close the cell with a quotation mark"
      ])
    #expect(
      Extract(csv: "a;b\r\nc;d\r\n").findings.map(\.detail) == [
        "cells are separated by semicolons; expected commas"
      ])
  }
}
