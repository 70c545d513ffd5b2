/// Something that a person did to a form.
///
/// The journal of a draft is a list of these.
public enum FormEvent: Sendable, Hashable {
  /// An answer was given; it replaces the one before.
  case answer(Address, Answer)
  /// What a person types, as far as it is typed, at a pause; the answer that follows replaces it.
  ///
  /// At a question that takes a text it is the answer so far. At any other whose answer is typed it is kept
  /// apart, in `FormSession.unfinished`, and is no step of undo; a blank text takes it away again.
  case typing(Address, String)
  /// An answer was taken away, or a question was said to be left empty.
  case clear(Address)
  /// A question was said not to apply.
  case notApplicable(Address)
  /// A transcriber said that nobody knows the answer any more.
  case unknown(Address)
  /// A repeat group got a number of repeats.
  case repeats(RepeatPath, Int)
  /// One repeat of a group was taken out, counted from 1; those behind it move up with all that is in them.
  case remove(RepeatPath, Int)
  /// The person went to a question.
  case stand(Address)
  /// The person went to the list of a repeat group's repeats.
  case list(RepeatPath)
  /// The person went from the questions to the review of them all; where they stood stays as it was.
  case review
  /// The last change was taken back.
  case undo
  /// The last change that was taken back was made again.
  case redo
}

/// What a person has said of one question.
public enum Entry: Sendable, Hashable {
  case answered(Answer)
  /// Left empty on purpose: a transcriber says so of a blank on paper.
  case blank
  case notApplicable
  case unknown

  /// The answer, where there is one.
  public var answer: Answer? {
    if case .answered(let answer) = self { return answer }
    return nil
  }
}

/// Why an event cannot happen to a form.
public enum FormRefusal: Error, Sendable, Hashable {
  /// The questionnaire has no such question, or not in that repeat.
  case noSuchQuestion(Address, suggestion: String?)
  /// Nobody is asked this question.
  case notAsked(Address)
  /// Another answer keeps people from changing this one.
  case readOnly(Address)
  /// The repeat group's number of repeats is worked out by the form.
  case repeatsAreCounted(Group.Name)
  /// The questionnaire has no such repeat group there.
  case noSuchRepeat(Group.Name)
  /// No repeat group has that repeat, or so many of them.
  case repeatOutOfRange(Group.Name, number: Int)
  /// The repeat group has no repeat of that number to take out.
  case noRepeatToRemove(RepeatPath, number: Int, count: Int)
  /// The answer is of another kind than the question, or blank.
  case notOfItsKind(Address, Answer)
  /// Only a transcriber can say that an answer is unknown.
  case onlyWhenTranscribing(Address)
}

extension FormRefusal: CustomStringConvertible {
  /// What was found and what to do, in English.
  public var description: String {
    switch self {
    case .noSuchQuestion(let address, let suggestion?):
      "the questionnaire has no question '\(address)'; did you mean '\(suggestion)'?"
    case .noSuchQuestion(let address, nil):
      "the questionnaire has no question '\(address)'; use a name of its survey sheet"
    case .notAsked(let address):
      "nobody is asked '\(address)': the form itself works it out; leave it out"
    case .readOnly(let address):
      "'\(address)' cannot be changed as the form stands: its 'read_only' holds; leave it out"
    case .repeatsAreCounted(let group):
      "the form itself works out how often '\(group)' is repeated; answer the question that it counts by"
    case .noSuchRepeat(let group): "the questionnaire has no repeat group '\(group)' there"
    case .repeatOutOfRange(let group, let number):
      "'\(group)' cannot have repeat \(number): repeats are counted from 1 to \(RepeatPath.mostRepeats)"
    case .noRepeatToRemove(let path, let number, let count):
      "'\(path)' has no repeat \(number) to take out: it has \(count)"
    case .notOfItsKind(let address, let answer):
      "'\(answer.cell)' is no answer of the kind that '\(address)' takes; answer it anew"
    case .onlyWhenTranscribing(let address):
      "'\(address)' cannot be unknown: only a transcriber says so; answer it or leave it empty"
    }
  }
}
