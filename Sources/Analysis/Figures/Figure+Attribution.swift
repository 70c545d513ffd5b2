extension Figure {
  /// The smallest count that a suppressed figure shows, beside none.
  ///
  /// Statistical offices commonly withhold counts below five.
  public static let usualThreshold = 5

  /// The figure as its attribution allows it to be seen.
  ///
  /// Anonymous and suppressed figures name nobody. A suppressed one also withholds:
  ///
  /// - each count of answers from one up to the threshold; how many were asked, and how many of them are blank,
  ///   not applicable or unknown, is no answer and stays;
  /// - where rows add up to a total that is known, so many more, the smallest first, that at least two are
  ///   withheld which together reach the threshold and are not all one; and all of them where there are not so many;
  /// - where several choices are possible, so many more that how many answered leaves each withheld count open;
  /// - all parts of a cross-tabulation with their bases, where one of them is withheld, since rows and columns
  ///   would lead back to it.
  ///
  /// - Parameter threshold: The smallest count that may be seen.
  /// - Returns: The figure without what may not be seen.
  func allowed(threshold: Int) -> Figure {
    switch attribution {
    case .named: self
    case .anonymous: with(rows: rows.map(\.nameless), columns: columns, bases: bases, notes: notes)
    case .suppressed: suppressed(threshold)
    }
  }

  private func suppressed(_ threshold: Int) -> Figure {
    var withheld = Set(rows.indices.filter { rows[$0].isAnswer && rows[$0].isSmall(threshold) })
    let addsUp = statistic == .count || statistic == .any
    if addsUp, !withheld.isEmpty { widen(&withheld, until: { isEnough($0, threshold) }) }
    if statistic == .countMultiple, !withheld.isEmpty {
      widen(&withheld, until: { leavesOpen($0, threshold) })
    }
    // Whom all have something in common with is said of each.
    if statistic == .all, let answered = bases.answered, answered < threshold {
      withheld = Set(rows.indices.filter { rows[$0].isAnswer })
    }
    let hidesParts =
      by != nil
      && (!withheld.isEmpty || rows.contains { $0.isAnswer && $0.cells.contains { $0.isSmall(threshold) } })
    let hidesAnswered = !withheld.isEmpty && [.any, .answered, .coded].contains(statistic)
    let hidesEvidence =
      statistic == .coded && rows.contains { $0.isAnswer && $0.cells.contains { $0.isSmall(threshold) } }
    if withheld.isEmpty, !hidesParts, !hidesEvidence {
      return with(rows: rows.map(\.nameless), columns: columns, bases: bases, notes: notes)
    }
    let shown = rows.indices.map { index in
      let row = rows[index].nameless
      // The parts of a code add up to its count: they go together.
      let hidesCells =
        hidesParts || (statistic == .answered && withheld.contains(index))
        || (statistic == .coded && rows[index].cells.contains { $0.isSmall(threshold) })
      return row.withholding(count: withheld.contains(index), cells: hidesCells)
    }
    return with(
      rows: shown,
      columns: hidesParts
        ? columns.map { Column(code: $0.code, label: $0.label, state: $0.state, n: nil) } : columns,
      bases: hidesAnswered ? bases.withoutAnswered : bases, notes: notes + [.suppressed(threshold: threshold)]
    )
  }

  /// Withholds more rows, so that what is withheld cannot be worked out from what is shown.
  private func widen(_ withheld: inout Set<Int>, until isEnough: (Set<Int>) -> Bool) {
    let answers = rows.indices.filter { rows[$0].isAnswer }
    let others = answers.filter { !withheld.contains($0) && (rows[$0].count ?? 0) > 0 }
      .sorted { (rows[$0].count ?? 0, $0) < (rows[$1].count ?? 0, $1) }
    for row in others {
      if isEnough(withheld) { return }
      withheld.insert(row)
    }
    if !isEnough(withheld) { withheld = Set(answers) }
  }

  /// Whether counts that add up can hide among each other: a sum of as many ones would say that each is one.
  private func isEnough(_ withheld: Set<Int>, _ threshold: Int) -> Bool {
    let sum = withheld.reduce(0) { $0 + (rows[$1].count ?? 0) }
    return withheld.count >= 2 && sum >= max(threshold, withheld.count + 1)
  }

  /// Whether each withheld count of several choices can still be more than one number.
  ///
  /// Who answered stands behind at least one choice, and behind none twice. A none is seen to be one, unless all counts
  /// are withheld.
  private func leavesOpen(_ withheld: Set<Int>, _ threshold: Int) -> Bool {
    guard let answered = bases.answered else { return true }
    let shown = rows.indices.filter { rows[$0].isAnswer && !withheld.contains($0) }
    let left = answered - shown.reduce(0) { $0 + (rows[$1].count ?? 0) }
    let areSmall = withheld.allSatisfy { rows[$0].isSmall(threshold) }
    let most = areSmall ? min(answered, threshold - 1) : answered
    return most > max(1, left - (withheld.count - 1) * most)
  }

  private func with(rows: [Row], columns: [Column], bases: Bases, notes: [Note]) -> Figure {
    Figure(
      id: id, title: title, questions: questions, statistic: statistic, base: base, n: n, bases: bases,
      rows: rows,
      by: by, columns: columns, total: total, sources: sources, filter: filter, unit: unit,
      attribution: attribution, showsWho: false, chart: chart, notes: notes, isMade: isMade,
      codebook: codebook)
  }
}

extension Bases {
  fileprivate var withoutAnswered: Bases {
    Bases(
      registered: registered, returned: returned, distinct: distinct, asked: asked, answered: nil,
      unknown: unknown)
  }
}

extension Row {
  /// Whether the row counts answers, and not a state.
  fileprivate var isAnswer: Bool { state == nil || state == .unlisted }

  fileprivate func isSmall(_ threshold: Int) -> Bool { (1..<threshold).contains(count ?? 0) }

  fileprivate var nameless: Row {
    Row(
      code: code, label: label, state: state, count: count, n: n, share: share,
      cells: cells.map { Cell(count: $0.count, share: $0.share) })
  }

  fileprivate func withholding(count hidesCount: Bool, cells hidesCells: Bool) -> Row {
    Row(
      code: code, label: label, state: state, count: hidesCount ? nil : count, n: n,
      share: hidesCount ? nil : share,
      cells: hidesCells ? cells.map { _ in Cell(count: nil, share: nil) } : cells)
  }
}

extension Cell {
  fileprivate func isSmall(_ threshold: Int) -> Bool { (1..<threshold).contains(count ?? 0) }
}
