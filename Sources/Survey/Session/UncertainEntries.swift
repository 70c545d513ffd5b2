/// What of a form may still be entered otherwise: by lines that were refused, once they are mended.
public struct UncertainEntries: Sendable {
  /// Questions in their repeats.
  public var addresses: Set<Address> = []
  /// Questions of which it is not known in which repeat they are meant: in none is their entry certain.
  public var questions: Set<Question.Name> = []
  /// Repeat groups of which it is not known how often they are repeated.
  public var repeats: Set<RepeatPath> = []
  /// What lines say that were taken.
  public var taken: Set<Address> = []
  /// Whether a line may be meant for anything that no other line says.
  public var mayBeAny = false

  /// Creates a set of nothing.
  public init() {}

  /// Whether the entry at an address may become another.
  ///
  /// - Parameter address: A question in its repeats.
  /// - Returns: Whether it is named, or may be meant where it is not known what is.
  public func contains(_ address: Address) -> Bool {
    isNamed(address) || mayBeAny && !taken.contains(address)
  }

  /// Whether it is this address that something is said of which could not be taken.
  public func isNamed(_ address: Address) -> Bool {
    addresses.contains(address) || questions.contains(address.question)
  }

  /// Whether a group may be repeated more or less often.
  public func contains(_ path: RepeatPath) -> Bool { mayBeAny || repeats.contains(path) }

  /// Whether anything is uncertain at all.
  public var isEmpty: Bool {
    addresses.isEmpty && questions.isEmpty && repeats.isEmpty && !mayBeAny
  }
}
