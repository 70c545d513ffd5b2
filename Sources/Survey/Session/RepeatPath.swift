/// A repeat group, and for one that stands in another, in which of that one's repeats: `region[1]/event`.
public struct RepeatPath: Sendable, Hashable {
  /// The repeats around the group, outermost first.
  public let repeats: [Address.Repeat]
  /// The repeat group.
  public let group: Group.Name

  /// Creates a path; without repeats for a group that stands in no other.
  public init(_ group: Group.Name, in repeats: [Address.Repeat] = []) {
    self.repeats = repeats
    self.group = group
  }

  /// A repeat group has no more repeats than this, whatever anybody says.
  public static let mostRepeats = 10_000

  /// One of the group's repeats, counted from 1, as a step of an address.
  public func step(_ number: Int) -> [Address.Repeat] {
    repeats + [Address.Repeat(group: group, number: number)]
  }
}

extension RepeatPath {
  /// Hashes the group and the numbers of the repeats around it: which groups these are the group says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(group)
    for step in repeats { hasher.combine(step.number) }
  }
}

extension RepeatPath: LosslessStringConvertible {
  /// Reads a path as journals write it.
  public init?(_ description: String) {
    guard let address = Address(description) else { return nil }
    self.init(Group.Name(address.question.text), in: address.repeats)
  }

  /// The path as journals write it.
  public var description: String {
    Address(Question.Name(group.text), in: repeats).description
  }
}
