internal import CVterm

/// What stands on the screen.
extension VirtualTerminal {
  /// A place on the screen, in rows and columns from 0.
  package struct Place: Equatable, CustomStringConvertible {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }

    package var description: String { "row \(row), column \(column)" }
  }

  /// The rows from the top.
  package var rows: [Row] {
    (0..<size.rows).map { row in
      Row((0..<size.columns).map { cell(at: Place(row: row, column: $0)) })
    }
  }

  /// What can be read: a line for each row, without blanks at ends of rows and blank rows at the end.
  package var text: String {
    let texts = rows.map(\.text)
    return texts[..<((texts.lastIndex { !$0.isEmpty } ?? -1) + 1)].joined(separator: "\n")
  }

  /// Where the cursor stands.
  package var cursor: Place {
    var place = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place)
    return Place(row: Int(place.row), column: Int(place.col))
  }

  /// Whether a program that writes next writes plain text.
  package var isPenPlain: Bool {
    let switches = [
      VTERM_ATTR_BOLD, VTERM_ATTR_UNDERLINE, VTERM_ATTR_ITALIC, VTERM_ATTR_BLINK, VTERM_ATTR_REVERSE,
      VTERM_ATTR_STRIKE,
    ]
    return switches.allSatisfy { pen($0).boolean == 0 }
      && [VTERM_ATTR_FOREGROUND, VTERM_ATTR_BACKGROUND].allSatisfy { attribute in
        var colour = pen(attribute).color
        return iscm_vterm_colour(&colour) == -1
      }
  }

  private func pen(_ attribute: VTermAttr) -> VTermValue {
    var value = VTermValue()
    vterm_state_get_penattr(vterm_obtain_state(terminal), attribute, &value)
    return value
  }

  /// What stands at a place.
  package func cell(at place: Place) -> Cell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(place.row), col: Int32(place.column)), &cell)
    return Cell(cell)
  }

  /// Where a text begins that stands in one row; nothing where it is not to be read.
  package func place(of text: String) -> Place? {
    for (number, row) in rows.enumerated() {
      if let column = row.column(of: text) { return Place(row: number, column: column) }
    }
    return nil
  }

  /// What can be read, in a frame with numbers of rows, and the cursor as `▮`: for the report of a failure.
  package var picture: String {
    var lines = rows.enumerated().map { number, row in
      "\(number < 10 ? " " : "")\(number)|" + row.cells.map(\.text).joined() + "|"
    }
    lines.append("cursor at \(cursor)\(isCursorVisible ? "" : ", hidden")")
    return lines.joined(separator: "\n")
  }
}
