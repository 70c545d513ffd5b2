internal import Analysis
internal import Messages
internal import Survey

/// A figure in the words of an edition: what all renderings for people have in common.
struct WordedFigure {
  /// A row: a choice, a question, or what is no answer.
  struct Line {
    /// What was counted.
    let row: Row
    let label: String
    /// The label in its parts.
    let labelParts: Label
    /// What the row is where it is no answer; an answer that the list does not have is one.
    let state: RowState?
    let number: Number
    /// How many units the share is of; nothing where that is withheld.
    let n: Int?
    /// The names of the units behind the count.
    let names: UnitNames
    /// The parts of the count, one for each column.
    let parts: [Part]
    /// The answers behind the count whose words are known: whose, and what.
    let quotations: [Quotation]

    /// The names that no quotation says.
    var unquoted: [String] { names.filter { name in !quotations.contains { $0.who == name } } }
  }

  /// An answer that is quoted.
  struct Quotation: Hashable {
    /// Whose it is.
    let who: String
    /// The answer on one line, in the quotation marks of the language.
    let text: String
  }

  /// A part of a row's count.
  struct Part {
    let number: Number
    let names: UnitNames
  }

  /// A count with its share, as numbers and in words.
  struct Number {
    /// Nothing where it is withheld.
    let value: Int?
    let share: Double?
    /// `5`, or that it is withheld or was not offered; empty where each wave has its own.
    let count: String
    /// `62.5%`; empty where there is none, `-` where the base is nobody.
    let percentage: String

    /// Whether there is a count that may not be seen.
    var isWithheld = false

    /// The count with its share: `5 (62.5%)`.
    var whole: String { percentage.isEmpty || percentage == "-" ? count : "\(count) (\(percentage))" }
  }

  /// A column of a cross-tabulation.
  struct Column {
    let label: String
    let state: RowState?
    let n: Int?
  }

  let title: String
  let questions: [String]
  /// That the data is made up, where it is.
  let made: String?
  /// What is counted, and over which base.
  let counting: [String]
  /// The rows that are answers, the longest first in a ranking.
  let answers: [Line]
  /// The rows that are none.
  let states: [Line]
  let columns: [Column]
  /// Whether the columns say how codes are known, and not what a question or a state is.
  let tellsEvidence: Bool
  let notes: [String]
  /// The filter and the sources.
  let origin: [String]

  var lines: [Line] { answers + states }

  init(_ figure: Figure, _ edition: Edition) {
    title = edition.title(of: figure)
    questions = edition.questions(of: figure)
    made = figure.isMade ? edition.say(.made) : nil
    counting = edition.counting(of: figure)
    answers = figure.orderedAnswers.map { edition.line($0, figure) }
    states = figure.rows.filter { !$0.isAnswer }.map { edition.line($0, figure) }
    columns = figure.columns.map {
      Column(label: edition.label(of: $0, figure), state: $0.state, n: $0.n)
    }
    tellsEvidence = figure.statistic == .coded && !figure.columns.isEmpty
    notes = edition.notes(of: figure)
    origin = edition.origin(of: figure)
  }
}

extension Figure {
  /// The rows that are answers, the largest count first in a ranking.
  var orderedAnswers: [Row] {
    let answers = rows.filter(\.isAnswer)
    return chart.isRanked ? answers.ranked : answers
  }
}

extension Row {
  /// Whether the row stands among the answers, listed or not.
  var isAnswer: Bool { state == nil || state == .unlisted }
}

extension [Row] {
  /// The rows with the largest count first.
  ///
  /// Withheld counts stand last, so that their place gives nothing away. Ties stay in order.
  var ranked: [Row] {
    enumerated().sorted { left, right in
      let (first, second) = (left.element.count ?? -1, right.element.count ?? -1)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }
}

extension Figure {
  /// Whether its units are to be named, and may be.
  var namesUnits: Bool { showsWho && attribution == .named }

  /// Whether its rows are divided, by a question or into waves, and each part has a base of its own.
  var isDivided: Bool { by != nil || !waves.isEmpty }

  /// Whether it has shares of its base.
  var hasShares: Bool {
    rows.contains { row in row.share != nil || isDivided && row.cells.contains { $0.share != nil } }
  }

  /// How many units its base has; of waves, that of the largest.
  var largestBase: Int { waves.isEmpty ? n ?? 0 : waves.compactMap(\.n).max() ?? 0 }

  /// Its chains of bases: one, or one for each wave.
  var chains: [(wave: String?, bases: Bases)] {
    waves.isEmpty ? [(nil, bases)] : waves.map { ($0.name, $0.bases) }
  }
}

extension Edition {
  fileprivate func line(_ row: Row, _ figure: Figure) -> WordedFigure.Line {
    WordedFigure.Line(
      row: row, label: label(of: row, figure), labelParts: parts(of: row, figure),
      state: row.isAnswer ? nil : row.state,
      number: figure.waves.isEmpty
        ? number(row.count, row.share, isAnswer: row.isAnswer, n: row.n)
        : WordedFigure.Number(value: nil, share: nil, count: "", percentage: ""), n: row.n,
      names: UnitNames(of: figure.namesUnits ? row.who : [], in: self),
      parts: row.cells.map { cell in
        WordedFigure.Part(
          number: cell.isOffered
            ? number(cell.count, cell.share, isAnswer: false, n: row.n)
            : WordedFigure.Number(value: nil, share: nil, count: say(.notOfferedByWave), percentage: ""),
          names: UnitNames(of: figure.namesUnits ? cell.who : [], in: self))
      }, quotations: figure.namesUnits ? quotations(row) : [])
  }

  /// The answers of a row that are known; an answer that several questions or coders lead to is quoted once.
  private func quotations(_ row: Row) -> [WordedFigure.Quotation] {
    var seen: Set<WordedFigure.Quotation> = []
    return row.quotations.compactMap { quotation in
      guard let text = quotation.text?.onOneLine.trimmed, !text.isEmpty else { return nil }
      let quoted = WordedFigure.Quotation(
        who: name(of: quotation.participant), text: say(.blankQuoted, ["text": text]))
      return seen.insert(quoted).inserted ? quoted : nil
    }
  }

  private func number(_ count: Int?, _ share: Double?, isAnswer: Bool, n: Int?) -> WordedFigure.Number {
    WordedFigure.Number(
      value: count, share: share, count: count.map(say.number) ?? say(.suppressed),
      percentage: share.map(say.share) ?? (isAnswer && n == 0 && count != nil ? "-" : ""),
      isWithheld: count == nil)
  }
}
