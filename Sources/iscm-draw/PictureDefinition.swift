internal import PageDrawing
internal import Scenes

/// A picture that becomes a file by itself.
struct PictureDefinition {
  /// The language of its texts.
  private var language = ""
  /// Of a PDF: what a reader shows as its title.
  private var title = ""
  /// Of a PNG: how many of its pixels take an inch.
  private var resolution = 300
  private let scene: Scene

  /// A pixel of CSS is a 96th of an inch, a point a 72nd.
  private static let pointsPerPixel = 72.0 / 96

  /// Reads the records behind `png` or `pdf`: `language,TAG`, `title,TEXT`, `resolution,NUMBER`, and those of a scene.
  ///
  /// - Throws: At the first record that is none.
  init(_ records: ArraySlice<[String]>) throws {
    var records = records
    while let record = records.first, record[0] != "picture" {
      records.removeFirst()
      switch (record[0], record.count) {
      case ("language", 2): language = record[1]
      case ("title", 2): title = record[1]
      case ("resolution", 2):
        guard let number = Int(record[1]), (36...1200).contains(number) else {
          throw WriterError.noDefinition("a resolution of '\(record[1])'")
        }
        resolution = number
      default: throw WriterError.noDefinition("'\(record[0])' with \(record.count) cells")
      }
    }
    if records.isEmpty { throw WriterError.noDefinition("no record picture") }
    scene = try Scene(reading: &records)
    if let record = records.first { throw WriterError.noDefinition("'\(record[0])' behind the picture") }
  }

  /// The picture on a page of its own size: its texts are texts, its fonts stand in it.
  func pdf(_ typesetter: Typesetter) throws -> [UInt8] {
    try begin(typesetter)
    let scale = Self.pointsPerPixel
    let canvas = try PageCanvas(typesetter, width: scene.width * scale, height: scene.height * scale)
    canvas.draw(scale: scale) { Painter(context: $0, typesetter: typesetter).paint(scene) }
    canvas.endPage()
    return try PDFProperties(title: title, language: language).bytes(of: canvas.finish())
  }

  /// The picture on white paper; one that would be too long in pixels has fewer to the inch.
  func png(_ typesetter: Typesetter) throws -> [UInt8] {
    try begin(typesetter)
    let scale = Raster.scale(for: scene, wanted: Double(resolution) / 96)
    let raster = try Raster(scene, scale: scale, typesetter)
    return try raster.png(resolution: Int((scale * 96).rounded()))
  }

  private func begin(_ typesetter: Typesetter) throws(MissingGlyphs) {
    typesetter.begin(language: language)
    try typesetter.check(scene.texts)
  }
}
