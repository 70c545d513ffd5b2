package import Survey

/// How the column `unknown` of a response, or of a repeat, names a repeat group of which nobody knows whether there are any:
/// `event[]`, which no question can be called.
package enum UnknownRepeats {
  /// What stands for a group.
  private static func word(for group: Group.Name) -> String { "\(group)[]" }

  /// The words for all groups that a response, or a repeat, says it of, in their alphabetical order.
  package static func words(in answers: Response.Answers) -> [String] {
    answers.unknownRepeats.sorted().map(word)
  }

  /// Whether a word stands for a group, which the form may have given up since.
  package static func isWord(_ word: String) -> Bool { word.hasSuffix("[]") }

  /// The group that a word stands for, by its name of now; nothing where it stands for none of a form.
  package static func group(of word: String, in questionnaire: Questionnaire) -> Group.Name? {
    guard isWord(word) else { return nil }
    let name = questionnaire.history.now(Group.Name(String(word.dropLast(2))))
    return questionnaire.group(name)?.isRepeat == true ? name : nil
  }
}
