internal import Survey

/// A text of a form that may carry the marks by which ODK's programs style it, and what people read of it here.
///
/// What is a mark, ODK's documentation says (docs.getodk.org/form-styling) and Collect and Enketo do: headings of up to
/// six `#`, `*emphasis*` and `**strong**` with either sign, `[links](https://…)`, some tags of HTML, `\` before a sign
/// that is meant as it is. They take more for marks than their authors meant: `2*3*4`, `# of children`. Here the marks are
/// taken away and nothing is styled, so a mark too many is a small fault, and a sign too few is a wrong question: what can
/// be meant as it is written stays.
package struct Markup {
  /// The text as it stands in the form.
  package let written: String

  /// Takes a text as it stands in the form.
  package init(_ written: String) { self.written = written }

  /// The text without marks; the text itself where nothing would be left.
  package var plain: String {
    // Most texts have none, and all are asked.
    guard written.utf8.contains(where: Self.canMark) else { return written }
    var reader = MarkupReader(written)
    let read = reader.read()
    guard read != written else { return written }
    let plain = read.trimmed
    // What is taken away between `$` and `{` would make a reference of what is none.
    let keepsReferences = plain.ranges(of: "${").count == written.ranges(of: "${").count
    return keepsReferences && !plain.allSatisfy(\.isWhitespace) ? plain : written
  }

  /// Whether a mark can begin with a byte.
  private static func canMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: "["),
      UInt8(ascii: "\\"), UInt8(ascii: "&"):
      true
    default: false
    }
  }
}
