internal import Analysis
internal import Messages
internal import Survey

extension Edition {
  /// Where the responses of each unit named in a figure stand: `ARCP: gcm-review-2018/responses.csv line 3 (…)`.
  func traces(of figure: Figure) -> [String] {
    figure.named.map { participant in
      let places = participant.responses.map { trace in
        say(
          .trace,
          [
            "file": trace.shortFile, "line": String(trace.line),
            "receipt": Receipt(for: trace.response).description,
          ])
      }
      return labelled(name(of: participant), places.joined(separator: "; "))
    }
  }
}

extension Figure {
  /// The units behind any of its counts, each once, in the order of their decisive responses; none where they
  /// are not to be named.
  var named: [Participant] {
    guard namesUnits else { return [] }
    var seen: Set<Participant> = []
    let all = rows.flatMap { $0.who + $0.cells.flatMap(\.who) }.filter { seen.insert($0).inserted }
    return all.enumerated().sorted { left, right in
      let (first, second) = (place(left.element), place(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  /// The place of a unit's decisive response: the form in the order of the sources, then the line.
  private func place(_ participant: Participant) -> (Int, Int) {
    guard let trace = participant.responses.first else { return (sources.count, 0) }
    return (sources.firstIndex(of: trace.form) ?? sources.count, trace.line)
  }
}

extension Trace {
  /// The file with the folder that it stands in: enough to find it, and the same on every machine.
  var shortFile: String { file.split(separator: "/").suffix(2).joined(separator: "/") }
}
