/// Puts numbers and texts into bytes, one behind the other, the lowest byte of a number first.
struct ByteRecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ flag: Bool) { append(UInt8(flag ? 1 : 0)) }

  mutating func append(_ text: String) { append(Array(text.utf8)) }

  mutating func append(_ part: [UInt8]) {
    append(UInt64(part.count))
    bytes.append(contentsOf: part)
  }

  /// A list: how many there are, then each.
  mutating func append<Elements: Collection>(
    list: Elements, _ body: (inout ByteRecordWriter, Elements.Element) -> Void
  ) {
    append(UInt64(list.count))
    for element in list { body(&self, element) }
  }
}

/// Bytes that are not what a sidecar holds: it is not used then.
struct SidecarDamage: Error {}

/// Takes out what a `ByteRecordWriter` has put in.
struct ByteRecordReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) throws(SidecarDamage)
    -> Number
  {
    let size = MemoryLayout<Number>.size
    guard bytes.count - position >= size else { throw SidecarDamage() }
    defer { position += size }
    return bytes.withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Number.self))
    }
  }

  mutating func count() throws(SidecarDamage) -> Int {
    // Nothing has more elements than there are bytes.
    guard let count = Int(exactly: try number(UInt64.self)), count <= bytes.count else {
      throw SidecarDamage()
    }
    return count
  }

  mutating func flag() throws(SidecarDamage) -> Bool { try number(UInt8.self) != 0 }

  mutating func part() throws(SidecarDamage) -> [UInt8] {
    let length = try count()
    guard bytes.count - position >= length else { throw SidecarDamage() }
    defer { position += length }
    return Array(bytes[position..<position + length])
  }

  mutating func text() throws(SidecarDamage) -> String { String(decoding: try part(), as: UTF8.self) }

  mutating func list<Element>(
    _ body: (inout ByteRecordReader) throws(SidecarDamage) -> Element
  ) throws(SidecarDamage) -> [Element] {
    let length = try count()
    var list: [Element] = []
    for _ in 0..<length { list.append(try body(&self)) }
    return list
  }
}
