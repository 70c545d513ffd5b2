extension Interface {
  /// Words a length of time: `20 s`, `1 min 20 s`, `2 h 0 min 5 s`; in French with a no-break space.
  ///
  /// From the largest unit that there is any of to the smallest; hours are not made into days.
  ///
  /// - Parameter seconds: The length; less than nothing reads as nothing.
  /// - Returns: The length in words, without an end.
  public func duration(_ seconds: Int) -> String {
    let whole = max(0, seconds)
    let parts = [whole / 3600, whole / 60 % 60, whole % 60]
    let first = parts.firstIndex { $0 > 0 } ?? 2
    let last = parts.lastIndex { $0 > 0 } ?? 2
    let (units, gap, space) = durationSigns
    return (first...last).map { number(parts[$0]) + gap + units[$0] }.joined(separator: space)
  }

  /// Hours, minutes and seconds, what stands before each of them, and between two.
  private var durationSigns: (units: [String], gap: String, space: String) {
    switch language {
    case .english: (["h", "min", "s"], " ", " ")
    case .french, .spanish: (["h", "min", "s"], "\u{A0}", " ")
    case .russian: (["ч", "мин", "с"], "\u{A0}", " ")
    case .arabic: (["س", "د", "ث"], " ", " ")
    case .chinese: (["小时", "分", "秒"], "", "")
    }
  }
}
