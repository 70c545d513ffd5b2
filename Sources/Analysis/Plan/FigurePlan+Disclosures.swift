internal import Expressions
public import Survey

/// How a figure can give away what another figure of the plan withholds.
public enum Disclosure: Sendable, Hashable {
  /// A figure that withholds nothing counts a question that another suppresses.
  case counted(Question.Name, suppressedBy: Figure.ID, attribution: Attribution)
  /// Its rows are divided by such a question, so that its bases are counts of that question.
  case divided(Question.Name, suppressedBy: Figure.ID)
  /// Its filter asks for such a question, so that its base is a count of it.
  case filtered(Question.Name, suppressedBy: Figure.ID)
  /// Two figures suppress a question, of units that are not the same: their difference is a count too.
  case differently(Question.Name, suppressedBy: Figure.ID)
}

extension Disclosure: CustomStringConvertible {
  /// What was found and what to do, without the place.
  public var description: String {
    switch self {
    case .counted(let name, let figure, let attribution):
      "'\(name)' is \(attribution.rawValue) here, but \(figure) suppresses it: what that withholds can be read here; "
        + "suppress this figure too, or take one of the two out"
    case .divided(let name, let figure):
      "the rows are divided by '\(name)', which \(figure) suppresses: the bases of the parts can give away what that "
        + "withholds; divide by another question, or take one of the two out"
    case .filtered(let name, let figure):
      "the filter asks for '\(name)', which \(figure) suppresses: the base can give away what that withholds; "
        + "filter by another question, or take one of the two out"
    case .differently(let name, let figure):
      "\(figure) suppresses '\(name)' as well, but of other units: the difference between the two can give away what "
        + "both withhold; give both the same filter and the same sources, or take one of the two out"
    }
  }
}

extension FigurePlan {
  /// What figures can give away of what figures of the plan withhold, as far as that can be seen without their numbers.
  ///
  /// - Parameter shown: The figures that are shown: those of the plan, or what a request makes of them.
  /// - Returns: A warning for each cell of the plan, or argument of the request, that leads to a suppressed question.
  public func disclosures(by shown: [PlannedFigure]) -> [PlanProblem] {
    var found: [PlanProblem] = []
    for figure in shown where figure.statistic != .memberships {
      let planned = figures.firstIndex { $0.id == figure.id }
      let isAsPlanned = planned.map { figures[$0].isCounted(as: figure) } ?? false
      for (place, other) in figures.enumerated()
      where other.attribution == .suppressed && !(isAsPlanned && place == planned) {
        // Of two figures that are suppressed, the later one is told of.
        let comesFirst = isAsPlanned && (planned ?? 0) < place
        for (part, disclosure) in figure.disclosures(of: other) {
          if case .differently = disclosure, comesFirst { continue }
          let problem = PlanProblem(
            self.place(of: part, in: figure, planned.map { figures[$0] }), .givesAway(disclosure))
          if !found.contains(where: { $0.place == problem.place && $0.reason.isAbout(problem.reason) }) {
            found.append(problem)
          }
        }
      }
    }
    return found
  }

  /// The cell of the plan that says a part of a figure; the argument of the request where that says otherwise.
  private func place(
    of part: FigureDraft.Part, in figure: PlannedFigure, _ planned: PlannedFigure?
  ) -> PlanProblem.Place {
    let isPlanned =
      switch part {
      case .by: planned?.by == figure.by
      case .filter: planned?.filter?.source == figure.filter?.source
      default: planned != nil
      }
    guard isPlanned, let line = lines[figure.id] else { return .argument(Self.argument(part, of: figure)) }
    return .cell(file: file, line: line, column: part.rawValue)
  }

  private static func argument(_ part: FigureDraft.Part, of figure: PlannedFigure) -> String {
    part == .filter && figure.filter == nil ? argument(.question) : argument(part)
  }
}

extension PlannedFigure {
  /// The questions whose answers it counts, by all their names.
  private var countedQuestions: [Question.Name] {
    var seen: Set<Question.Name> = []
    return (questions + (waves?.waves.flatMap(\.figure.questions) ?? [])).filter { seen.insert($0).inserted }
  }

  /// Whether it shows the same numbers as another.
  fileprivate func isCounted(as other: PlannedFigure) -> Bool {
    countedQuestions == other.countedQuestions && by == other.by && filter?.source == other.filter?.source
      && sources == other.sources && attribution == other.attribution
  }

  /// How it gives away what another one withholds.
  fileprivate func disclosures(of other: PlannedFigure) -> [(FigureDraft.Part, Disclosure)] {
    let secret = Set(other.countedQuestions)
    var found: [(FigureDraft.Part, Disclosure)] = []
    for name in countedQuestions where secret.contains(name) {
      if attribution != .suppressed {
        found.append((.question, .counted(name, suppressedBy: other.id, attribution: attribution)))
      } else if filter?.source != other.filter?.source || Set(sources) != Set(other.sources) {
        found.append((.filter, .differently(name, suppressedBy: other.id)))
      }
    }
    if let by, secret.contains(by) { found.append((.by, .divided(by, suppressedBy: other.id))) }
    for name in (filter?.references ?? []).map({ Question.Name($0) }).sorted(by: { $0.text < $1.text })
    where secret.contains(name) {
      found.append((.filter, .filtered(name, suppressedBy: other.id)))
    }
    return found
  }
}

extension PlanProblem.Reason {
  /// Whether two warnings say the same of one question, though of several figures that suppress it.
  fileprivate func isAbout(_ other: PlanProblem.Reason) -> Bool {
    guard case .givesAway(let one) = self, case .givesAway(let two) = other else { return false }
    switch (one, two) {
    case (.counted(let a, _, _), .counted(let b, _, _)), (.divided(let a, _), .divided(let b, _)),
      (.filtered(let a, _), .filtered(let b, _)), (.differently(let a, _), .differently(let b, _)):
      return a == b
    default: return false
    }
  }
}
