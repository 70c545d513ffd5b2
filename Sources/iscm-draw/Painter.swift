internal import CCairo
internal import PageDrawing
internal import Scenes

/// Paints scenes on a `cairo_t`, whose units are pixels of CSS while it does.
struct Painter {
  let context: OpaquePointer
  let typesetter: Typesetter

  /// Paints a whole scene, on white ground.
  func paint(_ scene: Scene) {
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_rectangle(context, 0, 0, scene.width, scene.height)
    cairo_fill(context)
    cairo_set_line_width(context, 1)
    for mark in scene.marks {
      switch mark {
      case .area(let area): paint(area)
      case .dot(let dot): paint(dot)
      case .line(let line): paint(line)
      case .text(let text): paint(text)
      }
    }
  }

  private func paint(_ area: Mark.Area) {
    addPath(of: area)
    fill(area.fill, x: area.x, y: area.y, width: area.width, height: area.height)
    stroke(area.outline)
  }

  private func paint(_ dot: Mark.Dot) {
    cairo_arc(context, dot.x, dot.y, dot.radius, 0, 2 * .pi)
    let side = 2 * dot.radius
    fill(dot.fill, x: dot.x - dot.radius, y: dot.y - dot.radius, width: side, height: side)
    stroke(dot.outline)
  }

  private func paint(_ line: Mark.Line) {
    cairo_move_to(context, line.start, line.y)
    cairo_line_to(context, line.end, line.y)
    stroke(line.stroke)
  }

  private func paint(_ text: Mark.Text) {
    let part =
      switch text.side {
      case .left: 0.0
      case .middle: 0.5
      case .right: 1.0
      }
    let style = PageStyle(size: text.size, color: text.color.parts, isBold: text.isBold)
    cairo_save(context)
    cairo_translate(context, text.x, text.y)
    if text.isUpright { cairo_rotate(context, -.pi / 2) }
    for (number, line) in text.lines.enumerated() {
      typesetter.draw(
        line, style, isFromRight: text.isFromRight, on: context, x: 0, y: Double(number) * text.lineHeight,
        part: part)
    }
    cairo_restore(context)
  }

  private func addPath(of area: Mark.Area) {
    let (x, y, radius) = (area.x, area.y, min(area.radius, area.width / 2, area.height / 2))
    if radius <= 0 { return cairo_rectangle(context, x, y, area.width, area.height) }
    let (left, right) = (x + radius, x + area.width - radius)
    let (top, bottom) = (y + radius, y + area.height - radius)
    cairo_new_sub_path(context)
    cairo_arc(context, left, top, radius, .pi, 1.5 * .pi)
    cairo_arc(context, right, top, radius, 1.5 * .pi, 2 * .pi)
    cairo_arc(context, right, bottom, radius, 0, 0.5 * .pi)
    cairo_arc(context, left, bottom, radius, 0.5 * .pi, .pi)
    cairo_close_path(context)
  }

  /// Fills the path, which lies in a box, and leaves it.
  private func fill(_ paint: Paint?, x: Double, y: Double, width: Double, height: Double) {
    guard let paint else { return }
    set(paint.color)
    cairo_fill_preserve(context)
    guard case .pattern(let pattern) = paint else { return }
    let path = cairo_copy_path(context)
    defer { cairo_path_destroy(path) }
    cairo_save(context)
    cairo_clip(context)
    hatch(pattern.hatching, x: x, y: y, width: width, height: height)
    cairo_restore(context)
    cairo_append_path(context, path)
  }

  /// Draws what stands in the squares that a box has a part of: all in one piece, so that nothing shows where two meet.
  private func hatch(_ hatching: Pattern.Hatching, x: Double, y: Double, width: Double, height: Double) {
    let size = Double(Pattern.size)
    func squares(_ start: Double, _ length: Double) -> ClosedRange<Int> {
      let first = Int((start / size).rounded(.down))
      return first...max(first, Int(((start + length) / size).rounded(.down)))
    }
    for row in squares(y, height) {
      for column in squares(x, width) {
        add(hatching, x: Double(column) * size, y: Double(row) * size)
      }
    }
    cairo_set_dash(context, nil, 0, 0)
    switch hatching {
    case .strokes(_, let color, let width):
      set(color)
      cairo_set_line_width(context, width)
    case .dots(let color, let radius):
      set(color)
      cairo_set_line_width(context, 2 * radius)
      cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    }
    cairo_stroke(context)
  }

  private func add(_ hatching: Pattern.Hatching, x: Double, y: Double) {
    switch hatching {
    case .strokes(let segments, _, _):
      for segment in segments {
        cairo_move_to(context, x + Double(segment.start.x), y + Double(segment.start.y))
        cairo_line_to(context, x + Double(segment.end.x), y + Double(segment.end.y))
      }
    case .dots:
      // A line without length has round ends.
      for place in Pattern.dotPlaces.map(Double.init) {
        cairo_move_to(context, x + place, y + place)
        cairo_line_to(context, x + place, y + place)
      }
    }
  }

  /// Draws a line along the path, where there is one to draw, and ends the path.
  private func stroke(_ stroke: Mark.Stroke?) {
    guard let stroke else { return cairo_new_path(context) }
    set(stroke.color)
    let dashes = stroke.dashes.map(Double.init)
    cairo_set_dash(context, dashes, Int32(dashes.count), 0)
    cairo_stroke(context)
  }

  private func set(_ color: Color) {
    let (red, green, blue) = color.parts
    cairo_set_source_rgb(context, red, green, blue)
  }
}

extension Color {
  /// Its parts on white paper, from 0 to 1.
  fileprivate var parts: (red: Double, green: Double, blue: Double) {
    let value = UInt32(light.dropFirst(), radix: 16) ?? 0
    func part(_ shift: UInt32) -> Double { Double(value >> shift & 255) / 255 }
    return (part(16), part(8), part(0))
  }
}
