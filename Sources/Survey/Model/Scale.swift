/// The numbers that a question takes of XLSForm's type `range`: from one end to the other in equal steps.
public struct Scale: Sendable, Hashable {
  /// The end that stands first; the scale may go downwards.
  public let start: DecimalNumber
  /// The other end.
  ///
  /// It is on the scale even where the steps do not meet it.
  public let end: DecimalNumber
  /// How far apart the numbers are, counted from `start`; never zero.
  public let step: DecimalNumber
  /// The words for some of its numbers (`tick_labelset`): a list whose names are numbers.
  public let labels: ChoiceList.Name?

  /// Creates a scale.
  public init(
    from start: DecimalNumber, to end: DecimalNumber, by step: DecimalNumber, labels: ChoiceList.Name? = nil
  ) {
    self.start = start
    self.end = end
    self.step = step
    self.labels = labels
  }

  /// Whether a number is on the scale.
  public func contains(_ number: DecimalNumber) -> Bool {
    let places = [start, end, step, number].map(\.places).max() ?? 0
    // Numbers with more digits than that are no numbers of a scale that a person moves along.
    guard let start = start.units(places), let end = end.units(places), let step = step.units(places),
      let number = number.units(places), step != 0
    else { return false }
    guard (min(start, end)...max(start, end)).contains(number) else { return false }
    return (number - start).isMultiple(of: step) || number == end
  }

  /// Whether steps of a length can be taken on it: not none, and none longer than all of it.
  public func canBeStepped(by length: DecimalNumber) -> Bool {
    let places = [start, end, length].map(\.places).max() ?? 0
    guard let start = start.units(places), let end = end.units(places), let length = length.units(places)
    else {
      return false
    }
    return length != 0 && length <= abs(end - start)
  }

  /// Whether a length is a number of its steps.
  public func meets(_ length: DecimalNumber) -> Bool {
    let places = max(step.places, length.places)
    guard let step = step.units(places), let length = length.units(places), step != 0 else { return false }
    return length.isMultiple(of: step)
  }
}

extension DecimalNumber {
  /// Whether it has no fraction; `2.0` has none.
  public var isWhole: Bool { fraction.allSatisfy { $0 == UInt8(ascii: "0") } }

  /// How many digits stand behind the point.
  var places: Int { fraction.count }

  private var fraction: Substring.UTF8View {
    let digits = description[...].utf8
    return digits.firstIndex(of: UInt8(ascii: ".")).map { digits[digits.index(after: $0)...] }
      ?? digits.suffix(0)
  }

  /// The number in units of its last digit but for `places` digits behind the point; nothing where that is too large.
  func units(_ places: Int) -> Int? {
    guard places >= self.places, places <= 15 else { return nil }
    let digits = description.filter { $0 != "." } + String(repeating: "0", count: places - self.places)
    guard let units = Int(digits), abs(units) < 1_000_000_000_000_000 else { return nil }
    return units
  }
}
