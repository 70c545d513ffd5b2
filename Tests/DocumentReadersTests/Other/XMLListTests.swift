import DocumentReaders
import Tables
import Testing

@Suite("Lists of choices in XML")
struct XMLListTests {
  @Test("Items become rows, in the order and under the names of their elements, with the lines of the file")
  func items() {
    let book = XMLListReader.read(
      Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <root>
          <item><name>p</name><label lang="en">Paris &amp; Lyon</label></item>
          <item>
            <country><![CDATA[<x>]]></country>
            <name>q</name>
          </item>
          <item/>
        </root>
        """.utf8))
    #expect(
      book
        == ReadBook(sheets: [
          ReadSheet(
            name: "root",
            rows: [
              .init(number: 2, cells: ["name", "label", "country"]),
              .init(number: 3, cells: ["p", "Paris & Lyon"]),
              .init(number: 4, cells: ["q", "", "<x>"]),
              .init(number: 8, cells: []),
            ])
        ]))
  }

  @Test(
    "What is no list, or could mean harm, is refused",
    arguments: [
      ("", .broken(detail: "no well-formed XML (libxml2's error 4)")),
      ("<root><item>", .broken(detail: "no well-formed XML (libxml2's error 77)")),
      (
        "<root><item><name>&a;</name></item></root>",
        .broken(detail: "no well-formed XML (libxml2's error 26)")
      ),
      (
        "<!DOCTYPE root [<!ENTITY a \"aaaa\">]><root><item><name>&a;</name></item></root>",
        .noWorkbook(detail: "it has a document type, which could declare entities")
      ),
      ("<list/>", .noWorkbook(detail: "line 1 has <list> where <root> should stand")),
      ("<root>\n<row/></root>", .noWorkbook(detail: "line 2 has <row> where <item> should stand")),
      (
        "<root><item><name>a</name><name>b</name></item></root>",
        .noWorkbook(detail: "line 1 has <name> twice in one item")
      ),
      (
        "<root><item><name><b/></name></item></root>",
        .noWorkbook(detail: "line 1 has <b> where text alone should stand")
      ),
    ] as [(String, ReadBook.Refusal)])
  func refusals(text: String, refusal: ReadBook.Refusal) {
    #expect(XMLListReader.read(Array(text.utf8)).refusal == refusal)
  }

  @Test("A list in which each item has a column of its own does not fill the memory")
  func manyColumns() {
    let items = (0..<3_000).map { "<item><c\($0)>x</c\($0)></item>" }.joined()
    let book = XMLListReader.read(Array("<root>\(items)</root>".utf8))
    #expect(book.refusal == .tooMuch(detail: "a list of more cells than any form has"))
  }
}
