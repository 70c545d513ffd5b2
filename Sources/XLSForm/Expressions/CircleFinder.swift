/// Finds questions whose relevance or values depend on each other in a circle.
///
/// A question depends on what its `relevant` and its `calculation` name, on the group around it, and through
/// it on what the group's `relevant` and `repeat_count` name.
struct CircleFinder {
  private let dependencies: [[Int]]
  private var states: [State]
  private var path: [Int] = []
  private var isKnown: [Bool]

  private enum State { case new, onPath(Int), done }

  /// Looks for circles.
  ///
  /// - Parameter dependencies: What each element depends on, by their places.
  /// - Returns: Circles in the order in which they are met, each from its first element on; of several that
  ///   share elements, at least one.
  static func circles(in dependencies: [[Int]]) -> [[Int]] {
    var finder = CircleFinder(dependencies)
    return dependencies.indices.flatMap { finder.circles(from: $0) }
  }

  private init(_ dependencies: [[Int]]) {
    self.dependencies = dependencies
    states = Array(repeating: .new, count: dependencies.count)
    isKnown = Array(repeating: false, count: dependencies.count)
  }

  /// Walks without recursion: a chain of dependencies can be as long as the form.
  private mutating func circles(from start: Int) -> [[Int]] {
    guard case .new = states[start] else { return [] }
    var circles: [[Int]] = []
    var next: [Int] = []
    enter(start, &next)
    while let element = path.last {
      let place = next[path.count - 1]
      guard place < dependencies[element].count else {
        states[element] = .done
        path.removeLast()
        next.removeLast()
        continue
      }
      next[path.count - 1] += 1
      let target = dependencies[element][place]
      switch states[target] {
      case .new: enter(target, &next)
      case .onPath(let first):
        // One circle through an element is enough to look at.
        guard !isKnown[target], !isKnown[element] else { continue }
        let circle = path[first...]
        for element in circle { isKnown[element] = true }
        circles.append(Self.fromSmallest(Array(circle)))
      case .done: break
      }
    }
    return circles
  }

  private mutating func enter(_ element: Int, _ next: inout [Int]) {
    states[element] = .onPath(path.count)
    path.append(element)
    next.append(0)
  }

  private static func fromSmallest(_ circle: [Int]) -> [Int] {
    guard let smallest = circle.min(), let start = circle.firstIndex(of: smallest) else { return circle }
    return Array(circle[start...] + circle[..<start])
  }
}
