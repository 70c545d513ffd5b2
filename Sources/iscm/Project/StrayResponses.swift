internal import CSV
internal import ResponseFiles
internal import Survey

/// Responses that nothing reads: they stand in a folder of `Responses` that is of no form any more.
///
/// So it is where somebody changes the `form_id` of a form that has responses.
struct StrayResponses {
  /// A form of the project.
  struct Form {
    let survey: ProjectSurvey
    /// Its file.
    let file: String
  }

  /// The folder.
  let path: String
  /// The form that its rows say they answer.
  let formID: String
  /// How many responses are in it.
  let responses: Int
  /// How many unfinished forms.
  let drafts: Int
  /// The form that they may be of: it asks at least half of what they answer.
  let form: Form?
}

extension StrayResponses: CustomStringConvertible {
  /// Where, what was found, what was expected and what to do, in one line.
  var description: String {
    let found = [(responses, "response"), (drafts, "unfinished form")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and ")
    let problem =
      "\(path): found \(found) to '\(formID)', expected a questionnaire with this form_id; nothing reads them"
    guard let form else {
      return "\(problem); put the form back that they answer, or its form_id '\(formID)' into its settings"
    }
    let now = form.survey.questionnaire.id
    let asks = "\(form.file) asks the same and has the form_id '\(now)'"
    if form.survey.answers.rows(upTo: 1).count == 0 {
      return "\(problem); \(asks): write '\(formID)' there again, or put the form back that they answer"
    }
    // To write the earlier one again would leave those behind that have come since.
    let copy = "put a copy of it with the form_id '\(formID)' beside it"
    return "\(problem); \(asks), which has responses too: \(copy)"
  }
}

extension ResponseFolder {
  /// What stands in the main files, whatever form they are of.
  struct Rows {
    /// The headings of the first file.
    var headings: [String] = []
    /// What the first row says that it answers.
    var formID: String?
    /// How many rows there are, as far as they can be read.
    var count = 0
  }

  /// Looks at the rows of the main files.
  ///
  /// - Parameter most: With how many of them it is enough.
  /// - Returns: What is there; nothing of a file that cannot be read.
  func rows(upTo most: Int = .max) -> Rows {
    var rows = Rows()
    for volume in (try? snapshot().volumes) ?? [] {
      guard var reader = try? CSVReader(path: volume.main.path, length: volume.main.length),
        (try? reader.next()) == true
      else { continue }
      let headings = reader.record.strings
      if rows.headings.isEmpty { rows.headings = headings }
      let place = headings.firstIndex(of: ResponseMetadata.formID.heading)
      while rows.count < most, (try? reader.next()) == true {
        rows.count += 1
        if rows.formID == nil, let place {
          let cells = reader.record.strings
          rows.formID = place < cells.count ? cells[place] : ""
        }
      }
    }
    return rows
  }
}
