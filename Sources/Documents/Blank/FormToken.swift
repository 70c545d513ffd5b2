public import Survey

/// What a blank form carries of whom it was sent to: eight signs, `7F3K-92QX`, the last of which checks the others.
///
/// Thirty-five bits of a hash of form, version and mechanism in the signs of a `Receipt`. It proves the form, not the
/// sender: whoever has the questionnaire can work it out.
public struct FormToken: Sendable, Hashable, CustomStringConvertible {
  /// The eight signs with a hyphen in their middle.
  public let description: String

  /// The token of a form.
  ///
  /// - Parameters:
  ///   - form: The questionnaire's id.
  ///   - version: Its version.
  ///   - mechanism: Whom the form is for, by its name in the register; nothing where it is for anybody.
  public init(form: Questionnaire.ID, version: String, mechanism: Choice.Name?) {
    let sum = Checksum([form.text, version, mechanism?.text ?? ""].joined(separator: "\0").utf8).value
    let values = (0..<7).map { UInt8(truncatingIfNeeded: sum >> (59 - 5 * UInt64($0))) & 31 }
    self.init(signsOf: values + [Self.check(of: values)])
  }

  /// Reads what stands on a form: in either case, with or without the hyphen, `O` for `0`, `I` or `L` for `1`.
  ///
  /// - Returns: Nothing where it is no token: one sign is wrong, or two neighbours are swapped.
  public init?(_ typed: String) {
    var values: [UInt8] = []
    for sign in typed.uppercased() where sign != "-" && !sign.isWhitespace {
      let known: Character = sign == "O" ? "0" : sign == "I" || sign == "L" ? "1" : sign
      guard let value = Self.alphabet.firstIndex(of: known) else { return nil }
      values.append(UInt8(value))
    }
    guard values.count == 8, Self.check(of: values.dropLast()) == values.last else { return nil }
    self.init(signsOf: values)
  }

  /// Whom a form was sent to, if its token is one of this version of the questionnaire.
  ///
  /// - Parameters:
  ///   - choices: The mechanisms of the register.
  ///   - form: The questionnaire's id.
  ///   - version: Its version.
  /// - Returns: The mechanism; nothing where the token is of no mechanism of these, form and version.
  public func mechanism(
    among choices: some Sequence<Choice>, form: Questionnaire.ID, version: String
  ) -> Choice.Name? {
    choices.first { Self(form: form, version: version, mechanism: $0.name) == self }?.name
  }

  private init(signsOf values: [UInt8]) {
    let signs = values.map { Self.alphabet[Int($0)] }
    description = String(signs[..<4]) + "-" + String(signs[4...])
  }

  /// The last sign: the powers of 2 in GF(32), times the signs, add up to 0 with it.
  ///
  /// Each sign has a weight of its own, so that no single error and no two swapped signs pass.
  private static func check(of values: some Sequence<UInt8>) -> UInt8 {
    values.reduce(0) { doubled($0 ^ $1) }
  }

  /// Twice a number in GF(32), by the polynomial x^5 + x^2 + 1.
  private static func doubled(_ value: UInt8) -> UInt8 {
    let doubled = value << 1
    return doubled & 32 == 0 ? doubled : doubled ^ 0b10_0101
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
}
