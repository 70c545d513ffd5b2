/// The bits that stand for symbols, fewer for those that come often (RFC 1951, 3.2.2).
struct HuffmanCode {
  /// What stands for a symbol.
  struct Symbol {
    /// Its bits, the first of them the lowest.
    let bits: UInt32
    /// How many they are; 0 for one that does not come.
    let length: UInt8
  }

  /// All symbols.
  let symbols: [Symbol]

  subscript(symbol: Int) -> Symbol { symbols[symbol] }

  /// Finds a code.
  ///
  /// - Parameters:
  ///   - counts: How often each symbol comes.
  ///   - limit: How many bits a symbol may have.
  init(counts: [Int], limit: Int) {
    var counts = counts
    var lengths = Self.lengths(counts)
    // What comes rarely is taken to come more often until no symbol is too long.
    while lengths.contains(where: { $0 > limit }) {
      counts = counts.map { $0 == 0 ? 0 : $0 / 2 + 1 }
      lengths = Self.lengths(counts)
    }
    symbols = zip(Self.bits(lengths), lengths).map { Symbol(bits: $0, length: UInt8($1)) }
  }

  /// By Huffman's algorithm: the two that come most rarely are joined, again and again.
  private static func lengths(_ counts: [Int]) -> [Int] {
    var lengths = counts.map { _ in 0 }
    let leaves = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
    if leaves.count < 2 {
      for leaf in leaves { lengths[leaf] = 1 }
      return lengths
    }
    // Leaves first, then what was joined; both come in the order of their weights.
    var weights = leaves.map { counts[$0] }
    var parents = [Int](repeating: 0, count: 2 * leaves.count - 1)
    var (leaf, joined) = (0, leaves.count)
    while weights.count < parents.count {
      var weight = 0
      for _ in 0..<2 {
        let isLeaf =
          leaf < leaves.count && (joined == weights.count || weights[leaf] <= weights[joined])
        let node = isLeaf ? leaf : joined
        if isLeaf { leaf += 1 } else { joined += 1 }
        weight += weights[node]
        parents[node] = weights.count
      }
      weights.append(weight)
    }
    var depths = parents.map { _ in 0 }
    for node in parents.indices.dropLast().reversed() { depths[node] = depths[parents[node]] + 1 }
    for (place, leaf) in leaves.enumerated() { lengths[leaf] = depths[place] }
    return lengths
  }

  /// Codes of one length follow each other, after the shorter ones.
  private static func bits(_ lengths: [Int]) -> [UInt32] {
    var bits = lengths.map { _ in UInt32(0) }
    var code: UInt32 = 0
    for length in 1...max(1, lengths.max() ?? 1) {
      code <<= 1
      for symbol in lengths.indices where lengths[symbol] == length {
        bits[symbol] = (0..<length).reduce(0) { $0 | (code >> UInt32($1) & 1) << UInt32(length - 1 - $1) }
        code += 1
      }
    }
    return bits
  }
}
