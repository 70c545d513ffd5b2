public import Survey

/// Mistakes of a questionnaire that answers brought to light, each with the number of responses that met it.
public struct FaultCounts: Sendable {
  /// The mistakes, in the order in which they were met first.
  public private(set) var faults: [FormFault] = []
  private var counts: [FormFault: Int] = [:]

  /// How many responses met a mistake.
  public func responses(with fault: FormFault) -> Int { counts[fault] ?? 0 }

  /// Adds what one response met, each mistake once.
  mutating func add(_ found: [FormFault]) { for fault in found { add(fault, 1) } }

  /// Adds what other responses met.
  mutating func add(_ more: FaultCounts) {
    for fault in more.faults { add(fault, more.responses(with: fault)) }
  }

  private mutating func add(_ fault: FormFault, _ responses: Int) {
    if counts[fault] == nil { faults.append(fault) }
    counts[fault, default: 0] += responses
  }
}
