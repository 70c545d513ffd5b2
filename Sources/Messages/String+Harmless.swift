extension String {
  /// The text without anything that commands a terminal or reorders what stands around it.
  ///
  /// Answers come from anywhere. Control characters but line feed and tab, and Unicode's directional overrides,
  /// embeddings and isolates (UAX 9), are shown by their code points, `<U+001B>`; the data stays as it is.
  public var harmless: String {
    if isPlainASCII { return self }
    guard unicodeScalars.contains(where: \.isHarmful) else { return self }
    var shown = ""
    for scalar in unicodeScalars {
      if scalar.isHarmful {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        shown += "<U+\(String(repeating: "0", count: max(0, 4 - digits.utf8.count)))\(digits)>"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}

extension Unicode.Scalar {
  fileprivate var isHarmful: Bool {
    switch value {
    case 0x09, 0x0a: false
    case 0x00..<0x20, 0x7f...0x9f, 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}
