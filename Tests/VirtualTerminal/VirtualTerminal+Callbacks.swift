internal import CVterm

/// What libvterm calls when a program changes more than cells.
extension VirtualTerminal {
  private static func me(_ user: UnsafeMutableRawPointer?) -> VirtualTerminal? {
    user.map { Unmanaged<VirtualTerminal>.fromOpaque($0).takeUnretainedValue() }
  }

  static var screenCallbacks: VTermScreenCallbacks {
    var callbacks = VTermScreenCallbacks()
    callbacks.settermprop = { property, value, user in
      guard let me = VirtualTerminal.me(user), let value = value?.pointee else { return 0 }
      switch property {
      case VTERM_PROP_ALTSCREEN: me.isAlternateScreen = value.boolean != 0
      case VTERM_PROP_CURSORVISIBLE: me.isCursorVisible = value.boolean != 0
      case VTERM_PROP_MOUSE: me.mouse = Mouse(rawValue: Int(value.number)) ?? .moves
      case VTERM_PROP_TITLE: me.title = value.string.map { String(cString: $0) }
      default: break
      }
      return 1
    }
    callbacks.bell = { user in
      VirtualTerminal.me(user)?.bells += 1
      return 1
    }
    callbacks.sb_pushline = { count, cells, user in
      let cells = UnsafeBufferPointer(start: cells, count: Int(count)).map(Cell.init)
      VirtualTerminal.me(user)?.scrollback.append(Row(cells).text)
      return 1
    }
    return callbacks
  }

  static var unknownCallbacks: VTermParserCallbacks {
    var callbacks = VTermParserCallbacks()
    callbacks.csi = { leader, arguments, count, intermediate, command, user in
      var text = [CChar](repeating: 0, count: 256)
      iscm_vterm_sequence(&text, text.count, leader, arguments, count, intermediate, command)
      let sequence = VirtualTerminal.text(text)
      VirtualTerminal.me(user)?.note("[" + sequence, isQuery: VirtualTerminal.isQuery(sequence))
      return 1
    }
    callbacks.osc = { bytes, count, user in
      let text = VirtualTerminal.text(UnsafeBufferPointer(start: bytes, count: count))
      VirtualTerminal.me(user)?.note("]" + text, isQuery: text.contains("?"))
      return 1
    }
    callbacks.dcs = { bytes, count, user in
      let text = VirtualTerminal.text(UnsafeBufferPointer(start: bytes, count: count))
      VirtualTerminal.me(user)?.note("P" + text, isQuery: true)
      return 1
    }
    return callbacks
  }

  static let takeOutput: @convention(c) (UnsafePointer<CChar>?, Int, UnsafeMutableRawPointer?) -> Void = {
    bytes, count, user in
    guard let me = VirtualTerminal.me(user) else { return }
    let bytes = UnsafeBufferPointer(start: bytes, count: count)
    if me.pressed != nil {
      me.pressed?.append(contentsOf: bytes.map(UInt8.init(bitPattern:)))
    } else {
      me.queries.append(VirtualTerminal.text(bytes))
    }
  }

  /// Whether a control sequence wants an answer: of the device, its modes, its name, its keyboard, its window.
  private static func isQuery(_ sequence: String) -> Bool {
    let numbers = sequence.dropLast().split(separator: ";")
    return switch sequence.last {
    case "c", "n": true
    case "p": sequence.hasSuffix("$p")
    case "q": sequence.hasPrefix(">")
    case "u": sequence.hasPrefix("?")
    case "t": numbers.first.flatMap { Int($0) }.map { (11...21).contains($0) } ?? false
    default: false
    }
  }

  private func note(_ sequence: String, isQuery: Bool) {
    if isQuery { queries.append(sequence) } else { unknownSequences.append(sequence) }
  }

  /// A text up to the first zero byte, the escape byte as `␛`.
  private static func text(_ bytes: some Sequence<CChar>) -> String {
    let bytes = bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    return String(decoding: bytes, as: UTF8.self).replacing("\u{1b}", with: "␛")
  }
}
