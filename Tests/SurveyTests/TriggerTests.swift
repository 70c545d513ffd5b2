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
    _ name: Question.Name, _ kind: Question.Kind, by questions: [Question.Name], _ calculation: String?
  ) -> Item {
    .question(
      Question(
        name: name, kind: kind, wording: Wording(label: Sample.text(name.text)),
        trigger: Question.Trigger(by: questions, calculation: calculation.map(Sample.rule))))
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
