internal import Survey

extension Figure {
  /// The smallest count that a suppressed figure shows, beside none.
  ///
  /// Statistical offices commonly withhold counts below five.
  public static let usualThreshold = 5

  /// The figure as its attribution allows it to be seen.
  ///
  /// Anonymous and suppressed figures name nobody. A suppressed one also withholds:
  ///
  /// - each count of answers from one up to the threshold; states, such as left empty or unknown, are no answers and
  ///   stay;
  /// - where each unit stands in one row, so that rows add up to a total that is known, so many more, the smallest
  ///   first and those that are alike together, that what is withheld is not all one number and reaches the threshold;
  ///   and all of them where there are not so many;
  /// - where a unit can stand in several rows, the same unless how many answered leaves each withheld count open;
  /// - all parts of a cross-tabulation with their bases, where one of them is withheld, since rows and columns
  ///   would lead back to it;
  /// - every number, the base with them, where so few are in the base or left out by the filter that the base itself
  ///   would be the count of an answer, or where too few answered to hide among each other.
  ///
  /// Which counts go with the small ones hangs on how large they are, and never on where they stand. So withheld counts
  /// could change places and be published alike: as long as they are not all one number, none can be worked out.
  ///
  /// - Parameter threshold: The smallest count that may be seen.
  /// - Returns: The figure without what may not be seen.
  package func allowed(threshold: Int) -> Figure {
    switch attribution {
    case .named: self
    case .anonymous:
      with(n: n, rows: rows.map(\.nameless), columns: columns, total: total, bases: bases, notes: notes)
    case .suppressed:
      Suppression(self, threshold).isClosed ? closed(threshold) : suppressed(Suppression(self, threshold))
    }
  }

  /// The figure without any number of whoever the filter lets in; states have no rows, since a row says that somebody
  /// is in it.
  private func closed(_ threshold: Int) -> Figure {
    let shown = columns.indices.filter { columns[$0].isAnswer }
    return with(
      n: nil,
      rows: rows.filter(\.isAnswer).map { row in
        Row(
          code: row.code, label: row.label, state: row.state, count: nil, n: nil, share: nil,
          cells: row.cells.isEmpty ? [] : shown.map { _ in Cell(count: nil, share: nil) })
      },
      columns: shown.map { columns[$0].withoutBase }, total: nil,
      bases: Bases(
        registered: bases.registered, returned: bases.returned, distinct: bases.distinct, asked: nil,
        answered: nil, unknown: nil, isOfAnswers: bases.isOfAnswers),
      notes: notes.filter { !$0.tellsOfBase } + [.baseSuppressed(threshold: threshold)])
  }

  private func suppressed(_ suppression: Suppression) -> Figure {
    let withheld = suppression.withheld
    let hidesParts = suppression.hidesParts
    let hiddenCells = rows.indices.filter { suppression.hidesCells(of: $0) }
    if withheld.isEmpty, hiddenCells.isEmpty {
      return with(
        n: n, rows: rows.map(\.nameless), columns: columns, total: total, bases: bases, notes: notes)
    }
    let shown = rows.indices.map { index in
      rows[index].nameless.withholding(
        count: withheld.contains(index), cells: hiddenCells.contains(index),
        n: base == .asked && suppression.isAskedOfFew(index))
    }
    let hidesAnswered = !withheld.isEmpty && [.any, .answered].contains(statistic)
    return with(
      n: n, rows: shown, columns: hidesParts ? columns.map(\.withoutBase) : columns, total: total,
      bases: hidesAnswered ? bases.withoutAnswered : bases,
      notes: notes + [.suppressed(threshold: suppression.threshold)])
  }

  private func with(
    n: Int?, rows: [Row], columns: [Column], total: Int?, bases: Bases, notes: [Note]
  ) -> Figure {
    Figure(
      id: id, title: title, questions: questions, statistic: statistic, base: base, n: n, bases: bases,
      rows: rows,
      by: by, columns: columns, total: total, sources: sources, filter: filter, unit: unit,
      attribution: attribution, showsWho: false, chart: chart, notes: notes, isMade: isMade,
      codebook: codebook)
  }
}

/// What a suppressed figure withholds.
private struct Suppression {
  let figure: Figure
  let threshold: Int
  /// The rows whose counts are withheld.
  private(set) var withheld: Set<Int> = []

  init(_ figure: Figure, _ threshold: Int) {
    self.figure = figure
    self.threshold = threshold
    let few = Set(answers.filter { isSmall(figure.rows[$0].count) || isAskedOfFew($0) })
    if few.isEmpty { return }
    switch figure.statistic {
    case .count, .any: withheld = widened(few, until: areManyEnough)
    case .countMultiple, .distinct, .coded: withheld = widened(few, until: leavesOpen)
    // Each question is counted by itself; what all have in common is said of all that answered.
    case .answered, .all, .memberships: withheld = few
    }
  }

  private var answers: [Int] { figure.rows.indices.filter { figure.rows[$0].isAnswer } }

  private func isSmall(_ count: Int?) -> Bool { (1..<threshold).contains(count ?? 0) }

  private func count(_ row: Int) -> Int { figure.rows[row].count ?? 0 }

  // MARK: - The base

  /// Whether no number may be seen.
  var isClosed: Bool { populations.contains(where: isGivenAway) || isOfTooFew }

  /// Those whom the figure counts: all that were asked, and with them those that were not where the base has them.
  private var populations: [Int?] {
    [figure.bases.asked] + (figure.base == .distinct ? [figure.n] : [])
  }

