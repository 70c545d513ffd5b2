import Analysis
import Messages
import Reports
import Survey
import Testing

@Suite("Where the answers behind a number came from")
struct OriginTests {
  private static let sha = String(repeating: "b6979a2e", count: 8)

  private static let origins = Origins([
    "uuid:2018-arcp": [
      origin("iscm", "derived", "1", "the token says arcp"),
      origin("position", "mail", "1.2", "table 1 row 5 cell 3"),
    ],
    "uuid:2018-cmc": [origin("position", "reviewed", "1", "Clerk, 2018-12-01T00:00:00Z")],
    "uuid:2018-eap_panel": [origin("position", "table", "row 7", "column D 'Position'", .table)],
  ])

  private static func origin(
    _ question: Question.Name, _ evidence: String, _ part: String, _ place: String,
    _ door: Response.Source = .mail
  ) -> Origins.Origin {
    Origins.Origin(
      question: Address(question), evidence: evidence, door: door, source: sha, part: part, place: place)
  }

  /// The lines below a heading.
  private func lines(_ text: String, below heading: String) -> [String] {
    let lines = text.split(separator: "\n").map(String.init)
    return Array(lines.drop { !$0.contains(heading) }.dropFirst().prefix(6))
  }

  @Test("Below each unit stand the mail, the part and the place of the question that was counted")
  func text() {
    let report = TextReport(edition(.english), columns: 100)
    #expect(
      lines(
        report.text(of: [Sample.position.figure], origins: Self.origins), below: "Where the answers stand")
        == [
          "  ARCP: gcm-review-2018/responses.csv line 2 (\(receipt("arcp")))",
          "    position: e-mail b6979a2e part 1.2: table 1 row 5 cell 3",
          "  CMC: gcm-review-2018/responses.csv line 3 (\(receipt("cmc")))",
          "    position: e-mail b6979a2e part 1: decided by a person (Clerk, 2018-12-01T00:00:00Z)",
          "  EaP Panel: gcm-review-2018/responses.csv line 4 (\(receipt("eap_panel")))",
          "    position: table b6979a2e row 7: column D 'Position'",
        ])
    let markdown = MarkdownReport(edition(.english)).markdown(
      of: [Sample.position.figure], origins: Self.origins)
    #expect(markdown.contains("\n  - position: e-mail b6979a2e part 1.2: table 1 row 5 cell 3\n"))
  }

  private func receipt(_ name: String) -> String {
    Receipt(for: Response.ID("uuid:2018-\(name)")).description
  }

  @Test("Scripts get the whole hash, and how the answer is known")
  func json() {
    let report = JSONReport(edition(.english), questionnaire: "q", version: "1")
    #expect(
      report.json(of: [Sample.position.figure], origins: Self.origins).contains(
        """
        "line": 2, "origins": [{"question": "position", "evidence": "mail", "source": "\(Self.sha)", "part": "1.2", \
        "place": "table 1 row 5 cell 3"}]}
        """))
    #expect(!report.json(of: [Sample.position.figure]).contains("origins"))
  }

  @Test("Each language says it", arguments: InterfaceLanguage.allCases)
  func languages(language: InterfaceLanguage) {
    let text = TextReport(edition(language), columns: 200).text(
      of: [Sample.position.figure], origins: Self.origins)
    let found = text.split(separator: "\n").filter { $0.contains("b6979a2e") }
    #expect(found.count == 3)
    #expect(found.allSatisfy { !$0.contains("{") })
  }

  @Test("A figure that names nobody leads nowhere")
  func suppressed() {
    let text = TextReport(edition(.english)).text(of: [Sample.suppressed.figure], origins: Self.origins)
    #expect(!text.contains("b6979a2e"))
  }
}
