internal import CNcurses
internal import CPosix
internal import Glibc

/// Standard output as a screen of ncurses, which sends no more than what differs from what stands there.
///
/// A class, since ncurses has one screen of a process and it must be given back. Of ncurses, nothing is used but
/// its output: what keys mean is decided elsewhere. Each time that the terminal is taken, it is a new screen:
/// ncurses takes an old one again with the colours of the terminal's palette as they were when it was made.
final class CursesScreen {
  private(set) var size: Frame.Size
  private let description: TerminalDescription
  private let screen: OpaquePointer
  private let hasColours: Bool
  private var shown: [Frame.Row] = []
  private var cursor = Frame.Position(row: 0, column: 0)
  private var isOpen = true

  /// Takes the terminal.
  ///
  /// - Throws: Why it cannot be taken; then nothing was sent.
  init(_ description: TerminalDescription) throws(ScreenRefusal) {
    Self.useUTF8()
    self.description = description
    iscm_leave_key_mode()
    guard iscm_guard_screen(description.restore, description.restore.count) == 0 else { throw .noTerminal }
    guard let screen = iscm_screen_open(description.name) else {
      iscm_release_screen()
      throw .unknownTerminal(description.name)
    }
    self.screen = screen
    let wantsColours = getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    hasColours = wantsColours && iscm_screen_colours() != 0
    size = Self.readSize()
    iscm_screen_send(description.begin)
  }

  deinit {
    close()
    delscreen(screen)
  }

  /// Shows a picture.
  func show(_ frame: Frame) {
    guard isOpen else { return }
    for row in 0..<size.rows {
      let new = row < frame.rows.count ? frame.rows[row] : Frame.Row()
      if row < shown.count, shown[row] == new { continue }
      put(new.cells(columns: size.columns), row: row)
      if row < shown.count { shown[row] = new } else { shown.append(new) }
    }
    cursor = frame.cursor
    send()
  }

  /// Clears the terminal and shows the last picture.
  func redraw() {
    guard isOpen else { return }
    iscm_screen_forget()
    send()
  }

  /// Reads the size anew.
  ///
  /// - Returns: Whether it is another.
  func resize() -> Bool {
    let now = Self.readSize()
    if now == size { return false }
    size = now
    resize_term(Int32(now.rows), Int32(now.columns))
    // What the terminal made of its old picture is not known.
    iscm_screen_forget()
    for row in 0..<now.rows { iscm_screen_blank(Int32(row)) }
    shown = []
    return true
  }

  /// Gives the terminal back as it was; from then on nothing is written.
  func close() {
    guard isOpen else { return }
    if !description.hasOtherScreen {
      // The picture stays; what follows begins on a line of its own.
      iscm_screen_blank(Int32(size.rows - 1))
      iscm_screen_show(Int32(size.rows - 1), 0)
    }
    iscm_screen_send(description.end)
    endwin()
    abandon()
  }

  /// Lets go of a terminal that went away: nothing is written to it, now or later.
  func abandon() {
    isOpen = false
    iscm_release_screen()
  }

  // MARK: - Cells

  private func put(_ cells: [Frame.Cell], row: Int) {
    iscm_screen_blank(Int32(row))
    var column = 0
    for cell in cells {
      let (bold, colour) = look(cell.style)
      let characters = cell.scalars.map { wchar_t($0.value) } + [0]
      iscm_screen_put(Int32(row), Int32(column), characters, bold ? 1 : 0, colour)
      column += cell.columns
    }
  }

  /// Bold or not, and the pair of colours.
  private func look(_ style: Frame.Style) -> (bold: Bool, colour: Int16) {
    switch style {
    case .plain, .aside: (false, 0)
    case .title, .focus: (true, 0)
    case .good: (false, hasColours ? 1 : 0)
    case .warning: (true, hasColours ? 2 : 0)
    }
  }

  private func send() {
    iscm_screen_show(
      Int32(min(max(cursor.row, 0), size.rows - 1)), Int32(min(max(cursor.column, 0), size.columns - 1)))
  }

  // MARK: - The system's side

  /// Texts are UTF-8 whatever the locale: in that of C, ncurses would drop all but ASCII.
  private static func useUTF8() {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(nl_item(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private static func readSize() -> Frame.Size {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return Frame.Size(rows: 24, columns: 80)
    }
    return Frame.Size(rows: Int(size.ws_row), columns: Int(size.ws_col))
  }
}
