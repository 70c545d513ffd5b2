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

  /// What a reader must know of the register.
  func registerNotes(of figure: PlannedFigure, _ frame: Frame?) -> [Note] {
    guard let frame else { return [] }
    var notes: [Note] = frame.dependsOn.isEmpty ? [] : [.registerDepends(on: frame.dependsOn)]
    let outside = figure.base == .registered ? outsideRegister(of: figure, frame) : 0
    if outside > 0 { notes.append(.outsideRegister(count: outside)) }
    return notes
  }

  private func outsideRegister(of figure: PlannedFigure, _ frame: Frame) -> Int {
    guard let unit = figure.unit, let domain = data.domain(unit, of: figure.forms) else { return 0 }
    let names = Set(frame.units.map(\.name))
    return units.identities.count { identity in
      guard case .listed(let place) = identity else { return true }
      return !names.contains(data.domains[domain].choices[place].name)
    }
  }
}
