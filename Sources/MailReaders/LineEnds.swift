internal import Documents
internal import Glibc

/// Looks for bytes at which some programs see the end of a line or of a header, and others do not.
enum LineEnds {
  /// What a person must look at in the headers of a mail.
  ///
  /// - Parameter mail: All of the mail.
  /// - Returns: A finding for a lone carriage return and one for a zero.
  static func findings(inHeadersOf mail: ArraySlice<UInt8>) -> [Finding] {
    mail.withUnsafeBytes { bytes in
      let headers = UnsafeRawBufferPointer(rebasing: bytes[..<headerEnd(of: bytes)])
      var findings: [Finding] = []
      if let place = loneReturn(in: headers) { findings.append(returnFinding("the headers", place)) }
      if let place = headers.firstIndex(of: 0) {
        findings.append(
          Finding(
            .broken, detail: "a zero stands in the headers at byte \(place): some programs read no further"))
      }
      return findings
    }
  }

  /// What a person must look at in a text.
  ///
  /// - Parameters:
  ///   - text: Its bytes as they stand in the mail.
  ///   - name: What to call it.
  /// - Returns: A finding for a lone carriage return.
  static func finding(in text: [UInt8], _ name: String) -> Finding? {
    text.withUnsafeBytes { loneReturn(in: $0) }.map { returnFinding(name, $0) }
  }

  private static func returnFinding(_ name: String, _ place: Int) -> Finding {
    Finding(
      .broken,
      detail: "a carriage return stands alone in \(name) at byte \(place): some programs end the line there")
  }

  /// Where the first carriage return stands that no line feed follows, before the end.
  private static func loneReturn(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let address = bytes.baseAddress else { return nil }
    var start = 0
    while start + 1 < bytes.count,
      let found = memchr(address + start, Int32(UInt8(ascii: "\r")), bytes.count - 1 - start)
    {
      let place = UnsafeRawPointer(found) - address
      guard bytes[place + 1] == UInt8(ascii: "\n") else { return place }
      start = place + 2
    }
    return nil
  }

  /// Where the first empty line begins.
  private static func headerEnd(of bytes: UnsafeRawBufferPointer) -> Int {
    var wasLineFeed = true
    for (index, byte) in bytes.enumerated() where byte != UInt8(ascii: "\r") {
      if byte == UInt8(ascii: "\n"), wasLineFeed { return index }
      wasLineFeed = byte == UInt8(ascii: "\n")
    }
    return bytes.count
  }
}
