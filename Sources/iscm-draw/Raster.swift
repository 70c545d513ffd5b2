internal import CCairo
internal import CPng
internal import Glibc
internal import PageDrawing

/// A picture in pixels, on white paper.
struct Raster: ~Copyable {
  let width: Int
  let height: Int
  private let surface: OpaquePointer

  /// The longest side that cairo draws, in pixels.
  private static let longestSide = 32_767.0
  /// More pixels than these are no figure.
  private static let mostPixels = 200_000_000.0

  /// The largest scale, up to a wanted one, at which a picture can be drawn.
  static func scale(for picture: Picture, wanted: Double) -> Double {
    min(wanted, longestSide / max(picture.width, picture.height))
  }

  /// Draws a picture.
  ///
  /// - Parameters:
  ///   - picture: What is drawn.
  ///   - scale: How many pixels one of CSS becomes.
  /// - Returns: Its pixels.
  /// - Throws: `WriterError` where they are too many, or the picture cannot be drawn.
  static func drawn(_ picture: Picture, scale: Double) throws(WriterError) -> Raster {
    let wide = min((picture.width * scale).rounded(.up), longestSide)
    let high = min((picture.height * scale).rounded(.up), longestSide)
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
  /// - Returns: The file.
  /// - Throws: `WriterError` where libpng cannot write it.
  func png(resolution: Int) throws(WriterError) -> [UInt8] {
    guard let pixels = cairo_image_surface_get_data(surface) else {
      throw .library("cairo", reason: "a picture has no pixels")
    }
    var target = iscm_png_bytes()
    defer { free(target.bytes) }
    let perMetre = UInt32((Double(resolution) / 0.0254).rounded())
    let stride = Int(cairo_image_surface_get_stride(surface))
    guard iscm_png_write(pixels, UInt32(width), UInt32(height), stride, perMetre, &target) == 0 else {
      throw .library("libpng", reason: "the picture cannot be written")
    }
    return Array(UnsafeBufferPointer(start: target.bytes, count: target.count))
  }
}
