/// A file of many mails, each behind a line that begins with `From ` (RFC 4155).
enum Mbox {
  /// Finds the mails of a file.
  ///
  /// - Parameter file: An mbox.
  /// - Returns: Stretches that follow upon one another from the first byte of the file to the last.
  /// - Throws: Why the file cannot be read.
  static func items(of file: borrowing SourceFile) throws(MailboxError) -> [MailItem] {
    var starts: [Int] = []
    var lines = LineScanner(length: file.length)
    var before: MboxLine?
    while let line = try lines.next(in: file) {
      let now = MboxLine(line, isAfterBlank: before?.isBlank ?? true)
      if let before, before.isSeparator(followedBy: now) { starts.append(before.offset) }
      before = now
    }
    if let before, before.isSeparator(followedBy: nil) { starts.append(before.offset) }
    var items: [MailItem] = []
    let first = starts.first ?? file.length
    if first > 0 { items.append(MailItem(kind: .stray, path: file.path, length: first)) }
    for (start, end) in zip(starts, starts.dropFirst() + [file.length]) {
      items.append(MailItem(kind: .mboxMail, path: file.path, offset: start, length: end - start))
    }
    return items
  }

  /// The mail in a stretch of an mbox: without the `From ` line, without the empty line at the end that separates
  /// it from the next, and with one `>` taken from lines `>From `, `>>From ` and so on (mboxrd).
  ///
  /// - Parameter bytes: What stands in the file.
  /// - Returns: The mail as it was before it was put there, as far as that can be known.
  static func mail(_ bytes: [UInt8]) -> [UInt8] {
    let lineFeed = UInt8(ascii: "\n")
    guard let first = bytes.firstIndex(of: lineFeed) else { return [] }
    var rest = bytes[(first + 1)...]
    if rest.ends(with: "\r\n\r\n") {
      rest.removeLast(2)
    } else if rest.ends(with: "\n\n") {
      rest.removeLast()
    }
    // Most mails have nothing to unquote.
    guard rest.contains(UInt8(ascii: ">")) else { return Array(rest) }
    var mail: [UInt8] = []
    mail.reserveCapacity(rest.count)
    var start = rest.startIndex
    while start < rest.endIndex {
      let end = rest[start...].firstIndex(of: lineFeed).map { $0 + 1 } ?? rest.endIndex
      let line = rest[start..<end]
      let isQuoted =
        line.first == UInt8(ascii: ">") && line.drop { $0 == UInt8(ascii: ">") }.starts(with: fromSpace)
      mail.append(contentsOf: isQuoted ? line.dropFirst() : line)
      start = end
    }
    return mail
  }

  /// `From `.
  static let fromSpace = Array("From ".utf8)
}

/// A line of an mbox, as far as it matters where mails begin.
struct MboxLine {
  let offset: Int
  let isBlank: Bool
  private let isFirst: Bool
  private let isAfterBlank: Bool
  private let isFrom: Bool
  private let hasDate: Bool
  private let isHeader: Bool
  private let isKnownHeader: Bool

  init(_ line: LineScanner.Line, isAfterBlank: Bool) {
    offset = line.offset
    isFirst = line.offset == 0
    self.isAfterBlank = isAfterBlank
    isBlank = line.start.isEmpty || line.start == [UInt8(ascii: "\r")]
    isFrom = line.start.starts(with: Mbox.fromSpace)
    hasDate = isFrom && Self.hasDate(line.start)
    let name = HeaderName(line: line.start)
    isHeader = name != nil
    isKnownHeader = name?.beginsMails == true
  }

  /// Whether a mail begins here.
  ///
  /// A sentence too may begin with `From `, and not every program marks it. A line that separates stands behind an
  /// empty line, ends in a date, and has a header behind it; two of the three must be there.
  func isSeparator(followedBy next: MboxLine?) -> Bool {
    guard isFrom else { return false }
    if isFirst || hasDate && isAfterBlank { return true }
    return next.map { hasDate && $0.isHeader || isAfterBlank && $0.isKnownHeader } ?? false
  }

  /// Whether a time of day and a year stand in a line.
  private static func hasDate(_ line: [UInt8]) -> Bool {
    let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\t") }
    func isNumber(_ bytes: some Collection<UInt8>) -> Bool {
      !bytes.isEmpty && bytes.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
    let hasTime = words.contains { word in
      let numbers = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      return (2...3).contains(numbers.count) && numbers.allSatisfy { $0.count <= 2 && isNumber($0) }
    }
    return hasTime && words.contains { $0.count == 4 && isNumber($0) }
  }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  /// Whether the last bytes are those of a text.
  func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
