internal import CCairo
internal import PageDrawing

/// A picture that becomes a file by itself.
struct PictureDefinition {
  /// Of a PDF: the language of its texts, and what a reader shows as its title.
  private var language = ""
  private var title = ""
  /// Of a PNG: how many of its pixels take an inch.
  private var resolution = 300
  private let picture: Picture

  /// Reads the records behind `png` or `pdf`: `language,TAG`, `title,TEXT`, `resolution,NUMBER`, `svg,DOCUMENT`.
  ///
  /// - Throws: `WriterError` at the first record that is none, or where the picture cannot be read.
  init(_ records: some Sequence<[String]>) throws(WriterError) {
    var picture: Picture?
    for record in records {
      switch (record[0], record.count) {
      case ("language", 2): language = record[1]
      case ("title", 2): title = record[1]
      case ("resolution", 2):
        guard let number = Int(record[1]), (36...1200).contains(number) else {
          throw .noDefinition("a resolution of '\(record[1])'")
        }
        resolution = number
      case ("svg", 2): picture = try Picture(record[1])
      default: throw .noDefinition("'\(record[0])' with \(record.count) cells")
      }
    }
    guard let picture else { throw .noDefinition("no record svg") }
    self.picture = picture
  }

  /// The picture on a page of its own size: its texts are texts, its fonts stand in it.
  func pdf() throws -> [UInt8] {
    // A pixel of CSS is a 96th of an inch, a point a 72nd.
    let scale = 72.0 / 96
    let canvas = try PageCanvas(
      language: language, width: picture.width * scale, height: picture.height * scale)
    try canvas.check(picture.texts)
    try canvas.draw { context throws(WriterError) in try picture.draw(on: context, scale: scale) }
    canvas.endPage()
    return try PDFProperties(title: title, language: language).bytes(of: canvas.finish())
  }

  /// The picture on white paper; one that would be too long in pixels has fewer to the inch.
  func png() throws -> [UInt8] {
    try PageCanvas(language: language).check(picture.texts)
    let scale = Raster.scale(for: picture, wanted: Double(resolution) / 96)
    let raster = try Raster(picture, scale: scale)
    return try raster.png(resolution: Int((scale * 96).rounded()))
  }
}
