internal import Expressions
public import Survey

/// A sum over all that decides what an answer in its place on a blank form means.
///
/// The id, the version and the title of the questionnaire; of every item its place, name, kind, number, label in every
/// language and when it is asked; of every choice that can be made its name and label. Not the hints, the messages
/// and the other columns of a list: to mend one of them makes no other question of any.
public struct DefinitionHash: Sendable, Hashable, CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  public let description: String

  /// Sums up a questionnaire.
  public init(of questionnaire: Questionnaire) {
    var parts = [questionnaire.id.text, questionnaire.version]
    parts += Self.parts(of: questionnaire.title)
    for item in questionnaire.items { parts += Self.parts(of: item, in: questionnaire) }
    // With their lengths, so that no two lists of parts read alike.
    description = Checksum(parts.flatMap { Array("\($0.utf8.count):\($0)".utf8) }).description
  }

  private static func parts(of item: Item, in questionnaire: Questionnaire) -> [String] {
    switch item {
    case .group(let group):
      var parts = ["group", group.name.text, group.wording.paperNumber, group.relevant?.source ?? ""]
      switch group.repetition {
      case .once: parts.append("once")
      case .free: parts.append("free")
      case .counted(let count): parts += ["counted", count.source]
      }
      parts += Self.parts(of: group.wording.label)
      for item in group.items { parts += Self.parts(of: item, in: questionnaire) }
      return parts + ["end"]
    case .question(let question):
      var parts = [
        "question", question.name.text, kind(of: question), question.wording.paperNumber,
        question.relevant?.source ?? "", question.calculation?.source ?? "",
        question.choiceFilter?.source ?? "", question.isReadOnly ? "read" : "write",
      ]
      parts += Self.parts(of: question.wording.label)
      for choice in questionnaire.choices(of: question)?.choices ?? [] {
        parts += ["choice", choice.name.text] + Self.parts(of: choice.label)
      }
      return parts
    }
  }

  /// What a question takes, with the list that it chooses from.
  private static func kind(of question: Question) -> String {
    question.list.map { "\(question.kind.word) \($0)" } ?? question.kind.word
  }

  private static func parts(of text: LocalizedText) -> [String] {
    let languages = text.languages.sorted { $0.heading < $1.heading }
    return languages.flatMap { [$0.heading, text[$0] ?? ""] } + ["end"]
  }
}
