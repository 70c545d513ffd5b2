internal import CDeflate
internal import PageDrawing

/// A PNG as it grows, chunk by chunk (ISO/IEC 15948).
struct PNGFile {
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// How hard libdeflate tries.
  private static let effort: Int32 = 2

  /// Adds a chunk.
  ///
  /// - Parameters:
  ///   - name: Its four letters.
  ///   - data: What it holds.
  mutating func append(_ name: String, _ data: [UInt8]) {
    append(UInt32(data.count))
    let start = bytes.count
    bytes += name.utf8
    bytes += data
    let sum = bytes[start...].withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    append(sum)
  }

  /// Adds the pixels.
  ///
  /// - Parameters:
  ///   - packed: A deflate stream of the rows, each with the byte of its filter before it.
  ///   - checksum: The sum of what is packed.
  mutating func append(packed: [UInt8], checksum: UInt32) {
    // The usual window, no dictionary, packed fast (RFC 1950).
    append("IDAT", [0x78, 0x01] + packed + checksum.bigEndianBytes)
  }

  /// Packs the pixels, whatever they are, and adds them.
  ///
  /// - Parameter rows: Each with the byte of its filter before it.
  /// - Throws: Where there is no memory for it.
  mutating func append(rows: [UInt8]) throws(WriterError) {
    guard let packer = libdeflate_alloc_compressor(Self.effort) else {
      throw .library("libdeflate", reason: "no memory")
    }
    defer { libdeflate_free_compressor(packer) }
    let room = libdeflate_zlib_compress_bound(packer, rows.count)
    let packed = [UInt8](unsafeUninitializedCapacity: room) { target, count in
      count = rows.withUnsafeBytes {
        libdeflate_zlib_compress(packer, $0.baseAddress, $0.count, target.baseAddress, room)
      }
    }
    if packed.isEmpty { throw .library("libdeflate", reason: "the picture cannot be packed") }
    append("IDAT", packed)
  }

  /// Adds a number of four bytes, the highest first.
  private mutating func append(_ number: UInt32) { bytes += number.bigEndianBytes }
}

extension UInt32 {
  /// Its bytes, the highest first.
  var bigEndianBytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) } }
}
