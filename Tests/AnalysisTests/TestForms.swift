import Analysis
import CSV
import Calendar
import Expressions
import Survey

// Small forms and response files, written where they are needed.

/// A list of choices whose labels are their names in capitals.
func list(_ name: String, _ choices: [String], attributes: [String: [String: String]] = [:]) -> ChoiceList {
  ChoiceList(
    name: ChoiceList.Name(name),
    choices: choices.map { choice in
      Choice(
        name: Choice.Name(choice), label: LocalizedText(unlocalized: choice.uppercased()),
        attributes: attributes[choice] ?? [:])
    })
}

/// A question whose label is its name with a question mark.
func question(_ name: String, _ kind: Question.Kind, choiceFilter: String? = nil) throws -> Question {
  Question(
    name: Question.Name(name), kind: kind,
    wording: Wording(label: LocalizedText(unlocalized: name + "?")),
    choiceFilter: try choiceFilter.map { try Expression(parsing: $0) })
}

func form(_ id: String, _ questions: [Question], lists: [ChoiceList] = []) -> Questionnaire {
  Questionnaire(
    id: Questionnaire.ID(id), version: "1", title: LocalizedText(unlocalized: id), languages: [.unnamed],
    defaultLanguage: .unnamed, items: questions.map { .question($0) }, lists: lists)
}

/// A response as a line of a file: answers by question, and what else differs from the usual.
struct Line {
  var id: String
  var answers: [String: String]
  var submittedAt = ""
  var supersedes = ""
  var notAsked = ""
  var notApplicable = ""
  var unknown = ""
  var version = "1"
  var form: String?
  var source = "answers"

  init(
    _ id: String, _ answers: [String: String], submittedAt: String = "", supersedes: String = "",
    notAsked: String = "", notApplicable: String = "", unknown: String = "", version: String = "1",
    form: String? = nil
  ) {
    self.id = id
    self.answers = answers
    self.submittedAt = submittedAt
    self.supersedes = supersedes
    self.notAsked = notAsked
    self.notApplicable = notApplicable
    self.unknown = unknown
    self.version = version
    self.form = form
  }
}

/// A response file in memory, with the columns of a form.
func responses(
  _ form: Questionnaire, _ lines: [Line], name: String? = nil, without: Set<String> = [], extra: [String] = []
) throws -> ResponseFile {
  let metadata = [
    "instance_id", "form_id", "form_version", "source", "started_at", "submitted_at", "submitted_by",
    "supersedes", "not_asked", "not_applicable", "unknown",
  ]
  let questions = form.columns().map(\.name.text)
  let headings = (metadata + questions + extra).filter { !without.contains($0) }
  var writer = CSVWriter()
  try writer.append(record: headings)
  for line in lines {
    var cells = line.answers
    cells["instance_id"] = line.id
    cells["form_id"] = line.form ?? form.id.text
    cells["form_version"] = line.version
    cells["source"] = line.source
    cells["submitted_at"] = line.submittedAt
    cells["supersedes"] = line.supersedes
    cells["not_asked"] = line.notAsked
    cells["not_applicable"] = line.notApplicable
    cells["unknown"] = line.unknown
    try writer.append(record: headings.map { cells[$0] ?? "" })
  }
  return ResponseFile(form: form.id, name: name ?? "\(form.id).csv", content: .bytes(writer.takeBytes()))
}

let someDay = Instant(secondsSinceEpoch: 1_540_000_000)

/// The plan of a form, from the lines of a file.
func plan(_ home: Questionnaire, _ text: String, others: [Questionnaire] = []) -> FigurePlan {
  FigurePlan(CSVReader(text), file: "figures.csv", home: home) { id in others.first { $0.id == id } }
}

/// Counts all figures of a plan that has no problem.
func tally(
  _ plan: FigurePlan, _ files: [ResponseFile], threshold: Int = Figure.usualThreshold
) throws -> Tally {
  if let problem = plan.problems.first { throw problem }
  return try Tally(of: plan.figures, from: files, now: someDay, threshold: threshold)
}

extension Tally {
  /// The only figure.
  func figure() throws -> Figure {
    guard let figure = figures.first, figures.count == 1 else { throw Missing() }
    return figure
  }

  struct Missing: Error {}
}

extension Row {
  /// The row in few words: `yes 5/8`, `[unknown] 3`, with who after a colon.
  var short: String {
    let name = state == nil ? code ?? "" : code.map { "\($0) " } ?? ""
    let mark = state.map { "[\($0.rawValue)]" } ?? ""
    let number = count.map { "\($0)" } ?? "–"
    let base = share == nil ? "" : "/\(n ?? 0)"
    let who = who.isEmpty ? "" : ": " + who.map(\.code).joined(separator: " ")
    let parts =
      cells.isEmpty ? "" : " (" + cells.map { $0.count.map { "\($0)" } ?? "–" }.joined(separator: " ") + ")"
    return "\(name)\(mark) \(number)\(base)\(parts)\(who)"
  }
}

extension Figure {
  /// The rows in few words.
  var short: [String] { rows.map(\.short) }

  /// The chain of bases: registered, returned, distinct, asked, answered, unknown.
  var chain: [Int?] {
    [bases.registered, bases.returned, bases.distinct, bases.asked, bases.answered, bases.unknown]
  }
}
