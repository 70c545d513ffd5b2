package import Survey

/// How the columns `not_asked` and `unknown` of a response, or of a repeat, name a repeat group without repeats: `event[]`,
/// which no question can be called.
package enum RepeatWord {
  /// The words for groups, in their alphabetical order.
  package static func words(for groups: Set<Group.Name>) -> [String] { groups.sorted().map { "\($0)[]" } }

  /// Whether a word stands for a group, which the form may have given up since.
  package static func isWord(_ word: String) -> Bool { word.hasSuffix("[]") }

  /// The group that a word stands for, by its name of now; nothing where it stands for none of a form.
  package static func group(of word: String, in questionnaire: Questionnaire) -> Group.Name? {
    guard isWord(word) else { return nil }
    let name = questionnaire.history.now(Group.Name(String(word.dropLast(2))))
    return questionnaire.group(name)?.isRepeat == true ? name : nil
  }
}
