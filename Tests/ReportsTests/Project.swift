import Analysis
import CSV
import Calendar
import Glibc
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
    let plan = FigurePlan(reader, file: "figures.csv", home: try form(name)) { id in
      [review, interview].first { $0.id == id }
    }
    let (figures, _) = plan.figures(for: TallyRequest(showsWho: true))
    let files = Set(["gcm-review-2018", "gcm-review-2018-interview", name]).sorted().map(file)
    return try Tally(of: figures, from: files, now: Instant(secondsSinceEpoch: 1_540_000_000)).figures
  }
}
