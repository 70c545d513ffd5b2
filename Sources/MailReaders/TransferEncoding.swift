/// How the bytes of a part are written in the mail (RFC 2045, section 6), as its header says.
struct TransferEncoding {
  private let name: String

  /// Reads the header; an empty one says that nothing was done.
  init(_ header: String) {
    name = header.filter { !$0.isWhitespace }.lowercased()
  }

  /// Those that all programs know.
  private static let known: Set = ["", "7bit", "8bit", "binary", "quoted-printable", "base64"]

  /// What is wrong with a part that says it is written so, in English; nothing where all is right.
  func problem(_ written: [UInt8]) -> String? {
    guard Self.known.contains(name) else {
      return "it says that it is written in '\(name.prefix(40))', which not all programs know"
    }
    return name == "base64" && !Self.isBase64(written) ? "it is not whole, or not all of it is base64" : nil
  }

  /// Whether bytes are base64 in groups of four, the last one filled up, with nothing between but white space.
  private static func isBase64(_ bytes: [UInt8]) -> Bool {
    var (signs, fill) = (0, 0)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
        guard fill == 0 else { return false }
        signs += 1
      case UInt8(ascii: "="): fill += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): break
      default: return false
      }
    }
    return fill <= 2 && (signs + fill).isMultiple(of: 4)
  }
}
