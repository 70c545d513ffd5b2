internal import Documents

/// The attributes of a winmail.dat (MS-OXTNEF, section 2.1.3) that are read, each whole and in its place.
///
/// libytnef believes lengths and goes through all attachments for each attribute: it is only given what was looked at.
struct OutlookStream {
  /// Why nothing of it is read.
  struct Refusal: Error {
    let finding: Finding

    init(_ kind: Finding.Kind, _ detail: String) { finding = Finding(kind, detail: "winmail.dat: \(detail)") }
  }

  /// What such a file begins with.
  static let signature: [UInt8] = [0x78, 0x9F, 0x3E, 0x22]
  /// How many attachments are read.
  static let fileLimit = 1000

  /// A stream of nothing but the attributes of attachments that are read.
  private(set) var attachments: [UInt8]
  /// The message's own text, in the set `codePage`.
  private(set) var text: [UInt8] = []
  /// The number of a set of characters of Windows; 0 where none is named.
  private(set) var codePage = 0
  /// Whether the message's text stands in it as Outlook's own: compressed RTF (MS-OXRTFCP), HTML, or a property.
  private(set) var hasOtherText = false

  /// An attribute that is read, by the low half of its id; the high half is its type.
  private enum Attribute: Int {
    case body = 0x800C
    case content = 0x800F
    case title = 0x8010
    case beginning = 0x9002
    case message = 0x9003
    case properties = 0x9005
    case codePage = 0x9007

    var id: Int {
      switch self {
      case .body: rawValue | 2 << 16
      case .title: rawValue | 1 << 16
      case .content, .beginning, .message, .properties, .codePage: rawValue | 6 << 16
      }
    }
  }

  /// Looks through a file.
  ///
  /// - Throws: Why it is not read.
  init(_ bytes: [UInt8]) throws(Refusal) {
    guard bytes.starts(with: Self.signature), bytes.count >= 6 else {
      throw Refusal(.broken, "it does not begin as one does; ask for the files as ordinary attachments")
    }
    attachments = Array(bytes[..<6])
    var index = 6
    var files = 0
    var seen: Set<Attribute> = []
    while index < bytes.count {
      // Level, id, length; the bytes and their sum behind them.
      guard bytes.count - index >= 9 else { throw Self.cut(at: index) }
      let id = bytes.littleEndian(at: index + 1, count: 4)
      let length = bytes.littleEndian(at: index + 5, count: 4)
      guard length <= bytes.count - index - 9 - 2 else { throw Self.cut(at: index) }
      let start = index + 9
      defer { index = start + length + 2 }
      guard let attribute = Attribute(rawValue: id & 0xFFFF), length > 0 else { continue }
      switch attribute {
      case .body: text = Array(bytes[start..<start + length].prefix { $0 != 0 })
      case .codePage: codePage = bytes.littleEndian(at: start, count: min(4, length))
      case .message: hasOtherText = hasOtherText || Self.hasText(bytes[start..<start + length])
      case .beginning:
        files += 1
        guard files <= Self.fileLimit else {
          throw Refusal(.limit, "more than \(Self.fileLimit) attachments")
        }
        seen = []
      case .content, .title, .properties:
        guard files > 0, !seen.contains(attribute) else {
          throw Refusal(.broken, "what an attachment holds stands twice, or in none, at byte \(index)")
        }
      }
      guard id == attribute.id else {
        throw Refusal(.broken, "an attribute is of a kind that it cannot be of, at byte \(index)")
      }
      guard ![.body, .codePage, .message].contains(attribute) else { continue }
      seen.insert(attribute)
      attachments += bytes[index..<start + length + 2]
    }
  }

  /// The properties of a message that are its text (MS-OXPROPS): type and id.
  private static let texts: [[UInt8]] = [
    [0x02, 0x01, 0x09, 0x10], [0x02, 0x01, 0x13, 0x10], [0x1E, 0x00, 0x00, 0x10], [0x1F, 0x00, 0x00, 0x10],
    [0x1E, 0x00, 0x13, 0x10], [0x1F, 0x00, 0x13, 0x10],
  ]

  /// Whether a list of properties may have a text among them; where its bytes say so by chance, somebody looks in vain.
  private static func hasText(_ properties: ArraySlice<UInt8>) -> Bool {
    properties.indices.contains { index in
      properties[index] <= 0x1F && texts.contains { properties[index...].starts(with: $0) }
    }
  }

  private static func cut(at index: Int) -> Refusal {
    Refusal(.broken, "it ends inside of the attribute at byte \(index); ask for it again")
  }
}

extension [UInt8] {
  /// A number of some bytes, the lowest first.
  fileprivate func littleEndian(at index: Int, count: Int) -> Int {
    self[index..<index + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
