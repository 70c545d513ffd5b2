internal import Survey

/// The lines of an answers file that could not be taken, and what they are meant for.
///
/// What hangs on them is not told of before they are mended: it may only be because they were refused.
struct RefusedLines {
  private var uncertain = UncertainEntries()
  /// Questions that lines seem to mean whose names the form does not have.
  private var meant: [(line: Int, address: Address)] = []
  /// Lines that name no question, nor anything like one.
  private var unplaced: [Int] = []

  /// Whether there are lines of which nobody can tell where they belong.
  var hasUnplaced: Bool { !unplaced.isEmpty }

  /// Adds a line whose value cannot be taken.
  mutating func add(_ address: Address) { uncertain.addresses.insert(address) }

  /// Adds a line that the form refused.
  ///
  /// - Parameters:
  ///   - line: The line of the file, from 1.
  ///   - address: What it names.
  ///   - refusal: Why the form does not take it.
  ///   - questionnaire: The form.
  mutating func add(
    _ line: Int, _ address: Address, because refusal: FormRefusal, in questionnaire: Questionnaire
  ) {
    switch refusal {
    case .noSuchQuestion(_, let suggestion?):
      let name = Question.Name(suggestion)
      if questionnaire.placed(name)?.repeats == address.repeats.map(\.group) {
        meant.append((line, Address(name, in: address.repeats)))
      } else {
        uncertain.questions.insert(name)
      }
    case .noSuchQuestion(_, nil): unplaced.append(line)
    // Such a line is mended by taking it out, and changes nothing then.
    case .notAsked, .readOnly: break
    case .repeatsAreCounted, .noSuchRepeat, .repeatOutOfRange, .noRepeatToRemove, .notOfItsKind,
      .onlyWhenTranscribing:
      add(address)
    }
  }

  /// Adds a line that could not be read.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - session: The form, which knows whether it has such a question.
  mutating func add(_ line: AnswersFile.Unread, to session: FormSession) {
    guard let address = line.address else { return unplaced.append(line.number) }
    var session = session
    do throws(FormRefusal) {
      try session.apply(.stand(address))
      add(address)
    } catch {
      add(line.number, address, because: error, in: session.questionnaire)
    }
  }

  /// Adds a repeat group whose repeats could not be made.
  mutating func add(repeats path: RepeatPath) { uncertain.repeats.insert(path) }

  /// What may still be entered otherwise, and by which lines where they name no question that is known.
  ///
  /// - Parameter taken: What other lines say already: nobody means that a second time.
  /// - Returns: The entries, and the lines that may be meant for any that no other line says.
  func uncertainEntries(beside taken: Set<Address>) -> (entries: UncertainEntries, unplaced: [Int]) {
    var (entries, unplaced) = (uncertain, unplaced)
    for (line, address) in meant {
      if taken.contains(address) { unplaced.append(line) } else { entries.addresses.insert(address) }
    }
    entries.taken = taken
    entries.mayBeAny = !unplaced.isEmpty
    return (entries, unplaced.sorted())
  }
}
