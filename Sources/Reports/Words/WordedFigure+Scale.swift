extension WordedFigure {
  /// What a bar of full length means.
  enum Scale {
    /// The whole base.
    case shares
    /// The largest count, where there are no shares.
    case counts(most: Int)
  }

  /// One scale for all bars of the figure.
  var scale: Scale {
    let isShared = lines.contains { $0.number.share != nil || $0.parts.contains { $0.number.share != nil } }
    if isShared { return .shares }
    return .counts(most: answers.compactMap(\.number.value).max() ?? 0)
  }
}

extension WordedFigure.Number {
  /// The length of its bar, from 0 to 1; nothing where it has none.
  func length(on scale: WordedFigure.Scale) -> Double? {
    switch scale {
    case .shares: return share.map { min($0, 1) }
    case .counts(let most):
      guard let value, most > 0, value <= most else { return nil }
      return Double(value) / Double(most)
    }
  }
}
