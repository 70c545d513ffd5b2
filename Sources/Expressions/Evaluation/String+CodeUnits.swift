// Texts are compared, measured and cut by code units, as in Java: Swift's own operations take 'é' in one code point
// and in two for equal, and count both as one.
extension String {
  /// Whether two texts have the same code points.
  func isIdentical(to other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Whether the text has the other one in it.
  func contains(codeUnitsOf part: String) -> Bool { utf8.firstRange(of: part.utf8) != nil }

  /// Whether the text starts with the other one.
  func starts(withCodeUnitsOf part: String) -> Bool { utf8.starts(with: part.utf8) }

  /// Whether the text ends with the other one.
  func ends(withCodeUnitsOf part: String) -> Bool { utf8.reversed().starts(with: part.utf8.reversed()) }

  /// The text before the first place of the other one; "" where it is not there.
  func before(_ part: String) -> String {
    utf8.firstRange(of: part.utf8).map { String(self[..<$0.lowerBound]) } ?? ""
  }

  /// The text behind the first place of the other one; "" where it is not there.
  func after(_ part: String) -> String {
    utf8.firstRange(of: part.utf8).map { String(self[$0.upperBound...]) } ?? ""
  }

  /// The words between single spaces; several spaces count as one.
  var names: [Substring] { split(separator: " ") }

  /// The text without white space around it, and with one space for each white space in it.
  var withNormalizedSpace: String {
    utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}

extension String.UTF8View {
  /// Where a sequence of bytes stands first.
  func firstRange(of part: String.UTF8View) -> Range<Index>? {
    guard let first = part.first else { return startIndex..<startIndex }
    var start = startIndex
    let length = part.count
    while let candidate = self[start...].firstIndex(of: first) {
      guard let end = index(candidate, offsetBy: length, limitedBy: endIndex) else { return nil }
      if self[candidate..<end].elementsEqual(part) { return candidate..<end }
      start = index(after: candidate)
    }
    return nil
  }

  /// The bytes without spaces and control characters at both ends, as Java's `trim`.
  var trimmedLikeJava: Substring.UTF8View {
    var rest = self[...]
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }
}
