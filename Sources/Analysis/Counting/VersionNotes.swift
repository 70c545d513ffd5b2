internal import ResponseFiles
internal import Survey

/// What earlier versions of a form could not say of the questions of a figure.
struct VersionNotes {
  /// Units and versions that something is true of.
  private struct Tally {
    var units = 0
    var versions: [String] = []

    mutating func add(_ version: String) {
      units += 1
      if !versions.contains(version) { versions.append(version) }
    }
  }

  private let view: UnitView

  init(_ view: UnitView) { self.view = view }

  /// The notes on some questions.
  ///
  /// - Parameters:
  ///   - domains: The domains of the questions.
  ///   - units: The units that are counted.
  /// - Returns: Which were not asked by the version that units answered, and which choices it did not offer.
  func notes(on domains: [Int], units: [Int]) -> [Note] {
    let isOfOne = view.units.sources.allSatisfy { source in
      let rows = view.data.files[source]
      return rows.volumes.count < 2 && rows.versions.allSatisfy { $0 == rows.form.version }
    }
    return isOfOne ? [] : domains.flatMap { notes(on: $0, units) }
  }

  private func notes(on domain: Int, _ units: [Int]) -> [Note] {
    let question = view.data.domains[domain].question.name
    var absent = Tally()
    var added: [[Choice.Name]: Tally] = [:]
    var offers: [Int: [[Choice.Name]]] = [:]
    for unit in units {
      let (code, source) = view.cell(unit, domain)
      guard let source, let row = view.units.row(unit, source) else { continue }
      let place = view.units.sources[source]
      let rows = view.data.files[place]
      let version = rows.version(row)
      guard rows.versions.indices.contains(version) else { continue }
      let name = rows.versions[version]
      if code == .notAsked {
        if rows.lacks(question, row) || rows.asked.isKnown(name, toLack: question) { absent.add(name) }
        continue
      }
      if offers[place] == nil { offers[place] = rows.versions.map { missing(in: $0, of: question, rows) } }
      if let missing = offers[place]?[version], !missing.isEmpty {
        added[missing, default: Tally()].add(name)
      }
    }
    var notes: [Note] = []
    if absent.units > 0 {
      notes.append(.notAskedByVersion(question: question, count: absent.units, versions: absent.versions))
    }
    for (choices, tally) in added.sorted(by: {
      ($0.value.versions.first ?? "") < ($1.value.versions.first ?? "")
    }) {
      notes.append(
        .choicesAddedSince(
          question: question, choices: choices.map(\.text), count: tally.units, versions: tally.versions))
    }
    return notes
  }

  /// The choices of now that a version did not offer.
  private func missing(in version: String, of name: Question.Name, _ rows: ResponseRows) -> [Choice.Name] {
    guard let question = rows.form.question(name), let list = rows.form.choices(of: question),
      let offered = rows.asked.choices(of: name, in: version)
    else { return [] }
    return list.choices.map(\.name).filter { !offered.contains($0) }
  }
}
