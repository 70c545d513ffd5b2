internal import Survey

/// The units of some sources, each once, with the response of each source that counts for it.
struct UnitTable {
  /// The places of the sources' files in the data, in the order of precedence.
  let sources: [Int]
  /// Responses that were not superseded.
  private(set) var returned = 0
  /// The units in the order of the register, then others by their names; empty where each response is a unit.
  private(set) var identities: [UnitIdentity] = []
  /// For each unit and source the row that counts.
  private let rows: Rows

  private enum Rows {
    /// Every row of one source, so many.
    case all(Int)
    /// By unit, then by source; -1 for none.
    case listed([Int32])
  }

  var count: Int {
    switch rows {
    case .all(let count): count
    case .listed(let rows): rows.count / max(1, sources.count)
    }
  }

  /// The row of a source that counts for a unit.
  func row(_ unit: Int, _ source: Int) -> Int? {
    switch rows {
    case .all: return unit
    case .listed(let rows):
      let row = rows[unit &* sources.count &+ source]
      return row < 0 ? nil : Int(row)
    }
  }

  /// Each response a unit of its own.
  init(responsesOf sources: [Int], in data: Dataset) {
    self.sources = sources
    if sources.count == 1, !data.files[sources[0]].hasSuperseded {
      rows = .all(data.files[sources[0]].count)
    } else {
      var listed: [Int32] = []
      for (place, source) in sources.enumerated() {
        let file = data.files[source]
        listed.reserveCapacity(listed.count + file.count * sources.count)
        for row in 0..<file.count where !file.isSuperseded[row] {
          for other in sources.indices { listed.append(other == place ? Int32(row) : -1) }
        }
      }
      rows = .listed(listed)
    }
    returned = count
  }

  /// Each row of one source a unit of its own, superseded or not.
  init(rowsOf source: Int, in data: Dataset) {
    sources = [source]
    rows = .all(data.files[source].count)
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
    rows = .listed(order.flatMap { builder.rows($0) })
    for finding in builder.findings(order) { data.report(finding) }
  }
}
