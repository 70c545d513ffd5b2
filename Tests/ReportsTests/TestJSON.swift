/// A strict reader of JSON (RFC 8259), so that what is written is read by something else than what wrote it.
indirect enum TestJSON: Equatable {
  case null, bool(Bool), number(String), string(String), array([TestJSON]), object([Member])

  struct Member: Equatable {
    let key: String
    let value: TestJSON
  }

  struct Invalid: Error {
    let place: Int
    let expected: String
  }

  init(_ text: String) throws {
    var reader = Reader(scalars: Array(text.unicodeScalars))
    self = try reader.value()
    reader.skipSpace()
    if reader.place != reader.scalars.count { throw reader.invalid("the end") }
  }

  subscript(key: String) -> TestJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }

  var items: [TestJSON] {
    guard case .array(let items) = self else { return [] }
    return items
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    var place = 0

    func invalid(_ expected: String) -> Invalid { Invalid(place: place, expected: expected) }

    var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    mutating func skipSpace() {
      while let scalar = next, " \t\n\r".unicodeScalars.contains(scalar) { place += 1 }
    }

    mutating func take(_ text: String) throws {
      for scalar in text.unicodeScalars {
        guard next == scalar else { throw invalid(text) }
        place += 1
      }
    }

    mutating func value() throws -> TestJSON {
      skipSpace()
      switch next {
      case "n":
        try take("null")
        return .null
      case "t":
        try take("true")
        return .bool(true)
      case "f":
        try take("false")
        return .bool(false)
      case "\"": return .string(try string())
      case "[": return .array(try list("[", "]") { try $0.value() })
      case "{":
        return .object(
          try list("{", "}") { reader in
            reader.skipSpace()
            let key = try reader.string()
            reader.skipSpace()
            try reader.take(":")
            return Member(key: key, value: try reader.value())
          })
      default: return .number(try number())
      }
    }

    mutating func list<Item>(
      _ open: String, _ close: String, _ item: (inout Reader) throws -> Item
    ) throws -> [Item] {
      try take(open)
      skipSpace()
      var items: [Item] = []
      if next != close.unicodeScalars.first {
        items.append(try item(&self))
        skipSpace()
        while next == "," {
          place += 1
          items.append(try item(&self))
          skipSpace()
        }
      }
      try take(close)
      return items
    }

    mutating func number() throws -> String {
      let start = place
      while let scalar = next, "-+.eE0123456789".unicodeScalars.contains(scalar) { place += 1 }
      let text = String(String.UnicodeScalarView(scalars[start..<place]))
      guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil else {
        throw invalid("a number")
      }
      return text
    }

    mutating func string() throws -> String {
      try take("\"")
      var text = String.UnicodeScalarView()
      while let scalar = next, scalar != "\"" {
        guard scalar.value >= 0x20 else { throw invalid("an escape") }
        place += 1
        text.append(scalar == "\\" ? try escaped() : scalar)
      }
      try take("\"")
      return String(text)
    }

    mutating func escaped() throws -> Unicode.Scalar {
      let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
      ]
      guard let scalar = next else { throw invalid("an escape") }
      place += 1
      if let meant = escapes[scalar] { return meant }
      guard scalar == "u", place + 4 <= scalars.count else { throw invalid("an escape") }
      let digits = String(String.UnicodeScalarView(scalars[place..<place + 4]))
      place += 4
      guard let value = UInt32(digits, radix: 16), let meant = Unicode.Scalar(value) else {
        throw invalid("four hexadecimal digits")
      }
      return meant
    }
  }
}
