public import Analysis
internal import Messages
internal import Scenes
internal import Survey

extension ReportFiles {
  /// What a worker draws, and the files that become of it.
  public struct Drawing: Sendable {
    /// The names of the files, as those of a `File`.
    public let names: [String]
    /// What the worker `iscm-draw` is told for each: `png`, `pdf` or `report`, then what is drawn.
    ///
    /// It is worked out by whoever asks for it, so that several can at once, and for all files together.
    public var definitions: [[[String]]] { make() }

    private let make: @Sendable () -> [[[String]]]

    init(names: [String], _ make: @escaping @Sendable () -> [[[String]]]) {
      self.names = names
      self.make = make
    }
  }

  /// What is drawn of some figures: for each of them `figure-2.png` and `figure-2.pdf`, then `report.pdf`.
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
    var drawings: [Drawing] = []
    if !wanted.isEmpty {
      drawings = zip(figures, figures.fileNames).map { figure, name in
        Drawing(names: wanted.map { "\(name).\($0.rawValue)" }) { definitions(of: figure, as: wanted) }
      }
    }
    if formats.contains(.pdf) {
      drawings.append(
        Drawing(names: ["report.pdf"]) {
          let page = PageReport(edition, questionnaire: questionnaire, version: version)
          return [
            page.records(of: figures, title: title, status: status, audit: audit, origins: origins)
          ]
        })
    }
    return drawings
  }

  private func definitions(of figure: Figure, as formats: [Format]) -> [[[String]]] {
    let scene = FigureDrawing(figure, WordedFigure(figure, edition), edition, .file).scene().records
    let title = edition.title(of: figure)
    return formats.map { format in
      [[format.rawValue], ["language", edition.say.language.rawValue], ["title", title]] + scene
    }
  }
}
