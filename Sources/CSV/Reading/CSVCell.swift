/// A cell as it stands in a file, lent by its record: with its quotation marks, or already without them.
public struct CSVCell {
  /// The bytes, as `CSVRecord.spelling(at:)` gives them.
  public let spelling: UnsafeRawBufferPointer
  @usableFromInline let mayBeQuoted: Bool

  @inlinable init(spelling: UnsafeRawBufferPointer, mayBeQuoted: Bool) {
    self.spelling = spelling
    self.mayBeQuoted = mayBeQuoted
  }

  /// Whether nothing stands in it; `,,` and `,"",` are the same, and a space is something.
  @inlinable public var isEmpty: Bool {
    spelling.isEmpty || mayBeQuoted && spelling.count == 2 && spelling[0] == UInt8(ascii: "\"")
  }

  /// What stands between its quotation marks, where it has them around it.
  ///
  /// Where no other mark is among them, these are the bytes that `CSVRecord.bytes(at:)` gives, which looks for one.
  @inlinable public var unquoted: UnsafeRawBufferPointer {
    guard mayBeQuoted, spelling.count > 1, spelling[0] == UInt8(ascii: "\"") else { return spelling }
    return UnsafeRawBufferPointer(start: spelling.baseAddress.map { $0 + 1 }, count: spelling.count - 2)
  }
}
