/// How alike two texts are, from 0 to 1: one less the share of letters that must be put in, left out or replaced.
///
/// Levenshtein's distance over the length of the longer text. Only a band as wide as the tolerance allows is worked
/// out, so long texts that differ cost little.
///
/// - Parameters:
///   - first: A text, folded.
///   - second: Another.
///   - least: What counts as alike at all, from 0 to 1.
/// - Returns: The similarity; 0 where it is less than `least`.
func similarity(_ first: String, _ second: String, atLeast least: Double) -> Double {
  if first == second { return 1 }
  let (first, second) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
  let length = max(first.count, second.count)
  if length == 0 { return 1 }
  let bound = Int((1 - least) * Double(length) + 1e-9)
  guard abs(first.count - second.count) <= bound else { return 0 }
  let far = bound + 1
  var previous = (0...second.count).map { min($0, far) }
  for row in first.indices {
    var current = Array(repeating: far, count: second.count + 1)
    if row + 1 <= bound { current[0] = row + 1 }
    for column in max(0, row - bound)..<max(0, row - bound, min(second.count, row + bound + 1)) {
      let replaced = previous[column] + (first[row] == second[column] ? 0 : 1)
      current[column + 1] = min(replaced, previous[column + 1] + 1, current[column] + 1, far)
    }
    previous = current
  }
  let distance = previous[second.count]
  return distance > bound ? 0 : 1 - Double(distance) / Double(length)
}
