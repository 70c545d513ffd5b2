public import Survey

/// The columns of one file of responses: of the main file, or of the file of a repeat group.
public struct ResponseTable: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// Its heading.
    public let heading: String
    /// What it says beside the answers; nothing for a question's own column.
    public let metadata: ResponseMetadata?
    /// The question that it answers.
    ///
    /// A column has both where a question is called `submitted_by`: its answer is who submitted.
    public let question: Question?
  }

  /// The repeat group; nothing for the main file.
  public let group: Group.Name?
  /// The repeat groups around a row, outermost first, its own the last; empty for the main file.
  public let repeats: [Group.Name]
  /// The columns in the order in which a new file has them: metadata first, then questions.
  public let columns: [Column]
  /// The questions with a column, in the order of the form.
  public let questions: [Question]
  private let questionHeadings: [Question.Name: String]
  private let history: FormHistory

  init(of group: Group.Name?, in questionnaire: Questionnaire) {
    let metadata = group == nil ? ResponseMetadata.ofResponses : ResponseMetadata.ofRepeats
    let questions = questionnaire.columns(of: group)
    let shared = questions.first { metadata.contains(.submittedBy) && $0.name.text == "submitted_by" }
    let taken = Set(metadata.map(\.heading))
    self.history = questionnaire.history
    self.group = group
    self.repeats = group.map { questionnaire.repeatsAround($0) + [$0] } ?? []
    self.questions = questions
    self.columns =
      metadata.map {
        Column(heading: $0.heading, metadata: $0, question: $0 == .submittedBy ? shared : nil)
      }
      + questions.filter { $0.name != shared?.name }.map {
        let name = $0.name.text
        return Column(heading: taken.contains(name) ? "question/\(name)" : name, metadata: nil, question: $0)
      }
    self.questionHeadings = Dictionary(
      columns.compactMap { column in column.question.map { ($0.name, column.heading) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The headings of a new file, in order.
  public var headings: [String] { columns.map(\.heading) }

  /// The heading of a question's column; nothing where this file has no such question.
  ///
  /// It is the question's name, or `question/NAME` where the name is that of a metadata column.
  public func heading(of question: Question.Name) -> String? { questionHeadings[question] }

  /// A key with the names that repeat groups have now.
  func now(key: String) -> String {
    var key = key
    for (earlier, now) in history.groups where key.contains("/\(earlier)[") {
      key = key.replacing("/\(earlier)[", with: "/\(now)[")
    }
    return key
  }

  /// The heading now of a column that an earlier version of the form named.
  func heading(earlier heading: String) -> String? {
    let name = Self.question(heading: heading)
    let now = history.now(name)
    return now == name ? nil : self.heading(of: now)
  }

  /// Whether a heading is that of a question which the form has given up.
  package func isRetired(heading: String) -> Bool { history.isRetired(Self.question(heading: heading)) }

  /// The question whose column has a heading, if it is one of a question.
  static func question(heading: String) -> Question.Name {
    Question.Name(heading.hasPrefix("question/") ? String(heading.dropFirst(9)) : heading)
  }

  /// The key of a repeat, `uuid:…/region[1]/event[2]`.
  ///
  /// - Parameters:
  ///   - number: The place of the repeat, from 1.
  ///   - parent: The key of the repeat around it, or the id of its response.
  /// - Returns: The key, as ODK Central's exports have it.
  public func key(number: Int, in parent: String) -> String { "\(parent)/\(group?.text ?? "")[\(number)]" }
}
