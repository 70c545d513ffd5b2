import SampleForms
import Survey

/// A form whose expressions fail where its first answer is no pattern and no date: `(`.
enum FaultyForm {
  static let form = Sample.questionnaire([
    Sample.ask("pattern", .text, Sample.text("Pattern?"), no: "1"),
    Sample.ask(
      "code", .text, Sample.text("Code?"), no: "2",
      constraint: Question.Constraint(expression: Sample.rule("regex(., ${pattern})"))),
    Sample.ask("day", .calculate, calculation: "date(${pattern})"),
  ])
}
