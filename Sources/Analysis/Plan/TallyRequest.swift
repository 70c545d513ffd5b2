internal import Expressions
internal import Survey

/// What somebody asks to be counted: questions or planned figures, and how.
public struct TallyRequest: Sendable {
  /// Names of questions or figures, numbers on paper, or patterns such as `partners_*`; none for the whole plan.
  public var questions: [String]
  /// The question that says whose answers these are, so that each unit counts once; empty for the plan's own.
  public var unit: String
  /// The question that divides the rows; empty for none.
  public var by: String
  /// The expression that units must fulfil; empty for all.
  public var filter: String
  /// The base of the shares; nothing for the usual one.
  public var base: Base?
  /// Whether the units behind each count are listed; as the plan says where nothing is said here.
  public var showsWho: Bool?

  /// Creates a request.
  public init(
    questions: [String] = [], unit: String = "", by: String = "", filter: String = "", base: Base? = nil,
    showsWho: Bool? = false
  ) {
    self.questions = questions
    self.unit = unit
    self.by = by
    self.filter = filter
    self.base = base
    self.showsWho = showsWho
  }
}

extension FigurePlan {
  /// The figures that a request means.
  ///
  /// A question is counted as its kind allows. It is drawn from the sources of the first planned figure that has
  /// it, and by that figure's unit; a question that is in no figure is drawn from the questionnaire alone, by the
  /// unit of the first planned figure that has one.
  ///
  /// - Parameter request: What is asked for.
  /// - Returns: The figures, and everything that is wrong with the request.
  public func figures(for request: TallyRequest) -> (figures: [PlannedFigure], problems: [PlanProblem]) {
    var problems: [PlanProblem] = []
    var drafts: [FigureDraft] = []
    if request.questions.isEmpty {
      drafts = figures.isEmpty ? everyQuestion : figures.map(\.draft)
      if drafts.isEmpty { problems.append(PlanProblem(.argument("QUESTION"), .nothingPlanned)) }
    }
    for written in request.questions {
      let meant = self.drafts(for: written)
      if meant.isEmpty {
        let names = Forms([home]).questionNames + figures.map(\.id.text)
        let reason = PlanProblem.Reason.noSuchQuestion(
          found: written, suggestion: nearest(to: written, among: names), forms: home.id.text)
        problems.append(PlanProblem(.argument("QUESTION"), reason))
      }
      drafts += meant.flatMap { $0.inEachBase(request.base) }
    }
    var found: [PlannedFigure] = []
    for var draft in drafts {
      if !request.unit.isEmpty { draft.unit = request.unit }
      if !request.by.isEmpty { draft.by = request.by }
      if !request.filter.isEmpty { draft.filter = request.filter }
      draft.base = request.base ?? draft.base
      draft.showsWho = request.showsWho ?? draft.showsWho
      let figure = draft.checked { part, reason in
        let problem = PlanProblem(.argument(Self.argument(part)), reason)
        if !problems.contains(problem) { problems.append(problem) }
      }
      if let figure { found.append(figure) }
    }
    return (found, problems)
  }

  /// What stands in a call for a part of a figure.
  static func argument(_ part: FigureDraft.Part) -> String {
    switch part {
    case .by: "--by"
    case .filter: "--where"
    case .base: "--base"
    case .unit: "--unit"
    case .question, .sources, .statistic, .chart, .codebook, .waveMap: "QUESTION"
    }
  }

  private var everyQuestion: [FigureDraft] {
    Forms([home]).asked.map(\.name).filter { home.placed($0)?.repeats.isEmpty ?? false }.map(draft(of:))
  }

  private func drafts(for written: String) -> [FigureDraft] {
    if let figure = figures.first(where: { $0.id.text == written }) { return [figure.draft] }
    if written.contains("*") {
      return Forms(allForms).questions(matching: written).map(draft(of:))
    }
    let name = Question.Name(Forms(allForms).now(written))
    if Forms(allForms).question(name) != nil { return [draft(of: name)] }
    return home.numbering.questions(called: written, in: home).map(draft(of:))
  }

  /// The questionnaire first, then whatever else the plan draws from, but for other waves.
  private var allForms: [Questionnaire] {
    var seen: Set<Questionnaire.ID> = []
    let ofOneWave = figures.filter { $0.waves == nil }
    return ([home] + ofOneWave.flatMap(\.forms.all)).filter { seen.insert($0.id).inserted }
  }

  private func draft(of name: Question.Name) -> FigureDraft { draft(counting: name.text) }

  /// A figure of a question, or of all questions that a pattern means, as far as the plan says what it draws from.
  ///
  /// - Parameters:
  ///   - written: The name of a question, or a pattern such as `partners_*`.
  ///   - statistic: How it is counted; as the question's kind allows where nothing is said.
  /// - Returns: The figure as if somebody had written it down.
  func draft(counting written: String, as statistic: Statistic? = nil) -> FigureDraft {
    let names = Set(Forms(allForms).meant(by: written))
    // Memberships are no answers, and waves are several askings: they say nothing of where answers to the same
    // question are drawn from.
    let planned = figures.filter {
      $0.statistic != .memberships && $0.waves == nil && !names.isDisjoint(with: $0.questions)
    }
    let forms = planned.first?.forms ?? Forms([home])
    let ofWaves = figures.filter { figure in
      figure.waves?.waves.map(\.figure).contains { wave in
        !names.isDisjoint(with: wave.questions)
          && wave.forms.all.contains { one in forms.all.contains { $0.id == one.id } }
      } ?? false
    }
    let unit =
      planned.first.map(\.unit) ?? figures.lazy.compactMap(\.unit).first { home.question($0) != nil }
    let kind = forms.question(Question.Name(written))?.kind ?? .text
    var draft = FigureDraft(
      id: Figure.ID(written), statistic: statistic ?? Statistic(fitting: kind), forms: forms)
    draft.questions = [written]
    draft.unit = unit?.text ?? ""
    // The strictest that the plan says of the question.
    let said = Set((planned + ofWaves).map(\.attribution))
    draft.attribution = [.suppressed, .anonymous].first(where: said.contains) ?? .named
    return draft
  }
}

extension PlannedFigure {
  /// The figure as if it had just been written down, to be changed and checked again.
  var draft: FigureDraft {
    var draft = FigureDraft(id: id, statistic: statistic, forms: forms)
    draft.title = title
    draft.unit = unit?.text ?? ""
    draft.questions = questions.map(\.text)
    draft.base = base
    draft.filter = filter?.source ?? ""
    draft.by = by?.text ?? ""
    draft.showsWho = showsWho
    draft.attribution = attribution
    draft.chart = chart
    draft.memberships = memberships
    draft.codebook = codebook
    draft.sources = sources
    draft.waveMap = waves?.map
    return draft
  }
}
