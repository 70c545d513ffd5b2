internal import Survey

/// The places along one side of a table: the choices of a question, what stands for one, and the states.
struct Axis {
  /// The place of the question's domain.
  let domain: Int
  /// What the figure counts: the choices that its forms list, under the names that they count by.
  let choices: [Choice]
  /// The places of answers that stand for none of them: not on the list, or on that of another form alone.
  private let others: [Int]
  /// The slot of each place of the domain.
  private let slots: [Int]
  /// Whether several places may have one slot.
  private let isMerged: Bool

  init(_ domain: Int, of figure: PlannedFigure, in data: Dataset) {
    self.domain = domain
    let kept = data.domains[domain]
    choices = figure.choices(of: kept.question.name)
    let places = figure.places(of: kept.question.name)
    var others: [Int] = []
    var slots: [Int] = []
    for place in 0..<kept.placeCount {
      if place < kept.choices.count, let slot = places[kept.choices[place].name] {
        slots.append(slot)
      } else {
        slots.append(choices.count + others.count)
        others.append(place)
      }
    }
    isMerged = Set(slots).count < slots.count
    self.slots = slots
    self.others = others
  }

  /// How many slots there are.
  var count: Int { choices.count + others.count + Self.states.count }

  /// The states, in the order in which tables have them.
  static let states: [RowState] = [.notApplicable, .blank, .unknown, .notAsked]

  /// The slot of a state.
  func slot(of state: RowState) -> Int {
    choices.count + others.count + (Self.states.firstIndex(of: state) ?? 0)
  }

  /// The slots of a unit: its choices, or its state.
  func slots(_ unit: Int, in view: UnitView) -> [Int] {
    let (code, _) = view.cell(unit, domain)
    if let state = code.state { return [slot(of: state)] }
    let found = view.places(unit, domain).map { slots[$0] }
    return isMerged ? found.uniqued : found
  }

  /// What stands at a slot.
  func entry(_ slot: Int, in data: Dataset) -> Entry {
    if slot < choices.count {
      return Entry(code: choices[slot].name.text, label: choices[slot].label, state: nil)
    }
    if slot < choices.count + others.count {
      let name = data.domains[domain].name(at: others[slot - choices.count])
      return Entry(code: name, label: LocalizedText(unlocalized: name), state: .unlisted)
    }
    return Entry(Self.states[slot - choices.count - others.count])
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
