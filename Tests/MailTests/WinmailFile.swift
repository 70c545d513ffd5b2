/// A winmail.dat made in memory for a test (MS-OXTNEF, section 2.1.3).
struct WinmailFile {
  private(set) var bytes: [UInt8] = [0x78, 0x9F, 0x3E, 0x22, 1, 0]

  /// Attributes by what they are.
  enum Attribute: UInt32 {
    case body = 0x0002_800C
    case content = 0x0006_800F
    case title = 0x0001_8010
    case beginning = 0x0006_9002
    case messageProperties = 0x0006_9003
    case properties = 0x0006_9005
    case codePage = 0x0006_9007
  }

  /// Adds an attribute, whose length and sum may lie.
  mutating func add(_ attribute: Attribute, _ content: [UInt8], length: UInt32? = nil, sum: UInt16? = nil) {
    add(id: attribute.rawValue, content, length: length, sum: sum)
  }

  mutating func add(id: UInt32, _ content: [UInt8], length: UInt32? = nil, sum: UInt16? = nil) {
    let isOfMessage = [Attribute.body, .messageProperties, .codePage].contains { $0.rawValue == id }
    bytes.append(isOfMessage ? 1 : 2)
    bytes += id.bytes + (length ?? UInt32(content.count)).bytes + content
    bytes += (sum ?? content.reduce(0) { $0 &+ UInt16($1) }).bytes
  }

  /// Adds an attachment.
  mutating func add(_ title: String, _ content: [UInt8], properties: [Property] = []) {
    add(.beginning, Array(repeating: 0, count: 14))
    add(.title, Array(title.utf8) + [0])
    if !content.isEmpty { add(.content, content) }
    if !properties.isEmpty { add(.properties, Property.list(properties)) }
  }

  /// A property of an attachment.
  struct Property {
    let id: UInt16
    let type: UInt16
    let content: [UInt8]

    /// A string in UTF-16.
    init(_ id: UInt16, _ text: String) {
      (self.id, type) = (id, 0x1F)
      content = text.utf16.flatMap(\.bytes) + [0, 0]
    }

    init(_ id: UInt16, type: UInt16, _ content: [UInt8]) {
      (self.id, self.type, self.content) = (id, type, content)
    }

    static func list(_ properties: [Property]) -> [UInt8] {
      var bytes = UInt32(properties.count).bytes
      for property in properties {
        bytes += property.type.bytes + property.id.bytes
        bytes += UInt32(1).bytes
        bytes += UInt32(property.content.count).bytes
        bytes += property.content
        bytes += Array(repeating: 0, count: (4 - property.content.count % 4) % 4)
      }
      return bytes
    }
  }
}

extension FixedWidthInteger {
  /// The bytes of the number, the lowest first.
  var bytes: [UInt8] { (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) } }
}
