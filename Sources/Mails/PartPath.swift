/// Where a part stands in a mail: `1` is the mail's own body, `1.2` the second part of it, `1.2.1` the first of that.
///
/// The mail inside a part `1.2` of type message/rfc822 has the body `1.2.1`.
public struct PartPath: Sendable, Hashable {
  /// The numbers, each from 1.
  public let numbers: [Int]

  /// Creates a path from its numbers.
  public init(_ numbers: [Int]) { self.numbers = numbers }

  /// The body of the mail itself.
  public static let root = PartPath([1])

  /// The path of a part inside this one.
  ///
  /// - Parameter number: Which, from 1.
  /// - Returns: Its path.
  public func child(_ number: Int) -> PartPath { PartPath(numbers + [number]) }

  /// The path of the part around this one; nothing for the mail's body.
  public var parent: PartPath? { numbers.count > 1 ? PartPath(numbers.dropLast()) : nil }

  /// How many parts are around it.
  public var depth: Int { numbers.count - 1 }
}

extension PartPath: LosslessStringConvertible {
  /// The numbers with points between them.
  public var description: String { numbers.map(String.init).joined(separator: ".") }

  /// Reads `1.2.1`.
  public init?(_ description: String) {
    var numbers: [Int] = []
    for word in description.split(separator: ".", omittingEmptySubsequences: false) {
      guard let number = Int(word), number > 0 else { return nil }
      numbers.append(number)
    }
    self.numbers = numbers
  }
}
