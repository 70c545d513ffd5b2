import Testing

@testable import Expressions

@Suite struct NamedChoiceTests {
  /// In the question p `a` is called `aa` now, in q `a` is called `x y`, in r `a` has a quote.
  private func renamed(_ text: String) throws -> String {
    let names = ["p a": "aa", "q a": "x y", "r a": "l'a", "p two words": "one"]
    return try Expression(parsing: text).renamingChoices { names["\($1) \($0)"] ?? $0 }
  }

  @Test(
    "a name is changed where an answer to its question is held against it",
    arguments: [
      ("${p} = 'a'", "${p} = 'aa'"),
      ("'a' != ${p}", "'aa' != ${p}"),
      ("${p} = \"a\" and ${q} = 'a'", "${p} = \"aa\" and ${q} = 'x y'"),
      ("selected(${p}, 'b a')", "selected(${p}, 'b aa')"),
      ("selected( ../p , 'a')", "selected( ../p , 'aa')"),
      ("jr:choice-name('a', '${p}') = 'a'", "jr:choice-name('aa', '${p}') = 'a'"),
      ("if(${p} = 'a', 1, 2) = 1", "if(${p} = 'aa', 1, 2) = 1"),
      ("${p} = if(${t} = 'a', 'a', coalesce('b', 'a'))", "${p} = if(${t} = 'a', 'aa', coalesce('b', 'aa'))"),
      ("${r} = 'a'", "${r} = \"l'a\""),
      ("${p} = 'two words'", "${p} = 'one'"),
      ("count(${g}[${p} = 'a']) > 1", "count(${g}[${p} = 'aa']) > 1"),
      ("'é' = ${t} and ${p}  =  'a'", "'é' = ${t} and ${p}  =  'aa'"),
    ])
  func changes(text: String, now: String) throws { #expect(try renamed(text) == now) }

  @Test(
    "and nowhere else",
    arguments: [
      "${t} = 'a'", "concat(${p}, 'a') = 'aa'", "string-length('a') = 1", "${p} = 'b  b'",
      "instance('p')/root/item[p = 'a']/label = 'z'", "regex(${p}, 'a')", "${p} = ${t}",
    ])
  func keeps(text: String) throws { #expect(try renamed(text) == text) }
}
