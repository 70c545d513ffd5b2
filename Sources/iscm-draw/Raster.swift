internal import CCairo
internal import PageDrawing

/// A picture in pixels, on white paper.
struct Raster: ~Copyable {
  let width: Int
  let height: Int
  private let surface: OpaquePointer

  /// More pixels than these are no figure.
  private static let mostPixels = 200_000_000.0

  /// Draws a picture.
  ///
  /// - Parameters:
  ///   - picture: What is drawn.
  ///   - scale: How many pixels one of CSS becomes.
  static func drawn(_ picture: Picture, scale: Double) throws(WriterError) -> Raster {
    let (wide, high) = ((picture.width * scale).rounded(.up), (picture.height * scale).rounded(.up))
    guard wide * high <= mostPixels else {
      throw .noPicture("it would have \(Int(wide)) by \(Int(high)) pixels; ask for a smaller resolution")
    }
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(wide), Int32(high)) else {
      throw .library("cairo", reason: "no picture can be begun")
    }
    let raster = Raster(surface: surface, width: Int(wide), height: Int(high))
    guard let context = cairo_create(surface), cairo_status(context) == CAIRO_STATUS_SUCCESS else {
      throw .library("cairo", reason: "no picture can be begun")
    }
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    try picture.draw(on: context, scale: scale)
    cairo_surface_flush(surface)
    return raster
  }

  private init(surface: OpaquePointer, width: Int, height: Int) {
    (self.surface, self.width, self.height) = (surface, width, height)
  }

  deinit { cairo_surface_destroy(surface) }

  /// Which rows have nothing but white.
  var blankRows: [Bool] {
    guard let pixels = cairo_image_surface_get_data(surface) else { return [] }
    let stride = Int(cairo_image_surface_get_stride(surface))
    return (0..<height).map { row in
      let start = UnsafeRawPointer(pixels + row * stride).assumingMemoryBound(to: UInt32.self)
      // The highest byte of a pixel says nothing.
      return UnsafeBufferPointer(start: start, count: width).allSatisfy { $0 & 0xFF_FFFF == 0xFF_FFFF }
    }
  }

  /// The picture as PNG, which says how large it is meant to be.
  ///
  /// - Parameter resolution: How many pixels take an inch.
  func png(resolution: Int) throws(WriterError) -> [UInt8] {
    var bytes: [UInt8] = []
    let write: cairo_write_func_t = { closure, data, count in
      guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
      closure.assumingMemoryBound(to: [UInt8].self).pointee
        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    let status = withUnsafeMutablePointer(to: &bytes) {
      cairo_surface_write_to_png_stream(surface, write, $0)
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .library("cairo", reason: String(cString: cairo_status_to_string(status)))
    }
    // Behind the signature and the chunk IHDR.
    let start = 8 + 25
    guard bytes.count > start else { throw .library("cairo", reason: "it wrote no PNG") }
    bytes.insert(contentsOf: PNGChunk.physicalSize(pixelsPerInch: resolution), at: start)
    return bytes
  }
}
