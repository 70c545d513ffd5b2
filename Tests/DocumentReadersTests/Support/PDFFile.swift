/// A PDF of one page made in memory for a test.
struct PDFFile {
  /// The annotations of the page, as dictionaries; `N 0 R` names the object N.
  var annotations: [String]
  /// The words of the page with their places: operators of a content stream.
  var content = "BT /F 12 Tf 50 700 Td (Has it a position?) Tj ET"
  /// What the document says of itself.
  var information = ""
  /// More in the dictionary of the form.
  var form = ""

  /// The appearance of words in a field.
  static func appearance(_ words: String) -> String {
    stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 4 0 R >> >>",
      "BT /F 12 Tf 2 5 Td (\(words)) Tj ET")
  }

  /// A field of text: its value, and what is drawn.
  static func text(_ name: String, _ value: String, shows words: String, more: String = "", top: Int = 660)
    -> String
  {
    // The appearance is an object of its own: it stands where the sign § is.
    "/Type /Annot /Subtype /Widget /FT /Tx /T (\(name)) /V (\(value)) /Rect [50 \(top - 20) 250 \(top)] /AP << /N § >> \(more)§\(appearance(words))"
  }

  /// A check box: its value, and its state that is drawn.
  static func box(_ name: String, _ value: String, state: String, more: String = "", left: Int = 300)
    -> String
  {
    "/Type /Annot /Subtype /Widget /FT /Btn /T (\(name)) /V /\(value) /AS /\(state) /Rect [\(left) 695 \(left + 14) 709] "
      + "/AP << /N << /Yes § /Off § >> >> \(more)§"
      + stream("/Type /XObject /Subtype /Form /BBox [0 0 14 14]", "0 0 14 14 re f")
  }

  private static func stream(_ dictionary: String, _ content: String) -> String {
    "<< \(dictionary) /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
  }

  var bytes: [UInt8] {
    var objects = [
      "", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      Self.stream("", content),
    ]
    var references: [String] = []
    for annotation in annotations {
      let sides = annotation.split(separator: "§", omittingEmptySubsequences: false)
      objects.append(String(sides.last ?? ""))
      let appearance = objects.count
      objects.append("<< \(sides.dropLast().joined(separator: "\(appearance) 0 R")) >>")
      references.append("\(objects.count) 0 R")
    }
    let list = references.joined(separator: " ")
    objects[0] = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [\(list)] \(form) >> >>"
    objects[2] =
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> /Annots [\(list)] >>"
    var text = "%PDF-1.7\n"
    var table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let digits = String(text.utf8.count)
      table += "\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text +=
      "xref\n0 \(objects.count + 1)\n\(table)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info << \(information) >> >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }
}
