public import Analysis
internal import Messages
internal import Survey

/// Figures as text for a terminal.
///
/// Each count stands before its bar and after its label, so that a screen reader says what is meant in that
/// order. No line is wider than the columns given; labels wrap and are never cut.
public struct TextReport: Sendable {
  /// The words.
  public let edition: Edition
  /// How wide a line may be, from 40 to 200.
  public let columns: Int
  /// Whether bars and arrows are drawn with ASCII alone; labels stay as they are.
  public let isASCII: Bool

  /// Creates the renderer.
  ///
  /// - Parameters:
  ///   - edition: The words.
  ///   - columns: The width of the terminal; what is below 40 or above 200 counts as that.
  ///   - isASCII: Whether bars and arrows are drawn with ASCII alone.
  public init(_ edition: Edition, columns: Int = 80, isASCII: Bool = false) {
    self.edition = edition
    self.columns = min(max(columns, 40), 200)
    self.isASCII = isASCII
  }

  /// One figure, as lines, each with its line feed.
  public func text(of figure: Figure) -> String { text(of: [figure]) }

  /// Several figures, one below the other; behind the last stands where the responses of all units that they
  /// name are to be found.
  ///
  /// - Parameters:
  ///   - figures: What was counted.
  ///   - origins: Where single answers came from.
  /// - Returns: Lines, each with its line feed.
  public func text(of figures: [Figure], origins: Origins = Origins()) -> String {
    var lines = Array(figures.map { self.lines(of: $0) }.joined(separator: ["", ""]))
    let traces = edition.traces(of: figures, origins)
    if !traces.isEmpty {
      lines += (figures.count > 1 ? ["", ""] : []) + wrap(edition.say(.behindCounts))
      lines += traces.flatMap { trace in
        wrap(trace.text, indent: 2, hanging: 4) + trace.origins.flatMap { wrap($0, indent: 4, hanging: 6) }
      }
    }
    return lines.printed
  }

  private func lines(of figure: Figure) -> [String] {
    let worded = WordedFigure(figure, edition)
    var lines = wrap(heading(of: figure, worded))
    lines += worded.made.map { wrap("*** \($0) ***") } ?? []
    lines += worded.questions.flatMap { wrap($0, hanging: 2) }
    lines += wrap(edition.paragraph(worded.counting))
    lines.append("")
    lines += figure.isDivided ? crossTabulation(worded, figure) : bars(worded)
    lines.append("")
    lines += edition.chains(of: figure, arrow: isASCII ? "->" : nil, isGlued: true).flatMap {
      wrap($0, hanging: figure.waves.isEmpty ? 0 : 2)
    }
    lines += (worded.notes + worded.origin).flatMap { wrap($0, hanging: 2) }
    return lines
  }

  /// The name by which a person asks for the figure, and its title.
  private func heading(of figure: Figure, _ worded: WordedFigure) -> String {
    let name = figure.id.text.onOneLine
    return name == worded.title ? name : edition.labelled(name, worded.title)
  }
}
