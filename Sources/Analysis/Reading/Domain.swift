internal import ResponseFiles
internal import Survey

/// What the cells of a question can hold, and the numbers that stand for it in memory.
///
/// One for a question in all files that are read together, so that their cells can be compared.
struct Domain {
  /// How much is kept of a cell.
  enum Keeping {
    /// Which choice.
    case one
    /// Which choices, as a bit set of so many words a row.
    case several(words: Int)
    /// Whether there is an answer.
    case presence
    /// The answer itself, as a number into `texts`.
    case text
  }

  let question: Question
  let keeping: Keeping
  /// The choices, of all forms that ask the question.
  let choices: [Choice]
  /// Answers that are no choice, in the order in which they were found; their places follow the choices'.
  private(set) var unlisted: [String] = []
  /// The different answers, where they are kept as texts.
  private(set) var texts: [String] = []

  private var places: [String: Int]
  private var unlistedPlaces: [String: Int] = [:]
  private var textPlaces: [String: Int] = [:]

  /// More different answers that are no choice than this are counted under one name, `…`.
  private(set) var mostUnlisted: Int

  /// - Parameters:
  ///   - question: The question.
  ///   - forms: The forms that ask it.
  ///   - asText: Whether the answers of a question that has no choices are kept.
  ///   - mostUnlisted: How many different answers that are no choice have a name of their own.
  /// - Throws: That there are too many choices.
  init(_ question: Question, forms: Forms, asText: Bool, mostUnlisted: Int) throws(AnalysisError) {
    self.question = question
    self.mostUnlisted = mostUnlisted
    choices = forms.choices(of: question.name)
    places = Dictionary(
      choices.enumerated().map { ($1.name.text, $0) }, uniquingKeysWith: { first, _ in first })
    switch question.kind {
    case .selectOne: keeping = .one
    case .selectMultiple: keeping = .several(words: max(1, (choices.count + 63) / 64))
    default: keeping = asText ? .text : .presence
    }
    let limit = CellCode.room - mostUnlisted - 1
    guard choices.count <= limit else {
      throw .tooManyChoices(question.name, found: choices.count, limit: limit)
    }
  }

  /// The same for a thread that reads a part of a file: every answer has a name of its own, since only where all parts
  /// come together it is known which were the first.
  var ofPart: Domain {
    var part = self
    part.mostUnlisted = .max
    return part
  }

  /// Whether places say all that they say in another domain, once it has taken up the names of this one.
  func isWhole(in other: Domain) -> Bool {
    // What shares one name here could be told apart there.
    unlistedPlaces[Self.others] == nil || places == other.places && other.unlisted.isEmpty
  }

  /// The answers that should be choices and are none.
  var misfits: [String] { question.choosesFromAnswers ? [] : unlisted }

  /// The name of all answers that have none of their own.
  private static let others = "…"

  /// How many places there are, listed and not.
  var placeCount: Int { choices.count + unlisted.count }

  /// The name of the choice at a place, or what stands in the cell instead of one.
  func name(at place: Int) -> String {
    place < choices.count ? choices[place].name.text : unlisted[place - choices.count]
  }

  /// The place of a choice; one behind the listed ones where it is none.
  mutating func place(of name: String) -> Int {
    if let place = places[name] ?? unlistedPlaces[name] { return place }
    let name = unlisted.count < mostUnlisted ? name : Self.others
    if let place = unlistedPlaces[name] { return place }
    unlistedPlaces[name] = placeCount
    unlisted.append(name)
    return placeCount - 1
  }

  /// The number of a text.
  mutating func number(of text: String) -> Int {
    if let place = textPlaces[text] { return place }
    textPlaces[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// Why a cell is no answer of the question's kind; nothing where it is one, or blank.
  func problem(of cell: String, in list: ChoiceList?) -> ResponseFinding.Problem? {
    let words = cell.split(whereSeparator: \.isWhitespace)
    if case .selectOne = question.kind, words.count > 1, words.allSatisfy({ places[String($0)] != nil }) {
      return .severalChoices(found: cell)
    }
    do throws(AnswerProblem) {
      _ = try question.answer(from: cell, in: list)
      return nil
    } catch {
      return .noAnswer(error)
    }
  }
}

/// The cells of one question in one file, row by row.
struct ColumnCells {
  /// The place of the choice, or the state.
  var codes = Segments<CellCode>()
  /// The choices of each row as a bit set, for a select_multiple.
  var sets = Segments<UInt64>()
  /// The number of each row's text, where texts are kept.
  var texts = Segments<UInt32>()
  /// The places of answers that are no choice of a select_multiple, by row; there are few.
  ///
  /// In a part of a file that is read by itself, also those of a select_one for which codes have no room.
  var unlisted: [Int: [Int]] = [:]

  init() {}

  /// No cells, and room for as many as others have.
  init(likeThoseOf other: ColumnCells) {
    codes = Segments(reserving: other.codes.count)
    sets = Segments(reserving: other.sets.count)
    texts = Segments(reserving: other.texts.count)
  }

  /// Takes up the cells of a part of the file that begins at a row.
  mutating func append(_ part: ColumnCells, at row: Int) {
    codes.append(contentsOf: part.codes)
    sets.append(contentsOf: part.sets)
    texts.append(contentsOf: part.texts)
    for (place, found) in part.unlisted { unlisted[row + place] = found }
  }
}
