extension FormProblem {
  /// Where another row is, as it is said in a sentence: `on line 14`, or in a workbook `in row 12`.
  public struct RowNumber: Sendable, Hashable, CustomStringConvertible {
    /// The line of the file, or the number of the row in its sheet, from 1.
    public let number: Int
    /// Whether it is the latter.
    public let isOfSheet: Bool

    /// Creates a number.
    ///
    /// - Parameters:
    ///   - number: The line of the file, or the number of the row in its sheet, from 1.
    ///   - isOfSheet: Whether it is the latter.
    public init(_ number: Int, isOfSheet: Bool = false) {
      self.number = number
      self.isOfSheet = isOfSheet
    }

    /// With the word before it: `on line 14`.
    public var description: String { (isOfSheet ? "in row " : "on line ") + String(number) }
  }
}
