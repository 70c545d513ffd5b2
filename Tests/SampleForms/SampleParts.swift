internal import Survey

/// The parts of the sample form.
enum SampleParts {
  static let general = Sample.group(
    "general", Sample.text("I. General information", "I. Informations générales"),
    [
      Sample.ask(
        "welcome", .note,
        Sample.text(
          "One coordinated answer for each mechanism, please.", "Une seule réponse, s'il vous plaît.")),
      Sample.ask(
        "iscm", .selectOne("register.csv"),
        Sample.text("What is the name of your mechanism?", "Quel est le nom de votre mécanisme ?"), no: "1",
        guidance: Sample.text("A mechanism is a standing dialogue between States."), required: .always,
        message: Sample.text("Please choose your mechanism.", "Veuillez choisir votre mécanisme."),
        filter: "frame = 'yes'"),
      Sample.ask(
        "iscm_other", .text, Sample.text("Name of your mechanism, if it is not listed"), no: "1a",
        required: .always, relevant: "${iscm} = 'other'"),
      .group(
        Sample.group(
          "chair", Sample.text("Chair of the mechanism", "Présidence du mécanisme"), no: "2",
          [
            Sample.ask(
              "chair_country", .text, Sample.text("Which country holds the Chair?", "Quel pays préside ?"),
              no: "2a"),
            Sample.ask("chair_name", .text, Sample.text("Name of the Chair", "Nom"), no: "2b"),
          ])),
      .group(
        Sample.group(
          "secretariat", Sample.text("Secretariat"), no: "3",
          [Sample.ask("secretariat_name", .text, Sample.text("Name of its head"))])),
    ])

  /// As in the survey of 2018: 5 to 7 hang on a position, 9 to 12 on one that is at least in process, 8 on none.
  static let positions = Sample.group(
    "positions", Sample.text("II. Positions", "II. Positions"),
    [
      Sample.ask(
        "position", .selectOne("position_status"),
        Sample.text("Has your mechanism formulated a position?", "A-t-il formulé une position ?"), no: "4"),
      Sample.ask("position_link", .text, Sample.text("Where is it?"), no: "5", relevant: adopted),
      .group(
        Sample.group(
          "position_adopted", Sample.text("Meeting that adopted it"), no: "6", relevant: adopted,
          [
            Sample.ask(
              "position_date", .date, Sample.text("Date of the meeting"), no: "6a",
              constraint: Question.Constraint(
                expression: Sample.rule(". <= today()"),
                message: Sample.text("This date is still to come.", "Cette date est à venir."))),
            Sample.ask("position_meeting", .text, Sample.text("Title of the meeting"), no: "6b"),
          ])),
      Sample.ask(
        "position_revised", .selectOne("yes_no"), Sample.text("Has it been revised?"), no: "7",
        relevant: adopted),
      Sample.ask("position_refine", .selectOne("yes_no"), Sample.text("Will it be refined?"), no: "8"),
      Sample.ask(
        "themes", .selectMultiple("theme"), Sample.text("Which themes?", "Quels thèmes ?"), no: "9",
        hint: Sample.text("Choose all that apply."), relevant: begun),
      Sample.ask(
        "main_theme", .selectOne("theme"), Sample.text("Which of them is the first?"), no: "10",
        relevant: begun, filter: "selected(${themes}, name)"),
      Sample.ask(
        "objectives", .selectMultiple("objective"), Sample.text("Which objectives?", "Quels objectifs ?"),
        no: "11", relevant: begun),
      Sample.ask(
        "pursuit", .text, Sample.text("How will it be pursued?", "Quelle suite ?"), no: "12",
        relevant: begun, appearance: ["multiline"]),
    ])

  static let practice = Sample.group(
    "practice", Sample.text("III. Practice", "III. Pratique"),
    [
      Sample.ask(
        "members", .integer, Sample.text("How many members?"), no: "13",
        constraint: Question.Constraint(
          expression: Sample.rule(". > 0 and . <= 200"), message: Sample.text("Is that so?"),
          severity: .warning)),
      Sample.ask("twice", .calculate, calculation: "${members} * 2"),
      Sample.ask("more", .calculate, calculation: "${twice} + 1"),
      Sample.ask(
        "why_many", .text, Sample.text("Why so many?"), no: "14",
        required: .when(Sample.rule("${members} > 50")),
        message: Sample.text("Say why.")),
      Sample.ask("budget", .decimal, Sample.text("Budget in millions"), no: "15"),
      Sample.ask("opens", .time, Sample.text("When does it open?"), no: "16"),
      Sample.ask("met_at", .dateTime, Sample.text("When did it last meet?"), no: "17"),
      Sample.ask("agrees", .acknowledge, Sample.text("The answers are agreed."), no: "18"),
      Sample.ask("event_count", .integer, Sample.text("How many events?"), no: "19"),
      .group(
        Sample.group(
          "event", Sample.text("Event", "Réunion"), repeated: .counted(Sample.rule("${event_count}")),
          [
            Sample.ask("event_title", .text, Sample.text("Title of the event"), no: "20", required: .always),
            Sample.ask("event_public", .selectOne("yes_no"), Sample.text("Was it public?"), no: "21"),
            .group(
              Sample.group(
                "guest", Sample.text("Guest"), repeated: .free, relevant: "${event_public} = 'yes'",
                [Sample.ask("guest_name", .text, Sample.text("Name of the guest"), no: "22")])),
            Sample.ask("event_name", .calculate, calculation: "concat(position(..), '. ', ${event_title})"),
          ])),
      .group(
        Sample.group(
          "region", Sample.text("Region"), repeated: .free,
          [
            Sample.ask("region_name", .text, Sample.text("Name of the region"), no: "23"),
            Sample.ask("region_states", .integer, Sample.text("How many States?"), no: "24"),
          ])),
      Sample.ask("all_states", .calculate, calculation: "sum(${region_states})"),
      Sample.ask("form_kind", .hidden, start: "'review'"),
      Sample.ask("opened", .metadata(.start)),
      Sample.ask("closed", .metadata(.end)),
    ])

  static let closing = Sample.group(
    "closing", Sample.text("Submission", "Envoi"),
    [
      Sample.ask(
        "submitted_by", .text, Sample.text("Who submits these answers?", "Qui envoie ces réponses ?"),
        required: .always),
      Sample.ask("submitted_on", .date, Sample.text("Date of submission", "Date d'envoi"), start: "today()"),
    ])

  private static let adopted = "${position} = 'yes'"
  private static let begun = "${position} = 'yes' or ${position} = 'in_process'"
}
