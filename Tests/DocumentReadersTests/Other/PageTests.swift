import DocumentReaders
import Documents
import Testing

@Suite("HTML, and texts of other character sets")
struct PageTests {
  private func lines(_ bytes: [UInt8], _ type: String) -> [String] {
    summary(DocumentReader.read(WorkerRequest(id: "1", mediaType: type, bytes: bytes)))
  }

  @Test("A page is its cells and its lines, with the depth at which they are quoted")
  func page() {
    let html = """
      <html><head><title>t</title><style>p{}</style></head><body><div style="display: none">preview</div>
      <p>Dear   <b>all</b>,<br>see &amp; reply</p><table><tr><td rowspan=2>4<td colspan="2">Has it?</tr>
      <tr><td>&#9745; Yes<p>no<table><tr><td>inner</table>after<td><input type=checkbox checked name=a> on</table>
      <blockquote>quoted<blockquote>deep <s>old</s></blockquote></blockquote><pre>a
        b</pre><textarea name=t>typed</textarea><select name=l><option>x<option selected>y</select></body></html>
      """
    #expect(
      lines(Array(html.utf8), "text/html; charset=utf-8") == [
        "line 1: 'Dear all,'", "line 2: 'see & reply'", "1.1.1: '4'", "1.1.2: 'Has it?'",
        "1.2.2: +g ' Yes|no|after'",
        "2.1.1: 'inner'", "1.2.3: +a ' on'", "line 10, quoted 1: 'quoted'", "line 11, quoted 2: 'deep old'",
        "line 12: 'a'", "line 13: 'b'", "line 14: t='typed' l='y'",
        "struckOut at line 11, quoted 2: struck out: old",
      ])
  }

  @Test(
    "Bytes are read in the character set that is declared; another one is found",
    arguments: [
      ([0x63, 0xC3, 0xA9], "text/plain", ["line 1: 'cé'"]),
      ([0x63, 0xE9, 0x80], "text/plain; charset=ISO-8859-1", ["line 1: 'cé€'"]),
      ([0xCF, 0xD2], "text/plain; charset=koi8-r", ["line 1: 'ор'"]),
      ([0xFF, 0xFE, 0x41, 0x00, 0xE9, 0x00], "", ["line 1: 'Aé'"]),
      ([0xEF, 0xBB, 0xBF, 0x41], "text/plain", ["line 1: 'A'"]),
      (
        [0x41, 0x0A, 0xE9], "text/plain",
        ["line 1: 'A'", "line 2: 'é'", "charset at line 2: no UTF-8; read as Windows-1252"]
      ),
      (
        [0xE9], "text/plain; charset=utf-8",
        [
          "line 1: 'é'",
          "charset at line 1: no text of \"utf-8\", as is declared, and no UTF-8; read as Windows-1252",
        ]
      ),
      (
        [0xC3, 0xA9], "text/plain; charset=x-no",
        ["line 1: 'é'", "charset: no text of \"x-no\", as is declared; read as UTF-8"]
      ),
      (
        [0xC3, 0xA9], "text/plain; charset=\"../x\"",
        ["line 1: 'é'", "charset: no text of \"../x\", as is declared; read as UTF-8"]
      ),
      (Array("<html><meta charset='koi8-r'>".utf8) + [0xCF], "", ["line 1: 'о'"]),
      (Array("a \nb".utf8), "text/plain; format=flowed; delsp=yes", ["line 1: 'ab'"]),
      (Array("a,b".utf8), "text/csv", ["1.1.1: A1='a'", "1.1.2: B1='b'"]),
    ] as [([UInt8], String, [String])])
  func charsets(bytes: [UInt8], type: String, expected: [String]) {
    #expect(lines(bytes, type) == expected)
  }
}
