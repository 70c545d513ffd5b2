internal import Messages
public import Survey

extension FormText {
  /// What the form itself could not do, in the words of the person who fills it, and what is wrong for its author.
  func section(of faults: [(address: Address, fault: FormFault)]) -> ReviewSection {
    section(
      .formFaults,
      faults.map { item in
        // The author's line stands below the question, indented, as answers of several lines do.
        let detail = "\n      \(say(.forAuthor, ["detail": "\(item.fault)"]))"
        return (item.address, title(of: item.address, followedBy: say(consequence(of: item.fault))) + detail)
      }, note: say(.formFaultsNote))
  }

  /// The same where nobody sees a review.
  ///
  /// - Parameter session: The form as it is submitted.
  /// - Returns: A heading, and two lines for each expression that could not be evaluated; none where all went well.
  public func remark(onFaultsOf session: FormSession) -> String? {
    let section = reading(session).section(of: session.review.faults)
    if section.items.isEmpty { return nil }
    return ([section.heading] + section.items.map { "  \($0.text)" }).joined(separator: "\n")
  }

  /// What follows for the person.
  private func consequence(of fault: FormFault) -> Phrase {
    switch fault.column {
    case .relevant: .faultRelevant
    case .constraint: .faultConstraint
    case .required: .faultRequired
    case .calculation: .faultCalculation
    case .choiceFilter: .faultChoices
    case .repeatCount: .faultRepeats
    case .defaultValue, .trigger: .faultSetting
    case .readOnly: .faultReadOnly
    case .parameters: .faultOrder
    case .label, .hint, .guidance: .faultText
    }
  }
}
