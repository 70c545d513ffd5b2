import Expressions
import Testing

@Suite("What an expression depends on")
struct ReferenceTests {
  @Test(
    "References are the questions that are named, in the order of their first mention",
    arguments: [
      ("1 + 1", []), ("${b} + ${a} * ${b}", ["b", "a"]), ("if(${a} = 1, ${b}, -${c})", ["a", "b", "c"]),
      ("../a + ../../b/c", ["a", "b", "c"]), ("/data/rep/n", ["data", "rep", "n"]),
      ("current()/../a", ["a"]), ("${rep}[n > ${limit}]/who", ["rep", "limit", "who"]),
      ("jr:choice-name(${a}, '${b}')", ["a", "b"]), ("jr:choice-name(., ' /data/state ')", ["state"]),
      ("country = ${c} and frame = 'x'", ["c"]), ("selected(., 'a')", []),
      ("instance('l')/root/item[name = ${a} and x = current()/../b]/label", ["a", "b"]),
      ("indexed-repeat(${a}, ${rep}, ${i} - 1)", ["a", "rep", "i"]), ("count(${rep}/x)", ["rep", "x"]),
      ("concat('${a}')", []), ("no-such-function(${a})", ["a"]), ("../*[a = 1]", []),
    ] as [(String, [String])])
  func references(text: String, names: [String]) throws {
    #expect(try Expression(parsing: text).references == names)
  }

  @Test(
    "An expression looks at its own question by a dot, and by functions that do so when given nothing",
    arguments: [
      (". > 1", true), ("selected(., 'a')", true), ("once(1)", true), ("string-length()", true),
      ("position()", true),
      ("normalize-space() = ''", true), ("if(1, ., 2)", true), ("-.", true), ("../a", false),
      ("position(..)", false),
      ("string-length(${a})", false), ("current()/../a", false), ("./a", false), ("${a}", false),
      ("count(${a}[. > 1])", false), ("join(' ', ${a}[position() < 3])", false),
      ("instance('l')/root/item[string-length() > 1]/label", false), ("../rep[a[. = 1] = 1]/b", false),
      ("count(${a}[. > 1]) > .", true),
    ])
  func itself(text: String, expected: Bool) throws {
    #expect(try Expression(parsing: text).refersToItself == expected)
  }
}
