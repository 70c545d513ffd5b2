public import Survey

/// How long the questions of a form take, over several responses.
public struct ParadataSummary: Sendable {
  /// What is known of one question; its repeats are added up.
  public struct QuestionTimes: Sendable, Hashable {
    /// The question.
    public let question: Question.Name
    /// How many responses have a time for it.
    public let responses: Int
    /// The median of those times, in seconds.
    public let median: Int
    /// How many answers to it were given or taken away, in all of them.
    public let changes: Int
  }

  /// The questions that anybody has stood at, in the order of the form.
  public let questions: [QuestionTimes]
  /// How many responses have times.
  public let responses: Int
  /// The median of the times that they took, in seconds; nothing where there is no response.
  public let median: Int?
  /// How many of them have a time for the review, and the median of those, in seconds.
  public let review: (responses: Int, median: Int)?

  /// Sums up.
  ///
  /// - Parameters:
  ///   - paradata: The paradata of each response.
  ///   - questionnaire: The form.
  public init(of paradata: [Paradata], in questionnaire: Questionnaire) {
    var times: [Question.Name: [Int]] = [:]
    var changes: [Question.Name: Int] = [:]
    for each in paradata {
      var seconds: [Question.Name: Int] = [:]
      for (address, stay) in each.stays {
        seconds[address.question, default: 0] += stay.seconds
        changes[address.question, default: 0] += stay.changes
      }
      for (name, time) in seconds { times[name, default: []].append(time) }
    }
    questions = questionnaire.placed.compactMap { placed in
      let name = placed.question.name
      guard let times = times[name], let median = times.median else { return nil }
      return QuestionTimes(
        question: name, responses: times.count, median: median, changes: changes[name] ?? 0)
    }
    responses = paradata.count
    median = paradata.map(\.seconds).median
    let reviews = paradata.map(\.review).filter { $0.visits > 0 }.map(\.seconds)
    review = reviews.median.map { (reviews.count, $0) }
  }
}

extension [Int] {
  /// The number in the middle; of two in the middle their mean, rounded half up.
  fileprivate var median: Int? {
    if isEmpty { return nil }
    let sorted = sorted()
    let middle = count / 2
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle] + 1) / 2
  }
}
