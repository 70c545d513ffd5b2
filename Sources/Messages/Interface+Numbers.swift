extension Interface {
  /// Words a share of a whole as a percentage: `62.5%`, `60%`; `62,5 %` with a no-break space in French.
  ///
  /// One decimal, none where it is 0. A share that lies half-way between two decimals goes away from zero, also
  /// where its nearest `Double` lies a little below: 0.1235 is `12.4%`.
  ///
  /// - Parameter value: 1 for the whole.
  /// - Returns: The percentage; `-` where there is none (a base of zero), as in the tables of the United Nations.
  public func share(_ value: Double) -> String {
    let thousandths = value * 1000
    let half = (thousandths * 2).rounded() / 2
    let isHalf = abs(thousandths - half) <= 2 * thousandths.ulp
    let rounded = (isHalf ? half : thousandths).rounded(.toNearestOrAwayFromZero)
    guard let tenths = Int(exactly: rounded) else { return "-" }
    let sign = tenths < 0 ? "-" : ""
    let decimal = tenths % 10 == 0 ? "" : decimalMark + String((tenths % 10).magnitude)
    return sign + grouped((tenths / 10).magnitude) + decimal + percentSign
  }

  /// Words a whole number, its digits in groups of three: `12,345`; `12 345` with a no-break space in French.
  public func number(_ value: Int) -> String {
    (value < 0 ? "-" : "") + grouped(value.magnitude)
  }

  /// Words a number with a fixed count of decimals: `0.743`; `0,743` in French.
  ///
  /// - Parameters:
  ///   - value: A finite number.
  ///   - places: How many decimals, from 0 to 9.
  /// - Returns: The number; `-` where it is none.
  public func decimal(_ value: Double, places: Int) -> String {
    let factor = (0..<places).reduce(1) { power, _ in power * 10 }
    guard let scaled = Int(exactly: (value * Double(factor)).rounded(.toNearestOrAwayFromZero)) else {
      return "-"
    }
    let whole = (scaled < 0 ? "-" : "") + grouped((scaled.magnitude / factor.magnitude))
    if places == 0 { return whole }
    let digits = String(scaled.magnitude % factor.magnitude + factor.magnitude).dropFirst()
    return whole + decimalMark + digits
  }

  /// Joins items: `1, 3, 9`; with semicolons where an item has a comma itself, so that each stays whole.
  ///
  /// There is no "and" before the last: a list of question numbers and a list of names then read alike, in
  /// every language.
  ///
  /// - Parameter items: In the order in which they are to stand.
  /// - Returns: The list; nothing where there are no items.
  public func list(_ items: [String]) -> String { items.joined(separator: separator(of: items)) }

  /// What stands between the items of a list: `, `, or `; ` where an item has a comma itself.
  public func separator(of items: [String]) -> String {
    let marks = listMarks
    let isAmbiguous = items.contains { item in item.contains { marks.inside.contains($0) } }
    return isAmbiguous ? marks.strong : marks.usual
  }

  private var decimalMark: String {
    switch language {
    case .english, .arabic, .chinese: "."
    case .french, .spanish, .russian: ","
    }
  }

  private var percentSign: String {
    switch language {
    case .english, .arabic, .chinese: "%"
    case .french, .spanish, .russian: "\u{A0}%"
    }
  }

  private var groupMark: String {
    switch language {
    case .english, .arabic, .chinese: ","
    case .french, .spanish, .russian: "\u{A0}"
    }
  }

  private var listMarks: (usual: String, strong: String, inside: String) {
    switch language {
    case .english, .spanish, .russian: (", ", "; ", ",")
    case .french: (", ", "\u{A0}; ", ",")
    case .arabic: ("\u{60C} ", "\u{61B} ", ",\u{60C}")
    case .chinese: ("\u{3001}", "\u{FF1B}", ",\u{FF0C}\u{3001}")
    }
  }

  private func grouped(_ value: UInt) -> String {
    var rest = value
    var groups: [String] = []
    while rest >= 1000 {
      groups.append(String(String(rest % 1000 + 1000).dropFirst()))
      rest /= 1000
    }
    groups.append(String(rest))
    return groups.reversed().joined(separator: groupMark)
  }
}
