import Chance
import Analysis
import CSV
import Survey
import Testing

/// Random responses to two forms, counted once by the program and once by hand, slowly and in another way.
@Suite("Random responses")
struct RandomTallyTests {
  /// What a response says, before it is written as a line.
  private struct Told {
    var id: String
    var unit: String
    var time: Int?
    var supersedes: String?
    /// The cell of each question and its state: `a`, `n`, `b`, `u` or `-`.
    var cells: [String: (state: Character, text: String)]
  }

  private static let questions = ["one", "by", "many", "note"]

  private static func told(_ prefix: String, _ random: inout SeededRandom) -> [Told] {
    var all: [Told] = []
    for index in 0..<Int.random(in: 0...25, using: &random) {
      var cells: [String: (Character, String)] = [:]
      for name in questions {
        let state = "aaaanbu-".randomElement(using: &random) ?? "b"
        let text: String
        switch name {
        case "one": text = ["x", "y", "z", "odd"].randomElement(using: &random) ?? "x"
        case "by": text = ["p", "q"].randomElement(using: &random) ?? "p"
        case "many": text = ["x", "z y", "y", "x y z", "odd x"].randomElement(using: &random) ?? "x"
        default: text = "words, \"quoted\"\nand more"
        }
        cells[name] = (state, state == "a" ? text : "")
      }
      let unit = ["u1", "u2", "u3", "u4", "u5", "u9"].randomElement(using: &random) ?? "u1"
      let time = Bool.random(using: &random) ? Int.random(in: 0...3, using: &random) : nil
      let revised = Int.random(in: 0...3, using: &random) == 0 ? all.randomElement(using: &random)?.id : nil
      all.append(Told(id: "\(prefix)\(index)", unit: unit, time: time, supersedes: revised, cells: cells))
    }
    return all
  }

  private static func line(_ told: Told) -> Line {
    var line = Line(told.id, ["unit": told.unit])
    for (name, cell) in told.cells.sorted(by: { $0.key < $1.key }) {
      line.answers[name] = cell.text
      switch cell.state {
      case "n": line.notApplicable += " " + name
      case "u": line.unknown += " " + name
      case "-": line.notAsked += " " + name
      default: break
      }
    }
    line.submittedAt = told.time.map { "2018-11-0\($0 + 1)T00:00:00Z" } ?? ""
    line.supersedes = told.supersedes ?? ""
    return line
  }

  /// What each unit says, by the rules, one after the other.
  private static func merged(_ sources: [[Told]]) -> [String: [String: (state: Character, text: String)]] {
    var merged: [String: [String: (state: Character, text: String)]] = [:]
    for source in sources {
      let gone = Set(source.compactMap(\.supersedes))
      var newest: [String: Told] = [:]
      for told in source where !gone.contains(told.id) {
        if let other = newest[told.unit], other.time ?? -1 > told.time ?? -1 { continue }
        newest[told.unit] = told
      }
      for (unit, told) in newest {
        for (name, cell) in told.cells {
          let order = Array("anbu-")
          let before = merged[unit]?[name]?.state ?? "-"
          let isBetter = (order.firstIndex(of: cell.state) ?? 9) < (order.firstIndex(of: before) ?? 9)
          if merged[unit]?[name] == nil || isBetter { merged[unit, default: [:]][name] = cell }
        }
      }
    }
    return merged
  }

