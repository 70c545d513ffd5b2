internal import CVterm

/// A terminal without a window: takes the bytes that a program writes, and shows what a terminal shows.
///
/// It answers nothing. A class, because libvterm calls it back, and its memory is freed exactly once.
package final class VirtualTerminal {
  /// libvterm's terminal, and its screen.
  let terminal: OpaquePointer
  let screen: OpaquePointer
  let keyboard: Keyboard
  private let screenCallbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private let unknownCallbacks: UnsafeMutablePointer<VTermParserCallbacks>

  /// Whether the alternate screen is shown, of which nothing stays when a program has ended.
  package internal(set) var isAlternateScreen = false
  /// Whether the cursor is to be seen.
  package internal(set) var isCursorVisible = true
  /// What the mouse tells the program.
  package internal(set) var mouse = Mouse.silent
  /// The title of the window; nothing where no program gave it one.
  package internal(set) var title: String?
  /// The lines that have left the normal screen at its top.
  package internal(set) var scrollback: [String] = []
  /// How often the bell was rung.
  package internal(set) var bells = 0
  /// What the program asked the terminal: the answers that were not given, and the questions nobody knows.
  package internal(set) var queries: [String] = []
  /// Other sequences that libvterm does not know, without the escape byte.
  package internal(set) var unknownSequences: [String] = []

  /// What libvterm writes: answers to a program, else the bytes of the key that is being pressed.
  var pressed: [UInt8]?

  /// What a mouse tells of itself.
  package enum Mouse: Int {
    case silent, clicks, drags, moves
  }

  /// Creates a terminal of a size; its screen is blank.
  package init(rows: Int, columns: Int, keyboard: Keyboard = .xterm) {
    self.keyboard = keyboard
    terminal = vterm_new(Int32(rows), Int32(columns))
    screen = vterm_obtain_screen(terminal)
    screenCallbacks = .allocate(capacity: 1)
    unknownCallbacks = .allocate(capacity: 1)
    screenCallbacks.initialize(to: Self.screenCallbacks)
    unknownCallbacks.initialize(to: Self.unknownCallbacks)
    let me = Unmanaged.passUnretained(self).toOpaque()
    vterm_set_utf8(terminal, 1)
    vterm_output_set_callback(terminal, Self.takeOutput, me)
    vterm_screen_set_callbacks(screen, screenCallbacks, me)
    vterm_screen_set_unrecognised_fallbacks(screen, unknownCallbacks, me)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    screenCallbacks.deallocate()
    unknownCallbacks.deallocate()
  }

  /// Takes what a program has written; a sequence may go on in the next call.
  package func take(_ bytes: some Sequence<UInt8>) {
    let bytes = bytes.map(CChar.init(bitPattern:))
    _ = vterm_input_write(terminal, bytes, bytes.count)
  }

  /// Takes a text that a program has written.
  package func take(_ text: String) { take(text.utf8) }

  /// Gives the terminal another size.
  package func resize(rows: Int, columns: Int) { vterm_set_size(terminal, Int32(rows), Int32(columns)) }

  /// How many rows and columns there are.
  package var size: (rows: Int, columns: Int) {
    var (rows, columns): (Int32, Int32) = (0, 0)
    vterm_get_size(terminal, &rows, &columns)
    return (Int(rows), Int(columns))
  }
}
