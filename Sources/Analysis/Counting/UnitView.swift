internal import Survey

/// What a unit says of each question, over all sources.
struct UnitView {
  let data: Dataset
  let units: UnitTable

  /// What a unit says of a question, and which of the sources says it.
  ///
  /// The first source that answers counts; then one that says not applicable, blank, unknown, not asked.
  func cell(_ unit: Int, _ domain: Int) -> (code: CellCode, source: Int?) {
    var best = CellCode.notAsked
    var origin: Int?
    for source in units.sources.indices {
      guard let row = units.row(unit, source) else { continue }
      let code = data.files[units.sources[source]].code(row, domain)
      if code.rank < best.rank || origin == nil && code.rank == best.rank {
        best = code
        origin = source
      }
      if best.isAnswer { break }
    }
    return (best, origin)
  }

  /// The places of the choices that a unit gives to a question, where it answers it.
  func places(_ unit: Int, _ domain: Int) -> [Int] {
    let (code, source) = cell(unit, domain)
    guard code.isAnswer, let source, let row = units.row(unit, source) else { return [] }
    switch data.domains[domain].keeping {
    case .one: return [code.place]
    case .several(let words): return data.files[units.sources[source]].places(row, domain, words: words)
    case .presence, .text: return []
    }
  }

  /// The text of an answer, where texts are kept.
  func text(_ unit: Int, _ domain: Int) -> String? {
    let (code, source) = cell(unit, domain)
    guard code.isAnswer, let source, let row = units.row(unit, source),
      let number = data.files[units.sources[source]].columns[domain]?.texts[row]
    else { return nil }
    return data.domains[domain].texts[Int(number)]
  }

  /// The responses from which a unit's answers to some questions come, each once.
  func traces(_ unit: Int, _ domains: [Int]) -> [Trace] {
    var sources: [Int] = []
    for domain in domains {
      if let source = cell(unit, domain).source, !sources.contains(source) { sources.append(source) }
    }
    return sources.compactMap { source in
      units.row(unit, source).map { data.files[units.sources[source]].trace($0) }
    }
  }
}
