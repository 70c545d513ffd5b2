/// The candidate that somebody who wrote `word` most likely meant, or nothing where none is near.
///
/// Distance is Damerau-Levenshtein (optimal string alignment): one for each letter inserted, left out, replaced,
/// or swapped with its neighbour; upper and lower case count as the same letter. A candidate is near when no more
/// than a third of the letters (at least one, at most three) differ. The first of several nearest candidates wins.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What could have been meant, in the order of preference.
/// - Returns: A candidate as it is spelled in `candidates`.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let written = word.foldedLetters
  let bound = min(3, max(1, written.count / 3))
  let signs = signs(of: written)
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    // A form can have thousands of names: most of them are seen at once to be too long, or of other letters.
    guard candidate.utf8.count + bound >= written.count else { continue }
    let meant = candidate.foldedLetters
    guard abs(meant.count - written.count) <= bound else { continue }
    let others = Expressions.signs(of: meant)
    guard (signs & ~others).nonzeroBitCount <= bound, (others & ~signs).nonzeroBitCount <= bound else {
      continue
    }
    let distance = editDistance(written, meant)
    // A word with nothing in common is no suggestion, however short both are.
    guard distance <= bound, distance < max(written.count, meant.count) else { continue }
    if distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.candidate
}

extension String {
  /// The letters in lower case.
  fileprivate var foldedLetters: [UInt32] {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      return utf8.map { UInt32((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) }
    }
    return lowercased().unicodeScalars.map(\.value)
  }
}

/// Which letters there are: one bit for each of 64 kinds.
///
/// One edit changes at most one bit each way.
private func signs(of letters: [UInt32]) -> UInt64 {
  letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
}

/// The number of single-letter edits and swaps of neighbours that turn one word into the other.
private func editDistance(_ first: [UInt32], _ second: [UInt32]) -> Int {
  let width = second.count + 1
  return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
    // The row before the previous one, the previous one, and the one that is filled.
    var (earlier, previous, current) = (0, width, 2 * width)
    for column in 0..<width { rows[previous + column] = column }
    for row in first.indices {
      rows[current] = row + 1
      for column in second.indices {
        let replaced = rows[previous + column] + (first[row] == second[column] ? 0 : 1)
        var distance = min(replaced, rows[previous + column + 1] + 1, rows[current + column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          distance = min(distance, rows[earlier + column - 1] + 1)
        }
        rows[current + column + 1] = distance
      }
      (earlier, previous, current) = (previous, current, earlier)
    }
    return rows[previous + width - 1]
  }
}
