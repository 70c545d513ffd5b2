/// Why a CSV file cannot be read to its end.
///
/// What was read before the error stands; nothing behind it is guessed at. The wording leaves out the name
/// of the file: whoever prints it knows the file and puts its name before.
public enum CSVError: Error, Sendable, Hashable {
  /// A quotation mark stands inside of a cell that does not begin with one.
  case strayQuote(CSVPosition)
  /// Something other than a comma or the end of the line follows a closing quotation mark.
  case textAfterQuote(found: Unicode.Scalar, CSVPosition)
  /// The file ends inside of a quoted cell; the position is that of the opening quotation mark.
  case unterminatedQuote(CSVPosition)
  /// Bytes that are no UTF-8: the longest beginning of a character that broke off (Unicode, section 3.9).
  case invalidUTF8(found: [UInt8], CSVPosition)
  /// A byte of value zero, which no text holds.
  case nulByte(CSVPosition)
  /// A record is longer than the reader allows, in bytes.
  ///
  /// The position is that of the quotation mark that is open there, or else that of the record.
  case recordTooLong(limit: Int, openQuote: Bool, CSVPosition)
  /// libcsv was refused memory.
  case outOfMemory(CSVPosition)
  /// A file was asked for its header and holds no record.
  case missingHeader
  /// The system refused to open or to read; `reason` is its own text.
  case unreadable(path: String, reason: String)
  /// The file is shorter than the length that its reader knows it to have, in bytes.
  case cutOff(path: String, expected: Int, found: Int)
  /// The file was written over while it was read.
  case changed(path: String)

  /// Where in the file, unless the trouble is with the file as a whole.
  public var position: CSVPosition? {
    switch self {
    case .strayQuote(let position), .textAfterQuote(_, let position), .unterminatedQuote(let position),
      .invalidUTF8(_, let position), .nulByte(let position), .recordTooLong(_, _, let position),
      .outOfMemory(let position):
      position
    case .missingHeader, .unreadable, .cutOff, .changed: nil
    }
  }
}

extension CSVError: CustomStringConvertible {
  /// The error in one line, without the name of the file.
  public var description: String {
    guard let position else { return complaint }
    return "\(position): \(complaint)"
  }

  private var complaint: String {
    switch self {
    case .strayQuote:
      """
      quotation mark in an unquoted cell: found '"' at byte \(offset), expected none; \
      put the whole cell between quotation marks and double each one inside of it
      """
    case .textAfterQuote(let found, _):
      """
      text after a closing quotation mark: found \(quoted(found)) at byte \(offset), expected a comma or \
      the end of the line; remove it, or double the quotation mark before it
      """
    case .unterminatedQuote:
      """
      quotation mark that is never closed: found the end of the file, expected another '"' for the one at \
      byte \(offset); close the cell with a quotation mark
      """
    case .invalidUTF8(let found, _):
      """
      text that is not UTF-8: found \(found.count == 1 ? "byte" : "bytes") \(hexadecimal(found)) at byte \
      \(offset), expected UTF-8; save the file again as CSV in UTF-8
      """
    case .nulByte:
      """
      byte that is no text: found 00 at byte \(offset), expected UTF-8; \
      save the file again as CSV in UTF-8
      """
    case .recordTooLong(let limit, let openQuote, _):
      """
      record that is too long: found more than \(limit) bytes, expected fewer; \
      \(openQuote ? "close the quotation mark that is open from byte \(offset) on, or " : "")split the record
      """
    case .outOfMemory:
      "out of memory: found no room for more of this cell; close other programs and try again"
    case .missingHeader:
      "no header: found no record, expected a first line that names the columns; write one"
    case .unreadable(_, let reason):
      "cannot be read: \(reason); check the path and its permissions"
    case .cutOff(_, let expected, let found):
      """
      shorter than it was: found \(found) bytes, expected at least \(expected); \
      put back the missing end from a copy
      """
    case .changed:
      """
      written over while it was read: found other bytes than a moment before, expected that nothing but its end \
      changes; wait until whoever writes it has finished, and try again
      """
    }
  }

  private var offset: Int { position?.offset ?? 0 }
}

/// The bytes as a hex dump shows them: `C3 28`.
func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { byte in
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }.joined(separator: " ")
}

/// The character between quotes, or its number where it would not be seen.
private func quoted(_ scalar: Unicode.Scalar) -> String {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
    "U+" + String(repeating: "0", count: max(0, 4 - hex(scalar).utf8.count)) + hex(scalar)
  default: "'\(scalar)'"
  }
}

private func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16, uppercase: true) }
