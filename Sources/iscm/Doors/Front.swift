internal import Survey
internal import TerminalForm

/// How a form is shown at a terminal.
enum Front {
  case screen, lines

  /// Through which door the answers come.
  var source: Response.Source { self == .screen ? .form : .line }

  /// Why there is no full screen here; nothing where there can be one.
  static var refusal: ScreenRefusal? { CursesTerminal.refusal }

  /// Steps down the ladder: full screen where the terminal can, else line by line, else a refusal.
  ///
  /// - Parameter asked: What was asked for by name.
  /// - Returns: What can be shown.
  /// - Throws: `Failure` where that which was asked for cannot be shown, or nothing can.
  static func chosen(asked: Front?) throws(Failure) -> Front {
    if asked == .lines { return .lines }
    let refusal = refusal
    if asked == .screen {
      guard let refusal else { return .screen }
      throw Failure(.unusableInput, "--screen: \(refusal.reason); use --line, or --answers FILE")
    }
    switch refusal {
    case .noTerminal:
      throw Failure(
        .unusableInput,
        "\(ScreenRefusal.noTerminal.reason); add --line to read answers line by line, or use --answers FILE")
    // Who has TERM=dumb knows that there is no screen.
    case .noCursorMovement: return .lines
    case .unknownTerminal(let name):
      if !name.isEmpty {
        complain("\(ScreenRefusal.unknownTerminal(name).reason); the form goes on line by line")
      }
      return .lines
    case nil: return Present.environment("ACCESSIBLE").map { $0 != "0" } == true ? .lines : .screen
    }
  }
}

extension ScreenRefusal {
  /// What was found, and what was expected.
  var reason: String {
    switch self {
    case .noTerminal: "standard input or output is no terminal"
    case .unknownTerminal(let name): "TERM names a terminal that is not known here: '\(name)'"
    case .noCursorMovement(let name): "a terminal of the kind '\(name)' has no screen to move on"
    }
  }
}
