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
  let written = Array(word.lowercased().unicodeScalars)
  let bound = min(3, max(1, written.count / 3))
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let meant = Array(candidate.lowercased().unicodeScalars)
    guard abs(meant.count - written.count) <= bound else { continue }
    let distance = editDistance(written, meant)
    // A word with nothing in common is no suggestion, however short both are.
    guard distance <= bound, distance < max(written.count, meant.count) else { continue }
    if distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.candidate
}

/// The number of single-letter edits and swaps of neighbours that turn one word into the other.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var beforePrevious = [Int]()
  var previous = Array(0...second.count)
  for row in first.indices {
    var current = [row + 1]
    current.reserveCapacity(second.count + 1)
    for column in second.indices {
      let replaced = previous[column] + (first[row] == second[column] ? 0 : 1)
      var distance = min(replaced, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        distance = min(distance, beforePrevious[column - 1] + 1)
      }
      current.append(distance)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[second.count]
}
