import Expressions
import Testing

@Suite("The table of functions")
struct FunctionTableTests {
  @Test("No name stands there twice, and each is found")
  func names() {
    let names = Function.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(Function.named(name)?.name == name) }
    #expect(Function.named("no-such-function") == nil)
  }

  @Test("A function takes as many arguments as its parameters say", arguments: Function.all.map(\.name))
  func arity(name: String) throws {
    let function = try #require(Function.named(name))
    let scope = FormScope([.init("q", .other)])
    func isRefused(_ count: Int) throws -> Bool {
      let arguments = Array(repeating: "${q}", count: count).joined(separator: ", ")
      return try Expression(parsing: "\(name)(\(arguments))").problems(in: scope).contains {
        if case .wrongArguments = $0.reason { true } else { false }
      }
    }
    #expect(try !isRefused(function.minimum))
    if function.minimum > 0 { #expect(try isRefused(function.minimum - 1)) }
    if let maximum = function.maximum {
      #expect(try !isRefused(maximum))
      #expect(try isRefused(maximum + 1))
    } else {
      #expect(try !isRefused(function.minimum + 10))
    }
  }

  @Test("A function gives the kind of value that the table says", arguments: Function.all.map(\.name))
  func result(name: String) throws {
    let function = try #require(Function.named(name))
    let arguments = Array(repeating: "/data/age", count: function.minimum).joined(separator: ", ")
    let value = try? Expression(parsing: "\(name)(\(arguments))").value(in: Sample.context())
    switch (value, function.result) {
    case (.text, .text), (.number, .number), (.boolean, .boolean), (.dateTime, .dateTime), (_, .any),
      (nil, _):
      break
    default: #expect(Bool(false), "\(name)() gave \(String(describing: value))")
    }
  }
}
