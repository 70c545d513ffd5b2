internal import Survey

/// Reads a place for an order: all choices of a list, the first one first, by their names, labels or numbers.
///
/// Every choice once, in an order, is the answer here, and not the list of a form that nobody filled: forms print the list
/// beside the place. What leaves anything open is for a person.
struct RankReading {
  let reading: Reading

  /// Reads what was found in the place.
  ///
  /// - Parameters:
  ///   - tokens: What stands there, part by part.
  ///   - key: The question.
  ///   - evidence: The text of the place, for people.
  init(_ tokens: [ChoiceTokens.Token], of key: QuestionKey, evidence: String) {
    var options: [String] = []
    /// The number before each option; those behind the last one.
    var numbers: [[Int]] = [[]]
    for token in tokens {
      switch token {
      case .option(let stored):
        options.append(stored)
        numbers.append([])
      case .word(let word):
        guard let found = Self.numbers(in: word) else {
          reading = .unclear(options.isEmpty ? .notInTheList : .notAnAnswer, evidence)
          return
        }
        numbers[numbers.count - 1] += found
      case .lineBreak, .gap: break
      case .box, .mark:
        reading = .unclear(.notAnAnswer, evidence)
        return
      }
    }
    let names = key.list?.choices.map(\.name.text) ?? []
    let order: [String]?
    if options.isEmpty {
      order = Self.order(of: numbers[0], in: names, key.list)
    } else {
      order = Self.agree(numbers, with: options, in: names) ? options : nil
    }
    guard let order, Set(order).count == order.count,
      // With a filter, the form itself tells which there were.
      key.question.choiceFilter != nil || Set(order) == Set(names)
    else {
      let problem = "not every choice stands there once, in one order: \(evidence)"
      reading = .unclear(options.isEmpty ? .notInTheList : .notAnAnswer, options.isEmpty ? evidence : problem)
      return
    }
    reading = .value(order.joined(separator: " "))
  }

  /// The choices that numbers mean; nothing where one means none, or where labels are numbers.
  private static func order(of numbers: [Int], in names: [String], _ list: ChoiceList?) -> [String]? {
    let labels =
      list?.choices.flatMap { choice in choice.label.languages.map { choice.label[$0] ?? "" } } ?? []
    guard !labels.contains(where: { Int($0.bare) != nil }),
      numbers.allSatisfy({ $0 >= 1 && $0 <= names.count })
    else { return nil }
    return numbers.map { names[$0 - 1] }
  }

  /// Whether numbers before options say nothing else than the order in which these stand.
  ///
  /// They do where there are none, where they count the places, and where they are those of the list, copied from the
  /// form. Where they are both, the list of the form may have been copied as it is, and nobody can tell.
  private static func agree(_ numbers: [[Int]], with options: [String], in names: [String]) -> Bool {
    if numbers.allSatisfy(\.isEmpty) { return true }
    guard numbers.last?.isEmpty == true, numbers.dropLast().allSatisfy({ $0.count == 1 }) else {
      return false
    }
    let told = numbers.dropLast().map { $0[0] }
    let isCounted = told == Array(1...options.count)
    return isCounted != (told == options.map { (names.firstIndex(of: $0) ?? -1) + 1 })
  }

  /// The numbers of a word that is nothing but numbers and signs: `1.`, `2,1,3`; none for signs alone.
  private static func numbers(in word: String) -> [Int]? {
    let parts = word.split { !$0.isLetter && !$0.isNumber }
    var numbers: [Int] = []
    for part in parts {
      guard part.count <= 4, part.allSatisfy(\.isASCII), let number = Int(part) else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
