import Glibc
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("The editor", .serialized)
struct EditorTests {
  /// The text that a question has after an editor, and what was said.
  func edited(with editor: String?, was text: String? = "old\ntext") throws -> (text: String?, said: String) {
    var template = Array("\(temporaryFolder)/iscm-editor-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { rmdir(folder) }
    let scratch = "\(folder)/text"
    unsetenv("VISUAL")
    if let editor { setenv("EDITOR", editor, 1) } else { unsetenv("EDITOR") }
    defer { unsetenv("EDITOR") }
    var session = FormSession([
      Sample.ask("long", .text, appearance: ["multiline"]), Sample.ask("number", .integer),
    ])
    if let text { try session.apply(.answer("long", .text(text))) }
    let filled = session.filled(by: ["..", "5"], scratch: scratch)
    #expect(access(scratch, F_OK) != 0, "the scratch file is still there")
    let lines = filled.from("Number: 5").split(separator: "\n", omittingEmptySubsequences: false)
    return (filled.session.entries["long"]?.answer?.cell, lines.count > 1 ? String(lines[1]) : "")
  }

  private var temporaryFolder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  @Test(
    "What an editor leaves is the text; a failed editor keeps the old one",
    arguments: [
      ("sh -c 'echo more >> \"$1\"' sh", "old\ntext\nmore", "Saved, words: 3."),
      ("true", "old\ntext", "Kept as it was."),
      ("false", "old\ntext", "The editor failed; the text is as it was."),
      ("sh -c 'kill -9 $$'", "old\ntext", "The editor failed; the text is as it was."),
      ("no-such-editor", "old\ntext", "The editor failed; the text is as it was."),
      ("sh -c 'rm \"$1\"' sh", "old\ntext", "The editor failed; the text is as it was."),
      (
        "sh -c 'printf \"\\\\377\\\\n\" > \"$1\"' sh", "old\ntext",
        "The editor failed; the text is as it was."
      ),
      ("sh -c 'printf \"a\\\\000b\" > \"$1\"' sh", "old\ntext", "The editor failed; the text is as it was."),
      ("sh -c ': > \"$1\"' sh", "old\ntext", "Kept as it was."),
      ("sh -c 'echo > \"$1\"; echo >> \"$1\"' sh", "old\ntext", "Kept as it was."),
      ("sh -c 'printf new > \"$1\"' sh", "new", "Saved, words: 1."),
      ("sh -c 'printf \"new\\\\n\\\\n\" > \"$1\"' sh", "new\n", "Saved, words: 1."),
    ])
  func left(editor: String, text: String, said: String) throws {
    let result = try edited(with: editor)
    #expect(result.text == text)
    #expect(result.said == said)
  }

  @Test("Without an editor that is said; a question without text has none")
  func none() throws {
    #expect(try edited(with: nil).said == "No editor is set. Set EDITOR to the name of one, such as nano.")
    let filled = FormSession([Sample.ask("number", .integer)]).filled(by: ["..", "5"])
    #expect(filled.transcript.contains("The editor is for texts; this question takes something else."))
  }

  @Test("An empty text is begun in the editor, in a file that nobody else can read")
  func begun() throws {
    let result = try edited(
      with: "sh -c 'stat -c %a-%s \"$1\" > \"$1.new\"; mv \"$1.new\" \"$1\"' sh", was: nil)
    #expect(result.text == "600-0")
  }
}
