internal import Expressions

// What was worked out, as it stands in a response file and as people read it.
extension Value {
  /// The value as a cell: a moment with its time, a day where it is a midnight; a number in all its digits.
  ///
  /// As JavaRosa keeps a calculation (`Recalculate.wrapData`), but that there a day is its midnight, and that large
  /// numbers with a fraction have an exponent. In `concat()` and its like a moment is its day all the same.
  ///
  /// - Returns: A text; "" for no nodes.
  /// - Throws: Several nodes have no one text.
  func cell() throws(EvaluationError) -> String {
    let value = try single()
    if case .dateTime(let moment) = value, !moment.isMidnight { return moment.description }
    return try value.readable()
  }

  /// The value as people read it, in a label: a moment by its day, a number in all its digits.
  ///
  /// - Returns: A text; "" for no nodes and for no number.
  /// - Throws: Several nodes have no one text.
  func readable() throws(EvaluationError) -> String {
    guard case .number(let number) = try single(), number.isFinite else { return try text() }
    let whole = number.rounded(.towardZero)
    // What is so close to a whole number is one, as in JavaRosa.
    return DecimalNumber(number - whole < 1e-9 && whole - number < 1e-9 ? whole : number)?.description ?? ""
  }
}

extension DecimalNumber {
  /// A finite number in the fewest digits that name it, without an exponent.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    let parts = number.magnitude.description.split(separator: "e")
    let halves = parts[0].split(separator: ".")
    var whole = String(halves[0])
    var rest = halves.count == 2 && halves[1] != "0" ? String(halves[1]) : ""
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    for _ in 0..<abs(exponent) {
      if exponent > 0 {
        whole.append(rest.isEmpty ? "0" : rest.removeFirst())
      } else {
        rest.insert(whole.isEmpty ? "0" : whole.removeLast(), at: rest.startIndex)
      }
    }
    let digits = String(whole.drop { $0 == "0" })
    self.init(
      (number < 0 ? "-" : "") + (digits.isEmpty ? "0" : digits) + (rest.isEmpty ? "" : ".\(rest)"))
  }
}
