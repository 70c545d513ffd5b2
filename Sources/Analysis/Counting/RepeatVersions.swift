internal import ResponseFiles
internal import Survey

/// What earlier versions of a form could not say of questions in a repeat group.
///
/// It is told of units: they answered a version, and the versions stand with their responses.
struct RepeatVersions {
  private let view: UnitView
  private let group: Group.Name
  /// By source, whether each version is known not to have asked for repeats of the group.
  private let isGroupUnasked: [[Bool]]
  /// By question, then by source.
  private let offers: [[VersionOffers]]
  /// For each question.
  private(set) var tallies: [VersionTally]

  /// - Parameters:
  ///   - domains: The domains of the questions.
  ///   - group: The group that they stand in.
  ///   - view: The units.
  init(on domains: [Int], in group: Group.Name, _ view: UnitView) {
    self.view = view
    self.group = group
    isGroupUnasked = view.units.sources.map { source in
      let rows = view.data.files[source]
      return rows.versions.map { rows.asked.isKnown($0, toLack: group) }
    }
    tallies = domains.map { VersionTally(view.data.domains[$0].question.name) }
    offers = tallies.map { tally in
      view.units.sources.map { VersionOffers(tally.question, view.data.files[$0]) }
    }
  }

  /// Whether a unit answered only versions that did not ask for such repeats.
  func lackGroup(_ unit: Int) -> Bool {
    lack(unit) { source, row in
      let rows = view.data.files[view.units.sources[source]]
      // A volume has a file for each repeat group that was asked then, also where the version was not raised.
      if rows.lacks(repeatsOf: group, row) == true { return true }
      let version = rows.version(row)
      return isGroupUnasked[source].indices.contains(version) && isGroupUnasked[source][version]
    }
  }

  /// Whether a unit answered only versions that did not ask a question, by the question's place.
  func lack(_ place: Int, _ unit: Int) -> Bool {
    lack(unit) { source, row in offers[place][source].isLacking(row) }
  }

  private func lack(_ unit: Int, _ isLacking: (_ source: Int, _ row: Int) -> Bool) -> Bool {
    let rows = view.units.sources.indices.compactMap { source in
      view.units.row(unit, source).map { (source: source, row: $0) }
    }
    return !rows.isEmpty && rows.allSatisfy { isLacking($0.source, $0.row) }
  }

  /// Tallies a unit for a question.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - source: Where its repeats are from; nothing where it has none.
  ///   - place: The question's place.
  ///   - isAsked: Whether it was asked the question in any repeat.
  mutating func add(_ unit: Int, of source: Int?, _ place: Int, isAsked: Bool) {
    // Who gave no repeats could not miss a choice; it may have missed the question.
    if source == nil, !lack(place, unit) { return }
    let found = source ?? view.units.sources.indices.first { view.units.row(unit, $0) != nil }
    guard let found, let row = view.units.row(unit, found) else { return }
    offers[place][found].add(1, row: row, isAsked: isAsked, to: &tallies[place])
  }
}
