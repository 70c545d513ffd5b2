public import Calendar
public import Coding
public import Survey

/// The figures that were counted, and what is to be looked at in the response files.
public struct Tally: Sendable {
  /// The figures, in the order in which they were asked for.
  public let figures: [Figure]
  /// What was found in the response files.
  public let findings: Findings

  /// Counts figures; each response file is read once.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - files: The response files, one for each form that the figures draw from.
  ///   - codings: The codes that answers were given, by their forms.
  ///   - now: What `now()` and `today()` mean in filters.
  ///   - isMade: Whether the data is made up; the figures say so.
  ///   - threshold: The smallest count that suppressed figures show.
  /// - Throws: Why a file cannot be counted at all.
  public init(
    of figures: [PlannedFigure], from files: [ResponseFile], codings: [Questionnaire.ID: Codings] = [:],
    now: Instant, isMade: Bool = false, threshold: Int = Figure.usualThreshold
  ) throws(AnalysisError) {
    var data = try Dataset(figures.map(\.need), files: files)
    var tables: [UnitTable.Key: UnitTable] = [:]
    var counted: [Figure] = []
    for figure in figures {
      let sources = data.files(of: figure.forms)
      let key = UnitTable.Key(unit: figure.unit, sources: sources)
      let units =
        tables[key]
        ?? figure.unit.map { UnitTable(by: $0, of: figure.forms, sources: sources, in: &data) }
        ?? UnitTable(responsesOf: sources, in: data)
      tables[key] = units
      let frame = figure.unit.flatMap { Frame($0, forms: figure.forms) }
      let view = UnitView(data: data, units: units)
      let made =
        if let memberships = figure.memberships, figure.statistic == .memberships {
          MembershipCount(figure, memberships, frame: frame, view, now: now).figure(isMade: isMade)
        } else if let group = figure.repeatGroup {
          RepeatTabulation(figure, of: group, view, now: now).figure(frame: frame, isMade: isMade)
        } else if let codebook = figure.codebook {
          CodedTabulation(figure, codebook, view, codings, now: now).figure(frame: frame, isMade: isMade)
        } else {
          Tabulation(figure, view, now: now).figure(frame: frame, isMade: isMade)
        }
      counted.append(made.allowed(threshold: threshold))
    }
    self.figures = counted
    findings = data.findings
  }
}

extension UnitTable {
  /// What makes two figures count the same units.
  fileprivate struct Key: Hashable {
    let unit: Question.Name?
    let sources: [Int]
  }
}
