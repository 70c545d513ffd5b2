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
      let digits = bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
      self = Double(String(decoding: digits, as: UTF8.self)) ?? .nan
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

  /// A finite number as Java's `Double.toString` writes it: always with a point.
  package var javaSpelling: String { ShortestDecimal(self).javaText }

  /// The number rounded to decimal places, halves up, as its shortest decimal digits read.
  ///
  /// - Parameter places: Digits behind the point; in front of it where negative.
  /// - Returns: The number; NaN for more than 30 places, as in JavaRosa.
  func rounded(toPlaces places: Int) -> Double {
    guard isFinite else { return self }
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
