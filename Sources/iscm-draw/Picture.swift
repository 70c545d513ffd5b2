internal import CCairo
internal import CRsvg
internal import PageDrawing

/// An SVG that can be drawn, through librsvg.
///
/// It has no address of its own, and so librsvg opens no file and no connection for it, whatever it refers to.
///
/// A class, because librsvg's handle has to be given back once.
final class Picture {
  /// Its size in pixels of CSS.
  let width: Double
  let height: Double
  /// What is written in it.
  let texts: [String]
  private let handle: UnsafeMutablePointer<RsvgHandle>

  /// The longest side that is drawn, in pixels of CSS: what is longer is no figure.
  private static let longestSide = 100_000.0

  /// Reads a picture.
  ///
  /// - Parameter svg: A document of SVG that says its size.
  /// - Throws: `WriterError.noPicture` where it cannot be read.
  init(_ svg: String) throws(WriterError) {
    let bytes = Array(svg.utf8)
    texts = try SVGTexts.read(bytes)
    var problem: UnsafeMutablePointer<GError>?
    guard let handle = rsvg_handle_new_from_data(bytes, gsize(bytes.count), &problem) else {
      throw .noPicture(Self.taken(problem))
    }
    self.handle = handle
    var (width, height) = (0.0, 0.0)
    let hasSize = rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) != 0
    (self.width, self.height) = (width, height)
    guard hasSize, 1...Self.longestSide ~= width, 1...Self.longestSide ~= height else {
      throw .noPicture("it has no width and height between 1 and \(Int(Self.longestSide)) pixels")
    }
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

  /// Draws the whole picture on a `cairo_t`, on which each of its pixels takes as many units as the scale says.
  func draw(
    on context: OpaquePointer, x: Double = 0, y: Double = 0, scale: Double
  ) throws(WriterError) {
    var place = RsvgRectangle(x: x, y: y, width: width * scale, height: height * scale)
    var problem: UnsafeMutablePointer<GError>?
    guard rsvg_handle_render_document(handle, context, &place, &problem) != 0 else {
      throw .noPicture(Self.taken(problem))
    }
  }

  private static func taken(_ problem: UnsafeMutablePointer<GError>?) -> String {
    guard let problem else { return "librsvg says nothing of why" }
    defer { g_error_free(problem) }
    return String(cString: problem.pointee.message)
  }
}
