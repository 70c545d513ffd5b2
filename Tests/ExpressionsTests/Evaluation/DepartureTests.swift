import Calendar
import Expressions
import Testing

@Suite("Where JavaRosa has a fault, the specification counts")
struct DepartureTests {
  @Test(
    "A value that JavaRosa gets wrong or refuses",
    arguments: [
      ("max(-5, -3)", "number -3"),
      ("min(1 div 0)", "number Infinity"),
      ("round(-1251, -2)", "number -1300"),
      ("/data/rep[2]/who", "nodes Bia"),
      ("/data/rep[n > 3][1]/who", "nodes Bia"),
      ("/data/rep['x']/who", "nodes Ana|Bia|"),
      ("count(/data/rep/..)", "number 1"),
      ("/data/rep/../age", "nodes 42"),
      ("current()", "nodes "),
      ("selected(/data/age, '42')", "boolean true"),
      ("selected(/data/age, 42)", "boolean true"),
      ("count-selected(/data/age)", "number 1"),
      ("selected-at(/data/age, 0)", "text 42"),
      ("floor(-1.5)", "number -2"),
      ("floor('x')", "number NaN"),
      ("ceiling(1.2)", "number 2"),
      ("ceiling(-0.5)", "number 0"),
      ("string(/data/t)", "text 10:14:00"),
      ("number(/data/t) * 24 * 60", "number 614"),
      ("/data/t < /data/t", "boolean false"),
      ("decimal-time(/data/t) * 1440", "number 614"),
      ("format-date-time(/data/t, '%H:%M')", "text 10:14"),
      ("weighted-checklist(0, 0)", "boolean true"),
      ("substr('a😀b', 2, 3)", "text \u{FFFD}"),
      ("translate('a😀b', '😀', 'x')", "text axb"),
    ])
  func value(expression: String, expected: String) { #expect(outcome(of: expression) == expected) }

  @Test(
    "The name of a repeat means all its instances, from inside too",
    arguments: [
      ("count(/data/rep)", "number 3"), ("count(${rep})", "number 3"), ("position(${rep})", "number 2"),
      ("${rep}[position() = 1]/who", "nodes Ana"), ("${rep}[3]/who", "nodes "),
    ])
  func inside(expression: String, expected: String) {
    #expect(outcome(of: expression, at: "data/rep#2/who") == expected)
  }

  @Test(
    "Weeks are those of ISO 8601 whatever the country",
    arguments: [
      ("2018-01-01", "1"), ("2018-12-31", "1"), ("2020-12-31", "53"), ("2021-01-03", "53"),
      ("2021-01-04", "1"),
      ("1970-01-04", "1"), ("2017-01-01", "52"),
    ])
  func weeks(day: String, week: String) {
    #expect(outcome(of: "format-date('\(day)', '%W')") == "text \(week)")
  }
}
