internal import Survey

/// The parameters of a `range`: `start=1 end=10 step=1`, and how its numbers are shown.
struct RangeParameters {
  /// The numbers.
  let scale: Scale
  /// Whether all of its parameters are whole, so that its answers are.
  let isWhole: Bool

  /// What the parameters may be called.
  static let keys = ["start", "end", "step", "tick_interval", "placeholder", "tick_labelset"]

  /// Those that only some appearances show.
  static let keysOfTicks = keys.suffix(3)

  /// What is wrong with the parameters of a `range`.
  enum Fault: Hashable {
    /// A parameter is no number.
    case notANumber(key: String, found: String)
    /// Steps of this length do not get from one end to the other.
    case badStep(key: String, found: String)
    /// A length that is no number of steps.
    case offSteps(key: String, found: String)
    /// A number that is not on the scale.
    case notOnScale(key: String, found: String)
  }

  /// Reads parameters; what is not given is as XLSForm has it, 1 to 10 in steps of 1.
  ///
  /// - Parameters:
  ///   - parameters: The cell.
  ///   - faults: Where what is wrong is told; there is nothing then.
  init?(_ parameters: Parameters, faults: inout [Fault]) {
    var numbers: [String: DecimalNumber] = [:]
    for (key, standard) in [
      ("start", "1"), ("end", "10"), ("step", "1"), ("tick_interval", ""), ("placeholder", ""),
    ] {
      let text = parameters[key] ?? standard
      if text.isEmpty { continue }
      guard let number = DecimalNumber(text) else {
        faults.append(.notANumber(key: key, found: text))
        continue
      }
      numbers[key] = number
    }
    guard faults.isEmpty, let start = numbers["start"], let end = numbers["end"], let step = numbers["step"]
    else { return nil }
    scale = Scale(
      from: start, to: end, by: step, labels: parameters["tick_labelset"].map { ChoiceList.Name($0) })
    isWhole = numbers.values.allSatisfy(\.isWhole)
    if let ticks = numbers["tick_interval"], !scale.meets(ticks) {
      faults.append(.offSteps(key: "tick_interval", found: ticks.description))
    }
    for key in ["step", "tick_interval"] {
      guard let length = numbers[key], !scale.canBeStepped(by: length) else { continue }
      faults.append(.badStep(key: key, found: length.description))
    }
    if let placeholder = numbers["placeholder"], faults.isEmpty, !scale.contains(placeholder) {
      faults.append(.notOnScale(key: "placeholder", found: placeholder.description))
    }
    if !faults.isEmpty { return nil }
  }
}
