/// Which answer is meant: a question, and for a question in a repeat group, in which of its repeats.
///
/// Written as `position`, `event[2]/event_title`, `region[1]/event[2]/event_title`.
public struct Address: Sendable, Hashable {
  /// One repeat of a repeat group.
  public struct Repeat: Sendable, Hashable {
    /// The repeat group.
    public let group: Group.Name
    /// Its place, from 1.
    public let number: Int

    /// Creates a step of an address.
    public init(group: Group.Name, number: Int) {
      self.group = group
      self.number = number
    }
  }

  /// The repeats around the question, outermost first.
  public let repeats: [Repeat]
  /// The question.
  public let question: Question.Name

  /// Creates an address; without repeats for a question that is asked once.
  public init(_ question: Question.Name, in repeats: [Repeat] = []) {
    self.repeats = repeats
    self.question = question
  }
}

extension Address {
  /// Hashes the question and the numbers of its repeats: which groups these are the question says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(question)
    for step in repeats { hasher.combine(step.number) }
  }
}

extension Address: LosslessStringConvertible {
  /// Reads an address as it is written in answers files and journals.
  public init?(_ description: String) {
    var repeats: [Repeat] = []
    // A name that is there twice has the groups around it before it: `chair/name`.
    var name: [String] = []
    for step in description.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
      guard let open = step.firstIndex(of: "[") else {
        name.append(step)
        continue
      }
      guard step.hasSuffix("]"), open != step.startIndex,
        let number = Int(step[step.index(after: open)...].dropLast()), number > 0
      else { return nil }
      let group = (name + [String(step[..<open])]).joined(separator: "/")
      repeats.append(Repeat(group: Group.Name(group), number: number))
      name = []
    }
    guard !name.isEmpty, !name.contains("") else { return nil }
    self.init(Question.Name(name.joined(separator: "/")), in: repeats)
  }

  /// The address as it is written in answers files and journals.
  public var description: String {
    repeats.map { "\($0.group)[\($0.number)]/" }.joined() + question.text
  }
}
