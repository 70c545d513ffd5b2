internal import Digests
internal import Expressions
internal import ResponseFiles
internal import Survey

/// What all parts must have alike, and the program that adds them up too.
struct PartialFacts {
  /// The version of the text.
  static let format = "iscm-partial 1"

  /// By name, in the order in which they are compared.
  let facts: [(name: String, value: String)]

  /// - Parameters:
  ///   - figures: What is counted.
  ///   - program: The version of this program.
  init(_ figures: [PlannedFigure], program: String) {
    let forms = Dataset.forms(of: figures.flatMap(\.needs))
    facts = [
      ("format", Self.format), ("program", program),
      ("questionnaire", forms.map { "\($0.id) \($0.version)" }.joined(separator: ", ")),
      ("figures", figures.map(\.request).joined(separator: "; ")),
      ("lists", Self.digest(Self.definition(figures, forms))),
    ]
  }

  /// What tells two texts apart, in few characters.
  static func digest(_ text: String) -> String { String(SHA256(of: Array(text.utf8)).description.prefix(16)) }

  /// What tells apart what is known of earlier versions of a form.
  static func asked(of form: Questionnaire.ID, in files: [ResponseFile]) -> String {
    files.first { $0.form == form }.map { digest($0.asked.text) } ?? ""
  }

  /// All of the forms that counts hang on.
  private static func definition(_ figures: [PlannedFigure], _ forms: [Questionnaire]) -> String {
    var names: Set<Question.Name> = []
    for need in figures.flatMap(\.needs) { names.formUnion(need.questions + need.texts) }
    var lines: [String] = []
    for form in forms {
      lines.append("form \(form.id)")
      for name in names.sorted() {
        guard let question = form.question(name) else { continue }
        let choices = form.choices(of: question)?.choices.map(\.name.text) ?? []
        lines.append("\(name)\t\(question.kind.word)\t\(choices.joined(separator: "\t"))")
      }
      lines += form.history.questions.map { "question \($0)\t\($1)" }.sorted()
      for (list, names) in form.history.choices.sorted(by: { $0.key < $1.key }) {
        lines += names.map { "choice \(list)\t\($0)\t\($1)" }.sorted()
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension PlannedFigure {
  /// What is asked for, in words.
  fileprivate var request: String {
    var words = [id.text]
    if questions.map(\.text) != words { words.append("of " + questions.map(\.text).joined(separator: " ")) }
    words.append("\(statistic.rawValue)/\(base.rawValue)")
    if let unit { words.append("unit \(unit)") }
    if let by { words.append("by \(by)") }
    if let filter { words.append("where \(filter.source)") }
    if showsWho, unit != nil { words.append("who") }
    if attribution != .named { words.append(attribution.rawValue) }
    if sources.count > 1 { words.append("from " + sources.map(\.text).joined(separator: " ")) }
    return words.joined(separator: " ")
  }

  /// Whether what its filter lets in hangs on the clock.
  var asksTheClock: Bool {
    filter.map { $0.source.contains("now(") || $0.source.contains("today(") } ?? false
  }
}
