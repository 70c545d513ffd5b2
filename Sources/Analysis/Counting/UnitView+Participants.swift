internal import Survey

extension UnitView {
  /// Who a unit of a figure is.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - figure: The figure.
  ///   - traces: The responses that it was counted by.
  /// - Returns: The unit with its names.
  func participant(_ unit: Int, of figure: PlannedFigure, _ traces: [Trace]) -> Participant {
    guard let question = figure.unit, let domain = data.domain(question, of: figure.forms) else {
      return Participant(code: traces.first?.response.text ?? "", label: LocalizedText(), responses: traces)
    }
    switch units.identities[unit] {
    case .listed(let place):
      let choice = data.domains[domain].choices[place]
      return Participant(
        code: choice.name.text, label: choice.label, shortName: choice.attributes["short_name"] ?? "",
        responses: traces)
    case .written(let text), .named(let text):
      return Participant(code: text, label: LocalizedText(unlocalized: text), responses: traces)
    case .response:
      return Participant(code: Frame.other.text, label: LocalizedText(), responses: traces)
    }
  }

  /// What a unit is called, where the figure may name it.
  func openName(_ unit: Int, of figure: PlannedFigure) -> String? {
    figure.attribution == .named ? participant(unit, of: figure, firstTrace(unit)).code : nil
  }

  /// The first of its sources' responses.
  func firstTrace(_ unit: Int) -> [Trace] {
    let first = units.sources.indices.lazy.compactMap { source in
      units.row(unit, source).map { data.files[units.sources[source]].trace($0) }
    }.first
    return first.map { [$0] } ?? []
  }

  /// How many units are not on the register.
  func outsideRegister(of figure: PlannedFigure, _ frame: Frame) -> Int {
    guard let unit = figure.unit, let domain = data.domain(unit, of: figure.forms) else { return 0 }
    let names = Set(frame.units.map(\.name))
    return units.identities.count { identity in
      guard case .listed(let place) = identity else { return true }
      return !names.contains(data.domains[domain].choices[place].name)
    }
  }

  /// What a reader must know of the register.
  func registerNotes(of figure: PlannedFigure, _ frame: Frame?) -> [Note] {
    figure.registerNotes(frame, outside: frame.map { outsideRegister(of: figure, $0) } ?? 0)
  }
}

extension PlannedFigure {
  /// What a reader must know of the register.
  ///
  /// - Parameters:
  ///   - frame: The register.
  ///   - outside: How many units are not on it.
  /// - Returns: The notes.
  func registerNotes(_ frame: Frame?, outside: Int) -> [Note] {
    guard let frame else { return [] }
    var notes: [Note] = frame.dependsOn.isEmpty ? [] : [.registerDepends(on: frame.dependsOn)]
    if base == .registered, outside > 0 { notes.append(.outsideRegister(count: outside)) }
    return notes
  }
}