  /// Whether some of all are so few, or all but so few, that their number counts an answer to another question: the
  /// one that the filter asks for, or on which it hangs who is asked.
  private func isGivenAway(_ some: Int?) -> Bool {
    guard let some, figure.bases.isOfAnswers else { return false }
    let others = figure.bases.distinct - some
    if figure.filter.isEmpty { return others > 0 && isSmall(some) }
    return isSmall(some) || isSmall(others - undetermined)
  }

  /// Units of which nobody can tell whether the filter lets them in: a note says how many.
  private var undetermined: Int {
    figure.notes.reduce(0) { sum, note in
      switch note {
      case .filterUnknown(let count, _), .filterFailed(let count, _): sum + count
      default: sum
      }
    }
  }

  /// Whether those that answered cannot hide among each other: each is behind what few have in common, behind the only
  /// row, and behind most rows that overlap.
  private var isOfTooFew: Bool {
    switch figure.statistic {
    case .all, .countMultiple, .distinct, .coded: isSmall(standing)
    case .count: answers.count == 1 && isSmall(count(answers[0]))
    case .any, .answered, .memberships: false
    }
  }

  // MARK: - Rows

  /// Whether so few were asked the question of a row that it shows to whom another question led.
  func isAskedOfFew(_ row: Int) -> Bool {
    guard figure.statistic == .answered else { return false }
    let asked = zip(figure.columns, figure.rows[row].cells).filter { $0.0.state != .notAsked }
      .reduce(0) { $0 + ($1.1.count ?? 0) }
    return isSmall(asked) && asked < figure.bases.distinct
  }

  /// Withholds more rows until what is withheld cannot be worked out from what is shown.
  private func widened(_ few: Set<Int>, until isEnough: (Set<Int>) -> Bool) -> Set<Int> {
    var withheld = few
    // What is alike goes together: which of them stands first must say nothing.
    let others = answers.filter { !withheld.contains($0) && count($0) > 0 }
    for next in Set(others.map(count)).sorted() {
      if isEnough(withheld) { return withheld }
      withheld.formUnion(others.filter { count($0) == next })
    }
    return isEnough(withheld) ? withheld : Set(answers)
  }

  /// Whether counts that add up can hide among each other.
  ///
  /// A sum of as many ones would say that each is one; and so it would if whatever else has that sum were enough.
  private func areManyEnough(_ withheld: Set<Int>) -> Bool {
    Set(withheld.map(count)).count > 1
      && withheld.reduce(0) { $0 + count($1) } >= max(threshold, withheld.count + 2)
  }

  /// Those that stand behind at least one row, and behind none twice.
  private var standing: Int {
    guard figure.statistic == .coded else { return figure.bases.answered ?? 0 }
    return figure.rows.filter { $0.state == .noCode || $0.state == .disputed }
      .reduce(figure.bases.coded ?? 0) { $0 - ($1.count ?? 0) }
  }

  /// Whether each withheld count of rows that overlap can still be more than one number.
  ///
  /// The rows that are shown leave some to stand behind the others. One less than would do is asked of small counts, so
  /// that where all are withheld, it may be for another reason than that they are as large as they can be.
  private func leavesOpen(_ withheld: Set<Int>) -> Bool {
    guard withheld.allSatisfy({ isSmall(count($0)) }) else { return true }
    let shown = answers.filter { !withheld.contains($0) }
    let left = standing - shown.reduce(0) { $0 + count($1) }
    let most = threshold - 1
    return left - (withheld.count - 1) * most <= most - 2
  }

  // MARK: - Parts

  /// Whether no part of a cross-tabulation may be seen.
  var hidesParts: Bool {
    guard figure.by != nil else { return false }
    return !withheld.isEmpty || figure.columns.contains { $0.isAnswer && isSmall($0.n) }
      || figure.rows.contains { row in
        zip(figure.columns, row.cells).contains { (row.isAnswer || $0.isAnswer) && isSmall($1.count) }
      }
  }

  /// Whether no part of a row may be seen.
  func hidesCells(of row: Int) -> Bool {
    switch figure.statistic {
    case .answered: withheld.contains(row)
    // The parts of a code add up to its count: they go together.
    case .coded: withheld.contains(row) || figure.rows[row].cells.contains { isSmall($0.count) }
    default: hidesParts
    }
  }
}

extension Bases {
  fileprivate var withoutAnswered: Bases {
    Bases(
      registered: registered, returned: returned, distinct: distinct, asked: asked, answered: nil,
      unknown: unknown, isOfAnswers: isOfAnswers)
  }
}

extension Note {
  /// Whether it says how many are in the base or in a part of it.
  fileprivate var tellsOfBase: Bool {
    switch self {
    case .nobodyAnswered, .someUnknown, .notAskedByVersion, .choicesAddedSince, .uncodedAnswers,
      .codersDisagree, .codesReplaced, .codesNotInUse, .unlisted:
      true
    default: false
    }
  }
}

extension Column {
  /// Whether the column is of answers, and not of a state.
  fileprivate var isAnswer: Bool { state == nil || state == .unlisted }

  fileprivate var withoutBase: Column { Column(code: code, label: label, state: state, n: nil) }
}

extension Row {
  /// Whether the row counts answers, and not a state.
  fileprivate var isAnswer: Bool { state == nil || state == .unlisted }

  fileprivate var nameless: Row {
    Row(
      code: code, label: label, state: state, count: count, n: n, share: share,
      cells: cells.map { Cell(count: $0.count, share: $0.share) })
  }

  fileprivate func withholding(count hidesCount: Bool, cells hidesCells: Bool, n hidesBase: Bool) -> Row {
    Row(
      code: code, label: label, state: state, count: hidesCount ? nil : count, n: hidesBase ? nil : n,
      share: hidesCount ? nil : share,
      cells: hidesCells ? cells.map { _ in Cell(count: nil, share: nil) } : cells)
  }
}
