/// The fewest decimal digits that name a finite number, as 0.DIGITS times a power of ten.
struct ShortestDecimal {
  private var digits: [UInt8] = []
  private var exponent = 0
  private let isNegative: Bool

  /// Reads the digits off Swift's own description, which is the shortest.
  init(_ number: Double) {
    isNegative = number.sign == .minus
    var point: Int?
    var power = 0
    let parts = number.magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
    for byte in parts[0] {
      if isDigit(byte) { digits.append(byte - UInt8(ascii: "0")) } else { point = digits.count }
    }
    if parts.count == 2 { power = Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 }
    exponent = (point ?? digits.count) + power
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
  }

  /// Java's `Double.toString`.
  var javaText: String {
    var text = isNegative ? "-" : ""
    let point: Int
    let isPlain = exponent > -3 && exponent <= 7
    if isPlain {
      if exponent <= 0 { text += "0." + String(repeating: "0", count: -exponent) }
      point = exponent
    } else {
      point = 1
    }
    for index in 0..<max(digits.count, point + 1) {
      if index == point, point > 0 { text += "." }
      text += index < digits.count ? String(digits[index]) : "0"
    }
    return isPlain ? text : text + "E\(exponent - 1)"
  }

  /// The number with all its zeros, and without an exponent.
  var plainText: String {
    let written = digits.map { String($0) }.joined()
    let sign = isNegative ? "-" : ""
    if exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + written }
    if exponent >= digits.count {
      return sign + written + String(repeating: "0", count: exponent - digits.count)
    }
    return sign + written.prefix(exponent) + "." + written.dropFirst(exponent)
  }

  /// The number rounded to places behind the point; halves go up, so those of negative numbers towards zero.
  func rounded(toPlaces places: Int) -> Double {
    let kept = exponent + places
    guard kept < digits.count else { return value(of: digits) }
    guard kept >= 0 else { return 0 }
    let rest = digits[kept...]
    let isHalf = rest.first == 5 && rest.count == 1
    let up = isHalf ? !isNegative : rest.first ?? 0 >= 5
    var rounded = Array(digits[..<kept])
    var power = exponent
    if up {
      var index = kept - 1
      while index >= 0, rounded[index] == 9 {
        rounded[index] = 0
        index -= 1
      }
      if index >= 0 {
        rounded[index] += 1
      } else {
        rounded.insert(1, at: 0)
        power += 1
      }
    }
    return value(of: rounded, exponent: power)
  }

  /// The number that digits at an exponent are; a zero has no sign, as of a decimal number in Java.
  private func value(of digits: [UInt8], exponent: Int? = nil) -> Double {
    guard digits.contains(where: { $0 != 0 }) else { return 0 }
    let text = "0." + digits.map { String($0) }.joined() + "e\(exponent ?? self.exponent)"
    let magnitude = Double(text) ?? .nan
    return isNegative ? -magnitude : magnitude
  }
}
