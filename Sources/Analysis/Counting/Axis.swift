internal import Survey

/// The places along one side of a table: the choices of a question, the states, and what stands for no choice.
struct Axis {
  /// The place of the question's domain.
  let domain: Int
  /// What the figure counts: the choices that its forms list, under the names that they count by.
  let choices: [Choice]
  /// The answers that stand for none of them: not on the list, or on that of another form alone.
  let others: [String]
  /// The slot of each place of the domain.
  private let slots: [Int]
  /// Whether several places may have one slot.
  let isMerged: Bool
  /// Whether the others are what there was to choose from.
  private let choosesFromAnswers: Bool

  init(_ domain: Int, of figure: PlannedFigure, in data: Dataset) {
    self.domain = domain
    let kept = data.domains[domain]
    choosesFromAnswers = kept.question.choosesFromAnswers
    choices = figure.choices(of: kept.question.name)
    let places = figure.places(of: kept.question.name)
    let first = choices.count + Self.states.count
    var others: [String] = []
    var slots: [Int] = []
    for place in 0..<kept.placeCount {
      if place < kept.choices.count, let slot = places[kept.choices[place].name] {
        slots.append(slot)
      } else {
        slots.append(first + others.count)
        others.append(kept.name(at: place))
      }
    }
    isMerged = Set(slots).count < slots.count
    self.slots = slots
    self.others = others
  }

  /// The states, in the order in which tables have them.
  static let states: [RowState] = [.notApplicable, .blank, .unknown, .notAsked]

  /// The slots of choices and states, which all data has, and then those of the others.
  var side: Side { Side(fixed: choices.count + Self.states.count, others: others) }

  /// The slot of a state.
  func slot(of state: RowState) -> Int { choices.count + (Self.states.firstIndex(of: state) ?? 0) }

  /// The slot of a place of the domain.
  func slot(ofPlace place: Int) -> Int { slots[place] }

  /// Whether what stands at a slot is an answer, and no state.
  func isAnswer(_ slot: Int) -> Bool { slot < choices.count || slot >= choices.count + Self.states.count }

  /// The slots of a unit: its choices, or its state.
  func slots(_ unit: Int, in view: UnitView) -> [Int] {
    let (code, _) = view.cell(unit, domain)
    if let state = code.state { return [slot(of: state)] }
    let found = view.places(unit, domain).map { slots[$0] }
    return isMerged ? found.uniqued : found
  }

  /// The slots in the order in which tables have them: choices, what is none, states.
  func shown(_ side: Side) -> [Int] {
    Array(0..<choices.count) + Array(side.fixed..<side.count) + Array(choices.count..<side.fixed)
  }

  /// What stands at a slot.
  ///
  /// - Parameters:
  ///   - slot: The slot.
  ///   - side: The slots of what was counted, which may have more others than this data.
  /// - Returns: What people read there.
  func entry(_ slot: Int, of side: Side) -> Entry {
    if slot < choices.count {
      return Entry(code: choices[slot].name.text, label: choices[slot].label, state: nil)
    }
    if slot < side.fixed { return Entry(Self.states[slot - choices.count]) }
    let name = side.others[slot - side.fixed]
    return Entry(
      code: name, label: LocalizedText(unlocalized: name), state: choosesFromAnswers ? nil : .unlisted)
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
