internal import Analysis
internal import Messages
internal import Survey

extension Edition {
  /// Where the responses of each unit that is named stand: `ARCP: gcm-review-2018/responses.csv line 3 (…)`.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - origins: Where single answers came from.
  /// - Returns: For each unit where its responses stand, and below that where each answer behind a number came from; of
  ///   very many units the first, and last how many there are more.
  func traces(of figures: [Figure], _ origins: Origins) -> [(text: String, origins: [String])] {
    let questions = figures.questionsOfNamed
    let units = figures.named
    let listed = units.prefix(Self.mostListed).map { participant in
      let trace = trace(of: participant, to: questions, origins)
      return (labelled(name(of: participant), trace.places), trace.origins)
    }
    return listed + [more(than: Self.mostListed, of: units.count).map { ($0, []) }].compactMap(\.self)
  }

  /// Where the responses of a unit stand, and where each of its answers to some questions came from.
  func trace(
    of participant: Participant, to questions: Set<Question.Name>, _ origins: Origins
  ) -> (places: String, origins: [String]) {
    (
      say.list(participant.responses.map { place(of: $0, isNamed: participant.isResponse) }),
      participant.responses.flatMap { trace in
        origins.origins(of: trace.response, to: questions).map { line(of: $0, trace, participant) }
      }
    )
  }

  /// Where an answer came from: `position: e-mail b6979a2e part 1: line 9`; of several responses with the receipt.
  private func line(of origin: Origins.Origin, _ trace: Trace, _ participant: Participant) -> String {
    let row = origin.part.split(separator: " ")
    let part =
      origin.door == .table
      ? say(.originRow, ["row": String(row.last ?? "")]) : say(.originPart, ["part": origin.part])
    let place =
      origin.evidence == "reviewed" ? say(.originDecided, ["detail": origin.place]) : origin.place
    let question = origin.question.description
    let document = [name(of: origin.door), String(origin.source.prefix(8)), part.onOneLine].joined(
      separator: " ")
    let isOne = participant.responses.count == 1
    return labelled(
      isOne ? question : "\(Receipt(for: trace.response)) \(question)", labelled(document, place.onOneLine))
  }

  /// Where a response stands, and its receipt; its id where the receipt is its name already.
  func place(of trace: Trace, isNamed: Bool = false) -> String {
    let receipt = isNamed ? trace.response.text.onOneLine : Receipt(for: trace.response).description
    return say(.trace, ["file": trace.shortFile, "line": String(trace.line), "receipt": receipt])
  }
}

extension [Figure] {
  /// The questions behind the counts whose units they name.
  var questionsOfNamed: Set<Question.Name> {
    let subjects = filter(\.namesUnits).flatMap { figure in
      figure.questions + figure.waves.flatMap(\.questions) + [figure.by].compactMap(\.self)
    }
    return Set(subjects.map(\.name))
  }

  /// The units behind any count that the figures name, each once with all its responses, in the order in which
  /// their first responses stand in the files.
  var named: [Participant] {
    var units = UnitList()
    for figure in self where figure.namesUnits {
      for row in figure.rows {
        for unit in row.who { units.add(unit) }
        for cell in row.cells {
          for unit in cell.who { units.add(unit) }
        }
      }
    }
    let sources = flatMap(\.sources)
    let places = units.all.enumerated().map { offset, unit in
      guard let trace = unit.responses.first else { return (sources.count, 0, offset) }
      return (sources.firstIndex(of: trace.form) ?? sources.count, trace.line, offset)
    }
    return places.sorted(by: <).map { units.all[$0.2] }
  }
}

/// Units as they are met, each once with all its responses.
private struct UnitList {
  private(set) var all: [Participant] = []
  private var places: [String: Int] = [:]

  mutating func add(_ unit: Participant) {
    if let place = places[unit.code] {
      if all[place].responses != unit.responses { all[place] = all[place].joined(with: unit.responses) }
    } else {
      places[unit.code] = all.count
      all.append(unit)
    }
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
  var shortFile: String {
    file.utf8.split(separator: UInt8(ascii: "/")).suffix(2).map { String(Substring($0)) }.joined(
      separator: "/"
    ).onOneLine
  }
}
