import Analysis
import CSV
import Survey

/// Who has answered a review with a register of four: through every door, corrected, passed over, off the register.
func sampleStatus() throws -> StatusReport {
  let unit = Question.Name("iscm")
  let register = ChoiceList(
    name: "iscm-register.csv",
    choices: [
      listed("arcp", "ARCP", type: "rcp", regions: "Middle East"),
      listed("rabat", "Rabat Process", type: "irf", regions: "Africa|Europe"),
      listed("gfmd", "GFMD", type: "", regions: ""),
      listed("igc", "IGC", type: "irf", regions: "Europe"),
    ])
  let form = Questionnaire(
    id: "review", version: "1", title: text("Review"), languages: [english], defaultLanguage: english,
    items: [
      .question(
        Question(name: unit, kind: .selectOne(register.name), wording: Wording(label: text("Who?"))))
    ], lists: [register])
  var writer = CSVWriter()
  try writer.append(record: [
    "instance_id", "form_id", "form_version", "source", "started_at", "submitted_at", "submitted_by",
    "supersedes", "not_asked", "not_applicable", "unknown", "iscm",
  ])
  func add(_ id: String, _ source: String, _ time: String, _ supersedes: String, _ unit: String) throws {
    try writer.append(record: [id, "review", "1", source, "", time, "", supersedes, "", "", "", unit])
  }
  try add("uuid:1", "form", "2018-11-08T16:42:10Z", "", "arcp")
  try add("uuid:2", "mail", "2018-11-09T09:00:00Z", "", "rabat")
  try add("uuid:3", "line", "2018-11-10T10:00:00Z", "uuid:1", "arcp")
  try add("uuid:4", "answers", "", "", "igc")
  try add("uuid:5", "mail", "2018-11-11T09:00:00Z", "", "igc")
  try add("uuid:6", "table", "2018-11-12T09:00:00Z", "", "Nobody's \u{1B}[31mforum")
  let file = ResponseFile(
    form: "review", name: "Responses/review/responses.csv", content: .bytes(writer.takeBytes()))
  return try StatusReport(by: unit, forms: [form], from: [file])
}

private func listed(_ code: String, _ name: String, type: String, regions: String) -> Choice {
  Choice(
    name: Choice.Name(code), label: text("\(name) in full", fr: "\(name) en toutes lettres"),
    attributes: ["short_name": name, "type": type, "regions": regions])
}
