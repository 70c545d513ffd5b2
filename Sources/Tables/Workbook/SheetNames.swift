/// Names of sheets that every spreadsheet program takes: at most 31 characters, none of `[]:*?/\`, no two alike.
public struct SheetNames: Sendable {
  /// The most UTF-16 units that a name may have.
  private static let longest = 31
  private var taken: Set<String> = []

  /// Starts with no name taken.
  public init() {}

  /// Makes a name.
  ///
  /// - Parameter wanted: Any text.
  /// - Returns: The text, or what is nearest to it and free.
  public mutating func name(_ wanted: String) -> String {
    let safe = String(wanted.map { "[]:*?/\\".contains($0) || $0.isNewline || $0 == "\0" ? "-" : $0 })
    let start = Self.cut(safe, to: Self.longest)
    // Excel keeps `History` for itself.
    let base =
      start.isEmpty || start.lowercased() == "history" ? Self.cut(start + "-", to: Self.longest) : start
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = "-\(number)"
      name = Self.cut(base, to: Self.longest - ending.utf16.count) + ending
      number += 1
    }
    return name
  }

  /// The beginning of a text in so many units, without an apostrophe at its ends.
  private static func cut(_ text: String, to count: Int) -> String {
    var result = text[...]
    while result.utf16.count > count { result.removeLast() }
    while result.first == "'" { result.removeFirst() }
    while result.last == "'" { result.removeLast() }
    return String(result)
  }
}
