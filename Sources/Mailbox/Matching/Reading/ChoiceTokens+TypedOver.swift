extension [ChoiceTokens.Token] {
  /// The tokens with a ticked box for each x that somebody typed over a box.
  ///
  /// That is certain only where every line is an option behind a box or behind an x, and boxes are left.
  var withTypedOver: [ChoiceTokens.Token] {
    let lines = split(separator: .lineBreak)
    var hasBox = false
    for line in lines {
      guard line.count == 2, let sign = line.first, case .option? = line.last else { return self }
      if case .box = sign { hasBox = true } else if sign != .mark { return self }
    }
    return hasBox ? map { $0 == .mark ? .box(isTicked: true, stored: nil) : $0 } : self
  }
}
