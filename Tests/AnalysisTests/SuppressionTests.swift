import Analysis
import Survey
import Testing

/// What somebody can work out of a suppressed figure who knows how this program withholds: of all tables that would be
/// published alike, no withheld count may be the same in all.
@Suite("What suppressed figures give away")
struct SuppressionTests {
  private static let threshold = Figure.usualThreshold

  /// A table of counts before anything is withheld.
  struct Table {
    let statistic: Statistic
    /// By choice.
    let counts: [Int]
    let answered: Int
    let asked: Int
    /// By choice, then by column.
    var cells: [[Int]] = []
    var filter = ""
    var returned = 40

    var figure: Figure {
      let label = LocalizedText(unlocalized: "")
      func share(_ count: Int) -> Double? { asked > 0 ? Double(count) / Double(asked) : nil }
      var rows = counts.indices.compactMap { index -> Row? in
        // Of choices ever chosen, the others have no row.
        if statistic == .distinct, counts[index] == 0 { return nil }
        return Row(
          code: "c\(index)", label: label, count: counts[index], n: asked, share: share(counts[index]),
          cells: cells.isEmpty ? [] : cells[index].map { Cell(count: $0, share: nil) })
      }
      if asked > answered {
        rows.append(
          Row(
            code: nil, label: label, state: .blank, count: asked - answered, n: asked,
            share: share(asked - answered), cells: (cells.first ?? []).map { _ in Cell(count: 0, share: nil) }
          ))
      }
      let width = cells.first?.count ?? 0
      let columns = (0..<width).map { column in
        Column(code: "d\(column)", label: label, n: cells.reduce(0) { $0 + $1[column] })
      }
      return Figure(
        id: "f", title: label, questions: [], statistic: statistic, base: .asked, n: asked,
        bases: Bases(
          registered: nil, returned: returned, distinct: returned, asked: asked, answered: answered,
          unknown: 0,
          coded: statistic == .coded ? answered : nil),
        rows: rows, by: columns.isEmpty ? nil : Figure.Subject(name: "by", label: label), columns: columns,
        total: statistic == .distinct ? rows.count { $0.code != nil } : nil, sources: [], filter: filter,
        attribution: .suppressed)
    }
  }

  /// What is known of each count of a table: the count, or that it is withheld.
  private func withheld(_ shown: Figure) -> [(place: String, isWithheld: Bool)] {
    shown.rows.filter { $0.code != nil }.flatMap { row -> [(place: String, isWithheld: Bool)] in
      let code = row.code ?? ""
      // Whoever sees a none knows its parts.
      let cells = row.cells.enumerated().map { ("\(code)/\($0)", $1.count == nil && row.count != 0) }
      return [(code, row.count == nil)] + cells
    }
  }

  private func value(_ place: String, in table: Table) -> Int {
    let parts = place.split(separator: "/")
    let row = Int(parts[0].dropFirst()) ?? 0
    return parts.count == 1 ? table.counts[row] : table.cells[row][Int(parts[1]) ?? 0]
  }

  /// The withheld counts of which only one value is possible.
  private func givenAway(_ tables: [Table]) -> [String] {
    var values: [Figure: [String: Set<Int>]] = [:]
    for table in tables {
      let shown = table.figure.allowed(threshold: Self.threshold)
      for (place, isWithheld) in withheld(shown) where isWithheld {
        values[shown, default: [:]][place, default: []].insert(value(place, in: table))
      }
    }
    return values.flatMap { shown, places in
      places.filter { $0.value.count < 2 }.map { place, values in
        "\(shown.rows.map { $0.count.map(String.init) ?? "–" }) of \(shown.bases): \(place) is \(values)"
      }
    }.sorted()
  }

  /// All lists of so many numbers up to a largest one.
  private func lists(_ count: Int, upTo most: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { lists, _ in lists.flatMap { list in (0...most).map { list + [$0] } } }
  }

  @Test("No withheld count of one choice each can be worked out", arguments: [2, 3, 4, 5])
  func count(_ choices: Int) {
    let most = [2: 20, 3: 24, 4: 14, 5: 8][choices] ?? 6
    let tables = lists(choices, upTo: most).compactMap { counts -> Table? in
      let answered = counts.reduce(0, +)
      // Of what adds up to more, not all that adds up alike is here.
      return answered > most
        ? nil : Table(statistic: .count, counts: counts, answered: answered, asked: answered + 20)
    }
    #expect(givenAway(tables).prefix(5) == [])
  }

  @Test(
    "No withheld count of choices that overlap can be worked out",
    arguments: [Statistic.countMultiple, .distinct, .coded], [1, 2, 3])
  func overlapping(_ statistic: Statistic, _ choices: Int) {
    let tables = (0...13).flatMap { answered in
      lists(choices, upTo: answered).compactMap { counts -> Table? in
        // Whoever answered chose something; nobody is behind a choice twice.
        guard counts.reduce(0, +) >= answered else { return nil }
        return Table(statistic: statistic, counts: counts, answered: answered, asked: 20)
      }
    }
    #expect(givenAway(tables).prefix(5) == [])
  }

  @Test("No withheld cell of a cross-tabulation can be worked out")
  func cross() {
    let tables = lists(4, upTo: 12).compactMap { cells -> Table? in
      let total = cells.reduce(0, +)
      guard total <= 12 else { return nil }
      let rows = [[cells[0], cells[1]], [cells[2], cells[3]]]
      return Table(
        statistic: .count, counts: rows.map { $0.reduce(0, +) }, answered: total, asked: total, cells: rows)
    }
    #expect(givenAway(tables).prefix(5) == [])
  }

  @Test("What the audit found: two of overlapping choices, and who answered")
  func auditFound() {
    for statistic in [Statistic.distinct, .coded, .countMultiple] {
      let table = Table(statistic: statistic, counts: [16, 4], answered: 20, asked: 40)
      let shown = table.figure.allowed(threshold: Self.threshold)
      #expect(shown.rows.filter { $0.code != nil }.map(\.count) == [nil, nil])
    }
  }

  @Test(
    "A base of few, or of all but few, whom the filter lets in shows no number at all",
    arguments: [1, 3, 4, 36, 39])
  func base(_ asked: Int) {
    let table = Table(statistic: .count, counts: [asked, 0, 0], answered: asked, asked: asked, filter: "x")
    let shown = table.figure.allowed(threshold: Self.threshold)
    #expect(shown.rows.allSatisfy { $0.count == nil && $0.share == nil })
    #expect(
      [shown.n, shown.bases.asked, shown.bases.answered, shown.bases.unknown] as [Int?] == [
        nil, nil, nil, nil,
      ])
    #expect([shown.rows[0].n] as [Int?] == [nil])
    #expect([shown.bases.returned, shown.bases.distinct] as [Int?] == [40, 40])
    #expect(shown.notes.count == 1)
  }

  @Test("A base of as many as may be seen shows its counts", arguments: [5, 20, 35, 40, 0])
  func largeBase(_ asked: Int) {
    let table = Table(statistic: .count, counts: [asked, 0, 0], answered: asked, asked: asked, filter: "x")
    #expect(table.figure.allowed(threshold: Self.threshold).rows.map(\.count) == [asked, 0, 0])
  }
}
