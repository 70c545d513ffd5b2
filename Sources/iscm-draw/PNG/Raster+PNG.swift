internal import PageDrawing

extension Raster {
  /// The picture as PNG, which says how large it is meant to be: a byte a pixel where 256 colours say it, else three.
  ///
  /// Rows are not filtered: of areas of one colour that makes smaller files, in less time.
  ///
  /// - Parameter resolution: How many pixels take an inch.
  /// - Returns: The file.
  /// - Throws: `WriterError` where the picture cannot be painted, or there is no memory for it.
  func png(resolution: Int) throws(WriterError) -> [UInt8] {
    let perMetre = UInt32((Double(resolution) / 0.0254).rounded()).bigEndianBytes
    var file = PNGFile()
    if let picture = try ColorRuns(self), let indexed = IndexedColors(picture) {
      appendHead(to: &file, kind: 3)
      file.append("PLTE", indexed.palette.flatMap(\.redGreenBlue))
      file.append("pHYs", perMetre + perMetre + [1])
      let runs = CodeRuns(picture, codes: indexed.codes)
      file.append(packed: RunPacker.packed(runs), checksum: runs.checksum())
    } else {
      appendHead(to: &file, kind: 2)
      file.append("pHYs", perMetre + perMetre + [1])
      try file.append(rows: try trueRows())
    }
    file.append("IEND", [])
    return file.bytes
  }

  /// 8 bits; of a palette (3) or red, green and blue (2); the usual packing and filters, nothing interlaced.
  private func appendHead(to file: inout PNGFile, kind: UInt8) {
    file.append("IHDR", UInt32(width).bigEndianBytes + UInt32(height).bigEndianBytes + [8, kind, 0, 0, 0])
  }

  private func trueRows() throws(WriterError) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity((3 * width + 1) * height)
    for row in 0..<height {
      guard let pixels = pixels(ofRow: row) else {
        throw .library("cairo", reason: "a picture has no pixels")
      }
      rows.append(0)
      for pixel in pixels { rows += pixel.redGreenBlue }
    }
    return rows
  }
}

extension UInt32 {
  /// The parts of a pixel as cairo has it.
  fileprivate var redGreenBlue: [UInt8] { [16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) } }
}
