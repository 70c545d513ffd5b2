internal import CCairo
internal import PageDrawing
internal import Scenes

/// A picture in pixels, on white paper, painted a strip at a time.
///
/// It is recorded once. Strips stay in the processor's memory, where a whole figure of 300 pixels to the inch does not.
///
/// A class, because cairo's surfaces have to be given back once.
final class Raster {
  let width: Int
  let height: Int
  private let recording: OpaquePointer
  private let strip: OpaquePointer
  /// Which rows the strip has.
  private var painted = 0..<0

  /// How many rows are painted at once.
  private static let stripHeight = 128
  /// The longest side that cairo draws, in pixels.
  private static let longestSide = 32_767.0
  /// More pixels than these are no figure.
  private static let mostPixels = 100_000_000.0

  /// The largest scale, up to a wanted one, at which a scene can be drawn.
  static func scale(for scene: Scene, wanted: Double) -> Double {
    min(wanted, longestSide / max(scene.width, scene.height))
  }

  /// Records a scene.
  ///
  /// - Parameters:
  ///   - scene: What is drawn.
  ///   - scale: How many pixels one of CSS becomes.
  ///   - typesetter: Who lays its texts out.
  /// - Throws: `WriterError` where they are too many, or cairo has no memory for it.
  init(_ scene: Scene, scale: Double, _ typesetter: Typesetter) throws(WriterError) {
    let wide = min((scene.width * scale).rounded(.up), Self.longestSide)
    let high = min((scene.height * scale).rounded(.up), Self.longestSide)
    guard wide * high <= Self.mostPixels else {
      throw .noPicture("it would have \(Int(wide)) by \(Int(high)) pixels; ask for a smaller resolution")
    }
    var extents = cairo_rectangle_t(x: 0, y: 0, width: wide, height: high)
    let rows = Int32(min(Int(high), Self.stripHeight))
    guard let recording = cairo_recording_surface_create(CAIRO_CONTENT_COLOR, &extents),
      let strip = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(wide), rows)
    else { throw .library("cairo", reason: "no picture can be begun") }
    (self.recording, self.strip, width, height) = (recording, strip, Int(wide), Int(high))
    guard let context = cairo_create(recording), cairo_status(context) == CAIRO_STATUS_SUCCESS,
      cairo_surface_status(strip) == CAIRO_STATUS_SUCCESS
    else { throw .library("cairo", reason: "no picture can be begun") }
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    Painter(context: context, typesetter: typesetter).paint(scene)
  }

  deinit {
    cairo_surface_destroy(recording)
    cairo_surface_destroy(strip)
  }

  /// The pixels of a row from the left: blue in the lowest byte, then green and red; the highest says nothing.
  ///
  /// - Parameter row: From 0 at the top.
  /// - Returns: What is good until the next call; nothing where cairo could not paint it.
  func pixels(ofRow row: Int) -> UnsafeBufferPointer<UInt32>? {
    if !painted.contains(row) { paint(from: row) }
    guard painted.contains(row), let bytes = cairo_image_surface_get_data(strip) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(strip))
    let start = UnsafeRawPointer(bytes + (row - painted.lowerBound) * stride)
    return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt32.self), count: width)
  }

  private func paint(from row: Int) {
    painted = 0..<0
    guard let context = cairo_create(strip) else { return }
    defer { cairo_destroy(context) }
    cairo_set_source_surface(context, recording, 0, -Double(row))
    cairo_paint(context)
    cairo_surface_flush(strip)
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS else { return }
    painted = row..<min(row + Self.stripHeight, height)
  }
}
