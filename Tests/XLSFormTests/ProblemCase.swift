import Testing

/// A form with something wrong in it, and all that is to be said of it.
struct ProblemCase: Sendable, CustomTestStringConvertible {
  let name: String
  let form: String
  let problems: String

  /// Names a case.
  ///
  /// - Parameters:
  ///   - name: What is wrong.
  ///   - form: The form as Markdown tables; for a survey sheet alone, its rows from the header on.
  ///   - problems: The problems of `form.md`, one a line.
  init(_ name: String, _ form: String, _ problems: String) {
    self.name = name
    self.form = form.hasPrefix("| survey") || !form.hasPrefix("| |") ? form : "| survey |\n" + form
    self.problems = problems
  }

  var testDescription: String { name }
}
