import Calendar
import ResponseFiles
import Survey

extension Questionnaire {
  /// A small form with a repeat group in a repeat group.
  static let visits = visits(version: "1")

  static func visits(
    version: String, extra: [Question] = []
  ) -> Questionnaire {
    let status = ChoiceList(
      name: "status", choices: ["yes", "no", "perhaps"].map { Choice(name: $0, label: LocalizedText()) })
    func question(_ name: Question.Name, _ kind: Question.Kind) -> Item {
      .question(Question(name: name, kind: kind))
    }
    return Questionnaire(
      id: "visits", version: version, title: LocalizedText(), languages: [.unnamed],
      defaultLanguage: .unnamed,
      items: [
        question("title", .text), question("position", .selectOne("status")),
        question("themes", .selectMultiple("status")), question("day", .date), question("count", .integer),
        .group(
          Group(
            name: "region", repetition: .free,
            items: [
              question("region_name", .text),
              .group(Group(name: "event", repetition: .free, items: [question("event_title", .text)])),
            ])),
        question("submitted_by", .text),
      ] + extra.map(Item.question), lists: [status])
  }
}

extension Response {
  /// A response to `visits` that is told by its id alone.
  static func visit(
    _ name: String, events: Int = 0, title: String? = nil, supersedes: ID? = nil
  ) -> Response {
    var answers = Answers(states: [
      "title": .answered(.text(title ?? "Visit \(name), \"the\r\nfirst\"")),
      "position": .answered(.one("yes")),
      "themes": .answered(.several(["yes", "perhaps"])), "day": .blank, "count": .notApplicable,
      "submitted_by": .unknown,
    ])
    if events > 0 {
      answers.repeats["region"] = (1...events).map { region in
        Answers(
          states: ["region_name": .answered(.text("Région \(region)"))],
          repeats: [
            "event": (1...region).map { Answers(states: ["event_title": .answered(.text("№ \($0)"))]) }
          ])
      }
    }
    return Response(
      id: ID(name), formID: "visits", formVersion: "1", source: .line, startedAt: nil,
      submittedAt: Instant(secondsSinceEpoch: 1_541_758_473), submittedBy: "", supersedes: supersedes,
      answers: answers)
  }
}

extension Instant {
  static let epoch = Instant(secondsSinceEpoch: 0)
}

extension DraftOpening {
  /// A draft of `visits` that is told by its id alone.
  static func visit(_ id: Response.ID, version: String = "1", correcting: Response.ID? = nil) -> DraftOpening
  {
    DraftOpening(
      formID: "visits", formVersion: version, instanceID: id, mode: .respondent, source: .line,
      correcting: correcting, openedAt: .epoch)
  }
}
