/// Finds names by the addresses at which libxml2 keeps their parts, so that a name is looked up once a document.
struct XMLNameCache {
  private typealias Slot = (local: UInt, space: UInt, name: XMLName?)
  private static let size = 1024
  private var slots = [Slot](repeating: (0, 0, nil), count: size)
  private var count = 0

  mutating func name(_ local: UnsafePointer<UInt8>?, _ space: UnsafePointer<UInt8>?) -> XMLName? {
    guard let local else { return nil }
    let (key, spaceKey) = (UInt(bitPattern: local), UInt(bitPattern: space))
    var slot = Int(((key >> 3) &+ (spaceKey >> 1) &* 31) % UInt(Self.size))
    while slots[slot].local != 0 {
      if slots[slot].local == key, slots[slot].space == spaceKey { return slots[slot].name }
      slot = (slot + 1) % Self.size
    }
    let name = XMLName(local: String(cString: local), space: space.map { String(cString: $0) })
    // A document of very many names is looked up slowly; the table never fills.
    if count < Self.size / 2 {
      slots[slot] = (key, spaceKey, name)
      count += 1
    }
    return name
  }
}
