internal import Calendar
internal import ResponseFiles
internal import Survey

/// A column of an exported table.
struct ExportColumn: Sendable {
  /// What stands in it.
  enum Content: Sendable {
    /// What a response file says beside the answers; a question's answer where it has its column.
    case metadata(ResponseMetadata, Question?)
    case question(Question)
    /// Whether a choice was chosen: 1 or 0; empty where the question was not answered.
    case choice(Question, Choice.Name)
  }

  /// Its name, unique in the table: `themes`, `themes/rights`.
  let name: String
  let content: Content

  /// The question that it is about.
  var question: Question? {
    switch content {
    case .metadata(_, let question): question
    case .question(let question), .choice(let question, _): question
    }
  }

  /// Whether what stands in it names a person, or leads to one.
  var namesPerson: Bool {
    switch content {
    case .metadata(.submittedBy, _): true
    case .metadata, .choice: false
    case .question(let question):
      switch question.kind {
      case .metadata(.username), .metadata(.email), .metadata(.phonenumber), .metadata(.deviceid): true
      default: question.name.text == ResponseMetadata.submittedBy.heading
      }
    }
  }
}

/// A row of an exported table: a response, or a repeat of a group in it.
struct ExportRow: Sendable {
  let response: Response
  let answers: Response.Answers
  /// The key of a repeat; the id of a response.
  let key: String
  /// The key of what is around a repeat; empty for a response.
  let parentKey: String
}

/// What stands in a cell.
enum ExportValue: Sendable, Hashable {
  case empty
  case text(String)
  case integer(Int)
  case decimal(DecimalNumber)
  case date(CalendarDate)
  case time(TimeOfDay)
  case moment(ZonedTime)
  case flag(Bool)

  /// The value as a response file writes it; 1 and 0 for flags.
  var cell: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .date(let date): date.description
    case .time(let time): time.description
    case .moment(let moment): moment.description
    case .flag(let isChosen): isChosen ? "1" : "0"
    }
  }
}

extension ExportValue {
  /// An answer; choices by their names.
  init(_ answer: Answer) {
    switch answer {
    case .text(let text): self = text.isEmpty ? .empty : .text(text)
    case .integer(let number): self = .integer(number)
    case .decimal(let number): self = .decimal(number)
    case .date(let date): self = .date(date)
    case .time(let time): self = .time(time)
    case .dateTime(let time): self = .moment(time)
    case .one, .several, .ranked, .acknowledged: self = .text(answer.cell)
    }
  }

  fileprivate init(_ text: String?) { self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
  fileprivate init(_ instant: Instant?) {
    self = instant.flatMap { ZonedTime($0.description) }.map { .moment($0) } ?? .empty
  }
}

extension ExportColumn {
  /// What stands in this column of a row.
  func value(in row: ExportRow, of table: ResponseTable) -> ExportValue {
    switch content {
    case .metadata(let metadata, let question): return value(of: metadata, question, in: row, table)
    case .question(let question): return row.answers[question.name].answer.map { ExportValue($0) } ?? .empty
    case .choice(let question, let choice):
      guard let answer = row.answers[question.name].answer else { return .empty }
      return .flag(answer.choices.contains(choice))
    }
  }

  private func value(
    of metadata: ResponseMetadata, _ question: Question?, in row: ExportRow, _ table: ResponseTable
  ) -> ExportValue {
    let response = row.response
    switch metadata {
    case .instanceID: return ExportValue(response.id.text)
    case .formID: return ExportValue(response.formID.text)
    case .formVersion: return ExportValue(response.formVersion)
    case .source: return ExportValue(response.source.rawValue)
    case .startedAt: return ExportValue(response.startedAt)
    case .submittedAt: return ExportValue(response.submittedAt)
    case .submittedBy:
      let answer = question.flatMap { row.answers[$0.name].answer }
      return answer.map { ExportValue($0) } ?? ExportValue(response.submittedBy)
    case .supersedes: return ExportValue(response.supersedes?.text)
    case .parentKey: return ExportValue(row.parentKey)
    case .key: return ExportValue(row.key)
    case .notAsked:
      let words = RepeatWord.words(for: row.answers.unaskedRepeats)
      return names(in: row, table, followedBy: words) { $0 == .notAsked }
    case .notApplicable: return names(in: row, table) { $0 == .notApplicable }
    case .unknown:
      return names(in: row, table, followedBy: RepeatWord.words(for: row.answers.unknownRepeats)) {
        $0 == .unknown
      }
    }
  }

  private func names(
    in row: ExportRow, _ table: ResponseTable, followedBy words: [String] = [],
    _ isMeant: (AnswerState) -> Bool
  ) -> ExportValue {
    let names = table.questions.filter { isMeant(row.answers[$0.name]) }.map(\.name.text)
    return ExportValue((names + words).joined(separator: " "))
  }
}
