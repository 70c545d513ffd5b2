internal import Survey

/// Gathers the responses of each unit, source by source.
struct UnitTableBuilder {
  private let unit: Question.Name
  private let sources: [Int]
  private let data: Dataset
  private let identifier: UnitIdentifier

  /// Responses that were not superseded.
  private(set) var returned = 0
  /// The units in the order in which they were met.
  private(set) var identities: [UnitIdentity] = []
  private var places: [UnitIdentity: Int] = [:]
  /// For each unit and source the row that counts so far; -1 for none.
  private var best: [Int32] = []
  /// The other rows, by unit and source.
  private var others: [Int: [Int32]] = [:]
  /// How many more there are that were not kept, by unit and source.
  private var unseen: [Int: Int] = [:]

  init(unit: Question.Name, forms: Forms, sources: [Int], data: Dataset) {
    self.unit = unit
    self.sources = sources
    self.data = data
    identifier = UnitIdentifier(unit, of: forms, in: data)
  }

  /// Takes up the responses of one source; the newest of a unit counts, of two of one age the later row.
  mutating func add(_ source: Int) {
    let file = data.files[sources[source]]
    for row in 0..<file.count where !file.isSuperseded[row] {
      let unseen = file.unseen[row] ?? 0
      returned += 1 + unseen
      let slot = place(of: identifier.identity(row, source: source, file)) * sources.count + source
      if best[slot] < 0 {
        best[slot] = Int32(row)
      } else if file.submittedAt[row] >= file.submittedAt[Int(best[slot])] {
        others[slot, default: []].append(best[slot])
        best[slot] = Int32(row)
      } else {
        others[slot, default: []].append(Int32(row))
      }
      if unseen > 0 { self.unseen[slot, default: 0] += unseen }
    }
  }

  private mutating func place(of identity: UnitIdentity) -> Int {
    if let place = places[identity] { return place }
    places[identity] = identities.count
    identities.append(identity)
    for _ in sources { best.append(-1) }
    return identities.count - 1
  }

  /// The units in the order of the register.
  var order: [Int] { identities.indices.sorted { identities[$0].precedes(identities[$1]) } }

  /// The rows that count for a unit, source by source.
  func rows(_ unit: Int) -> ArraySlice<Int32> { best[unit * sources.count..<(unit + 1) * sources.count] }

  /// The rows of a unit in a source that do not count, and how many there are.
  func others(_ unit: Int, _ source: Int) -> (rows: [Int32], count: Int) {
    let slot = unit * sources.count + source
    let rows = others[slot] ?? []
    return (rows, rows.count + (unseen[slot] ?? 0))
  }

  /// Units that answered more than once, and responses that do not say which unit they are about.
  func findings(_ order: [Int]) -> [Finding] {
    var findings: [Finding] = []
    for unit in order {
      for source in sources.indices {
        let row = Int(best[unit * sources.count + source])
        guard row >= 0 else { continue }
        let file = data.files[sources[source]]
        let counted = file.trace(row)
        if case .response = identities[unit], !identifier.isOther(row, file) {
          let reason = Finding.Reason.noUnit(counted.response)
          findings.append(
            Finding(file: counted.file, line: counted.line, column: self.unit.text, reason: reason))
        }
        let (others, count) = others(unit, source)
        if others.isEmpty { continue }
        let reason = Finding.Reason.sameUnit(
          unit: identifier.name(identities[unit]), counted: counted,
          others: others.sorted().prefix(Findings.limit).map { file.trace(Int($0)) }, count: count)
        findings.append(
          Finding(file: counted.file, line: counted.line, column: self.unit.text, reason: reason))
      }
    }
    return findings
  }
}
