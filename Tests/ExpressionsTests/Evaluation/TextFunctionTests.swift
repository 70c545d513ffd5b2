import Expressions
import Testing

@Suite("Functions: texts")
struct TextFunctionTests {
  @Test("A function of texts gives what JavaRosa gives", arguments: cases)
  func value(expression: String, expected: String) { #expect(outcome(of: expression) == expected) }

  static let cases = [
    ("concat()", "text "),
    ("concat('a')", "text a"),
    ("concat(1, 'a', true())", "text 1atrue"),
    ("concat(/data/rep/who)", "text AnaBia"),
    (
      "concat(/data/rep/who, '!')",
      "error 'who' is there 3 times, and one value is needed; say which with indexed-repeat(), or use sum(), join(), max() or count()"
    ),
    ("concat('x', /data/missing, 'y')", "text xy"),
    ("concat('d', /data/d)", "text d2018-11-09"),
    ("join('-')", "text "),
    ("join('-', 'a', 'b', 3)", "text a-b-3"),
    ("join('-', /data/rep/who)", "text Ana-Bia-"),
    ("join(', ', /data/missing)", "text "),
    ("join(1, 2, 3)", "text 213"),
    ("string-length('')", "number 0"),
    ("string-length('héllo')", "number 5"),
    ("string-length('e\u{301}')", "number 2"),
    ("string-length('😀')", "number 2"),
    ("string-length(1.50)", "number 3"),
    ("string-length()", "number 0"),
    ("normalize-space('  a  b  c ')", "text a b c"),
    ("normalize-space('a\nb')", "text a b"),
    ("normalize-space('')", "text "),
    ("contains('abc', 'bc')", "boolean true"),
    ("contains('abc', 'd')", "boolean false"),
    ("contains('abc', '')", "boolean true"),
    ("contains('', 'a')", "boolean false"),
    ("contains('aab', 'ab')", "boolean true"),
    ("starts-with('abc', 'ab')", "boolean true"),
    ("starts-with('abc', 'b')", "boolean false"),
    ("starts-with('abc', '')", "boolean true"),
    ("ends-with('abc', 'bc')", "boolean true"),
    ("ends-with('abc', 'ab')", "boolean false"),
    ("ends-with('c', 'bc')", "boolean false"),
    ("substring-before('2018-11-09', '-')", "text 2018"),
    ("substring-before('abc', 'x')", "text "),
    ("substring-before('abc', '')", "text "),
    ("substring-after('2018-11-09', '-')", "text 11-09"),
    ("substring-after('abc', 'x')", "text "),
    ("substring-after('abc', '')", "text abc"),
    ("substr('hello', 1)", "text ello"),
    ("substr('hello', 1, 3)", "text el"),
    ("substr('hello', 0, 99)", "text hello"),
    ("substr('hello', -3)", "text llo"),
    ("substr('hello', -3, -1)", "text ll"),
    ("substr('hello', -99, 2)", "text he"),
    ("substr('hello', 4, 2)", "text "),
    ("substr('hello', 9)", "text "),
    ("substr('hello', 'x')", "text hello"),
    ("substr('hello', 1 div 0)", "text "),
    ("substr('hello', 1, 0 div 0)", "text "),
    ("substr('hello', -99999999999)", "text hello"),
    ("substr(12345, 1, 3)", "text 23"),
    ("translate('bar', 'abc', 'AB')", "text BAr"),
    ("translate('aaa', 'aa', 'xy')", "text xxx"),
    ("translate('a-b-c', '-', '')", "text abc"),
    ("translate('abc', '', 'x')", "text abc"),
    ("regex('abc', 'b')", "boolean false"),
    ("regex('abc', '.b.')", "boolean true"),
    ("regex('abc', 'a|abc')", "boolean true"),
    ("regex('', '')", "boolean true"),
    ("regex('12345', '[0-9]{5}')", "boolean true"),
    ("regex('1234', '^[0-9]{5}$')", "boolean false"),
    ("regex('a\nb', 'a.b')", "boolean false"),
    ("regex('é', '\\w')", "boolean false"),
    ("regex('e\u{301}', '.')", "boolean false"),
    ("regex('ABC', '(?i)abc')", "boolean true"),
    ("regex('a@b.org', '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,6}')", "boolean true"),
    ("regex(/data/age, '[0-9]+')", "boolean true"),
    ("regex('a', concat('[', 'a-z', ']'))", "boolean true"),
  ]

  @Test("What is put together has at most a million bytes: texts made of themselves would take all memory")
  func longest() throws {
    let context = EvaluationContext(node: Sample.form.document, surroundings: Surroundings(now: Sample.now))
    let half = String(repeating: "x", count: 500_000)
    let whole = try Expression(parsing: "concat('\(half)', '\(half)')")
    #expect(try whole.text(in: context).count == 1_000_000)
    for expression in ["concat('\(half)', '\(half)', 'x')", "join('xx', '\(half)', '\(half)')"] {
      let error = #expect(throws: EvaluationError.self) {
        try Expression(parsing: expression).text(in: context)
      }
      #expect(
        error?.description
          == "a text of more than 1000000 bytes would be put together; make its parts shorter")
    }
  }
}
