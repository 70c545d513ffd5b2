/// Numbers in as few bits as their range needs.
///
/// One byte says how: `0` they follow each other, `1` each stands for itself above the least. Then the least as 64
/// bits, how many there are as 64 bits, the width of each in bits (0, 1, 2, 4, 8, 16, 32 or 64) as one byte, and the
/// numbers, the first in the lowest bits.
enum PackedNumbers {
  /// No segment has as many rows.
  private static let most = 1 << 24

  private static let widths: [UInt64] = [0, 1, 2, 4, 8, 16, 32, 64]

  /// Packs numbers.
  static func pack<Number: FixedWidthInteger & UnsignedInteger>(_ numbers: [Number]) -> [UInt8] {
    var writer = ByteRecordWriter()
    let least = UInt64(numbers.min() ?? 0)
    let range = UInt64(numbers.max() ?? 0) - least
    let follows =
      numbers.count > 1 && range == UInt64(numbers.count - 1)
      && numbers.indices.allSatisfy { UInt64(numbers[$0]) == least + UInt64($0) }
    let needed = UInt64(64 - range.leadingZeroBitCount)
    let width = follows ? 0 : widths.first { $0 >= needed } ?? 64
    writer.append(UInt8(follows ? 0 : 1))
    writer.append(least)
    writer.append(UInt64(numbers.count))
    writer.append(UInt8(width))
    let head = writer.bytes
    if width == 0 { return head }
    let size = head.count + (numbers.count * Int(width) + 7) / 8
    return [UInt8](unsafeUninitializedCapacity: size) { room, filled in
      _ = room.initialize(from: head)
      let packed = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(room)[head.count..<size])
      numbers.withUnsafeBufferPointer { numbers in
        switch width {
        case 8: whole(numbers, least, as: UInt8.self, packed)
        case 16: whole(numbers, least, as: UInt16.self, packed)
        case 32: whole(numbers, least, as: UInt32.self, packed)
        case 64: whole(numbers, least, as: UInt64.self, packed)
        default: parts(numbers, least, width: Int(width), packed)
        }
      }
      filled = size
    }
  }

  @inline(__always)
  private static func whole<Number: FixedWidthInteger & UnsignedInteger, Packed: FixedWidthInteger>(
    _ numbers: UnsafeBufferPointer<Number>, _ least: UInt64, as: Packed.Type,
    _ packed: UnsafeMutableRawBufferPointer
  ) {
    for index in numbers.indices {
      let value = Packed(truncatingIfNeeded: UInt64(truncatingIfNeeded: numbers[index]) &- least)
      packed.storeBytes(
        of: value.littleEndian, toByteOffset: index &* MemoryLayout<Packed>.size, as: Packed.self)
    }
  }

  /// Several numbers in each byte, the first in its lowest bits.
  @inline(__always)
  private static func parts<Number: FixedWidthInteger & UnsignedInteger>(
    _ numbers: UnsafeBufferPointer<Number>, _ least: UInt64, width: Int,
    _ packed: UnsafeMutableRawBufferPointer
  ) {
    let each = 8 / width
    for place in packed.indices {
      var byte: UInt8 = 0
      for index in place &* each..<min(place &* each &+ each, numbers.count) {
        let value = UInt8(truncatingIfNeeded: UInt64(truncatingIfNeeded: numbers[index]) &- least)
        byte |= value << UInt8(truncatingIfNeeded: (index &- place &* each) &* width)
      }
      packed[place] = byte
    }
  }

  /// Unpacks numbers.
  ///
  /// - Throws: `SidecarDamage` where the bytes are no packed numbers of this type.
  static func unpack<Number: FixedWidthInteger & UnsignedInteger>(
    _ bytes: [UInt8], as: Number.Type = Number.self
  ) throws(SidecarDamage) -> [Number] {
    try unpack(bytes, as: Number.self) { $0 }
  }

  /// Unpacks numbers, each as what it stands for.
  ///
  /// - Throws: `SidecarDamage` where the bytes are no packed numbers of this type.
  @inline(__always)
  static func unpack<Number: FixedWidthInteger & UnsignedInteger, Element>(
    _ bytes: [UInt8], as: Number.Type, _ element: (Number) -> Element
  ) throws(SidecarDamage) -> [Element] {
    var reader = ByteRecordReader(bytes)
    let follows = try reader.number(UInt8.self) == 0
    let least = try reader.number(UInt64.self)
    let written = try reader.number(UInt64.self)
    let width = try UInt64(reader.number(UInt8.self))
    let head = 18
    guard widths.contains(width), let count = Int(exactly: written), count <= most,
      bytes.count - head == (count * Int(width) + 7) / 8, let base = Number(exactly: least)
    else { throw SidecarDamage() }
    if follows {
      let last = least.addingReportingOverflow(UInt64(max(count, 1) - 1))
      guard !last.overflow, Number(exactly: last.partialValue) != nil else { throw SidecarDamage() }
      return (0..<count).map { element(base &+ Number(truncatingIfNeeded: $0)) }
    }
    return bytes.withUnsafeBytes { bytes in
      let packed = UnsafeRawBufferPointer(rebasing: bytes[head...])
      return [Element](unsafeUninitializedCapacity: count) { room, filled in
        func place(_ place: Int, _ value: UInt64) {
          (room.baseAddress.unsafelyUnwrapped + place).initialize(
            to: element(base &+ Number(truncatingIfNeeded: value)))
        }
        switch width {
        case 0: for index in 0..<count { place(index, 0) }
        case 1: parts(packed, count, width: 1, place)
        case 2: parts(packed, count, width: 2, place)
        case 4: parts(packed, count, width: 4, place)
        case 8: whole(packed, count, as: UInt8.self, place)
        case 16: whole(packed, count, as: UInt16.self, place)
        case 32: whole(packed, count, as: UInt32.self, place)
        default: whole(packed, count, as: UInt64.self, place)
        }
        filled = count
      }
    }
  }

  @inline(__always)
  private static func whole<Packed: FixedWidthInteger>(
    _ packed: UnsafeRawBufferPointer, _ count: Int, as: Packed.Type, _ place: (Int, UInt64) -> Void
  ) {
    for index in 0..<count {
      let value = packed.loadUnaligned(fromByteOffset: index &* MemoryLayout<Packed>.size, as: Packed.self)
      place(index, UInt64(truncatingIfNeeded: Packed(littleEndian: value)))
    }
  }

  /// Several numbers in each byte, which are taken out of it one after the other.
  @inline(__always)
  private static func parts(
    _ packed: UnsafeRawBufferPointer, _ count: Int, width: Int, _ place: (Int, UInt64) -> Void
  ) {
    let each = 8 / width
    let mask = UInt64(1) << UInt64(width) &- 1
    let whole = count / each
    for index in 0..<whole {
      let byte = UInt64(packed[index])
      for part in 0..<each { place(index &* each &+ part, byte >> UInt64(part &* width) & mask) }
    }
    for index in whole * each..<count {
      place(index, UInt64(packed[whole]) >> UInt64((index - whole * each) * width) & mask)
    }
  }
}
