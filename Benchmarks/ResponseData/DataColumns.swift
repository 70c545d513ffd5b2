import Calendar
import Expressions
import ResponseFiles
import Survey
import XLSForm

/// The columns of a response file, ready to be filled: the form's own, with its choices and its conditions.
struct DataColumns {
  /// What stands in a column.
  enum Content {
    case metadata(ResponseMetadata)
    /// A question, by its place in `questions`.
    case question(Int)
  }

  /// How a question is answered.
  enum Way {
    case text, date, one, several
    /// In a way that no row has yet: its cell stays empty.
    case other
  }

  /// A question with a column.
  struct Question {
    let way: Way
    let isRequired: Bool
    /// Whether others hang on it.
    let isCondition: Bool
    /// The places of its choices in `words`.
    let choices: Range<Int>
  }

  /// Why no rows can be made for a form.
  struct Unfit: Error, CustomStringConvertible {
    let description: String
  }

  let headings: [String]
  let contents: [Content]
  let questions: [Question]
  /// The names of the questions, in their order; then those of choices.
  let words: Words
  let formID: [UInt8]
  let formVersion: [UInt8]
  let seed: UInt64
  private let blank: FormSession
  private let texts: [String]

  /// Reads a form.
  ///
  /// - Parameters:
  ///   - path: An XLSForm file.
  ///   - lists: Folders with lists that do not stand beside it.
  ///   - seed: What the rows are drawn with.
  /// - Throws: All problems of the form, or why it is not one that rows can be made for.
  init(form path: String, lists: [String], seed: UInt64) throws {
    let form = try XLSForm.load(path: path, listFolders: lists).questionnaire
    let table = ResponseLayout(of: form).main
    if let group = form.repeatGroups.first { throw Unfit(description: "'\(group.name)' is repeated") }
    let conditions = Set(
      (form.placed.compactMap(\.question.relevant) + form.groups.compactMap(\.relevant))
        .flatMap(\.references))
    for name in conditions {
      guard case .selectOne = form.question(.init(name))?.kind else {
        throw Unfit(description: "a condition hangs on '\(name)', which is no single choice")
      }
    }
    let blank = FormSession(form, id: .init("uuid:"), startedAt: Instant(secondsSinceEpoch: 1_541_721_600))
    var texts = table.questions.map(\.name.text)
    questions = table.questions.map { question in
      var isRequired = false
      if case .always = question.requirement { isRequired = true }
      let first = texts.count
      if question.list != nil { texts += blank.choices(at: Address(question.name)).map(\.name.text) }
      return Question(
        way: Self.way(question.kind), isRequired: isRequired,
        isCondition: conditions.contains(question.name.text), choices: first..<texts.count)
    }
    words = Words(texts)
    self.texts = texts
    let places = Dictionary(
      table.questions.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    headings = table.headings
    contents = try table.columns.map { column in
      if let place = column.question.flatMap({ places[$0.name] }) { return .question(place) }
      guard let metadata = column.metadata else { throw Unfit(description: "'\(column.heading)' is nothing") }
      return .metadata(metadata)
    }
    formID = Array(form.id.text.utf8)
    formVersion = Array(form.version.utf8)
    self.seed = seed
    self.blank = blank
  }

  private static func way(_ kind: Survey.Question.Kind) -> Way {
    switch kind {
    case .text: .text
    case .date: .date
    case .selectOne: .one
    case .selectMultiple: .several
    default: .other
    }
  }

  /// Which questions are asked, as the form itself says.
  ///
  /// - Parameter chosen: The choice that was made, by its place in `words`, of questions that others hang on.
  /// - Returns: Whether each question is asked.
  /// - Throws: `FormRefusal` where the form does not take a choice.
  func asked(where chosen: [(question: Int, choice: Int)]) throws -> [Bool] {
    var session = blank
    for (question, choice) in chosen {
      try session.apply(.answer(Address(.init(texts[question])), .one(.init(texts[choice]))))
    }
    let asked = Set(session.outline.asked.map(\.question.text))
    return questions.indices.map { asked.contains(texts[$0]) }
  }
}
