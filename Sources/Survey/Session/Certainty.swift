/// Which parts of a review stand, whatever becomes of entries that are not certain.
///
/// What was looked at to say something is followed down to the entries, so that only what really hangs on an uncertain
/// one is left out: of `${a} = 'no' and ${b} = 'no'` nothing hangs on `b` where `a` is 'yes'.
public struct Certainty {
  private let state: FormState
  private let uncertain: UncertainEntries
  private let ofTheForm: EntriesOfTheForm
  /// Facts of which it is known that nothing uncertain was looked at for them.
  private var certain: Set<Fact> = []

  /// Begins to tell what is certain of a form.
  ///
  /// - Parameters:
  ///   - session: The form as it stands.
  ///   - entries: What may still be entered otherwise.
  public init(of session: FormSession, but entries: UncertainEntries) {
    // Repeats that share what is known of them would share what they lean on, too.
    state = FormState(
      of: session.questionnaire, entries: session.entries, repeatCounts: session.repeatCounts,
      frame: session.outline.tree.state.frame, sharingBlankRepeats: false)
    uncertain = entries
    ofTheForm = EntriesOfTheForm(of: session.questionnaire, unsure: entries)
  }

  /// Whether what is entered at an address remains set aside.
  public mutating func isSetAside(_ address: Address) -> Bool {
    isCertain { ($0.entry(at: address), $0.standing(of: address)) }
  }

  /// Whether an issue remains, that of a missing answer as long as nobody gives one.
  ///
  /// - Parameters:
  ///   - issue: What is said of an entry.
  ///   - address: Where it stands.
  /// - Returns: Whether nothing that it hangs on is uncertain.
  public mutating func isCertain(_ issue: Review.Issue, at address: Address) -> Bool {
    // A trigger or a default may still give what is missing, or the line be taken that a rule has refused.
    if issue == .missing, !isLeftAlone(address.question) { return false }
    return isCertain { tree in
      _ = tree.standing(of: address)
      if issue != .missing { _ = tree.entry(at: address) }
      switch issue {
      case .notTaken: break
      case .missing: _ = tree.recall(.requirement(address))
      case .brokenRule: _ = tree.recall(.breach(address))
      case .choiceNotOffered, .notRanked: tree.lookAtChoices(at: address)
      }
    }
  }

  /// Whether the form itself has no hand in the entry of a question by anything that is uncertain: no rule for what is
  /// read only, no trigger, no default.
  public func isLeftAlone(_ question: Question.Name) -> Bool {
    !ofTheForm.uncertain.contains(question) && !ofTheForm.begunOtherwise.contains(question)
  }

  private mutating func isCertain<Found>(_ look: (FormTree) -> Found) -> Bool {
    // It stands for no fact that anybody looks up.
    let lookup = Lookup(of: .presence([]), for: nil)
    _ = look(FormTree(state: state, lookup: lookup))
    var seen = Set(lookup.facts)
    var next = lookup.facts
    while let fact = next.popLast() {
      if certain.contains(fact) { continue }
      if isUncertain(fact) { return false }
      for read in state.reads(of: fact) where seen.insert(read).inserted { next.append(read) }
    }
    certain.formUnion(seen)
    return true
  }

  private func isUncertain(_ fact: Fact) -> Bool {
    switch fact {
    case .entry(let address):
      uncertain.contains(address) || ofTheForm.uncertain.contains(address.question)
        || ofTheForm.begunOtherwise.contains(address.question) && !uncertain.taken.contains(address)
    case .repeats(let path): uncertain.contains(path)
    default: false
    }
  }
}

extension FormTree {
  /// Looks at all by which the choices are found that a question offers.
  fileprivate func lookAtChoices(at address: Address) {
    guard let question = questionnaire.question(address.question) else { return }
    if let source = question.list?.question {
      _ = choices(fromAnswersTo: source, filter: question.choiceFilter, at: address)
    } else {
      _ = recall(.offer(address))
    }
  }
}
