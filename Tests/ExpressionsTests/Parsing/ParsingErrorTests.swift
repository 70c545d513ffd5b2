import Expressions
import Testing

@Suite("Texts that are no expressions")
struct ParsingErrorTests {
  @Test("The error says where, what was found and what to do", arguments: cases)
  func message(text: String, expected: String) {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
    #expect(error?.description == expected)
  }

  private static let value = "a value (a question, a number, a text in quotes or a function)"

  static let cases = [
    ("", "character 1: the expression is empty; write one, or leave the cell blank"),
    (" \n\t ", "character 1: the expression is empty; write one, or leave the cell blank"),
    ("1 +", "character 4: the expression ends here, but \(value) is expected"),
    ("${a} and", "character 9: the expression ends here, but \(value) is expected"),
    ("${a} = ", "character 8: the expression ends here, but \(value) is expected"),
    ("= 1", "character 1: found '=', but a value before it, as in '. = 5', is expected"),
    ("1 = = 2", "character 5: found '=', but \(value) is expected"),
    ("and 1", "character 5: found '1', but an operator or the end is expected"),
    ("1 2", "character 3: found '2', but an operator or the end is expected"),
    ("${a} ${b}", "character 6: found '${b}', but an operator or the end is expected"),
    ("${a} 'x'", "character 6: found ''x'', but an operator or the end is expected"),
    ("1 order 2", "character 9: found '2', but an operator or the end is expected"),
    ("1 ounce 2", "character 3: found 'ounce', but an operator or the end is expected"),
    ("1.5.2", "character 4: found '.2', but an operator or the end is expected"),
    ("1e3", "character 2: found 'e3', but an operator or the end is expected"),
    ("()", "character 2: found ')', but \(value) is expected"),
    ("f(,)", "character 3: found ',', but \(value) is expected"),
    ("f(1,)", "character 5: found ')', but \(value) is expected"),
    ("f(1 2)", "character 5: found '2', but an operator, ',' or ')' is expected"),
    ("(1, 2)", "character 3: found ',', but an operator or ')' is expected"),
    ("a[1 2]", "character 5: found '2', but an operator or ']' is expected"),
    ("a[]", "character 3: found ']', but \(value) is expected"),
    ("(1]", "character 3: this ']' has no '[' before it"),
    ("1)", "character 2: this ')' has no '(' before it"),
    ("selected(${a}, 'b'))", "character 20: this ')' has no '(' before it"),
    ("a]", "character 2: this ']' has no '[' before it"),
    ("(1", "character 1: this '(' is never closed; add ')'"),
    ("((1)", "character 1: this '(' is never closed; add ')'"),
    ("1 + not(${a} = 1", "character 8: this '(' is never closed; add ')'"),
    ("a[1", "character 2: this '[' is never closed; add ']'"),
    ("${a", "character 1: this '${' is never closed; add '}'"),
    ("${a} = 'yes", "character 8: the text that starts here has no end; close it with '"),
    ("${a} = \"yes", "character 8: the text that starts here has no end; close it with \""),
    ("'it's'", "character 6: the text that starts here has no end; close it with '"),
    (
      "${a} = ‘yes’",
      "character 8: found ‘, a quotation mark of a word processor; use straight quotes: ' or \""
    ),
    (
      "${a} = “yes”",
      "character 8: found “, a quotation mark of a word processor; use straight quotes: ' or \""
    ),
    (
      "selected(${a}, «x»)",
      "character 16: found «, a quotation mark of a word processor; use straight quotes: ' or \""
    ),
    ("${a}\u{A0}= 1", "character 5: found a no-break space; type a plain space in its place"),
    ("${a} == 1", "character 6: '==' is no operator here; use ="),
    ("${a} <> 1", "character 6: '<>' is no operator here; use !="),
    ("${a} && 1", "character 6: '&&' is no operator here; use and"),
    ("${a} & 'x'", "character 6: '&' is no operator here; use and, or concat() to join texts"),
    ("${a} || 1", "character 6: '||' is no operator here; use or"),
    ("!${a}", "character 1: '!' is no operator here; use not(…)"),
    ("${a} % 2", "character 6: '%' is no operator here; use mod; a percentage is a number, such as 0.5"),
    ("${a} => 1", "character 6: '=>' is no operator here; use >="),
    ("${a} =< 1", "character 6: '=<' is no operator here; use <="),
    ("> 5", "character 1: found '>', but a value before it, as in '. > 5', is expected"),
    ("${a} / 2", "character 8: found '2', but a name, '..' or '*' is expected"),
    ("4 / 2", "character 3: '/' is no operator here; use div"),
    ("(${a}) / 2", "character 8: '/' is no operator here; use div"),
    ("${a} AND ${b}", "character 6: 'AND' is no operator here; use and"),
    ("${a} = 1 Or ${b}", "character 10: 'Or' is no operator here; use or"),
    ("${a} ≥ 1", "character 6: '≥' is no operator here; use >="),
    ("${a} ≤ 1", "character 6: '≤' is no operator here; use <="),
    ("${a} ≠ 1", "character 6: '≠' is no operator here; use !="),
    ("${a} × 2", "character 6: '×' is no operator here; use *"),
    ("${a} ÷ 2", "character 6: '÷' is no operator here; use div"),
    ("${a} – 2", "character 6: '–' is no operator here; use -"),
    ("#", "character 1: '#' has no meaning here; a text needs quotes: '#'"),
    ("${a} = 5€", "character 9: '€' has no meaning here; a text needs quotes: '€'"),
    ("'é😀' + ?", "character 8: '?' has no meaning here; a text needs quotes: '?'"),
    ("1;", "character 2: ';' has no meaning here; a text needs quotes: ';'"),
    ("$a", "character 1: found '$', but a question as ${name} is expected"),
    (
      "${}",
      "character 1: '${}' is no reference; write the name of a question between the braces, without spaces"
    ),
    (
      "${ a }",
      "character 1: '${ a }' is no reference; write the name of a question between the braces, without spaces"
    ),
    (
      "${1a}",
      "character 1: '${1a}' is no reference; write the name of a question between the braces, without spaces"
    ),
    (
      "${a/b}",
      "character 1: '${a/b}' is no reference; write the name of a question between the braces, without spaces"
    ),
    (
      "${last-saved#}",
      "character 1: '${last-saved#}' is no reference; write the name of a question between the braces, without spaces"
    ),
    ("//a", "character 1: '//' is not supported; write the whole path, or ${name}"),
    ("/data//a", "character 6: '//' is not supported; write the whole path, or ${name}"),
    ("@id", "character 1: '@' (an attribute) is not supported; use a question"),
    ("/data/@id", "character 7: '@' (an attribute) is not supported; use a question"),
    ("parent::a", "character 1: the axis 'parent::' is not supported; use names, '..' and '/'"),
    ("../text()", "character 4: 'text()' as a step of a path is not supported; use names, '..' and '*'"),
    ("../", "character 4: the expression ends here, but a name, '..' or '*' is expected"),
    ("../(a)", "character 4: found '(', but a name, '..' or '*' is expected"),
    (".[1]", "character 2: found '[', but an operator or the end is expected"),
    ("(a)[1]", "character 4: found '[', but an operator or the end is expected"),
    ("f(a)/b", "character 5: '/' is no operator here; use div"),
    ("1\n\n+ ?", "character 6: '?' has no meaning here; a text needs quotes: '?'"),
    ("1\r\n?", "character 3: '?' has no meaning here; a text needs quotes: '?'"),
  ]
}
