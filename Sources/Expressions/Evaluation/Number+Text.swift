extension Double {
  /// The number that a text is, in the way of XPath; NaN where it is none.
  ///
  /// Digits with one point or comma, with a minus in front; white space around; no plus, no exponent.
  init(xpath text: String) {
    let bytes = text.utf8.trimmedLikeJava
    var digits = 0
    var points = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."), UInt8(ascii: ","): points += 1
      case UInt8(ascii: "-") where index == 0: break
      default:
        self = .nan
        return
      }
    }
    guard digits > 0, points <= 1 else {
      self = .nan
      return
    }
    if points == 0, digits <= 15 {
      self = Double(wholeDigits: bytes)
    } else {
      let point = bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
      self = Double(String(decoding: point, as: UTF8.self) + "0") ?? .nan
      if points == 0 { self = Double(String(decoding: point, as: UTF8.self)) ?? .nan }
    }
  }

  /// The value of up to 15 digits with a minus in front: exact without a library call.
  private init(wholeDigits bytes: Substring.UTF8View) {
    var value = 0
    var isNegative = false
    for byte in bytes {
      if byte == UInt8(ascii: "-") {
        isNegative = true
      } else {
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    self = isNegative ? -Double(value) : Double(value)
  }

  /// The text of the number as JavaRosa writes it.
  ///
  /// Whole numbers below 2^31 have no point, others are written as Java does: from 0.001 to below 10,000,000 with
  /// a point, beyond with an exponent (`1.2E10`).
  var javaText: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
    if magnitude < 1e-12 { return "0" }
    let whole = Double(Int32(saturating: self))
    if (self - whole).magnitude < 1e-12 { return String(Int(whole)) }
    return ShortestDecimal(self).javaText
  }

  /// The number rounded to decimal places, halves up, as its shortest decimal digits read.
  ///
  /// - Parameter places: Digits behind the point; in front of it where negative.
  /// - Returns: The number; NaN for more than 30 places, as in JavaRosa.
  func rounded(toPlaces places: Int) -> Double {
    guard isFinite, places != 0 || magnitude < 4_503_599_627_370_496 else { return self }
    guard (-30...30).contains(places) else { return .nan }
    return ShortestDecimal(self).rounded(toPlaces: places)
  }
}

extension Int32 {
  /// A number as Java converts it to an int: truncated, cut off at the limits, NaN as 0.
  init(saturating number: Double) {
    if number.isNaN {
      self = 0
    } else if number >= 2_147_483_647 {
      self = .max
    } else if number <= -2_147_483_648 {
      self = .min
    } else {
      self = Int32(number)
    }
  }
}

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
