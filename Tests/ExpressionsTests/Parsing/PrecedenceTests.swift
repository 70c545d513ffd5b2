import Expressions
import Testing

@Suite("Precedence and spelling")
struct PrecedenceTests {
  @Test(
    "Both spellings mean the same",
    arguments: [
      ("1 + 2 * 3", "1 + (2 * 3)"), ("1 * 2 + 3", "(1 * 2) + 3"), ("1 - 2 < 3 - 4", "(1 - 2) < (3 - 4)"),
      ("1 < 2 = 3 < 4", "(1 < 2) = (3 < 4)"), ("1 = 2 and 3 = 4", "(1 = 2) and (3 = 4)"),
      ("1 and 2 or 3 and 4", "(1 and 2) or (3 and 4)"), ("-1 * 2", "(-1) * 2"), ("-a|b", "-(a | b)"),
      ("1 - -2", "1 - (-2)"), ("--1", "-(-1)"), ("2*3div 4mod 5", "2 * 3 div 4 mod 5"), ("a*b", "a * b"),
      ("* * *", "(*) * (*)"), ("and and and", "(and) and (and)"), ("or or or", "(or) or (or)"),
      ("div div mod", "(div) div (mod)"), ("mod mod div", "(mod) mod (div)"), ("../* * 2", "(../*) * 2"),
      ("${a}*2", "${a} * 2"), ("${a}-1", "${a} - 1"), ("a -1", "a - 1"), ("a-1", "(a-1)"),
      ("a - b", "a - (b)"),
      ("a.b-c", "(a.b-c)"), ("position(..)-1", "position(..) - 1"), (". > 1", "(.) > 1"), (".>.5", ". > 0.5"),
      ("1or 2", "1 or 2"), ("${a}or${b}", "${a} or ${b}"), ("'a'and'b'", "'a' and 'b'"),
      ("1 or-1", "1 or -1"),
      ("1 or(2)", "1 or 2"), ("1orname", "1 or name"), ("1divide", "1 div ide"), ("(/) * 2", "(/) * (2)"),
      ("selected( . , 'a' )", "selected(.,'a')"), ("if ( 1 ,2,3 )", "if(1, 2, 3)"),
      ("${a}\n=\t'x'\r\n", "${a} = 'x'"), ("\"a\"", "'a'"), ("007", "7"), ("1.", "1.0"), (".5", "0.5"),
      ("./a/.", "a"), ("a/./b", "a/b"), ("child::a/child::b", "a/b"), ("/ data / x", "/data/x"),
      ("current() / .. / a", "current()/../a"), ("instance( \"l\" )/root/item", "instance('l')/root/item"),
      ("((1))", "1"), ("jr:choice-name(${a},'${a}')", "jr:choice-name(${a}, '${a}')"),
      ("été = 1", "(été) = 1"), ("${état}", "(${état})"), ("${الاسم}", "(${الاسم})"),
    ])
  func same(one: String, other: String) throws {
    #expect(try Expression(parsing: one).tree == Expression(parsing: other).tree)
  }

  @Test(
    "The two mean different things",
    arguments: [
      ("1 - 2 - 3", "1 - (2 - 3)"), ("1 div 2 div 3", "1 div (2 div 3)"), ("(1 + 2) * 3", "1 + 2 * 3"),
      ("a-b", "a - b"), ("'1'", "1"), ("name", "${name}"), ("/a", "a"), ("a/b", "a[b]"), ("..", "."),
      ("not(1)", "boolean(1)"), ("-(1 + 2)", "-1 + 2"), ("instance('a')/root", "instance('b')/root"),
    ])
  func different(one: String, other: String) throws {
    #expect(try Expression(parsing: one).tree != Expression(parsing: other).tree)
  }

  @Test("An expression keeps its text, and each part its place")
  func places() throws {
    let text = " ${é} = concat('ü', 12) "
    let expression = try Expression(parsing: text)
    #expect(expression.source == text)
    guard case .operation(let first, let links) = expression.tree.kind,
      case .call(let call) = links[0].operand.kind
    else { return #expect(Bool(false), "an operation with a call is expected") }
    let parts = [expression.tree, first, links[0].operand] + call.arguments
    let bytes = Array(text.utf8)
    #expect(
      parts.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        == ["${é} = concat('ü', 12)", "${é}", "concat('ü', 12)", "'ü'", "12"])
  }

  @Test("Expressions are equal when they are written alike")
  func equality() throws {
    #expect(try Expression(parsing: "1 + 1") == Expression(parsing: "1 + 1"))
    #expect(try Expression(parsing: "1 + 1") != Expression(parsing: "1+1"))
    #expect(try Set([Expression(parsing: "1"), Expression(parsing: "1")]).count == 1)
  }
}
