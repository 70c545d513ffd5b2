internal import Survey

/// The units of some sources, each once, with the response of each source that counts for it.
struct UnitTable {
  /// How a unit is told from others.
  enum Identity: Hashable {
    /// The place of a choice on the register.
    case listed(Int)
    /// What stands in the cell instead of a choice, or the answer to a text.
    case written(String)
    /// The name that a unit gives itself which is not on the register.
    case named(String)
    /// A response that does not say which unit it is about.
    case response(source: Int, row: Int)
  }

  /// The places of the sources' files in the data, in the order of precedence.
  let sources: [Int]
  /// Responses that were not superseded.
  private(set) var returned = 0
  /// The units in the order of the register, then others by their names; empty where each response is a unit.
  private(set) var identities: [Identity] = []
  /// For each unit and source the row that counts; -1 for none.
  private var rows: [Int32] = []

  var count: Int { rows.count / max(1, sources.count) }

  /// The row of a source that counts for a unit.
  func row(_ unit: Int, _ source: Int) -> Int? {
    let row = rows[unit &* sources.count &+ source]
    return row < 0 ? nil : Int(row)
  }

  /// Each response a unit of its own.
  init(responsesOf sources: [Int], in data: Dataset) {
    self.sources = sources
    for (place, source) in sources.enumerated() {
      let file = data.files[source]
      rows.reserveCapacity(rows.count + file.count * sources.count)
      for row in 0..<file.count where !file.isSuperseded[row] {
        for other in sources.indices { rows.append(other == place ? Int32(row) : -1) }
      }
    }
    returned = count
  }

  /// Units by a question.
  ///
  /// - Parameters:
  ///   - unit: The question that says which unit a response is about.
  ///   - forms: The forms of the sources.
  ///   - sources: The places of the sources' files in the data.
  ///   - data: The data; it takes up units that answered more than once.
  init(by unit: Question.Name, of forms: Forms, sources: [Int], in data: inout Dataset) {
    self.sources = sources
    var builder = UnitTableBuilder(unit: unit, forms: forms, sources: sources, data: data)
    for place in sources.indices { builder.add(place) }
    returned = builder.returned
    let order = builder.order
    identities = order.map { builder.identities[$0] }
    rows = order.flatMap { builder.rows($0) }
    for finding in builder.findings(order) { data.report(finding.0, as: finding.1) }
  }
}

/// Gathers the responses of each unit.
private struct UnitTableBuilder {
  let unit: Question.Name
  let sources: [Int]
  let data: Dataset
  private let domain: Int?
  private let otherDomain: Int?

  private(set) var returned = 0
  private(set) var identities: [UnitTable.Identity] = []
  private var places: [UnitTable.Identity: Int] = [:]
  /// For each unit and source the row that counts so far.
  private var best: [Int32] = []
  /// The other rows, by unit and source.
  private var others: [Int: [Int32]] = [:]

  init(unit: Question.Name, forms: Forms, sources: [Int], data: Dataset) {
    self.unit = unit
    self.sources = sources
    self.data = data
    domain = data.domain(unit, of: forms)
    otherDomain = forms.otherName(of: unit).flatMap { data.domain($0, of: forms) }
  }

  mutating func add(_ source: Int) {
    let file = data.files[sources[source]]
    for row in 0..<file.count where !file.isSuperseded[row] {
      returned += 1
      let slot = place(of: identity(row, source, file)) * sources.count + source
      if best[slot] < 0 {
        best[slot] = Int32(row)
      } else if file.submittedAt[row] >= file.submittedAt[Int(best[slot])] {
        others[slot, default: []].append(best[slot])
        best[slot] = Int32(row)
      } else {
        others[slot, default: []].append(Int32(row))
      }
    }
  }

  private mutating func place(of identity: UnitTable.Identity) -> Int {
    if let place = places[identity] { return place }
    places[identity] = identities.count
    identities.append(identity)
    for _ in sources { best.append(-1) }
    return identities.count - 1
  }

  private func identity(_ row: Int, _ source: Int, _ file: ResponseRows) -> UnitTable.Identity {
    let response = UnitTable.Identity.response(source: source, row: row)
    guard let domain else { return response }
    let code = file.code(row, domain)
    guard code.isAnswer else { return response }
    guard case .one = data.domains[domain].keeping else { return .written(text(row, domain, file).trimmed) }
    guard code.place < data.domains[domain].choices.count else {
      return .written(data.domains[domain].name(at: code.place))
    }
    guard data.domains[domain].choices[code.place].name == Frame.other else { return .listed(code.place) }
    guard let otherDomain, file.code(row, otherDomain).isAnswer else { return response }
    let name = text(row, otherDomain, file).trimmed
    return name.isEmpty ? response : .named(name)
  }

  private func text(_ row: Int, _ domain: Int, _ file: ResponseRows) -> String {
    (file.columns[domain]?.texts[row]).map { data.domains[domain].texts[Int($0)] } ?? ""
  }

  /// The units in the order of the register, then what is not on it by text, then nameless responses.
  var order: [Int] {
    identities.indices.sorted { left, right in
      switch (identities[left], identities[right]) {
      case (.listed(let one), .listed(let two)): one < two
      case (.written(let one), .written(let two)), (.named(let one), .named(let two)): one < two
      case (let one, let two) where one.rank != two.rank: one.rank < two.rank
      default: left < right
      }
    }
  }

  func rows(_ unit: Int) -> ArraySlice<Int32> { best[unit * sources.count..<(unit + 1) * sources.count] }

  func findings(_ order: [Int]) -> [(Finding, Finding.Kind)] {
    var findings: [(Finding, Finding.Kind)] = []
    for unit in order {
      for source in sources.indices {
        let row = best[unit * sources.count + source]
        guard row >= 0 else { continue }
        let file = data.files[sources[source]]
        let counted = file.trace(Int(row))
        if case .response = identities[unit], !isOther(Int(row), file) {
          let reason = Finding.Reason.noUnit(self.unit, response: counted.response)
          findings.append((Finding(file: file.file, line: counted.line, reason: reason), .noUnit))
        }
        guard let others = others[unit * sources.count + source] else { continue }
        let reason = Finding.Reason.sameUnit(
          unit: name(identities[unit]), counted: counted,
          others: others.sorted().prefix(Findings.limit).map { file.trace(Int($0)) }, count: others.count)
        findings.append((Finding(file: file.file, line: counted.line, reason: reason), .sameUnit))
      }
    }
    return findings
  }

  /// Whether a response says that its unit is not on the register, which is an answer.
  private func isOther(_ row: Int, _ file: ResponseRows) -> Bool {
    guard let domain else { return false }
    let code = file.code(row, domain)
    return code.isAnswer && data.domains[domain].name(at: code.place) == Frame.other.text
  }

  private func name(_ identity: UnitTable.Identity) -> String {
    switch identity {
    case .listed(let place): domain.map { data.domains[$0].name(at: place) } ?? ""
    case .written(let text), .named(let text): text
    case .response: Frame.other.text
    }
  }
}

extension UnitTable.Identity {
  /// In which part of a list of units it stands.
  fileprivate var rank: Int {
    switch self {
    case .listed: 0
    case .written: 1
    case .named: 2
    case .response: 3
    }
  }
}
