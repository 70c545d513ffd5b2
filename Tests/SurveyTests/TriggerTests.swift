import SampleForms
import Survey
import Testing

@Suite("Answers that other answers set")
struct TriggerTests {
  static let form: [Item] = [
    Sample.ask("n", .integer), Sample.ask("m", .integer),
    set("twice", .integer, by: ["n"], "${n} * 2 + coalesce(${m}, 0)"),
    set("copy", .text, by: ["twice"], "concat('<', ${twice}, '>')"),
    set("gone", .text, by: ["m"], nil),
    set("kept", .calculate, by: ["n", "m"], "concat(${n}, '/', ${m})"),
  ]

  static func set(
    _ name: Question.Name, _ kind: Question.Kind, by questions: [Question.Name], _ calculation: String?,
    start: String? = nil, isFixed: Bool = false
  ) -> Item {
    .question(
      Question(
        name: name, kind: kind, wording: Wording(label: Sample.text(name.text)),
        defaultValue: start.map(Sample.rule), hasFixedDefault: isFixed,
        trigger: Question.Trigger(by: questions, calculation: calculation.map(Sample.rule))))
  }

  /// A number that is there from the start: one that is worked out, or one that stands in the form.
  static func begin(_ name: Question.Name, with start: String, isFixed: Bool = false) -> Item {
    .question(
      Question(
        name: name, kind: .integer, wording: Wording(label: Sample.text(name.text)),
        defaultValue: Sample.rule(start), hasFixedDefault: isFixed))
  }

  @Test("It is worked out when its trigger changes, once, and what follows from it too")
  func once() throws {
    var session = FormSession(Self.form)
    #expect(session.entries["twice"] == nil)
    try session.enter("4", at: "n")
    #expect(session.cells(["twice", "copy", "kept"]) == ["8", "<8>", "4/"])
    // A change of what it names, and that does not set it off, leaves it.
    try session.enter("1", at: "m")
    #expect(session.cells(["twice", "copy", "kept"]) == ["8", "<8>", "4/1"])
    try session.enter("100", at: "twice")
    #expect(session.cells(["twice", "copy"]) == ["100", "<100>"])
    try session.enter("5", at: "n")
    #expect(session.cells(["twice", "copy"]) == ["11", "<11>"])
    #expect(try session.response()["kept"] == .answered(.text("5/1")))
  }

  @Test("Without a calculation it is taken away")
  func takenAway() throws {
    var session = FormSession(Self.form)
    try session.enter("here", at: "gone")
    try session.enter("3", at: "n")
    #expect(session.cells(["gone"]) == ["here"])
    try session.enter("3", at: "m")
    #expect(session.cells(["gone"]) == [""])
  }

  @Test("Undo brings back what it had taken the place of, redo sets it again")
  func undo() throws {
    var session = FormSession(Self.form)
    try session.enter("9", at: "twice")
    try session.enter("4", at: "n")
    #expect(session.cells(["n", "twice", "copy"]) == ["4", "8", "<8>"])
    try session.apply(.undo)
    #expect(session.cells(["n", "twice", "copy"]) == ["", "9", "<9>"])
    try session.apply(.redo)
    #expect(session.cells(["n", "twice", "copy"]) == ["4", "8", "<8>"])
  }

  @Test(
    "A default that is worked out sets off what hangs on it; one that stands in the form sets off nothing")
  func defaults() throws {
    var session = FormSession([
      Self.begin("n", with: "1 + 1"), Self.begin("m", with: "'7'", isFixed: true),
      Self.set("tn", .text, by: ["n"], "concat('got ', ${n})"),
      Self.set("tm", .text, by: ["m"], "concat('got ', ${m})"),
      Self.set("cn", .calculate, by: ["n"], "${n} * 10"),
      Self.set("t2", .text, by: ["tn"], "concat('after ', ${tn})"),
      // What is worked out later takes the place of what was set off; what stands in the form was there before.
      Self.set("own", .text, by: ["n"], "'set off'", start: "concat('my', ' own')"),
      Self.set("fixed", .text, by: ["n"], "'set off'", start: "'fixed'", isFixed: true),
      Self.set("gone", .text, by: ["n"], nil, start: "'fixed'", isFixed: true),
    ])
    let names = ["n", "m", "tn", "tm", "cn", "t2", "own", "fixed", "gone"]
    let start = ["2", "7", "got 2", "", "20", "after got 2", "my own", "set off", ""]
    #expect(session.cells(names) == start)
    try session.fill(["n": "5", "m": "6"])
    let end = ["5", "6", "got 5", "got 6", "50", "after got 5", "set off", "set off", ""]
    #expect(session.cells(names) == end)
    while try session.apply(.undo) != nil {}
    #expect(session.cells(names) == start)
  }

