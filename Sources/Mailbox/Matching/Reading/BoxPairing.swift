/// Which box is whose: boxes stand before their options, or behind them, all in one way.
///
/// Where both ways make sense, the one in which no box and its option stand in two lines; where that says nothing
/// either, nobody can tell.
struct BoxPairing {
  /// The options that have a box, and whether it is ticked.
  private(set) var ticked: [String: Bool] = [:]
  /// The options that stand alone.
  private(set) var alone: [String] = []
  /// Whether a box was named for one option and stands beside another.
  private(set) var contradicts = false
  private var breaksLines = false
  private var besideOptions = 0

  /// Pairs boxes and options; nothing where that cannot be done in one way alone.
  static func pairing(of tokens: [ChoiceTokens.Token]) -> BoxPairing? {
    let both = [BoxPairing(tokens, boxesFirst: true), BoxPairing(tokens, boxesFirst: false)].compactMap(
      \.self)
    let beside = both.filter { $0.besideOptions > 0 }
    let ways = beside.isEmpty ? both : beside
    if ways.count < 2 { return ways.first }
    if ways[0].ticked == ways[1].ticked, ways[0].alone == ways[1].alone { return ways[0] }
    let unbroken = ways.filter { !$0.breaksLines }
    return unbroken.count == 1 ? unbroken[0] : nil
  }

  private init?(_ tokens: [ChoiceTokens.Token], boxesFirst: Bool) {
    let order = boxesFirst ? tokens : tokens.reversed()
    var waiting: (isTicked: Bool, stored: String?, broken: Bool)?
    for token in order {
      switch token {
      case .box(let isTicked, let stored):
        if let box = waiting, !settle(box, beside: nil) { return nil }
        waiting = (isTicked, stored, false)
      case .option(let option):
        guard let box = waiting else {
          alone.append(option)
          continue
        }
        if !settle(box, beside: option) { return nil }
        waiting = nil
      case .lineBreak: waiting?.broken = true
      case .gap: break
      case .word, .mark:
        if let box = waiting, !settle(box, beside: nil) { return nil }
        waiting = nil
      }
    }
    if let box = waiting, !settle(box, beside: nil) { return nil }
    // Boxes with names may stand apart from their options, as in a PDF; some alone beside options may not.
    guard besideOptions == 0 || besideOptions == ticked.count else { return nil }
    if !boxesFirst { alone.reverse() }
  }

  /// Says whose a box is; one without a name must stand beside its option.
  private mutating func settle(
    _ box: (isTicked: Bool, stored: String?, broken: Bool), beside option: String?
  ) -> Bool {
    guard let stored = box.stored ?? option, ticked[stored] == nil else { return false }
    if let named = box.stored, let option, option != named { contradicts = true }
    if option != nil { besideOptions += 1 }
    if option != nil, box.broken { breaksLines = true }
    ticked[stored] = box.isTicked
    return true
  }
}
