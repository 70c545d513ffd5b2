extension FormTree {
  /// Whether all of these repeats are there.
  func exists(_ repeats: [Address.Repeat]) -> Bool {
    repeats.indices.allSatisfy { recall(.presence(Array(repeats[...$0]))).isTrue }
  }

  /// Whether the last of these repeats is there; those around it may not be.
  func isThere(_ repeats: [Address.Repeat]) -> Bool {
    // The repeat of the number 0 stands for those that are there.
    guard let last = repeats.last, last.number != 0 else { return true }
    return last.number >= 1 && last.number <= count(of: RepeatPath(last.group, in: Array(repeats.dropLast())))
  }

  /// Every way to repeat a chain of repeat groups, keeping to the repeats of the place that is looked from.
  ///
  /// - Parameters:
  ///   - groups: Repeat groups, outermost first, each directly in the one before.
  ///   - own: The repeats that the place itself stands in.
  /// - Returns: The ways in the order of the form; and whether it is known that there are no others, which a
  ///   transcriber does not know of a group that they gave no repeats.
  func repeats(
    of groups: [Group.Name], lookedAtFrom own: [Address.Repeat]
  ) -> (repeats: [[Address.Repeat]], areKnown: Bool) {
    var ways: [[Address.Repeat]] = [[]]
    var areKnown = true
    var isShared = true
    for (depth, group) in groups.enumerated() {
      isShared = isShared && depth < own.count && own[depth].group == group
      if isShared {
        ways = ways.map { $0 + [own[depth]] }
        continue
      }
      ways = ways.flatMap { way in
        let path = RepeatPath(group, in: way)
        if mode == .transcriber, case .free = questionnaire.group(group)?.repetition {
          areKnown = repeatCount(of: path) != nil && areKnown
        }
        let count = count(of: path)
        return count == 0 ? [] : (1...count).map { path.step($0) }
      }
    }
    return (ways, areKnown)
  }
}
