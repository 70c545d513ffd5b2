/// Keys out of the bytes that a terminal sends.
///
/// Pure: it knows no terminal's name, since terminals lie about theirs, and takes all the forms that are in use
/// side by side. However the bytes are cut into blocks, the keys are the same; only a lone ESC needs a pause to
/// be told from a key that begins with it.
public struct KeyDecoder: Sendable {
  private enum State {
    case ground
    /// After ESC.
    case escape
    /// After ESC [, with what followed.
    case control
    /// After ESC O, with what followed.
    case single
    /// After ESC [ [, as the Linux console begins F1 to F5.
    case console
    /// After ESC [ M: the three bytes of an old report of the mouse.
    case oldMouse
    /// After ESC ] and a digit: an answer to somebody's question, up to its end.
    case answer
    /// Within a character of several bytes.
    case character
    /// Within a paste.
    case paste
    /// Within a paste that paused: perhaps its end got lost.
    case stalledPaste
  }

  private var state = State.ground
  private var bytes: [UInt8] = []
  private var character = UTF8Character()
  private var hasAlt = false

  /// Begins without any byte.
  public init() {}

  /// How long to wait for more bytes, in milliseconds, before `flush` is to be called; nothing where no byte
  /// waits for another.
  public var patience: Int? {
    switch state {
    case .ground, .character: nil
    case .escape: 50
    case .control, .single, .console, .oldMouse, .answer: 500
    case .paste: 2000
    case .stalledPaste: bytes.isEmpty ? nil : 50
    }
  }

  /// Takes bytes.
  ///
  /// - Parameter bytes: What came, however it was cut.
  /// - Returns: The keys that are complete.
  public mutating func keys(from bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes { take(byte, into: &keys) }
    return keys
  }

  /// Takes what waits for what it is: no more bytes came for as long as `patience` says.
  ///
  /// - Returns: The keys: ESC alone is the key Esc, and what is there of a paste is that paste.
  public mutating func flush() -> [Key] {
    defer { bytes = [] }
    switch state {
    case .ground: return []
    case .escape:
      state = .ground
      return [.escape]
    case .control, .single, .console, .oldMouse, .answer, .character:
      state = .ground
      hasAlt = false
      return [.unknown]
    case .paste:
      state = .stalledPaste
      return bytes.isEmpty ? [] : [.paste(Self.pasted(bytes))]
    case .stalledPaste:
      // One key by itself is a person who is waiting; more at once is the paste going on.
      var typing = KeyDecoder()
      let keys = typing.keys(from: bytes) + typing.flush()
      if keys.count > 1 { return [.paste(Self.pasted(bytes))] }
      if !keys.isEmpty { state = .ground }
      return keys
    }
  }

  // MARK: - One byte

