internal import Digests
internal import Documents

/// The lines of a mail that separate its parts, spelled as GMime knows them.
///
/// GMime passes over a line that goes on behind the boundary, though "it is sufficient that the boundary appear in its
/// entirety" (RFC 2046, section 5.1.1); it takes the last separator for a header where another stands before it, between
/// which is an empty part; and it never finds a boundary longer than what it reads at once. Whatever is spelled anew has a
/// finding: the line may also belong to the text of a part.
struct Separators {
  /// What a person must look at: lines that programs understand in several ways.
  private(set) var findings: [Finding] = []
  private var edits: [Edit] = []

  /// Bytes in place of others.
  private struct Edit {
    var place: Range<Int>
    var bytes: [UInt8]
  }

  /// A line that separates parts.
  private struct Separator {
    /// Which boundary it has.
    var boundary: Int
    /// Whether no part of these comes any more.
    var isLast: Bool
    /// Whether nothing but white space stands behind.
    var isExact: Bool
  }

  /// The most bytes that GMime can be given; a boundary has at most 70 (RFC 2046).
  private static let longest = 1000

  /// Looks through a mail.
  init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { bytes in
      guard DashLines(bytes).contains(where: { _ in true }) else { return }
      look(through: bytes, DeclaredBoundaries(bytes).places)
    }
  }

  /// The mail as GMime is to have it; nothing where it may stay as it is.
  func mended(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard !edits.isEmpty else { return nil }
    var mended: [UInt8] = []
    var index = bytes.startIndex
    for edit in edits.sorted(by: { $0.place.lowerBound < $1.place.lowerBound }) {
      let start = bytes.startIndex + edit.place.lowerBound
      mended += bytes[index..<start] + edit.bytes
      index = bytes.startIndex + edit.place.upperBound
    }
    return mended + bytes[index...]
  }

  private mutating func look(through bytes: UnsafeRawBufferPointer, _ places: [Range<Int>]) {
    var boundaries: [[UInt8]] = []
    var declared: [[UInt8]: [Int]] = [:]
    for place in places {
      let boundary = Array(bytes[place])
      declared[boundary, default: []].append(place.lowerBound)
      if !boundaries.contains(boundary) { boundaries.append(boundary) }
      if boundary.count > Self.longest {
        edits.append(Edit(place: place, bytes: Self.short(boundary)))
        add("what separates parts has \(boundary.count) bytes, and at most 70 are allowed")
      }
      // Nobody nests as many; what is left is read as GMime reads it.
      if boundaries.count > 100 { break }
    }
    // The longest first: one may begin like another.
    boundaries.sort { $0.count > $1.count }
    var opened: (boundary: Int, end: Int)?
    var closed: [Int: Int] = [:]
    for line in DashLines(bytes) {
      let previous = opened
      opened = nil
      guard let separator = Self.separator(bytes[line], boundaries) else { continue }
      let boundary = boundaries[separator.boundary]
      if let previous, previous.end == line.lowerBound - 2 {
        // Some programs take several for one, as GMime does; the last one may end an empty part.
        note("two lines that separate parts stand one behind the other", bytes[line])
        if separator.isLast, separator.boundary == previous.boundary {
          edits.append(Edit(place: previous.end..<previous.end, bytes: [UInt8(ascii: "\n")]))
        }
      }
      if let end = closed[separator.boundary], !separator.isLast,
        declared[boundary]?.contains(where: { end < $0 && $0 < line.lowerBound }) != true
      {
        note("a part stands behind the last of its kind", bytes[line])
      }
      closed[separator.boundary] = separator.isLast ? line.upperBound : nil
      if !separator.isLast { opened = (separator.boundary, min(line.upperBound + 1, bytes.count)) }
      if !separator.isExact { note("a line that separates parts goes on behind that", bytes[line]) }
      guard !separator.isExact || boundary.count > Self.longest else { continue }
      let end = bytes[line].last == UInt8(ascii: "\r") ? line.upperBound - 1 : line.upperBound
      let spelling = boundary.count > Self.longest ? Self.short(boundary) : boundary
      let ending = separator.isLast ? Array("--".utf8) : []
      edits.append(Edit(place: line.lowerBound..<end, bytes: spelling + ending))
    }
  }

  /// What a line separates, if anything: of boundaries of which one begins like the other the line has the longest.
  private static func separator(_ line: Slice<UnsafeRawBufferPointer>, _ boundaries: [[UInt8]]) -> Separator?
  {
    var loose: Separator?
    for (index, boundary) in boundaries.enumerated() where line.starts(with: boundary) {
      var rest = line.dropFirst(boundary.count)
      let isLast = rest.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "-")])
      if isLast { rest = rest.dropFirst(2) }
      let isExact = rest.allSatisfy { $0 <= UInt8(ascii: " ") }
      let found = Separator(boundary: index, isLast: isLast, isExact: isExact)
      if isExact { return found }
      if loose == nil, isLast || rest.first.map({ $0 <= UInt8(ascii: " ") }) == true { loose = found }
    }
    return loose
  }

  /// A boundary that stands for a long one.
  private static func short(_ boundary: [UInt8]) -> [UInt8] { Array(SHA256(of: boundary).description.utf8) }

  private mutating func note(_ what: String, _ line: Slice<UnsafeRawBufferPointer>) {
    let line = String(decoding: line.prefix(80).prefix { $0 >= UInt8(ascii: " ") }, as: UTF8.self)
    add("\(what), which programs understand in several ways: '--\(line)'")
  }

  private mutating func add(_ detail: String) {
    let finding = Finding(.broken, detail: detail)
    if findings.count < 20, !findings.contains(finding) { findings.append(finding) }
  }
}
