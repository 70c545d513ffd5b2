/// A colour: what it is in a file, which is always on white paper, and what a page has it be.
public struct Color: Sendable, Hashable {
  /// Its name among the variables of a page: `bar` is `var(--bar)`.
  public let name: String
  /// On white paper, as `#rrggbb`.
  public let light: String
  /// On dark paper.
  public let dark: String

  /// Names a colour.
  ///
  /// - Parameters:
  ///   - name: Its name among the variables of a page.
  ///   - light: On white paper, as `#rrggbb`.
  ///   - dark: The same, on dark paper.
  public init(_ name: String, _ light: String, _ dark: String) {
    self.name = name
    self.light = light
    self.dark = dark
  }
}
