public import Survey

/// What the rows of `codes.csv` say together: who gave which answer which codes, as it stands now.
public struct Codings: Sendable {
  /// What one coder says of one answer.
  public struct Verdict: Sendable, Hashable {
    /// The coder.
    public let coder: Coding.Coder
    /// The rows by which the answer has its codes, in the order in which they were given; none where the coder
    /// found that no code fits.
    public let codings: [Coding]

    /// The codes.
    public var codes: [Codebook.Code.Name] { codings.compactMap(\.code) }
    /// Whether the coder found that no code fits.
    public var isNone: Bool { codings.isEmpty }
  }

  private struct Key: Hashable {
    let response: Response.ID
    let question: Question.Name
  }

  /// What a coder has said so far.
  private struct Opinion {
    let coder: Coding.Coder
    var codings: [Coding] = []
    var saidNone = false
  }

  private var opinions: [Key: [Opinion]] = [:]
  /// The responses that have a coding, in the order of the rows.
  public private(set) var responses: [Response.ID] = []

  /// Reads rows in the order in which they were written.
  public init(_ rows: some Sequence<Coding> = []) {
    var seen: Set<Response.ID> = []
    for row in rows {
      if seen.insert(row.response).inserted { responses.append(row.response) }
      add(row)
    }
  }

  /// Takes one more row up.
  public mutating func add(_ row: Coding) {
    let key = Key(response: row.response, question: row.question)
    var all = opinions[key] ?? []
    let index = all.firstIndex { $0.coder == row.coder } ?? all.count
    if index == all.count { all.append(Opinion(coder: row.coder)) }
    switch row.act {
    case .code:
      all[index].saidNone = false
      // Who gives a code twice has said it once; the first row says since when.
      if !all[index].codings.contains(where: { $0.code == row.code }) { all[index].codings.append(row) }
    case .none:
      all[index].codings = []
      all[index].saidNone = true
    case .withdraw:
      if let code = row.code {
        all[index].codings.removeAll { $0.code == code }
      } else {
        all[index].saidNone = false
      }
    }
    opinions[key] = all
  }

  /// What each coder says of an answer who has coded it, in the order in which they began.
  public func verdicts(_ response: Response.ID, _ question: Question.Name) -> [Verdict] {
    (opinions[Key(response: response, question: question)] ?? []).filter {
      $0.saidNone || !$0.codings.isEmpty
    }.map { Verdict(coder: $0.coder, codings: $0.codings) }
  }

  /// What one coder says of an answer; nothing where that coder has not coded it.
  public func verdict(
    _ response: Response.ID, _ question: Question.Name, by coder: Coding.Coder
  ) -> Verdict? {
    verdicts(response, question).first { $0.coder == coder }
  }

  /// The coders who have coded an answer to a question, in alphabetical order.
  public func coders(of question: Question.Name) -> [Coding.Coder] {
    var found: Set<Coding.Coder> = []
    for (key, all) in opinions where key.question == question {
      for opinion in all where opinion.saidNone || !opinion.codings.isEmpty { found.insert(opinion.coder) }
    }
    return found.sorted()
  }
}