  @Test("The program counts what a recount by hand counts", arguments: 0..<60 as Range<UInt64>)
  func recount(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let lists = [
      list("units", ["u1", "u2", "u3", "u4", "u5"]), list("xyz", ["x", "y", "z"]), list("pq", ["p", "q"]),
    ]
    let questions = [
      try question("unit", .selectOne("units")), try question("one", .selectOne("xyz")),
      try question("by", .selectOne("pq")), try question("many", .selectMultiple("xyz")),
      try question("note", .text),
    ]
    let forms = [form("first", questions, lists: lists), form("second", questions, lists: lists)]
    let told = [Self.told("a", &random), Self.told("b", &random)]
    let text = """
      figure,sources,unit,question,statistic,base,filter,by,who
      one,first second,unit,one,count,asked,,by,yes
      many,first second,unit,many,count_multiple,distinct,,,yes
      any,first second,unit,one note,any,asked,,,yes
      note,first second,unit,note,answered,asked,,,yes
      some,first second,unit,many,count_multiple,answered,${by} = 'p',,yes

      """
    let files = try zip(forms, told).map { try responses($0, $1.map(Self.line)) }
    let tally = try tally(plan(forms[0], text, others: [forms[1]]), files)
    let units = Self.merged(told)
    let returned = told.map { source in source.count { one in !source.contains { $0.supersedes == one.id } } }
      .reduce(0, +)
    for figure in tally.figures {
      #expect(figure.bases.returned == returned)
      #expect(figure.bases.distinct == units.count)
    }

    func who(_ holds: ([String: (state: Character, text: String)]) -> Bool) -> [String] {
      units.filter { holds($0.value) }.keys.sorted()
    }
    func state(_ unit: [String: (state: Character, text: String)], _ name: String) -> Character {
      unit[name]?.state ?? "-"
    }
    let states: [(RowState, Character)] = [
      (.notApplicable, "n"), (.blank, "b"), (.unknown, "u"), (.notAsked, "-"),
    ]

    let one = tally.figures[0]
    #expect(one.n == who { state($0, "one") != "-" }.count)
    for row in one.rows {
      let letter = states.first { $0.0 == row.state }?.1 ?? "a"
      let inRow = { (unit: [String: (state: Character, text: String)]) in
        state(unit, "one") == letter && (letter != "a" || unit["one"]?.text == row.code)
      }
      #expect(row.who.map(\.code) == who(inRow))
      #expect(row.count == row.who.count)
      for (column, cell) in zip(one.columns, row.cells) {
        let other = states.first { $0.0 == column.state }?.1 ?? "a"
        #expect(
          cell.who.map(\.code)
            == who {
              inRow($0) && state($0, "by") == other && (other != "a" || $0["by"]?.text == column.code)
            })
      }
    }
    #expect(one.rows.compactMap(\.count).reduce(0, +) == one.n)

    let many = tally.figures[1]
    #expect(many.n == units.count)
    for row in many.rows where row.code != nil {
      let code = row.code.map { Substring($0) } ?? ""
      #expect(
        row.who.map(\.code)
          == who { state($0, "many") == "a" && $0["many"]?.text.split(separator: " ").contains(code) == true }
      )
    }

    let any = tally.figures[2]
    let yes = who { state($0, "one") == "a" || state($0, "note") == "a" }
    let unknown = who { unit in
      !["one", "note"].contains { state(unit, $0) == "a" }
        && ["one", "note"].contains { state(unit, $0) == "u" }
    }
    let none = who { state($0, "one") == "-" && state($0, "note") == "-" }
    #expect(any.rows[0].who.map(\.code) == yes)
    #expect(any.rows[1].count == units.count - yes.count - unknown.count - none.count)
    #expect(any.rows.dropFirst(2).first?.who.map(\.code) ?? [] == unknown)

    let note = tally.figures[3]
    #expect(note.rows[0].who.map(\.code) == who { state($0, "note") == "a" })
    for (column, cell) in zip(note.columns, note.rows[0].cells).dropFirst() {
      let letter = states.first { $0.0 == column.state }?.1
      #expect(cell.count == who { state($0, "note") == letter }.count)
    }

    let some = tally.figures[4]
    let inFilter = { (unit: [String: (state: Character, text: String)]) in
      state(unit, "by") == "a" && unit["by"]?.text == "p"
    }
    #expect(some.n == who { inFilter($0) && state($0, "many") == "a" }.count)
    let doubtful = who { state($0, "by") == "u" }
    let note2 = Note.filterUnknown(count: doubtful.count, who: doubtful)
    #expect(some.notes.contains(note2) == !doubtful.isEmpty)
  }
}
