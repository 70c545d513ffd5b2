import Expressions
import Testing

@Suite("Functions: conditions")
struct LogicFunctionTests {
  @Test("A condition gives what JavaRosa gives", arguments: cases)
  func value(expression: String, expected: String) { #expect(outcome(of: expression) == expected) }

  static let cases = [
    ("if(1, 'a', 'b')", "text a"),
    ("if('', 1, 2)", "number 2"),
    ("if('false', 1, 2)", "number 1"),
    ("if(/data/missing, 1, 2)", "number 2"),
    ("if(1 > 2, 'a', if(2 > 1, 'b', 'c'))", "text b"),
    ("coalesce('', 'b')", "text b"),
    ("coalesce(0 div 0, 'b')", "text b"),
    ("coalesce('a', 'b')", "text a"),
    ("coalesce(0, 'b')", "number 0"),
    ("coalesce('', '')", "text "),
    ("coalesce(/data/blank, 'x')", "text x"),
    ("once('x')", "text x"),
    ("depend(1, /data/age)", "number 1"),
    ("not('')", "boolean true"),
    ("not(0)", "boolean true"),
    ("not('false')", "boolean false"),
    ("not(/data/missing)", "boolean true"),
    ("true()", "boolean true"),
    ("false()", "boolean false"),
    ("boolean-from-string('TRUE')", "boolean true"),
    ("boolean-from-string('true')", "boolean true"),
    ("boolean-from-string('yes')", "boolean false"),
    ("boolean-from-string(1)", "boolean true"),
    ("boolean-from-string('1.0')", "boolean false"),
    ("boolean-from-string(true())", "boolean true"),
    ("checklist(1, 2, true(), false(), 'x')", "boolean true"),
    ("checklist(2, 2, true(), false(), '')", "boolean false"),
    ("checklist(-1, 1, true(), true())", "boolean false"),
    ("checklist(-1, -1)", "boolean true"),
    ("checklist(1, -1)", "boolean false"),
    ("checklist('a', 2, true())", "boolean true"),
    ("weighted-checklist(1, 3, true(), 2, false(), 5)", "boolean true"),
    ("weighted-checklist(3, 5, true(), 2, true(), 0.5)", "boolean false"),
    ("weighted-checklist(0, 0)", "boolean true"),
  ]
}
