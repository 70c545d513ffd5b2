internal import CCairo
internal import CRsvg
internal import Testing

/// A picture on white paper, in pixels.
///
/// A class, because cairo's surface has to be given back once.
final class Pixels {
  private let surface: OpaquePointer

  var width: Int { Int(cairo_image_surface_get_width(surface)) }
  var height: Int { Int(cairo_image_surface_get_height(surface)) }

  /// Reads a PNG.
  init(png: [UInt8]) throws {
    var rest = png[...]
    let surface = withUnsafeMutablePointer(to: &rest) { rest in
      cairo_image_surface_create_from_png_stream(
        { closure, target, count in
          guard let rest = closure?.assumingMemoryBound(to: ArraySlice<UInt8>.self), let target,
            rest.pointee.count >= Int(count)
          else { return CAIRO_STATUS_READ_ERROR }
          for (place, byte) in rest.pointee.prefix(Int(count)).enumerated() { target[place] = byte }
          rest.pointee.removeFirst(Int(count))
          return CAIRO_STATUS_SUCCESS
        }, rest)
    }
    self.surface = try #require(surface)
    try #require(cairo_surface_status(self.surface) == CAIRO_STATUS_SUCCESS)
  }

  /// Lets librsvg draw an SVG.
  ///
  /// - Parameters:
  ///   - svg: A document of SVG.
  ///   - width: How many pixels wide it is to be.
  ///   - height: How high.
  /// - Throws: Where librsvg cannot draw it.
  init(svg: String, width: Int, height: Int) throws {
    surface = try Self.paper(width, height)
    let context = try #require(cairo_create(surface))
    defer { cairo_destroy(context) }
    let bytes = Array(svg.utf8)
    let handle = try #require(rsvg_handle_new_from_data(bytes, gsize(bytes.count), nil))
    defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
    var place = RsvgRectangle(x: 0, y: 0, width: Double(width), height: Double(height))
    try #require(rsvg_handle_render_document(handle, context, &place, nil) != 0)
  }

  deinit { cairo_surface_destroy(surface) }

  private static func paper(_ width: Int, _ height: Int) throws -> OpaquePointer {
    let surface = try #require(cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
    let context = try #require(cairo_create(surface))
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    return surface
  }

  /// Each pixel from the upper left corner, row by row: red above green above blue.
  var colors: [UInt32] {
    get throws {
      let start = try #require(cairo_image_surface_get_data(surface))
      let stride = Int(cairo_image_surface_get_stride(surface))
      return (0..<height).flatMap { row in
        (0..<width).map { column in
          UnsafeRawPointer(start).load(fromByteOffset: row * stride + 4 * column, as: UInt32.self) & 0xFF_FFFF
        }
      }
    }
  }

  /// How far two pictures of the same size are from each other where they are farthest, in squares of 16 pixels.
  ///
  /// - Returns: The largest difference in red, green or blue, of 255, and where it is.
  func difference(from other: Pixels) throws -> (most: Double, x: Int, y: Int) {
    let (mine, its) = (try shrunk(columns: 16, rows: 16), try other.shrunk(columns: 16, rows: 16))
    var worst = (most: 0.0, x: 0, y: 0)
    for (place, pair) in zip(mine.bytes, its.bytes).enumerated() {
      let difference = abs(Double(pair.0) - Double(pair.1))
      if difference > worst.most {
        worst = (difference, place / 4 % mine.width * 16, place / 4 / mine.width * 16)
      }
    }
    return worst
  }

  /// The same, in rows of 4 pixels across the whole of the pictures.
  func differenceOfRows(from other: Pixels) throws -> (most: Double, y: Int) {
    let (mine, its) = (try shrunk(columns: 16, rows: 4), try other.shrunk(columns: 16, rows: 4))
    let length = 4 * mine.width
    var worst = (most: 0.0, y: 0)
    for row in 0..<(mine.bytes.count / length) {
      let range = row * length..<(row + 1) * length
      let sums = [mine.bytes[range], its.bytes[range]].map { $0.reduce(0) { $0 + Int($1) } }
      let difference = abs(Double(sums[0] - sums[1])) / Double(3 * mine.width)
      if difference > worst.most { worst = (difference, row * 4) }
    }
    return worst
  }

  /// Blue, green, red and one that says nothing of each area, from the upper left corner, row by row.
  private func shrunk(columns: Int, rows: Int) throws -> (bytes: [UInt8], width: Int) {
    let (width, height) = ((self.width + columns - 1) / columns, (self.height + rows - 1) / rows)
    let small = try Self.paper(width, height)
    defer { cairo_surface_destroy(small) }
    let context = try #require(cairo_create(small))
    defer { cairo_destroy(context) }
    cairo_scale(context, 1 / Double(columns), 1 / Double(rows))
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
    cairo_paint(context)
    cairo_surface_flush(small)
    let start = try #require(cairo_image_surface_get_data(small))
    let stride = Int(cairo_image_surface_get_stride(small))
    let bytes = (0..<height).flatMap { UnsafeBufferPointer(start: start + $0 * stride, count: 4 * width) }
    return (bytes, width)
  }
}
