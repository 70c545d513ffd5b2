internal import Expressions

/// What became of names of one kind: of questions, of groups, of lists, or of the choices of one list.
struct NameChanges {
  /// One row.
  struct Row {
    let from: String
    /// Nothing for what is given up.
    let to: String?
    let place: FormProblem.Place
    let fromColumn: String
    let toColumn: String

    var line: Int { place.line ?? 0 }
    var fromPlace: FormProblem.Place { at(fromColumn) }
    var toPlace: FormProblem.Place { at(toColumn) }

    private func at(_ column: String) -> FormProblem.Place {
      FormProblem.Place(file: place.file, line: place.line, sheet: nil, column: column)
    }
  }

  /// What the names are of, in words of people.
  let thing: String
  /// The names that the form has now.
  let names: Set<String>
  /// What else has a name: a group where a question is meant.
  var others: [String: String] = [:]
  private(set) var rows: [Row] = []

  init(of thing: String, in names: Set<String>) {
    self.thing = thing
    self.names = names
  }

  mutating func add(_ row: Row) { rows.append(row) }

  /// What became of all names.
  struct Settled {
    /// The earlier names, each with the last one.
    var now: [String: String] = [:]
    /// The first name of each that was renamed, by its last one.
    var first: [String: String] = [:]
    /// The last names of what is given up.
    var retired: [String] = []
  }

  /// Follows all names to their last ones; reports what does not fit.
  func settled(problems: inout [FormProblem]) -> Settled {
    var edges: [String: Row] = [:]
    var targets: [String: Row] = [:]
    for row in rows {
      if row.from == row.to {
        problems.report(.history(.same(row.from)), at: row.toPlace)
      } else if let first = edges[row.from] {
        problems.report(.history(.toldTwice(row.from, line: first.line)), at: row.fromPlace)
      } else if let to = row.to, let first = targets[to] {
        problems.report(.history(.twoToOne(to, other: first.from, line: first.line)), at: row.toPlace)
      } else {
        edges[row.from] = row
        if let to = row.to { targets[to] = row }
      }
    }
    var settled = Settled()
    for row in rows where edges[row.from]?.line == row.line {
      if names.contains(row.from) {
        problems.report(.history(.stillThere(row.from, thing: thing)), at: row.fromPlace)
        continue
      }
      if let to = row.to, let last = last(from: row, by: edges, problems: &problems) {
        // What is told of the next row is not told again of those that lead to it.
        if edges[to] == nil { check(to, of: row, problems: &problems) }
        settled.now[row.from] = last
        if targets[row.from] == nil { settled.first[last] = row.from }
      }
    }
    settled.retired = rows.filter { $0.to == nil && !names.contains($0.from) }.map(\.from)
    return settled
  }

  private func last(from row: Row, by edges: [String: Row], problems: inout [FormProblem]) -> String? {
    var path = [row.from]
    var name = row.to
    while let next = name {
      if let start = path.firstIndex(of: next) {
        // The last row of the circle tells of it.
        if path[start...].allSatisfy({ edges[$0].map { $0.line <= row.line } ?? true }) {
          problems.report(.history(.circle(Array(path[start...]) + [next])), at: row.toPlace)
        }
        return nil
      }
      guard !names.contains(next), let edge = edges[next], edge.to != nil else { return next }
      path.append(next)
      name = edge.to
    }
    return nil
  }

  private func check(_ to: String, of row: Row, problems: inout [FormProblem]) {
    if names.contains(to) { return }
    if let found = others[to] {
      problems.report(.history(.otherThing(to, found: found, expected: thing)), at: row.toPlace)
    } else {
      let near = nearest(to: to, among: names.sorted())
      problems.report(.history(.noTarget(to, thing: thing, nearest: near)), at: row.toPlace)
    }
  }
}
