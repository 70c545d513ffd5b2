internal import Analysis
internal import Messages
internal import Survey

extension Edition {
  /// Where the responses of each unit that is named stand: `ARCP: gcm-review-2018/responses.csv line 3 (…)`.
  func traces(of figures: [Figure]) -> [String] {
    figures.named.map { participant in
      let places = participant.responses.map { place(of: $0, isNamed: participant.isResponse) }
      return labelled(name(of: participant), say.list(places))
    }
  }

  /// Where a response stands, and its receipt; its id where the receipt is its name already.
  func place(of trace: Trace, isNamed: Bool = false) -> String {
    let receipt = isNamed ? trace.response.text.onOneLine : Receipt(for: trace.response).description
    return say(.trace, ["file": trace.shortFile, "line": String(trace.line), "receipt": receipt])
  }
}

extension [Figure] {
  /// The units behind any count that the figures name, each once with all its responses, in the order in which
  /// their first responses stand in the files.
  var named: [Participant] {
    var places: [String: Int] = [:]
    var units: [Participant] = []
    for unit in filter(\.namesUnits).flatMap(\.rows).flatMap({ $0.who + $0.cells.flatMap(\.who) }) {
      if let place = places[unit.code] {
        units[place] = units[place].joined(with: unit.responses)
      } else {
        places[unit.code] = units.count
        units.append(unit)
      }
    }
    let sources = flatMap(\.sources)
    func order(_ unit: Participant) -> (Int, Int) {
      guard let trace = unit.responses.first else { return (sources.count, 0) }
      return (sources.firstIndex(of: trace.form) ?? sources.count, trace.line)
    }
    return units.enumerated().sorted { left, right in
      let (first, second) = (order(left.element), order(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }
}

extension Participant {
  fileprivate func joined(with others: [Trace]) -> Participant {
    let new = others.filter { !responses.contains($0) }
    guard !new.isEmpty else { return self }
    return Participant(code: code, label: label, shortName: shortName, responses: responses + new)
  }
}

extension Trace {
  /// The file with the folder that it stands in: enough to find it, and the same on every machine.
  var shortFile: String { file.split(separator: "/").suffix(2).joined(separator: "/").onOneLine }
}