  private mutating func take(_ byte: UInt8, into keys: inout [Key]) {
    switch state {
    case .ground: takeFirst(byte, into: &keys)
    case .escape: takeAfterEscape(byte, into: &keys)
    case .character: takeInside(byte, into: &keys)
    case .control: takeControl(byte, into: &keys)
    case .single:
      guard isInside(byte, into: &keys) else { return }
      if bytes.count == Self.longest { return abandon(byte, into: &keys) }
      bytes.append(byte)
      if byte >= 0x40 { end(with: KeySequence.single(bytes), into: &keys) }
    case .console:
      guard isInside(byte, into: &keys) else { return }
      end(with: KeySequence.console(byte), into: &keys)
    case .oldMouse:
      bytes.append(byte)
      if bytes.count == 3 { end(with: KeySequence.oldMouse(bytes), into: &keys) }
    case .answer: takeAnswer(byte, into: &keys)
    case .paste, .stalledPaste:
      bytes.append(byte)
      if byte == Self.pasteEnd.last, bytes.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) {
        bytes.removeLast(Self.pasteEnd.count)
        end(with: .paste(Self.pasted(bytes)), into: &keys)
      }
    }
  }

  private mutating func takeFirst(_ byte: UInt8, into keys: inout [Key]) {
    switch byte {
    case 0x00: break
    case 0x08, 0x7f: keys.append(.backspace)
    case 0x09: keys.append(.tab)
    case 0x0a, 0x0d: keys.append(.enter)
    case 0x1b: state = .escape
    case 0x01...0x1a: keys.append(.control(Character(Unicode.Scalar(byte + 0x60))))
    case 0x1c...0x1f: keys.append(.unknown)
    case 0x20...0x7e: keys.append(.text(Unicode.Scalar(byte)))
    default:
      if character.begin(byte) { state = .character } else { endCharacter(nil, into: &keys) }
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8, into keys: inout [Key]) {
    switch byte {
    case 0x1b: keys.append(.escape)
    // Esc, and at once Ctrl with a letter: neither is lost.
    case 0x01...0x07, 0x0b, 0x0c, 0x0e...0x1a:
      keys.append(.escape)
      state = .ground
      takeFirst(byte, into: &keys)
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .single
    case UInt8(ascii: "]"): state = .answer
    // The end of such an answer.
    case UInt8(ascii: "\\"): state = .ground
    case 0x80...:
      hasAlt = true
      state = .ground
      takeFirst(byte, into: &keys)
    default: end(with: .unknown, into: &keys)
    }
  }

  private mutating func takeInside(_ byte: UInt8, into keys: inout [Key]) {
    switch character.take(byte) {
    case .more: break
    case .complete(let scalar): endCharacter(scalar, into: &keys)
    case .broken:
      endCharacter(nil, into: &keys)
      take(byte, into: &keys)
    }
  }

  private mutating func endCharacter(_ scalar: Unicode.Scalar?, into keys: inout [Key]) {
    if let scalar, !hasAlt, scalar.properties.generalCategory != .control {
      keys.append(.text(scalar))
    } else {
      keys.append(.unknown)
    }
    hasAlt = false
    state = .ground
  }

  private mutating func takeControl(_ byte: UInt8, into keys: inout [Key]) {
    guard isInside(byte, into: &keys) else { return }
    if bytes.isEmpty, byte == UInt8(ascii: "[") {
      state = .console
    } else if bytes.isEmpty, byte == UInt8(ascii: "M") {
      state = .oldMouse
    } else {
      if bytes.count < Self.longest { bytes.append(byte) }
      guard byte >= 0x40 || KeySequence.endsAtDollar(bytes) else { return }
      if bytes.elementsEqual(Self.pasteBegin) {
        bytes = []
        state = .paste
      } else {
        end(with: bytes.count < Self.longest ? KeySequence.control(bytes) : .unknown, into: &keys)
      }
    }
  }

  private mutating func takeAnswer(_ byte: UInt8, into keys: inout [Key]) {
    switch byte {
    case _ where bytes.isEmpty:
      // Alt with a bracket is no answer: that has a number.
      if !(0x30...0x39).contains(byte) { return abandon(byte, into: &keys) }
      bytes = [byte]
    case 0x07: end(with: nil, into: &keys)
    case 0x1b:
      end(with: nil, into: &keys)
      state = .escape
    case 0x00..<0x20: abandon(byte, into: &keys)
    default: break
    }
  }

  /// Whether a byte may stand within a sequence; one that may not is the first of something else.
  private mutating func isInside(_ byte: UInt8, into keys: inout [Key]) -> Bool {
    if (0x20...0x7e).contains(byte) { return true }
    abandon(byte, into: &keys)
    return false
  }

  private mutating func abandon(_ byte: UInt8, into keys: inout [Key]) {
    end(with: .unknown, into: &keys)
    take(byte, into: &keys)
  }

  private mutating func end(with key: Key?, into keys: inout [Key]) {
    if let key { keys.append(key) }
    bytes = []
    state = .ground
  }

  // MARK: - Pastes

  /// No key's sequence is longer; what is gets no meaning.
  private static let longest = 32
  private static let pasteBegin = Array("200~".utf8)
  private static let pasteEnd = Array("\u{1b}[201~".utf8)

  /// The text of a paste: with line feeds for all line ends, and no other control character but tabs.
  private static func pasted(_ bytes: [UInt8]) -> String {
    var text = ""
    var afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && !afterReturn) {
        text.unicodeScalars.append("\n")
      } else if scalar == "\t" || scalar.properties.generalCategory != .control {
        text.unicodeScalars.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return text
  }
}
