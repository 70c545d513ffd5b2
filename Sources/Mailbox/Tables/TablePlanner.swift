internal import Expressions
internal import Survey

/// Lays a map over a table, and finds all that is wrong with either before anything is read.
struct TablePlanner {
  let map: TableMap
  let table: ForeignTable
  let questionnaire: Questionnaire
  let register: Register
  /// The version that the form had when the table was read by the map first; nothing where that is now.
  let firstVersion: String?
  var plan = TablePlan()
  private var found: [(line: Int, text: String)]
  /// The line of the map that reads each column first.
  var readers: [Int: TableMap.Line] = [:]
  /// How many cells the headings of a CSV file have.
  var headingCount: Int?
  /// The questions that lines read, whether they can be read so or not.
  var read: Set<Address> = []

  /// - Parameters:
  ///   - map: The map.
  ///   - table: The table.
  ///   - questionnaire: The form as it is now.
  ///   - version: Where both were kept and are read again, the version that the form had then: what it has taken in or given
  ///     up since is no fault of a map that nobody changes any more.
  init(
    _ map: TableMap, over table: ForeignTable, of questionnaire: Questionnaire,
    keptSince version: String? = nil
  ) {
    firstVersion = version
    self.map = map
    self.table = table
    self.questionnaire = questionnaire
    register = Register(of: questionnaire)
    found = map.problems + table.problems.map { (.max, $0) }
    if table.problems.isEmpty { findRows() }
    // Where there are no headings, or no lines, every column would be missing: that says nothing.
    if !plan.headings.isEmpty, !map.lines.isEmpty { lay() }
  }

  mutating func note(_ line: TableMap.Line, _ field: TableMap.Field, _ problem: String) {
    found.append((line.number, "\(map.path):\(line.number) \(field.rawValue): \(problem)"))
  }

  /// Notes what no line of the map says.
  mutating func note(_ problem: String) { found.append((.max, problem)) }

  /// Whether map and table were kept and are read again.
  var isKept: Bool { firstVersion != nil }

  /// How many problems were found.
  var problemCount: Int { found.count }

  /// All that is wrong: the lines of the map in their order, then the rest.
  var problems: [String] {
    found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(
      \.element.text)
  }

  func lines(_ layouts: TableMap.Layout...) -> [TableMap.Line] {
    map.lines.filter { layouts.contains($0.layout) }
  }

  /// The line that says something that can be said once.
  mutating func only(_ layout: TableMap.Layout) -> TableMap.Line? {
    let found = lines(layout)
    for line in found.dropFirst() {
      note(
        line, .layout,
        "found '\(layout.rawValue)' again, expected it once, as on line \(found[0].number); take one out")
    }
    return found.first
  }
}
