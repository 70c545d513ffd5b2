internal import Survey

/// The places along one side of a table: the choices of a question, what stands for one, and the states.
struct Axis {
  /// The place of the question's domain.
  let domain: Int
  private let listed: Int
  private let placeCount: Int

  init(_ domain: Int, in data: Dataset) {
    self.domain = domain
    listed = data.domains[domain].choices.count
    placeCount = data.domains[domain].placeCount
  }

  /// How many slots there are.
  var count: Int { placeCount + Self.states.count }

  /// The states, in the order in which tables have them.
  static let states: [RowState] = [.notApplicable, .blank, .unknown, .notAsked]

  /// The slot of a state.
  func slot(of state: RowState) -> Int { placeCount + (Self.states.firstIndex(of: state) ?? 0) }

  /// The slots of a unit: its choices, or its state.
  func slots(_ unit: Int, in view: UnitView) -> [Int] {
    let (code, _) = view.cell(unit, domain)
    if let state = code.state { return [slot(of: state)] }
    return view.places(unit, domain)
  }

  /// What stands at a slot.
  func entry(_ slot: Int, in data: Dataset) -> Entry {
    let domain = data.domains[domain]
    if slot < listed {
      let choice = domain.choices[slot]
      return Entry(code: choice.name.text, label: choice.label, state: nil)
    }
    if slot < placeCount {
      let name = domain.name(at: slot)
      return Entry(code: name, label: LocalizedText(unlocalized: name), state: .unlisted)
    }
    return Entry(Self.states[slot - placeCount])
  }

  /// What people read at a place of a table.
  struct Entry {
    let code: String?
    let label: LocalizedText
    let state: RowState?

    init(code: String?, label: LocalizedText, state: RowState?) {
      self.code = code
      self.label = label
      self.state = state
    }

    init(_ state: RowState) { self.init(code: nil, label: .english(state.words), state: state) }
  }
}

extension LocalizedText {
  /// A text of this program, which whoever shows it may have in other languages.
  static func english(_ text: String) -> LocalizedText {
    LocalizedText([Language(name: "English", code: "en"): text])
  }
}

extension RowState {
  /// The state in English.
  var words: String {
    switch self {
    case .notApplicable: "Not applicable"
    case .blank: "Left blank"
    case .unknown: "Unknown"
    case .notAsked: "Not asked"
    case .unlisted: "Not on the list"
    case .noCode: "None of the codes"
    case .disputed: "Coders disagree"
    case .uncoded: "Not coded yet"
    case .noRepeats: "No repeats"
    }
  }
}
