internal import CSV
internal import Coding
internal import Expressions
internal import ResponseFiles
internal import Survey

extension ProjectSurvey {
  /// The open question that a name or a number on paper means.
  ///
  /// - Throws: `Failure` where there is none, or where its answers cannot be coded.
  func place(ofQuestion written: String) throws(Failure) -> Codebook.Place {
    let named = questionnaire.history.now(Question.Name(written))
    let meant =
      questionnaire.placed(named) == nil
      ? questionnaire.numbering.questions(called: written, in: questionnaire) : [named]
    guard let name = meant.first, meant.count == 1, let placed = questionnaire.placed(name) else {
      let open = questionnaire.placed.filter { $0.question.kind == .text && $0.repeats.isEmpty }
      let names = open.map(\.question.name.text)
      let found = meant.count > 1 ? "several questions have this number" : "no question of '\(self.name)'"
      let remedy =
        nearest(to: written, among: names).map { "did you mean '\($0)'?" }
        ?? "its open questions are \(names.joined(separator: ", "))"
      throw Failure(.unusableInput, "'\(written)': \(found); \(remedy)")
    }
    guard placed.question.kind == .text, placed.repeats.isEmpty else {
      throw Failure(
        .unusableInput,
        "'\(name)': codes sort open answers outside of repeat groups, and this question takes none; name another"
      )
    }
    return Codebook.Place(form: questionnaire.id, question: name)
  }

  /// The responses whose place no other has taken, in the order of the file.
  func currentResponses() throws(Failure) -> [StoredResponse] {
    var all: [StoredResponse] = []
    var superseded: Set<Response.ID> = []
    do {
      _ = try answers.read { stored in
        all.append(stored)
        if let earlier = stored.response.supersedes { superseded.insert(earlier) }
      }
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
    return all.filter { !superseded.contains($0.response.id) }
  }

  /// The codings of this questionnaire as they stand, and how long their file is.
  func codingsNow() throws(Failure) -> (rows: [Coding], length: Int, findings: [CodingFinding]) {
    do {
      let length = try answers.lengths(of: [answers.codesName])[answers.codesName] ?? 0
      let (rows, findings) = try answers.codings()
      return (rows, length, findings)
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }

  /// What people call whoever gave a response: the short name of the mechanism, else its name, else the receipt.
  func respondent(of response: Response, wording: (LocalizedText) -> String) -> String {
    guard let unit = unitQuestion, case .answered(.one(let name)) = response[unit.name] else {
      return Receipt(for: response.id).description
    }
    if name == "other" {
      let own = response[Question.Name(unit.name.text + "_other")].answer?.cell ?? ""
      return own.isEmpty ? Receipt(for: response.id).description : own
    }
    let choice = questionnaire.choices(of: unit)?[name]
    let short = choice?.attributes["short_name"] ?? ""
    if !short.isEmpty { return short }
    return choice.map { wording($0.label) } ?? name.text
  }
}
