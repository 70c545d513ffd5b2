package import Survey

extension Address: ExpressibleByStringLiteral {
  /// An address as it is written in files; a test that writes a wrong one stops.
  package init(stringLiteral text: String) {
    guard let address = Address(text) else { preconditionFailure("'\(text)' is no address") }
    self = address
  }
}

extension Outline.Stop: ExpressibleByStringLiteral {
  /// A question, by its address as it is written in files.
  package init(stringLiteral text: String) { self = .question(Address(stringLiteral: text)) }
}
