public import Calendar

/// What a question was answered with: always a value of the question's own kind.
public enum Answer: Sendable, Hashable {
  case text(String)
  case integer(Int)
  case decimal(DecimalNumber)
  case date(CalendarDate)
  case time(TimeOfDay)
  case dateTime(ZonedTime)
  /// A choice of a `select_one`.
  case one(Choice.Name)
  /// The choices of a `select_multiple`, in the order of the list, each once; never empty.
  case several([Choice.Name])
  /// The choices of a `rank`, the first one first, each once; never empty.
  case ranked([Choice.Name])
  /// The tick of an `acknowledge`.
  case acknowledged
}

extension Answer {
  /// The answer as a cell of a response file; `Question.answer(from:in:)` reads it back.
  ///
  /// Several choices are their names separated by single spaces, as ODK writes them.
  public var cell: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .date(let date): date.description
    case .time(let time): time.description
    case .dateTime(let time): time.description
    case .one(let name): name.text
    case .several(let names), .ranked(let names): names.map(\.text).joined(separator: " ")
    case .acknowledged: "OK"
    }
  }

  /// The choices that it holds, for a question with a list; empty for any other.
  public var choices: [Choice.Name] {
    switch self {
    case .one(let name): [name]
    case .several(let names), .ranked(let names): names
    default: []
    }
  }
}

/// A decimal number as it was written: `2.50` stays `2.50`.
public struct DecimalNumber: Sendable, Hashable, LosslessStringConvertible {
  /// The digits as they were written.
  public let description: String

  /// Reads digits with at most one point and a sign; no exponent, no separators of thousands.
  public init?(_ description: String) {
    var digits = description.utf8[...]
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits.removeFirst()
    }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard parts.count <= 2, !parts.allSatisfy(\.isEmpty), parts.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    self.description = description
  }
}

/// A date and a time with the zone in which they were given: `2018-11-09T10:14:00.000+03:00` stays as it is.
public struct ZonedTime: Sendable, Hashable, LosslessStringConvertible {
  /// The text as it was given.
  public let description: String
  /// The point in time that it means.
  public let instant: Instant

  /// Reads ISO 8601's extended form with `Z` or an offset.
  public init?(_ description: String) {
    guard let instant = Instant(description) else { return nil }
    self.description = description
    self.instant = instant
  }
}
