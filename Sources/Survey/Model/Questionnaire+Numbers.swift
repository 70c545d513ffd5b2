/// How the questions of a questionnaire are numbered for people.
///
/// By `paper_no` where the form has it: parts `25a` and `25b` are one question, 25, and what has no number
/// is not counted. Otherwise each question that is asked has its place in the form as its number.
public struct Numbering: Sendable {
  private let labels: [Question.Name: String]
  private let numbers: [Question.Name: String]
  /// The numbers in short: 0 for one of them, 1 for another.
  private let numberPlaces: [Question.Name: Int]
  private let parts: [Question.Name: Int]
  private let groupParts: [Group.Name: Int]
  /// The titles of the parts: the outermost groups that hold numbered questions.
  ///
  /// A compound question, which has a number of its own, and a repeat group are no parts.
  public let partTitles: [LocalizedText]
  /// How many numbers there are.
  public let total: Int

  /// What a person calls a question: `25a`; nothing where it has no number.
  public func label(of name: Question.Name) -> String? { labels[name] }

  /// The number that a question is counted under: `25` for `25a`; nothing where it is not counted.
  public func number(of name: Question.Name) -> String? { numbers[name] }

  /// The part in which a question stands, from 1; nothing where it stands in none.
  public func part(of name: Question.Name) -> Int? { parts[name] }

  /// The part that a group is, from 1; nothing where it is none.
  public func part(ofGroup group: Group.Name) -> Int? { groupParts[group] }

  /// How many numbers a set of questions covers.
  public func count(_ names: some Sequence<Question.Name>) -> Int {
    var isCounted = Array(repeating: false, count: total)
    var count = 0
    for name in names {
      guard let place = numberPlaces[name], !isCounted[place] else { continue }
      isCounted[place] = true
      count += 1
    }
    return count
  }

  /// The questions that a person means who types `25`, `25a` or a question's name.
  public func questions(called typed: String, in questionnaire: Questionnaire) -> [Question.Name] {
    let typed = typed.trimmed.lowercased()
    let names = questionnaire.placed.map(\.question).filter(\.isAsked).map(\.name)
    let exact = names.filter { labels[$0]?.lowercased() == typed || $0.text.lowercased() == typed }
    return exact.isEmpty ? names.filter { numbers[$0]?.lowercased() == typed } : exact
  }

  init(of questionnaire: Questionnaire) {
    let asked = questionnaire.placed.filter(\.question.isAsked)
    var labels: [Question.Name: String] = [:]
    for placed in asked {
      let wordings =
        [placed.question.wording] + placed.groups.reversed().compactMap { questionnaire.group($0)?.wording }
      labels[placed.question.name] = wordings.first { !$0.paperNumber.isEmpty }?.paperNumber
    }
    if labels.isEmpty {
      for (index, placed) in asked.enumerated() { labels[placed.question.name] = String(index + 1) }
    }
    let numbers = labels.mapValues { label in
      let digits = label.prefix { $0.isNumber }
      return digits.isEmpty ? label : String(digits)
    }
    var titles: [LocalizedText] = []
    var parts: [Question.Name: Int] = [:]
    var seen: [Group.Name: Int] = [:]
    for placed in asked where numbers[placed.question.name] != nil {
      guard let outermost = placed.groups.first, let group = questionnaire.group(outermost),
        group.wording.paperNumber.isEmpty, !group.isRepeat
      else { continue }
      if seen[outermost] == nil {
        titles.append(group.wording.label)
        seen[outermost] = titles.count
      }
      parts[placed.question.name] = seen[outermost]
    }
    self.labels = labels
    self.numbers = numbers
    self.parts = parts
    self.groupParts = seen
    self.partTitles = titles
    let places = Dictionary(
      uniqueKeysWithValues: Set(numbers.values).enumerated().map { ($0.element, $0.offset) })
    self.numberPlaces = numbers.compactMapValues { places[$0] }
    self.total = places.count
  }
}

extension Questionnaire {
  /// How its questions are numbered for people.
  public var numbering: Numbering { Numbering(of: self) }
}
