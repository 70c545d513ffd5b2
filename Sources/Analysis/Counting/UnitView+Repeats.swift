internal import Survey

/// A repeat: the source that it is from, and its row in the file of its group.
struct Repeated {
  let source: Int
  let row: Int
}

extension UnitView {
  /// The repeats of a group that a source has.
  func table(of group: Group.Name, _ source: Int) -> RepeatTable? {
    data.repeats[units.sources[source]][group]
  }

  /// Whether nobody knows if a unit without repeats of a group has any: no source says so.
  func areRepeatsUnknown(of unit: Int, _ group: Group.Name) -> Bool {
    let rows = units.sources.indices.compactMap { source in
      units.row(unit, source).map { (file: units.sources[source], row: $0) }
    }
    return !rows.isEmpty
      && rows.allSatisfy { data.repeatWords[$0.file][group]?.unknown.contains($0.row) == true }
  }

  /// The repeats of a unit: of several sources, those of the first that has any.
  func repeats(of unit: Int, _ group: Group.Name) -> [Repeated] {
    for source in units.sources.indices {
      guard let row = units.row(unit, source), let found = table(of: group, source)?.repeats(of: row),
        !found.isEmpty
      else { continue }
      return found.map { Repeated(source: source, row: $0) }
    }
    return []
  }
}
