/// What a respondent keeps of a submission: eight signs that name it, `7F3K-92QD`.
///
/// Forty bits of a hash (FNV-1a, 64 bit) of the response's id, in Crockford's base 32, which has no letters
/// that are taken for digits. It names a response; it proves nothing.
public struct Receipt: Sendable, Hashable, CustomStringConvertible {
  /// The eight signs with a hyphen in their middle.
  public let description: String

  /// The receipt of a response.
  public init(for id: Response.ID) {
    let hash = Checksum(id.text.utf8).value
    let signs = (0..<8).map { Self.alphabet[Int(hash >> (59 - 5 * UInt64($0))) & 31] }
    self.description = String(decoding: signs[..<4] + [UInt8(ascii: "-")] + signs[4...], as: UTF8.self)
  }

  /// Reads what a person typed: in either case, with or without the hyphen, `O` for `0`, `I` or `L` for `1`.
  public init?(_ typed: String) {
    let signs = typed.uppercased().filter { $0 != "-" && !$0.isWhitespace }.map { sign in
      switch sign {
      case "O": Character("0")
      case "I", "L": Character("1")
      default: sign
      }
    }
    guard signs.count == 8, signs.allSatisfy({ sign in sign.asciiValue.map(Self.alphabet.contains) ?? false })
    else { return nil }
    self.description = String(signs[..<4]) + "-" + String(signs[4...])
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