  @Test("A default in a new repeat sets off what hangs on it there, and undo takes all of it away")
  func defaultsInRepeats() throws {
    var session = FormSession([
      Self.set("last", .integer, by: ["a"], "count(${g})"),
      .group(
        Sample.group(
          "g", Sample.text("G"), repeated: .free,
          [Self.begin("a", with: "position(..)"), Self.set("b", .integer, by: ["a"], "${a} * 10")])),
    ])
    try session.apply(.repeats(RepeatPath("g"), 2))
    #expect(session.cells(["g[1]/b", "g[2]/b", "last"]) == ["10", "20", "2"])
    try session.enter("9", at: "last")
    try session.apply(.repeats(RepeatPath("g"), 3))
    #expect(session.cells(["g[3]/b", "last"]) == ["30", "3"])
    try session.apply(.undo)
    #expect(session.cells(["g[3]/a", "g[3]/b", "last"]) == ["", "", "9"])
    try session.apply(.redo)
    #expect(session.cells(["g[3]/b", "last"]) == ["30", "3"])
  }

  @Test("Repeats that come because an answer was set have their defaults")
  func repeatsSetOff() throws {
    var session = FormSession([
      Sample.ask("n", .integer), Self.set("m", .integer, by: ["n"], "${n} + 1"),
      .group(
        Sample.group(
          "g", Sample.text("G"), repeated: .counted(Sample.rule("${m}")),
          [Self.begin("a", with: "position(..) * 5")])),
    ])
    try session.enter("1", at: "n")
    #expect(session.cells(["m", "g[1]/a", "g[2]/a"]) == ["2", "5", "10"])
    try session.apply(.undo)
    #expect(session.cells(["m", "g[1]/a"]) == ["", ""])
  }

  @Test("What stands in a group beside its trigger is worked out where it stands")
  func inGroupBeside() throws {
    var session = FormSession([
      .group(
        Sample.group(
          "r", Sample.text("R"), repeated: .free,
          [
            Sample.ask("a", .integer),
            .group(
              Sample.group(
                "g", Sample.text("G"), [Self.set("t", .text, by: ["a"], "concat('v', ${a}, ../../a)")])),
          ]))
    ])
    try session.apply(.repeats(RepeatPath("r"), 2))
    try session.fill(["r[1]/a": "5", "r[2]/a": "6"])
    #expect(session.cells(["r[1]/t", "r[2]/t"]) == ["v55", "v66"])
  }

  @Test("In a repeat it sets the answer of the same repeat; two that set each other come to an end")
  func repeats() throws {
    var session = FormSession([
      .group(
        Sample.group(
          "g", Sample.text("G"), repeated: .free,
          [Sample.ask("a", .integer), Self.set("b", .integer, by: ["a"], "${a} + 1")])),
      Self.set("x", .integer, by: ["y"], "${y} + 1"), Self.set("y", .integer, by: ["x"], "${x} + 1"),
    ])
    try session.apply(.repeats(RepeatPath("g"), 2))
    try session.enter("7", at: "g[2]/a")
    #expect(session.cells(["g[1]/b", "g[2]/b"]) == ["", "8"])
    try session.enter("1", at: "x")
    #expect(session.cells(["x", "y"]) == ["1", "2"])
  }
}

extension FormSession {
  /// What stands at some addresses, as cells.
  func cells(_ addresses: [String]) -> [String] { addresses.map { cell($0) ?? "" } }
}
