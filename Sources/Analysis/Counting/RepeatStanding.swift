internal import Calendar
internal import ResponseFiles
internal import Survey

/// How units stand that gave no repeats of a group: whether they were asked for some.
///
/// Rows that this program has written say it themselves, as they do of questions: what the form asks since does not
/// change it. For other rows the conditions of the form as it is now are worked out.
struct RepeatStanding {
  private let view: UnitView
  private let group: Group.Name
  private var relevance: [UnitFilter]
  private let inward: InwardRelevance?
  /// The innermost repeat group around the group.
  private let around: Group.Name?
  /// By source, then by version, whether rows say who was not asked.
  private let tells: [[Bool]]

  init(in group: Group.Name, of figure: PlannedFigure, _ view: UnitView, now: Instant) {
    self.view = view
    self.group = group
    relevance = figure.relevance(of: group).map { UnitFilter($0, of: figure, data: view.data, now: now) }
    inward = InwardRelevance(of: group, for: figure, view, now: now)
    around = figure.forms.all.first { $0.group(group) != nil }?.repeatsAround(group).last
    tells = view.units.sources.map { source in
      let rows = view.data.files[source]
      return rows.versions.map { rows.asked.isKept($0) }
    }
  }

  /// How a unit stands if it has no repeats of the group.
  ///
  /// - Parameter unit: The unit.
  /// - Returns: `noRepeats` where it was asked for some, `unknown` where nobody knows, else `notAsked`.
  mutating func standing(of unit: Int) -> RowState {
    let rows = rows(of: unit)
    let isTold =
      !rows.isEmpty
      && rows.allSatisfy { source, row in
        let version = view.data.files[view.units.sources[source]].version(row)
        return tells[source].indices.contains(version) && tells[source][version]
      }
    var standing = isTold ? told(unit) : workedOut(unit)
    if standing == .noRepeats, view.areRepeatsUnknown(of: unit, group) { standing = .unknown }
    guard standing == .noRepeats, let around, view.repeats(of: unit, group).isEmpty else { return standing }
    let outer = view.repeats(of: unit, around)
    if isTold, !outer.isEmpty {
      return outer.allSatisfy(isUnasked) ? .notAsked : .noRepeats
    }
    return inward?.standing(of: unit, in: outer) ?? .noRepeats
  }

  private func rows(of unit: Int) -> [(source: Int, row: Int)] {
    view.units.sources.indices.compactMap { source in view.units.row(unit, source).map { (source, $0) } }
  }

  /// As the unit's responses say.
  private func told(_ unit: Int) -> RowState {
    let isUnasked = rows(of: unit).allSatisfy { source, row in
      let id = view.data.files[view.units.sources[source]].id(row)
      return words(source)?.unasked.contains(id.text) == true
    }
    return isUnasked ? .notAsked : .noRepeats
  }

  /// Whether a repeat of the group around says that nobody was asked in it.
  private func isUnasked(_ repeated: Repeated) -> Bool {
    guard let around, let rows = view.table(of: around, repeated.source)?.rows else { return false }
    return words(repeated.source)?.unasked.contains(rows.id(repeated.row).text) == true
  }

  private func words(_ source: Int) -> RepeatWords? {
    view.data.repeatWords[view.units.sources[source]][group]
  }

  /// As the conditions of the group tell, so far as they hang on answers of which each unit has one.
  private mutating func workedOut(_ unit: Int) -> RowState {
    var standing = RowState.noRepeats
    for place in relevance.indices {
      switch relevance[place].membership(of: unit, in: view) {
      case .counted, .failed: break
      case .left: standing = .notAsked
      case .undetermined: if standing != .notAsked { standing = .unknown }
      }
    }
    return standing
  }
}
