/// Names that SPSS takes: a letter first, then letters, digits and `_`, at most 64 bytes, no two alike.
public struct VariableNames: Sendable {
  /// Words of SPSS's own language that are no names.
  private static let reserved: Set<String> = [
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
  ]
  private var taken = reserved
  private let longest: Int

  /// Starts with no name taken.
  ///
  /// - Parameter longest: The most bytes that a name may have.
  public init(longest: Int = 64) { self.longest = longest }

  /// Makes a name.
  ///
  /// - Parameters:
  ///   - wanted: Any text; `themes/rights` becomes `themes_rights`.
  ///   - ending: What stands at the end also of a name that is cut.
  /// - Returns: The text, or what is nearest to it and free, whatever its case.
  public mutating func name(_ wanted: String, ending: String = "") -> String {
    let safe = String(wanted.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "_" })
    let base = safe.first?.isLetter == true ? safe : "v_" + safe
    var name = String(base.prefix(longest - ending.count)) + ending
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = "_\(number)" + ending
      name = String(base.prefix(longest - ending.count)) + ending
      number += 1
    }
    return name
  }
}

extension String {
  /// The beginning of the text in at most so many bytes of UTF-8; an ellipsis says that there is more.
  ///
  /// - Parameter limit: How many bytes, at least 3.
  /// - Returns: The text itself where it is short enough.
  public func cut(toBytes limit: Int) -> String {
    if utf8.count <= limit { return self }
    var result = ""
    for character in self {
      if result.utf8.count + character.utf8.count > limit - 3 { break }
      result.append(character)
    }
    return result + "…"
  }
}
