internal import Survey

/// How a unit is told from others.
enum UnitIdentity: Hashable {
  /// The place of a choice on the register.
  case listed(Int)
  /// What stands in the cell instead of a choice, or the answer to a text.
  case written(String)
  /// The name that a unit gives itself which is not on the register.
  case named(String)
  /// A response that does not say which unit it is about.
  case response(source: Int, row: Int)
}

extension UnitIdentity {
  /// Whether one unit stands before another: the register first, then others by their texts, then nameless ones.
  func precedes(_ other: UnitIdentity) -> Bool {
    switch (self, other) {
    case (.listed(let one), .listed(let two)): one < two
    case (.written(let one), .written(let two)), (.named(let one), .named(let two)): one < two
    case (.response(let one, let row), .response(let two, let otherRow)): (one, row) < (two, otherRow)
    default: rank < other.rank
    }
  }

  private var rank: Int {
    switch self {
    case .listed: 0
    case .written: 1
    case .named: 2
    case .response: 3
    }
  }
}

/// Tells which unit a response is about.
struct UnitIdentifier {
  private let data: Dataset
  private let domain: Int?
  private let otherDomain: Int?

  init(_ unit: Question.Name, of forms: Forms, in data: Dataset) {
    self.data = data
    domain = data.domain(unit, of: forms)
    otherDomain = forms.otherName(of: unit).flatMap { data.domain($0, of: forms) }
  }

  /// The unit of a row.
  ///
  /// - Parameters:
  ///   - row: The row in its file.
  ///   - source: The place of the file among the sources.
  ///   - file: The file.
  /// - Returns: The unit; the response itself where it names none.
  func identity(_ row: Int, source: Int, _ file: ResponseRows) -> UnitIdentity {
    let response = UnitIdentity.response(source: source, row: row)
    guard let domain, file.code(row, domain).isAnswer else { return response }
    let place = file.code(row, domain).place
    guard case .one = data.domains[domain].keeping else { return .written(text(row, domain, file).trimmed) }
    guard place < data.domains[domain].choices.count else {
      return .written(data.domains[domain].name(at: place))
    }
    guard isOther(row, file) else { return .listed(place) }
    guard let otherDomain, file.code(row, otherDomain).isAnswer else { return response }
    let name = text(row, otherDomain, file).trimmed
    return name.isEmpty ? response : .named(name)
  }

  /// Whether a response says that its unit is not on the register, which is an answer.
  func isOther(_ row: Int, _ file: ResponseRows) -> Bool {
    guard let domain, case .one = data.domains[domain].keeping else { return false }
    let code = file.code(row, domain)
    return code.isAnswer && data.domains[domain].name(at: code.place) == Frame.other.text
  }

  /// What messages call a unit.
  func name(_ identity: UnitIdentity) -> String {
    switch identity {
    case .listed(let place): domain.map { data.domains[$0].name(at: place) } ?? ""
    case .written(let text), .named(let text): text
    case .response: Frame.other.text
    }
  }

  private func text(_ row: Int, _ domain: Int, _ file: ResponseRows) -> String {
    (file.columns[domain]?.texts[row]).map { data.domains[domain].texts[Int($0)] } ?? ""
  }
}
