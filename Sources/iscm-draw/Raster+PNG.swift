internal import CPng
internal import Glibc
internal import PageDrawing

extension Raster {
  /// The picture as PNG, which says how large it is meant to be: a byte a pixel where 256 colours say it, else three.
  ///
  /// - Parameter resolution: How many pixels take an inch.
  /// - Returns: The file.
  /// - Throws: `WriterError` where the picture cannot be painted, or libpng cannot write it.
  func png(resolution: Int) throws(WriterError) -> [UInt8] {
    guard let runs = try ColorRuns(self), let indexed = IndexedColors(runs) else {
      return try png(resolution, palette: []) { row in
        self.pixels(ofRow: row)?.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) }
      }
    }
    let line = UnsafeMutablePointer<UInt8>.allocate(capacity: width)
    defer { line.deallocate() }
    return try png(resolution, palette: indexed.palette) { row in
      if !runs.repeats(row: row) { runs.write(row: row, codes: indexed.codes, to: line) }
      return UnsafePointer(line)
    }
  }

  private func png(
    _ resolution: Int, palette: [UInt32], rows: @escaping (Int) -> UnsafePointer<UInt8>?
  ) throws(WriterError) -> [UInt8] {
    let colors = palette.map { color in
      png_color(red: UInt8(color >> 16 & 255), green: UInt8(color >> 8 & 255), blue: UInt8(color & 255))
    }
    let source = RowSource(rows)
    var target = iscm_png_bytes()
    defer { free(target.bytes) }
    let perMetre = UInt32((Double(resolution) / 0.0254).rounded())
    let code = withExtendedLifetime(source) {
      iscm_png_write(
        { source, row in
          source.map { Unmanaged<RowSource>.fromOpaque($0).takeUnretainedValue().row(Int(row)) } ?? nil
        },
        Unmanaged.passUnretained(source).toOpaque(), UInt32(width), UInt32(height), perMetre, colors,
        Int32(colors.count), &target)
    }
    guard code == 0 else { throw .library("libpng", reason: "the picture cannot be written") }
    return Array(UnsafeBufferPointer(start: target.bytes, count: target.count))
  }
}

/// Where libpng gets rows from.
///
/// A class, because libpng is given its address.
private final class RowSource {
  let row: (Int) -> UnsafePointer<UInt8>?
  init(_ row: @escaping (Int) -> UnsafePointer<UInt8>?) { self.row = row }
}
