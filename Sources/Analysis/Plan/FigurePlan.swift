public import CSV
public import Coding
public import Survey

/// An analysis plan, `figures.csv`: the figures of a questionnaire, one a line.
///
/// What cannot be counted as it stands comes back as `problems`; the other figures are there all the same.
public struct FigurePlan: Sendable {
  /// The figures without a problem, in the order of the file.
  public let figures: [PlannedFigure]
  /// Everything that is wrong: with the list of memberships, then in the order of the file.
  public let problems: [PlanProblem]
  /// What counts as it stands, and is hardly what was meant.
  public let warnings: [PlanProblem]
  /// The questionnaire that the plan stands beside.
  public let home: Questionnaire
  /// What messages call the file, and on which line of it each figure stands.
  let file: String
  let lines: [Figure.ID: Int]

  /// The plan of a questionnaire that has none.
  public init(without home: Questionnaire) {
    self.init(figures: [], problems: [], home: home)
  }

  /// Reads a plan and checks it against the forms that it draws from.
  ///
  /// - Parameters:
  ///   - reader: The file, before its header.
  ///   - file: What messages call the file.
  ///   - home: The questionnaire that the plan stands beside; figures without sources draw from it.
  ///   - memberships: Which countries belong to which units, for figures that count that.
  ///   - form: Finds another questionnaire by its id, or gives nothing where there is none.
  ///   - codebook: Reads a codebook by the name of its file beside the plan; nothing where there is none.
  ///   - waveMap: Reads a map of waves by the name of its file beside the plan; nothing where there is none.
  public init(
    _ reader: consuming CSVReader, file: String, home: Questionnaire, memberships: MembershipList? = nil,
    form: (Questionnaire.ID) -> Questionnaire? = { _ in nil },
    codebook: (String) -> Codebook? = { _ in nil }, waveMap: (String) -> WaveMap? = { _ in nil }
  ) {
    do {
      var plan = PlanReader(
        table: try CSVTable(reader), file: file, home: home, memberships: memberships)
      plan.read(form: form, codebook: codebook, waveMap: waveMap)
      let lines = plan.lines.map { (Figure.ID($0), $1) }
      self.init(
        figures: plan.figures, problems: plan.problems, warnings: plan.warnings, home: home, file: file,
        lines: Dictionary(lines, uniquingKeysWith: { first, _ in first }))
    } catch {
      let problems = (memberships?.problems ?? []) + [PlanProblem(.file(file), .unreadable(error))]
      self.init(figures: [], problems: problems, home: home)
    }
  }

  private init(
    figures: [PlannedFigure], problems: [PlanProblem], warnings: [PlanProblem] = [], home: Questionnaire,
    file: String = "", lines: [Figure.ID: Int] = [:]
  ) {
    self.file = file
    self.lines = lines
    self.figures = figures
    self.problems = problems
    self.warnings = warnings
    self.home = home
  }
}

extension FigurePlan {
  /// The forms of the first figure that counts units by a question; of several waves, those of this questionnaire's.
  ///
  /// - Parameter unit: The question that says which unit a response is about.
  /// - Returns: The forms in the order of precedence; the questionnaire alone where no figure counts so.
  public func forms(ofUnit unit: Question.Name) -> [Questionnaire] {
    let waves = figures.lazy.flatMap { $0.waves?.waves.map(\.figure) ?? [] }
    let figure =
      figures.first { $0.unit == unit && $0.waves == nil }
      ?? waves.first { $0.unit == unit && $0.sources.contains(home.id) }
    return figure?.forms.all ?? [home]
  }
}
