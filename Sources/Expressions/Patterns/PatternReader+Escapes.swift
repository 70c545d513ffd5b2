extension PatternReader {
  /// Reads a backslash and what it escapes.
  mutating func escaped() throws(PatternFault) -> PatternPart {
    index += 1
    guard let letter = next() else { throw .unreadable }
    switch letter {
    case "A", "G": return .edge(.start)
    case "Z": return .edge(.lastLineEnd(unixLines: flags.unixLines))
    case "z": return .edge(.end)
    case "B": return .edge(.noWord)
    case "b":
      guard index + 1 >= letters.count || letters[index] != 0x7B || letters[index + 1] != 0x67 else {
        throw .unreadable
      }
      return .edge(.word)
    case "R":
      let pair: [PatternPart] = [.scalar(.one(0x0D)), .scalar(.one(0x0A))]
      return .choice([.sequence(pair), .scalar(.verticalSpaces)])
    case "k":
      guard next() == "<", let number = groupNumbers[try groupName(endingWith: ">")] else {
        throw .unreadable
      }
      return .reference(number, flags.folding)
    case "1"..."9":
      var number = Int(letter.value - 0x30)
      // More digits belong to it as long as there are so many groups.
      while index < letters.count, (0x30...0x39).contains(letters[index]),
        number * 10 + Int(letters[index] - 0x30) <= groupCount
      {
        number = number * 10 + Int(letters[index] - 0x30)
        index += 1
      }
      return .reference(number, flags.folding)
    default:
      index -= 1
      if let set = try escapedSet() { return .scalar(set) }
      return .scalar(.one(try escapedLetter(), flags.folding))
    }
  }

  /// Reads a letter behind a backslash that names a class; nothing, and does not move, where it names one letter.
  mutating func escapedSet() throws(PatternFault) -> ScalarSet? {
    guard let letter = next() else { throw .unreadable }
    switch letter {
    case "d": return .digits
    case "D": return .complement(.digits)
    case "w": return .wordLetters
    case "W": return .complement(.wordLetters)
    case "s": return .spaces
    case "S": return .complement(.spaces)
    case "h": return .horizontalSpaces
    case "H": return .complement(.horizontalSpaces)
    case "v": return .verticalSpaces
    case "V": return .complement(.verticalSpaces)
    case "p": return try property()
    case "P": return .complement(try property())
    default:
      index -= 1
      return nil
    }
  }

  private mutating func property() throws(PatternFault) -> ScalarSet {
    guard let first = next() else { throw .unreadable }
    var name = String(first)
    if first == "{" {
      name = ""
      while let letter = next(), letter != "}" { name.unicodeScalars.append(letter) }
      guard !name.isEmpty, letters[index - 1] == 0x7D else { throw .unreadable }
    }
    guard let set = ScalarSet.named(name, folds: flags.ignoresCase) else { throw .unreadable }
    return set
  }

  /// Reads what stands behind a backslash for one letter.
  mutating func escapedLetter() throws(PatternFault) -> UInt32 {
    guard let letter = next() else { throw .unreadable }
    switch letter {
    case "t": return 0x09
    case "n": return 0x0A
    case "r": return 0x0D
    case "f": return 0x0C
    case "a": return 0x07
    case "e": return 0x1B
    case "c":
      guard let control = next() else { throw .unreadable }
      return control.value ^ 64
    case "0": return try octal()
    case "x":
      if index < letters.count, letters[index] == 0x7B {
        index += 1
        var value: UInt32 = 0
        var count = 0
        while let digit = hexDigit() {
          value = value * 16 + digit
          count += 1
          guard value <= 0x10_FFFF else { throw .unreadable }
        }
        guard count > 0, next() == "}" else { throw .unreadable }
        return value
      }
      return try hex(2)
    case "u":
      let unit = try hex(4)
      // Two code units of one letter may be written one by one.
      if (0xD800...0xDBFF).contains(unit), index + 1 < letters.count, letters[index] == 0x5C,
        letters[index + 1] == 0x75
      {
        let start = index
        index += 2
        let second = try hex(4)
        if (0xDC00...0xDFFF).contains(second) { return 0x10000 + (unit - 0xD800) * 0x400 + (second - 0xDC00) }
        index = start
      }
      return unit
    case let sign where sign.isASCII && sign.properties.isAlphabetic: throw .unreadable
    default: return letter.value
    }
  }

  private mutating func octal() throws(PatternFault) -> UInt32 {
    var value: UInt32 = 0
    var count = 0
    while index < letters.count, (0x30...0x37).contains(letters[index]),
      count < 2 || (count == 2 && value <= 0o37)
    {
      value = value * 8 + letters[index] - 0x30
      count += 1
      index += 1
    }
    guard count > 0 else { throw .unreadable }
    return value
  }

  private mutating func hex(_ count: Int) throws(PatternFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = hexDigit() else { throw .unreadable }
      value = value * 16 + digit
    }
    return value
  }

  private mutating func hexDigit() -> UInt32? {
    guard index < letters.count, let letter = Unicode.Scalar(letters[index]), letter.isASCII,
      let digit = Character(letter).hexDigitValue
    else { return nil }
    index += 1
    return UInt32(digit)
  }
}
