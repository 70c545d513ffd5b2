/// Something that is so in one state of a form: what was entered, and what follows from it.
///
/// What follows is worked out once, and again only after something that was looked at for it has changed
/// (`FormState`).
enum Fact: Sendable, Hashable {
  // What people say.

  /// What was entered at an address.
  case entry(Address)
  /// How often a group was repeated by hand.
  case repeats(RepeatPath)

  // What follows, and what others lean on.

  /// Whether a group is relevant by itself, whatever stands around it; in the repeats that its condition looks at
  /// (`ExpressionDepths`).
  case groupStanding(RepeatPath)
  /// How often the form itself repeats a group.
  case count(RepeatPath)
  /// Whether a repeat is there, the last of these.
  case presence([Address.Repeat])
  /// Whether a question is relevant by itself, whatever stands around it; in the repeats that its condition looks
  /// at (`ExpressionDepths`).
  case standing(Address)
  /// The value that the form works out for a question; in the repeats that its calculation looks at.
  case value(Address)
  /// Whether a transcriber knows the value of a question.
  case knowledge(Address)

  // What follows, and nothing leans on: it is worked out only when somebody asks.

  /// Whether the answer breaks its rule.
  case breach(Address)
  /// Whether an answer is required.
  case requirement(Address)
  /// Which choices are offered.
  case offer(Address)
}

extension Fact {
  /// What is known of a fact.
  enum Content: Sendable, Hashable {
    case standing(Outline.Standing)
    case count(Int)
    /// What was worked out: the answer that it is, and its worth to other expressions.
    case worth(Answer?, Worth)
    case truth(Bool)
    case places([Int])
  }

  /// Whether other facts may lean on it.
  ///
  /// What nobody leans on waits until somebody asks.
  var isLeantOn: Bool {
    switch self {
    case .breach, .requirement, .offer: false
    case .entry, .repeats, .groupStanding, .count, .presence, .standing, .value, .knowledge: true
    }
  }

  /// Whether it says how often a group is repeated.
  var isOfRepeats: Bool {
    switch self {
    case .repeats, .count: true
    default: false
    }
  }

  /// Whether an expression is evaluated for it.
  var hasExpression: Bool {
    switch self {
    case .entry, .repeats, .presence, .knowledge: false
    case .groupStanding, .count, .standing, .value, .breach, .requirement, .offer: true
    }
  }

  /// The repeats in which it stands, outermost first.
  var place: [Address.Repeat] {
    switch self {
    case .repeats(let path), .groupStanding(let path), .count(let path): path.repeats
    case .presence(let repeats): repeats
    case .entry(let address), .standing(let address), .value(let address), .knowledge(let address),
      .breach(let address), .requirement(let address), .offer(let address):
      address.repeats
    }
  }

  /// What a circle meets in place of the fact; the form's check has refused circles.
  var contentInCircle: Content {
    switch self {
    case .standing, .groupStanding: .standing(.asked)
    case .count: .count(0)
    case .value: .worth(nil, .text(""))
    case .presence, .knowledge, .entry, .repeats: .truth(true)
    case .breach, .requirement: .truth(false)
    case .offer: .places([])
    }
  }
}

extension Fact.Content {
  var standing: Outline.Standing {
    if case .standing(let standing) = self { return standing }
    return .asked
  }

  var count: Int {
    if case .count(let count) = self { return count }
    return 0
  }

  var answer: Answer? {
    if case .worth(let answer, _) = self { return answer }
    return nil
  }

  var worth: Worth {
    if case .worth(_, let worth) = self { return worth }
    return .text("")
  }

  var isTrue: Bool { self == .truth(true) }

  var places: [Int] {
    if case .places(let places) = self { return places }
    return []
  }
}
