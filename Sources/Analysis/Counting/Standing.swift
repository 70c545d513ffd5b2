/// What a unit says of all questions of a figure together.
enum Standing {
  case answered
  case state(RowState)

  /// Answered where any is; else unknown where any is; else blank or not applicable where any was asked.
  ///
  /// An unknown answer may be one, so it is never taken for a no.
  init(_ codes: some Sequence<CellCode>) {
    var isUnknown = false
    var isBlank = false
    var isNotApplicable = false
    for code in codes {
      switch code {
      case .unknown: isUnknown = true
      case .blank: isBlank = true
      case .notApplicable: isNotApplicable = true
      case .notAsked: break
      default:
        self = .answered
        return
      }
    }
    if isUnknown {
      self = .state(.unknown)
    } else if isBlank {
      self = .state(.blank)
    } else {
      self = .state(isNotApplicable ? .notApplicable : .notAsked)
    }
  }

  var isAnswered: Bool {
    if case .answered = self { return true }
    return false
  }

  var isUnknown: Bool {
    if case .state(.unknown) = self { return true }
    return false
  }

  var isAsked: Bool {
    if case .state(.notAsked) = self { return false }
    return true
  }

  /// Whether a unit that stands so belongs to a base.
  func isIn(_ base: Base) -> Bool {
    switch base {
    case .registered, .distinct: true
    case .asked, .repeats: isAsked
    case .answered, .coded: isAnswered
    }
  }
}

extension Base {
  /// Whether units in a state belong to the base.
  func has(_ state: RowState) -> Bool {
    switch state {
    case .unlisted, .noCode, .disputed: true
    case .uncoded: self != .coded
    // Who has no repeats is none of them.
    case .noRepeats: self != .repeats && self != .answered && self != .coded
    default: Standing.state(state).isIn(self)
    }
  }
}
