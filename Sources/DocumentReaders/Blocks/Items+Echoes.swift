internal import Documents

extension [Block.Item] {
  /// Whether a text that is no number or mark stands in two fields.
  ///
  /// Of a control for plain text LibreOffice 7.4 writes a field into `.doc` and `.rtf` for each piece of another script,
  /// with the piece before it, and in each the whole text.
  var repeatField: Bool {
    var seen: Set<String> = []
    for case .field(_, let value) in self where value.unicodeScalars.contains(where: { $0.value > 0x7F }) {
      if !seen.insert(value).inserted { return true }
    }
    return false
  }

  /// With one field for each that was written in pieces.
  ///
  /// Where scripts change in a content control, LibreOffice 7.4 writes the control once for each piece of it, each time
  /// with the whole text behind the piece, and once with the whole text alone: `aع` becomes `aع`, `عaع`.
  var withoutEchoes: [Block.Item] {
    // Most fields have names.
    guard contains(where: { if case .field("", let value) = $0 { !value.isEmpty } else { false } }) else {
      return self
    }
    var result: [Block.Item] = []
    var run: [String] = []
    for item in self {
      if case .field("", let value) = item, !value.isEmpty {
        run.append(value)
      } else {
        result += Self.fields(run)
        run = []
        result.append(item)
      }
    }
    return result + Self.fields(run)
  }

  /// One field where each value is the shortest one behind a piece of it, or else as many as there are.
  private static func fields(_ values: [String]) -> [Block.Item] {
    guard values.count > 1, let whole = values.min(by: { $0.utf8.count < $1.utf8.count }) else {
      return values.map { .field(name: "", value: $0) }
    }
    let isEcho = values.allSatisfy { value in
      guard value.hasSuffix(whole) else { return false }
      let piece = Array<UInt8>(value.utf8.dropLast(whole.utf8.count))
      return piece.isEmpty || Signature.find(piece, in: whole.utf8)
    }
    return isEcho ? [.field(name: "", value: whole)] : values.map { .field(name: "", value: $0) }
  }
}
