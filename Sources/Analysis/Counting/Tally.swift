public import Calendar
public import Coding
public import Survey

/// The figures that were counted, and what is to be looked at in the response files.
public struct Tally: Sendable {
  /// The figures, in the order in which they were asked for.
  public let figures: [Figure]
  /// What was found in the response files.
  public let findings: Findings
  /// The versions of each form that rows answer.
  public let versions: [Questionnaire.ID: Set<String>]

  /// Counts figures; each response file is read once.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - files: The response files, one for each form that the figures draw from.
  ///   - codings: The codes that answers were given, by their forms.
  ///   - now: What `now()` and `today()` mean in filters.
  ///   - isMade: Whether the data is made up; the figures say so.
  ///   - threshold: The smallest count that suppressed figures show.
  ///   - effort: How the response files are read.
  /// - Throws: Why a file cannot be counted at all.
  public init(
    of figures: [PlannedFigure], from files: [ResponseFile], codings: [Questionnaire.ID: Codings] = [:],
    now: Instant, isMade: Bool = false, threshold: Int = Figure.usualThreshold,
    effort: ReadingEffort = ReadingEffort()
  ) throws(AnalysisError) {
    try self.init(
      of: figures, from: files, codings: codings, now: now, isMade: isMade, threshold: threshold,
      effort: effort, isUnitByUnit: false)
  }

  /// Counts figures, if asked for without any short cut: what comes of it is the same.
  package init(
    of figures: [PlannedFigure], from files: [ResponseFile], codings: [Questionnaire.ID: Codings] = [:],
    now: Instant, isMade: Bool = false, threshold: Int = Figure.usualThreshold,
    effort: ReadingEffort = ReadingEffort(), isUnitByUnit: Bool
  ) throws(AnalysisError) {
    var effort = effort
    func begin(takesPieces: Bool) throws(AnalysisError) -> Counting {
      let data = try Dataset(
        figures.flatMap(\.needs), files: files, effort: effort, takesPieces: takesPieces)
      return Counting(
        data: data, codings: codings, now: now, isMade: isMade, threshold: threshold,
        isUnitByUnit: isUnitByUnit)
    }
    var counting = try begin(takesPieces: !isUnitByUnit)
    do throws(SidecarDamage) {
      try counting.countPieces(of: figures.flatMap(\.counted), threads: effort.threads)
    } catch {
      // What was kept is of no use: the files themselves are.
      for stored in counting.data.stored.values { stored.file?.giveUp() }
      effort.keepsColumns = false
      counting = try begin(takesPieces: false)
    }
    self.figures = figures.map { counting.figure($0) }
    findings = counting.data.findings
    versions = Dictionary(
      counting.data.files.map { ($0.form.id, Set($0.versions)) }, uniquingKeysWith: { $0.union($1) })
  }
}

/// The counting of several figures over the same data.
private struct Counting {
  var data: Dataset
  let codings: [Questionnaire.ID: Codings]
  let now: Instant
  let isMade: Bool
  let threshold: Int
  let isUnitByUnit: Bool
  private var tables: [UnitTable.Key: UnitTable] = [:]
  /// What was counted piece by piece, by the figures' places.
  private var ofPieces: [Int: Tabulated] = [:]
  private var place = 0

  init(
    data: Dataset, codings: [Questionnaire.ID: Codings], now: Instant, isMade: Bool, threshold: Int,
    isUnitByUnit: Bool
  ) {
    self.data = data
    self.codings = codings
    self.now = now
    self.isMade = isMade
    self.threshold = threshold
    self.isUnitByUnit = isUnitByUnit
  }

  /// Counts what stays beside large files, before the figures are made.
  ///
  /// - Parameters:
  ///   - figures: All that are counted, those of waves one by one, in the order in which they are made.
  ///   - threads: How many threads count.
  /// - Throws: `SidecarDamage` where something else stands there than what was kept.
  mutating func countPieces(of figures: [PlannedFigure], threads: Int) throws(SidecarDamage) {
    for (file, stored) in data.stored.sorted(by: { $0.key < $1.key }) {
      let places = figures.indices.filter {
        figures[$0].unit == nil && data.files(of: figures[$0].forms) == [file]
      }
      let counting = PieceCounting(places.map { figures[$0] }, of: file, stored, in: data, now: now)
      let counted = try counting.counted(threads: threads)
      for (place, table) in zip(places, counted.tables) { ofPieces[place] = table }
      if let units = counted.units { data.change(file) { rows, _ in rows = units.rows } }
    }
  }

  /// A figure as it may be seen; one of waves is put together of what may be seen of each.
  mutating func figure(_ figure: PlannedFigure) -> Figure {
    let parts = figure.counted.map { counted($0).allowed(threshold: threshold) }
    return figure.waves.map { Figure(of: figure, $0, counted: parts) } ?? parts[0]
  }

  private mutating func counted(_ figure: PlannedFigure) -> Figure {
    defer { place += 1 }
    if let table = ofPieces[place] {
      return FigureTable(tabulation: Tabulation(figure, in: data), counts: table) { _, _ in [] }
        .figure(frame: figure.frame, isMade: isMade)
    }
    let sources = data.files(of: figure.forms)
    let key = UnitTable.Key(unit: figure.unit, sources: sources)
    let units =
      tables[key]
      ?? figure.unit.map { UnitTable(by: $0, of: figure.forms, sources: sources, in: &data) }
      ?? UnitTable(responsesOf: sources, in: data)
    tables[key] = units
    let frame = figure.frame
    let view = UnitView(data: data, units: units)
    if let memberships = figure.memberships, figure.statistic == .memberships {
      return MembershipCount(figure, memberships, frame: frame, view, now: now).figure(isMade: isMade)
    }
    if let group = figure.repeatGroup {
      return RepeatTabulation(figure, of: group, view, now: now).figure(frame: frame, isMade: isMade)
    }
    if let codebook = figure.codebook {
      return CodedTabulation(figure, codebook, view, codings, now: now).figure(frame: frame, isMade: isMade)
    }
    let tabulation = Tabulation(figure, in: data)
    if !isUnitByUnit, let columns = ColumnTabulation(tabulation, view) {
      let table = FigureTable(tabulation: tabulation, counts: columns.counted(now: now)) { _, _ in [] }
      return table.figure(frame: frame, isMade: isMade)
    }
    let counted = UnitTabulation(tabulation, view, frame: frame, now: now)
    return FigureTable(tabulation: tabulation, counts: counted.table, who: counted.participants)
      .figure(frame: frame, isMade: isMade)
  }
}

extension PlannedFigure {
  /// What is counted for it: itself, or the figure of each wave.
  var counted: [PlannedFigure] { waves?.waves.map(\.figure) ?? [self] }

  /// The register of its units; nothing where there is none.
  var frame: Frame? { unit.flatMap { Frame($0, forms: forms) } }
}

extension UnitTable {
  /// What makes two figures count the same units.
  fileprivate struct Key: Hashable {
    let unit: Question.Name?
    let sources: [Int]
  }
}
