import Expressions
import Testing

@Suite("Functions: selections")
struct SelectionFunctionTests {
  @Test("A function of select questions gives what JavaRosa gives", arguments: cases)
  func value(expression: String, expected: String) { #expect(outcome(of: expression) == expected) }

  static let cases = [
    ("selected('a b', 'b')", "boolean true"),
    ("selected('a b', ' b ')", "boolean true"),
    ("selected('a b', 'a b')", "boolean true"),
    ("selected('ab', 'a')", "boolean false"),
    ("selected('', '')", "boolean true"),
    ("selected('a', '')", "boolean false"),
    ("selected(/data/multi, 'c')", "boolean true"),
    ("selected(/data/multi, 'd')", "boolean false"),
    ("selected(/data/one, 'yes')", "boolean true"),
    ("selected(/data/missing, 'a')", "boolean false"),
    ("is-selected('a b', 'a')", "boolean true"),
    ("selected-at('a b c', 1)", "text b"),
    ("selected-at('a b c', 9)", "text "),
    ("selected-at('a b c', -1)", "text "),
    ("selected-at('a b c', 'x')", "text a"),
    ("selected-at(' a  b c', 1)", "text b"),
    ("selected-at('', 0)", "text "),
    ("count-selected('a b c')", "number 3"),
    ("count-selected(' a  b ')", "number 2"),
    ("count-selected('')", "number 0"),
    ("count-selected(/data/blank)", "number 0"),
    ("count-selected(/data/multi)", "number 3"),
    ("jr:choice-name('yes', '/data/one')", "text Yes!"),
    ("jr:choice-name(/data/one, '/data/one')", "text Yes!"),
    ("jr:choice-name(/data/one, ' /data/one ')", "text Yes!"),
    ("jr:choice-name('maybe', '/data/one')", "text "),
    ("jr:choice-name('', '/data/one')", "text "),
  ]
}
