/// A name that is safe for a file and in XML: letters of ASCII, digits, hyphens and underscores.
struct FileName: Hashable {
  let text: String

  /// - Parameter text: Any text; each other sign becomes a hyphen.
  init(_ text: String) {
    let safe = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) ? $0 : "-" })
    self.text = safe.first.map { $0.isLetter } == true ? safe : "figure-" + safe
  }
}
