import Analysis
import CSV
import Survey
import Testing

@Suite("Cross-tabulations and filters")
struct CrossTabulationTests {
  let garden: Garden

  init() throws { garden = try Garden() }

  static let lines = [
    Line("1", ["unit": "u1", "colour": "red", "size": "small", "fruits": "apple pear"]),
    Line("2", ["unit": "u2", "colour": "red", "fruits": "apple"], unknown: "size"),
    Line("3", ["unit": "u3", "size": "large"], unknown: "colour fruits"),
    Line("4", ["unit": "u4", "colour": "blue", "size": "tiny"]),
    Line("5", ["unit": "u5", "size": "small"], notAsked: "colour"),
  ]

  @Test("The rows of one question are divided by another, its unknown and unlisted answers included")
  func by() throws {
    let figure = try garden.figure("unit,colour,count,asked,,size,yes,", Self.lines)
    #expect(figure.by?.name == "size")
    #expect(
      figure.columns.map { $0.code ?? "[\($0.state?.rawValue ?? "")]" } == [
        "small", "large", "tiny", "[unknown]",
      ])
    #expect(figure.columns.map(\.state) == [nil, nil, .unlisted, .unknown])
    #expect(figure.columns.map(\.n) == [1, 1, 1, 1])
    #expect(
      figure.short == [
        "red 2/4 (1 0 0 1): u1 u2", "green 0/4 (0 0 0 0)", "blue 1/4 (0 0 1 0): u4",
        "[unknown] 1/4 (0 1 0 0): u3",
      ])
    #expect(figure.rows[0].cells.map(\.share) == [1, 0, 0, 1])
    #expect(figure.rows[0].cells.map { $0.who.map(\.code) } == [["u1"], [], [], ["u2"]])
  }

  @Test("A unit with several choices stands in several columns, and once in its row")
  func bySeveral() throws {
    let figure = try garden.figure("unit,colour,count,answered,,fruits,yes,", Self.lines)
    #expect(figure.columns.map(\.code) == ["apple", "pear", "plum", nil, nil])
    #expect(figure.columns.map(\.n) == [2, 1, 0, 1, 0])
    #expect(
      figure.short == [
        "red 2/3 (2 1 0 0 0): u1 u2", "green 0/3 (0 0 0 0 0)", "blue 1/3 (0 0 0 1 0): u4",
        "[unknown] 1 (0 0 0 0 1): u3",
      ])
  }

  @Test("Any can be divided as well")
  func anyBy() throws {
    let lines = [
      Line("1", ["unit": "u1", "colour": "red", "note_a": "x"]), Line("2", ["unit": "u2", "colour": "blue"]),
      Line("3", ["unit": "u3", "colour": "red"], unknown: "note_a"),
    ]
    let figure = try garden.figure("unit,note_a,any,asked,,colour,yes,", lines)
    #expect(
      figure.short == ["yes 1/3 (1 0 0): u1", "no 1/3 (0 0 1): u2", "[unknown] 1/3 (1 0 0): u3"])
  }

  struct FilterCase: CustomTestStringConvertible {
    let filter: String
    /// Those that are counted.
    let counted: [String]
    /// Those of which it cannot be told.
    var undetermined: [String] = []
    var testDescription: String { filter }
  }

  @Test(
    "A filter counts the units of which it holds, and names those of which nobody can tell",
    arguments: [
      FilterCase(filter: "${colour} = 'red'", counted: ["u1", "u2"], undetermined: ["u3"]),
      FilterCase(filter: "${colour} != 'red'", counted: ["u4", "u5"], undetermined: ["u3"]),
      FilterCase(
        filter: "${size} = 'small' or ${colour} = 'red'", counted: ["u1", "u2", "u5"], undetermined: ["u3"]),
      // Whatever its size, u2 is red; whatever its colour, u3 is large.
      FilterCase(filter: "${colour} = 'red' or ${size} = 'large'", counted: ["u1", "u2", "u3"]),
      FilterCase(filter: "selected(${fruits}, 'pear')", counted: ["u1"], undetermined: ["u3"]),
      FilterCase(filter: "count-selected(${fruits}) = 2", counted: ["u1"], undetermined: ["u3"]),
      FilterCase(filter: "${unit} = 'u4'", counted: ["u4"]),
    ])
  func filter(_ expected: FilterCase) throws {
    let figure = try garden.figure("unit,unit,answered,asked,\"\(expected.filter)\",,yes,", Self.lines)
    #expect(figure.rows[0].who.map(\.code) == expected.counted)
    #expect(figure.n == expected.counted.count)
    #expect(figure.bases.distinct == 5)
    let note = Note.filterUnknown(count: expected.undetermined.count, who: expected.undetermined)
    #expect(figure.notes == (expected.undetermined.isEmpty ? [] : [note]))
    #expect(figure.filter == expected.filter)
  }

  @Test("A filter compares numbers as numbers and dates as dates")
  func kinds() throws {
    let lines = [
      Line("1", ["unit": "u1", "weight": "10", "picked": "2018-01-31"]),
      Line("2", ["unit": "u2", "weight": "9", "picked": "2018-10-01"]), Line("3", ["unit": "u3"]),
    ]
    let heavy = try garden.figure("unit,unit,answered,asked,${weight} > 9.5,,yes,", lines)
    #expect(heavy.short == ["unit 1/1 (1 0 0 0): u1"])
    let late = try garden.figure("unit,unit,answered,asked,${picked} > date('2018-06-01'),,yes,", lines)
    #expect(late.short == ["unit 1/1 (1 0 0 0): u2"])
    let today = try garden.figure("unit,unit,answered,asked,${picked} < today(),,yes,", lines)
    #expect(today.short == ["unit 2/2 (2 0 0 0): u1 u2"])
  }

  @Test("Where a filter cannot be worked out, the unit is left out and the figure says why")
  func failure() throws {
    let lines = [
      Line("1", ["unit": "u1", "note_a": "soon"]), Line("2", ["unit": "u2", "note_a": "2018-01-01"]),
    ]
    let figure = try garden.figure("unit,unit,answered,asked,date(${note_a}) > 0,,yes,", lines)
    #expect(figure.rows[0].who.map(\.code) == ["u2"])
    #expect(
      figure.notes.map(\.description) == [
        "1 not counted, because the filter failed: 'soon' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"
      ])
  }
}
