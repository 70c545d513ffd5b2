/// How many lines of a mail may begin a part, counted before anybody builds parts of them.
///
/// A line is counted where it has the spelling of a boundary that the mail declares anywhere; a boundary that is
/// declared in pieces (RFC 2231) makes every line that begins with `--` count.
struct BoundaryCount {
  /// Whether more lines than a limit may begin a part.
  let exceedsLimit: Bool

  /// Counts as far as the limit.
  init(_ bytes: ArraySlice<UInt8>, limit: Int) {
    exceedsLimit = bytes.withUnsafeBytes { bytes in
      // Nearly every mail has few lines that begin so, whatever stands behind.
      guard Self.hasDashLines(bytes, beyond: limit, where: { _ in true }) else { return false }
      let boundaries = DeclaredBoundaries(bytes)
      guard !boundaries.hasOther else { return true }
      let declared = Set(boundaries.places.map { Self.key(bytes[$0]) })
      return Self.hasDashLines(bytes, beyond: limit) { declared.contains(Self.key(bytes[$0])) }
    }
  }

  /// Whether more lines than a limit begin with `--` and go on in a certain way.
  private static func hasDashLines(
    _ bytes: UnsafeRawBufferPointer, beyond limit: Int, where counts: (Range<Int>) -> Bool
  ) -> Bool {
    var count = 0
    for line in DashLines(bytes) where counts(line) {
      count += 1
      if count > limit { return true }
    }
    return false
  }

  /// A line or a declaration without what may follow a boundary: `--` and white space.
  private static func key(_ line: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    var line = line
    func trim() { while let last = line.last, last <= UInt8(ascii: " ") { line.removeLast() } }
    trim()
    if line.suffix(2).elementsEqual([UInt8(ascii: "-"), UInt8(ascii: "-")]) { line.removeLast(2) }
    trim()
    return Array(line)
  }
}
