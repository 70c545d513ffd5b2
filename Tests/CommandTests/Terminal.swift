import CPosix
import Foundation
import Testing

/// A program at a pseudo-terminal, and the person in front of it.
///
/// A class, because the program must be ended, and its terminal closed, exactly once.
final class Terminal {
  /// How long anything is waited for, in seconds: longer than a busy machine needs, for a program that has hung.
  static let patience = 60.0

  private var master: Int32
  private let slave: Int32
  /// The process id of the program.
  let id: pid_t
  private var status: Int32?
  /// All that the program wrote, and how far a wait has got in it.
  private(set) var written = Data()
  private var seen = 0

  /// The attributes of the terminal before the program started.
  let attributesBefore: Attributes

  /// Starts a command line of /bin/sh in a project.
  init(
    _ command: String, in scratch: Scratch, rows: UInt16 = 24, columns: UInt16 = 80,
    environment: [String: String] = [:]
  ) throws {
    var path = [CChar](repeating: 0, count: 256)
    master = iscm_open_terminal(&path, path.count, rows, columns)
    try #require(master >= 0, "no pseudo-terminal can be opened here")
    // Held open, so that the attributes can be read when the program has ended.
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    attributesBefore = Attributes(of: slave)
    let variables = Program.environment.merging(environment) { $1 }.map { "\($0)=\($1)" }
    var arguments = Self.copies(of: ["/bin/sh", "-c", "cd '\(scratch.path)' && exec \(command)"])
    var settings = Self.copies(of: variables.sorted())
    id = iscm_spawn_at_terminal(path, "/bin/sh", &arguments, &settings)
    for text in arguments + settings { free(text) }
    try #require(id > 0, "the program cannot be started")
  }

  /// Texts as C takes them, with nothing at their end.
  private static func copies(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  deinit {
    if status == nil {
      kill(id, SIGKILL)
      waitpid(id, nil, 0)
    }
    hangUp()
    close(slave)
  }
}

extension Terminal {
  /// Types keys, or pastes a text.
  func type(_ text: String) throws { try type(bytes: text.utf8) }

  /// Types keys by the bytes that they send.
  func type(bytes: some Sequence<UInt8>) throws {
    var rest = Data(bytes)
    let end = Date() + Self.patience
    while !rest.isEmpty, Date() < end {
      // What the program echoes meanwhile must go somewhere.
      drain(for: 0)
      var waiting = pollfd(fd: master, events: Int16(POLLOUT), revents: 0)
      guard poll(&waiting, 1, 100) > 0, waiting.revents & Int16(POLLOUT) != 0 else { continue }
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 512)) }
      if count > 0 { rest = rest.dropFirst(count) }
    }
    try #require(rest.isEmpty, "the program takes no more input")
  }

  /// Waits until a text, with line feeds for line ends, appears behind what was waited for before.
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let wanted = Data(text.replacing("\n", with: "\r\n").utf8)
    let end = Date() + Self.patience
    while true {
      if let found = written.range(of: wanted, in: seen..<written.count) {
        seen = found.upperBound
        return
      }
      try #require(
        Date() < end, "\"\(text)\" did not appear in:\n\(String(decoding: written[seen...], as: UTF8.self))",
        sourceLocation: sourceLocation)
      drain(for: 50)
    }
  }

  /// Waits until the program is at its prompt and for what is typed next: behind a text, nothing more comes.
  func wait(forPromptAfter text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: text, sourceLocation: sourceLocation)
    let end = Date() + Self.patience
    while !Self.prompts.contains(where: { written.suffix($0.count) == Data($0.utf8) }), Date() < end {
      drain(for: 50)
    }
    seen = written.count
  }

  private static let prompts = ["Answer: ", "Number: ", "> ", "Question number: ", "$ ", "# "]

  /// Waits until something is so.
  func wait(until isSo: () -> Bool) {
    let end = Date() + Self.patience
    while !isSo(), Date() < end { drain(for: 20) }
  }

  /// Sends a signal to the program.
  func send(_ signal: Int32) { kill(id, signal) }

  /// Gives the terminal another size; whoever has it in the foreground gets SIGWINCH.
  func resize(rows: Int, columns: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the terminal under the program.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Waits for the end of the program.
  ///
  /// - Returns: Its exit code; 128+n where a signal ended it.
  func end(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    let end = Date() + Self.patience
    while !hasEnded {
      try #require(Date() < end, "the program does not end", sourceLocation: sourceLocation)
      drain(for: 20)
    }
    drain(for: 0)
    let status = status ?? 0
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  /// Whether the program has ended.
  var hasEnded: Bool {
    var ending: Int32 = 0
    if status == nil, waitpid(id, &ending, WNOHANG) == id { status = ending }
    return status != nil
  }

  /// What was written, as text.
  var text: String { String(decoding: written, as: UTF8.self).replacing("\r\n", with: "\n") }

  /// Whether the terminal has not been closed.
  var isThere: Bool { master >= 0 }

  /// The attributes of the terminal now.
  var attributes: Attributes { Attributes(of: slave) }

  /// Takes what the program has written, and waits a moment for more.
  func drain(for milliseconds: Int32) {
    guard master >= 0 else {
      usleep(UInt32(milliseconds) * 1_000)
      return
    }
    var timeout = milliseconds
    while true {
      var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, timeout) > 0, waiting.revents & Int16(POLLIN) != 0 else { return }
      var block = [UInt8](repeating: 0, count: 65_536)
      let count = read(master, &block, block.count)
      if count <= 0 { return }
      written += block[..<count]
      timeout = 0
    }
  }
}

/// What a terminal does with keys: all of termios.
struct Attributes: Equatable {
  private let flags: [tcflag_t]
  private let keys: [cc_t]

  init(of terminal: Int32) {
    var now = termios()
    tcgetattr(terminal, &now)
    flags = [now.c_iflag, now.c_oflag, now.c_cflag, now.c_lflag]
    keys = withUnsafeBytes(of: now.c_cc) { Array($0) }
  }

  /// Whether the kernel reads lines and echoes keys.
  var isLineMode: Bool { flags[3] & tcflag_t(ICANON | ECHO | ISIG) == tcflag_t(ICANON | ECHO | ISIG) }
}
