public import Analysis
internal import Messages
internal import Scenes
internal import Survey

extension ReportFiles {
  /// A file that a worker draws.
  public struct Drawing: Sendable {
    /// Its name, as that of a `File`.
    public let name: String
    /// What the worker `iscm-draw` is told: `png`, `pdf` or `report`, then what is drawn.
    ///
    /// It is worked out by whoever asks for it, so that several can at once.
    public var records: [[String]] { make() }

    private let make: @Sendable () -> [[String]]

    init(name: String, _ make: @escaping @Sendable () -> [[String]]) {
      self.name = name
      self.make = make
    }
  }

  /// The files of some figures that are drawn: `figure-2.png` and `figure-2.pdf` for each, then `report.pdf`.
  ///
  /// - Parameters:
  ///   - figures: What was counted, in the order of the plan.
  ///   - formats: The kinds of files wanted.
  ///   - status: Who has answered; not shown where one of the figures may not name anybody.
  ///   - audit: What publications say, beside the data; nothing where nothing is claimed.
  ///   - origins: Where single answers came from.
  /// - Returns: What is to be drawn, in the order of the figures.
  public func drawings(
    for figures: [Figure], formats: Set<Format> = Set(Format.allCases), status: StatusReport? = nil,
    audit: Audit? = nil, origins: Origins = Origins()
  ) -> [Drawing] {
    let status = figures.allSatisfy { $0.attribution == .named } ? status : nil
    let wanted = [Format.png, .pdf].filter(formats.contains)
    var drawings = zip(figures, figures.fileNames).flatMap { figure, name in
      wanted.map { format in
        Drawing(name: "\(name).\(format.rawValue)") { records(of: figure, as: format) }
      }
    }
    if formats.contains(.pdf) {
      drawings.append(
        Drawing(name: "report.pdf") {
          PageReport(edition, questionnaire: questionnaire, version: version).records(
            of: figures, title: title, status: status, audit: audit, origins: origins)
        })
    }
    return drawings
  }

  private func records(of figure: Figure, as format: Format) -> [[String]] {
    [
      [format.rawValue], ["language", edition.say.language.rawValue],
      ["title", edition.title(of: figure)],
    ] + FigureDrawing(figure, WordedFigure(figure, edition), edition, .file).scene().records
  }
}
