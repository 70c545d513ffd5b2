public import Calendar
public import Survey

/// The coding of one question's answers by one coder: which answer is looked at, and what it has so far.
///
/// A pure value: it knows no file and no terminal. Whoever shows it stores each row before it takes effect here.
public struct CodingSession: Sendable {
  /// An answer to be coded.
  public struct Item: Sendable, Hashable {
    /// The response.
    public let response: Response.ID
    /// What people call whoever answered.
    public let who: String
    /// The answer.
    public let text: String
    /// The response file.
    public let file: String
    /// The physical line on which the response begins, from 1.
    public let line: Int

    /// Creates an answer.
    public init(response: Response.ID, who: String, text: String, file: String, line: Int) {
      self.response = response
      self.who = who
      self.text = text
      self.file = file
      self.line = line
    }
  }

  /// The question.
  public let place: Codebook.Place
  /// Who codes.
  public let coder: Coding.Coder
  /// The answers that are shown, in the order of the file.
  public let items: [Item]
  /// Which of them is looked at, from 0; as many as there are, once all have been.
  public private(set) var position = 0
  /// The codebook as it is now.
  public private(set) var codebook: Codebook
  private var codings: Codings

  /// Creates a session.
  ///
  /// - Parameters:
  ///   - answers: All answers to the question.
  ///   - place: The question.
  ///   - coder: Who codes.
  ///   - codebook: The codes.
  ///   - codings: What was said so far.
  ///   - all: Whether answers that the coder has coded are shown again.
  public init(
    _ answers: [Item], at place: Codebook.Place, by coder: Coding.Coder, codebook: Codebook, codings: Codings,
    all: Bool = false
  ) {
    self.place = place
    self.coder = coder
    self.codebook = codebook
    self.codings = codings
    items =
      all ? answers : answers.filter { codings.verdict($0.response, place.question, by: coder) == nil }
  }

  /// The answer that is looked at; nothing once all have been.
  public var item: Item? { items.indices.contains(position) ? items[position] : nil }

  /// The codes that can be given, in the order of the codebook.
  public var codes: [Codebook.Code] { codebook.codesInUse(at: place) }

  /// What the coder says of the answer that is looked at; nothing where it is not coded.
  public var verdict: Codings.Verdict? {
    item.flatMap { codings.verdict($0.response, place.question, by: coder) }
  }

  /// The codes that keywords speak for.
  public var suggestions: [Codebook.Code.Name] {
    item.map { codebook.suggestions(for: $0.text, at: place) } ?? []
  }

  /// How many of the answers are coded.
  public var codedCount: Int {
    items.count { codings.verdict($0.response, place.question, by: coder) != nil }
  }
}

extension CodingSession {
  /// The row that gives the answer a code, or takes it back.
  ///
  /// - Parameters:
  ///   - code: The code; nothing for "none of the codes".
  ///   - time: Now.
  /// - Returns: The row, to be stored; nothing where no answer is looked at.
  public func row(toggling code: Codebook.Code.Name?, at time: Instant) -> Coding? {
    guard let item else { return nil }
    let isGiven = code.map { verdict?.codes.contains($0) == true } ?? (verdict?.isNone == true)
    return Coding(
      response: item.response, question: place.question, code: code, coder: coder,
      act: isGiven ? .withdraw : code == nil ? .none : .code, evidence: .coded, version: codebook.version,
      time: time)
  }

  /// Takes a row up that was stored.
  public mutating func add(_ row: Coding) { codings.add(row) }

  /// Takes a codebook up that was changed.
  public mutating func take(_ codebook: Codebook) { self.codebook = codebook }

  /// Looks at the next answer; behind the last one at none.
  public mutating func goOn() { position = min(position + 1, items.count) }

  /// Looks at the answer before.
  ///
  /// - Returns: Whether there is one.
  @discardableResult
  public mutating func goBack() -> Bool {
    if position == 0 { return false }
    position -= 1
    return true
  }
}
