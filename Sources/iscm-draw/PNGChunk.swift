/// A chunk of a PNG (ISO/IEC 15948, 5.3).
enum PNGChunk {
  /// `pHYs`: how many pixels a metre has; without it a document takes the picture for one of a screen.
  static func physicalSize(pixelsPerInch: Int) -> [UInt8] {
    let perMetre = bigEndian(UInt32((Double(pixelsPerInch) / 0.0254).rounded()))
    return chunk("pHYs", perMetre + perMetre + [1])
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bigEndian(UInt32(data.count)) + body + bigEndian(checksum(body))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// CRC-32, with the polynomial of annex D turned round.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
  }
}
