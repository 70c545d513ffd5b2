public import Survey

/// Which mark stands for which question of a questionnaire, and for which choice: for whoever writes a form, and for
/// whoever reads it.
///
/// A question is marked by its number on paper: `04`, `25a`. One whose number is not its own, or is no digits with
/// small letters behind, is marked by its name; a name that is too long for Word, or has signs that a bookmark cannot
/// have, by its place in the form, `n12`. In the second repeat of a group: `04_2`. A choice is marked by its name,
/// else by its place in its list, `#7`.
public struct QuestionCodes: Sendable {
  private let codes: [Question.Name: String]
  private let names: [String: Question.Name]
  private let questionnaire: Questionnaire

  /// Gives each question that is asked its mark.
  public init(of questionnaire: Questionnaire) {
    let asked = questionnaire.placed.map(\.question).filter(\.isAsked)
    let numbering = questionnaire.numbering
    let numbers = asked.map { Self.number(numbering.label(of: $0.name) ?? "") }
    var codes: [Question.Name: String] = [:]
    var names: [String: Question.Name] = [:]
    for (question, number) in zip(asked, numbers) where !number.isEmpty && names[number] == nil {
      guard numbers.count(where: { $0 == number }) == 1 else { continue }
      (codes[question.name], names[number]) = (number, question.name)
    }
    for question in asked where codes[question.name] == nil {
      let name = question.name.text
      let lower = name.lowercased()
      // Bookmarks are the same in either case, and a name like a number would be one.
      let isOwn = asked.count(where: { $0.name.text.lowercased() == lower }) == 1
      guard isOwn, names[lower] == nil, name.utf8.count <= 24, Self.isPlain(name),
        name.contains("_") || name.count > 6 || !name.contains(where: \.isNumber)
      else { continue }
      (codes[question.name], names[lower]) = (name, question.name)
    }
    for question in asked where codes[question.name] == nil {
      var code = "n\((questionnaire.ordinal(of: question.name) ?? 0) + 1)"
      while names[code] != nil { code += "x" }
      (codes[question.name], names[code]) = (code, question.name)
    }
    // A form of an earlier version has the names of then.
    for (earlier, now) in questionnaire.history.questions where codes[now] != nil {
      let name = earlier.text.lowercased()
      if names[name] == nil { names[name] = now }
    }
    self.codes = codes
    self.names = names
    self.questionnaire = questionnaire
  }

  /// The mark of a question; nothing where it is not asked.
  public func code(of address: Address) -> QuestionCode? {
    codes[address.question].map { code in
      QuestionCode(([code] + address.repeats.map { String($0.number) }).joined(separator: "_"))
    }
  }

  /// The question that a code's text means, `04`, `25a`, `04_2`, in either case.
  public func address(of text: String) -> Address? {
    var steps = text.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    var numbers: [Int] = []
    while true {
      if let name = names[steps.joined(separator: "_").lowercased()],
        let repeats = questionnaire.placed(name)?.repeats, repeats.count == numbers.count
      {
        return Address(name, in: zip(repeats, numbers).map { Address.Repeat(group: $0, number: $1) })
      }
      guard steps.count > 1, let number = Int(steps.removeLast()), number > 0 else { return nil }
      numbers.insert(number, at: 0)
    }
  }

  /// The mark of a choice in tags and names of fields.
  public func mark(of choice: Choice.Name, in list: ChoiceList?) -> String {
    if choice.text.utf8.count <= 29, Self.isPlain(choice.text) { return choice.text }
    return list?.place(of: choice).map { "#\($0 + 1)" } ?? choice.text
  }

  /// The choice that a mark means.
  public func choice(of mark: String, in list: ChoiceList) -> Choice.Name? {
    if let choice = list[questionnaire.history.now(Choice.Name(mark), in: list.name)] { return choice.name }
    guard mark.hasPrefix("#"), let place = Int(mark.dropFirst()), list.choices.indices.contains(place - 1)
    else { return nil }
    return list.choices[place - 1].name
  }

  /// A number on paper with two digits in front, `04`, `19ii`; nothing where it has other signs.
  private static func number(_ label: String) -> String {
    let digits = label.prefix { $0.isASCII && $0.isNumber }
    let letters = label[digits.endIndex...].lowercased()
    let isPlain = letters.allSatisfy { $0.isASCII && $0.isLetter }
    guard !digits.isEmpty, isPlain, label.count <= 6 else { return "" }
    return String(repeating: "0", count: max(0, 2 - digits.count)) + digits + letters
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }
}
