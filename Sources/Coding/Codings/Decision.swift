public import ResponseFiles
public import Survey

/// What is counted of an answer that one or several coders have coded.
///
/// Where the coder `consensus` has coded it, that alone counts. Else a code counts that more than half of its coders
/// gave: with one coder each of theirs, with two those that both gave. What codes of the codebook have been replaced
/// counts as what stands for them now.
public struct Decision: Sendable, Hashable {
  /// A code, and the row by which it counts: the strongest evidence, and of those the first.
  public struct Entry: Sendable, Hashable {
    /// The code as it counts.
    public let code: Codebook.Code.Name
    /// The row.
    public let coding: Coding
  }

  /// The codes that count, in the order in which they were given.
  public let entries: [Entry]
  /// Codes that some gave, but not enough.
  public let leftOut: [Codebook.Code.Name]

  /// Decides what counts.
  ///
  /// - Parameters:
  ///   - verdicts: What the coders of one answer say; at least one.
  ///   - codebook: The codebook.
  ///   - place: The question.
  public init(_ verdicts: [Codings.Verdict], codebook: Codebook, at place: Codebook.Place) {
    let agreed = verdicts.filter { $0.coder == .consensus }
    let verdicts = agreed.isEmpty ? verdicts : agreed
    var order: [Codebook.Code.Name] = []
    var givers: [Codebook.Code.Name: Set<Coding.Coder>] = [:]
    var rows: [Codebook.Code.Name: [Coding]] = [:]
    for verdict in verdicts {
      for coding in verdict.codings {
        guard let given = coding.code else { continue }
        var code = given
        if case .replaced(let now) = codebook.standing(of: given, at: place) { code = now }
        if rows[code] == nil { order.append(code) }
        rows[code, default: []].append(coding)
        givers[code, default: []].insert(verdict.coder)
      }
    }
    func counts(_ code: Codebook.Code.Name) -> Bool { (givers[code]?.count ?? 0) * 2 > verdicts.count }
    entries = order.filter(counts).compactMap { code in
      let rows = rows[code] ?? []
      return rows.min { $0.evidence.rank < $1.evidence.rank }.map { Entry(code: code, coding: $0) }
    }
    leftOut = order.filter { !counts($0) }
  }
}

extension Provenance.Evidence {
  /// How strong it is, the strongest first: what a source states goes before what somebody made of it.
  public var rank: Int {
    switch self {
    case .stated: 0
    case .derived: 1
    default: 2
    }
  }
}
