internal import Survey

/// The answers of which a condition is asked, by the places of the questions' domains.
protocol AnswersAtHand {
  /// What is said of a question.
  func code(_ domain: Int) -> CellCode
  /// The places of the choices that are given to a question; empty where it is not answered.
  func places(_ domain: Int) -> [Int]
  /// The text of an answer, where texts are kept.
  func text(_ domain: Int) -> String?
}

/// The answers of a unit, over all sources.
struct UnitAnswers: AnswersAtHand {
  let unit: Int
  let view: UnitView

  func code(_ domain: Int) -> CellCode { view.cell(unit, domain).code }
  func places(_ domain: Int) -> [Int] { view.places(unit, domain) }
  func text(_ domain: Int) -> String? { view.text(unit, domain) }
}

/// The answers of one repeat, and what its unit says of questions outside of the repeats.
struct RepeatAnswers: AnswersAtHand {
  let around: UnitAnswers
  /// The rows of the repeat's group, and the one of the repeat.
  let rows: ResponseRows
  let row: Int
  /// The domains of the questions that stand in the group.
  let own: Set<Int>

  func code(_ domain: Int) -> CellCode {
    own.contains(domain) ? rows.code(row, domain) : around.code(domain)
  }

  func places(_ domain: Int) -> [Int] {
    guard own.contains(domain) else { return around.places(domain) }
    let code = rows.code(row, domain)
    guard code.isAnswer else { return [] }
    switch around.view.data.domains[domain].keeping {
    case .one: return [code.place]
    case .several(let words): return rows.places(row, domain, words: words)
    case .presence, .text: return []
    }
  }

  func text(_ domain: Int) -> String? {
    guard own.contains(domain) else { return around.text(domain) }
    guard rows.code(row, domain).isAnswer, let number = rows.columns[domain]?.texts[row] else { return nil }
    return around.view.data.domains[domain].texts[Int(number)]
  }
}
