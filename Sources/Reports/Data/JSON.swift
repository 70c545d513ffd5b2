/// A value of JSON (RFC 8259), whose members keep their order.
package enum JSON {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// The value, or null.
  package static func optional(_ value: Int?) -> JSON { value.map(JSON.integer) ?? .null }

  /// The value, or null; what is no finite number is null as well, since JSON has no word for it.
  static func optional(_ value: Double?) -> JSON {
    guard let value, value.isFinite else { return .null }
    return .number(value)
  }

  /// The value, or null.
  package static func optional(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }

  package static func strings(_ values: some Sequence<String>) -> JSON { .array(values.map(JSON.string)) }
}

extension JSON: CustomStringConvertible {
  /// The value on one line.
  package var description: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// The members of an object without its brackets, for whoever lays an object out in lines.
  static func members(_ members: [(key: String, value: JSON)]) -> String {
    var text = ""
    write(members, to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.shortestText
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      Self.write(members, to: &text)
      text += "}"
    }
  }

  private static func write(_ members: [(key: String, value: JSON)], to text: inout String) {
    for (index, member) in members.enumerated() {
      if index > 0 { text += ", " }
      write(member.key, to: &text)
      text += ": "
      member.value.write(to: &text)
    }
  }

  /// Escapes what section 7 says must be escaped: quotation mark, reverse solidus, U+0000 to U+001F.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    defer { text += "\"" }
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      text += string
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
