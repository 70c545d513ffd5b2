import Expressions

/// The text, the boolean and the number of an expression, between tabs.
func outcome(of source: String, in context: EvaluationContext) -> String {
  let expression: Expression
  do {
    expression = try Expression(parsing: source)
  } catch {
    return failure("parsing: \(error)")
  }
  do {
    let value = try expression.value(in: context)
    return [
      converted { () throws(EvaluationError) in escaped(try value.text()) },
      converted { () throws(EvaluationError) in try value.isTrue() ? "true" : "false" },
      converted { () throws(EvaluationError) in bits(try value.number()) },
    ].joined(separator: "\t")
  } catch {
    return failure("\(error)")
  }
}

private func failure(_ reason: String) -> String {
  Array(repeating: "!" + escaped(reason), count: 3).joined(separator: "\t")
}

private func converted(_ conversion: () throws(EvaluationError) -> String) -> String {
  do {
    return try conversion()
  } catch {
    return "!" + escaped("\(error)")
  }
}

/// The bits of a number in hexadecimal; all that are none alike, as in Java.
private func bits(_ number: Double) -> String {
  let digits = String(number.isNaN ? 0x7ff8_0000_0000_0000 : number.bitPattern, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

private func escaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
    case "\t": result.append(contentsOf: "\\t".unicodeScalars)
    case "\n": result.append(contentsOf: "\\n".unicodeScalars)
    case "\r": result.append(contentsOf: "\\r".unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// A text with its escapes replaced.
func unescaped(_ text: Substring) -> String {
  var result = String.UnicodeScalarView()
  var scalars = text.unicodeScalars.makeIterator()
  while let scalar = scalars.next() {
    guard scalar == "\\" else {
      result.append(scalar)
      continue
    }
    switch scalars.next() {
    case "t": result.append("\t")
    case "n": result.append("\n")
    case "r": result.append("\r")
    case let other?: result.append(other)
    case nil: break
    }
  }
  return String(result)
}
