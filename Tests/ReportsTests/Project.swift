import Analysis
import CSV
import Calendar
import Coding
import Glibc
import ResponseFiles
import Survey
import XLSForm

/// The project's own questionnaires, plans and responses.
enum Project {
  static let names = [
    "gcm-review-2018", "gcm-review-2018-interview", "gcm-regional-review-2020", "iscm-highlights-2020",
    "webinar-2020-attendance",
  ]

  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  static func form(_ name: String) throws -> Questionnaire {
    try XLSForm.load(
      path: "\(root)/Questionnaires/\(name)/questionnaire.csv", listFolders: ["\(root)/Questionnaires/lists"]
    ).questionnaire
  }

  static func file(_ name: String) -> ResponseFile {
    let path = "Responses/\(name)/responses.csv"
    let isThere = access("\(root)/\(path)", R_OK) == 0
    return ResponseFile(
      form: Questionnaire.ID(name), name: path,
      content: isThere ? .path("\(root)/\(path)", length: nil) : .missing)
  }

  /// All figures of a questionnaire's plan.
  static func figures(_ name: String) throws -> [Figure] {
    let reader = try CSVReader(path: "\(root)/Questionnaires/\(name)/figures.csv")
    let review = try form("gcm-review-2018")
    let interview = try form("gcm-review-2018-interview")
    let (codebook, _) = Codebook.reading(
      try CSVReader(path: "\(root)/Questionnaires/gcm-review-2018/codebook.csv"), file: "codebook.csv",
      language: review.defaultLanguage
    ) { id in [review, interview].first { $0.id == id } }
    let plan = FigurePlan(
      reader, file: "figures.csv", home: try form(name),
      form: { id in [review, interview].first { $0.id == id } }, codebook: { _ in codebook })
    var codings: [Questionnaire.ID: Codings] = [:]
    for form in [review, interview] {
      let folder = ResponseFolder(path: "\(root)/Responses/\(form.id)", questionnaire: form)
      codings[form.id] = Codings(try folder.codings().rows)
    }
    let (figures, _) = plan.figures(for: TallyRequest(showsWho: true))
    let files = Set(["gcm-review-2018", "gcm-review-2018-interview", name]).sorted().map(file)
    return try Tally(
      of: figures, from: files, codings: codings, now: Instant(secondsSinceEpoch: 1_540_000_000)
    ).figures
  }
}
