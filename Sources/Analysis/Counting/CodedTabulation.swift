internal import Calendar
internal import Coding
internal import ResponseFiles
internal import Survey

/// Counts the units whose open answers have each code of a figure.
struct CodedTabulation {
  let figure: PlannedFigure
  let planned: PlannedCodebook
  let view: UnitView
  let selection: UnitSelection
  /// What earlier versions of the form did not ask, a tally for each of the figure's questions.
  let versions: [VersionTally]

  /// The answers of the selected units.
  private(set) var answers: [(unit: Int, answers: CodedAnswers)] = []
  private(set) var asked = 0
  private(set) var answered = 0
  private(set) var coded = 0
  private(set) var unknown = 0

  init(
    _ figure: PlannedFigure, _ codebook: PlannedCodebook, _ view: UnitView,
    _ codings: [Questionnaire.ID: Codings], now: Instant
  ) {
    self.figure = figure
    self.view = view
    planned = codebook
    selection = UnitSelection(figure, view, now: now)
    let questions = figure.questions.compactMap { name in
      view.data.domain(name, of: figure.forms).map { (name: name, domain: $0) }
    }
    versions = view.versionTallies(on: questions.map(\.domain), of: selection.units, isOfPart: false)
    for unit in selection.units {
      let answers = CodedAnswers(
        of: unit, in: view, questions: questions, codebook: codebook.codebook, codings: codings)
      self.answers.append((unit, answers))
      switch answers.standing {
      case .coded:
        coded += 1
        answered += 1
        asked += 1
      case .uncoded:
        answered += 1
        asked += 1
      case .state(.notAsked): break
      case .state(let state):
        asked += 1
        if state == .unknown { unknown += 1 }
      }
    }
  }

  /// How many units the shares are of, where the register has so many.
  func n(registered: Int?) -> Int {
    switch figure.base {
    case .registered: registered ?? 0
    case .distinct: answers.count
    case .asked: asked
    case .answered: answered
    case .coded: coded
    case .repeats: asked
    }
  }

  /// The codes that have rows, in the order of the codebook: those in use, then others that answers have.
  var codes: (inUse: [Codebook.Code], others: [Codebook.Code.Name]) {
    var seen: Set<Codebook.Code.Name> = []
    let forms = Set(figure.forms.all.map(\.id))
    let inUse = planned.codebook.codes.filter { code in
      code.retired == nil && forms.contains(code.place.form) && figure.questions.contains(code.place.question)
        && seen.insert(code.name).inserted
    }
    let given = answers.flatMap { $0.answers.given.map(\.code) }
    return (inUse, given.filter { seen.insert($0).inserted })
  }

  /// How codes of the figure are known, the strongest first; none where all were given by coders who read the answers.
  var evidences: [Provenance.Evidence] {
    var found: [Provenance.Evidence] = []
    for given in answers.lazy.flatMap(\.answers.given) where !found.contains(given.coding.evidence) {
      found.append(given.coding.evidence)
    }
    found.sort { ($0.rank, $0.text) < ($1.rank, $1.text) }
    return found == [.coded] ? [] : found
  }

  /// Who a unit is, and the responses that its coded answers stand in.
  func participant(_ unit: Int, _ answers: CodedAnswers) -> Participant {
    let traces = answers.sources.compactMap { trace(unit, $0) }
    return view.participant(unit, of: figure, traces.isEmpty ? view.firstTrace(unit) : traces)
  }

  func trace(_ unit: Int, _ source: Int) -> Trace? {
    view.units.row(unit, source).map { view.data.files[view.units.sources[source]].trace($0) }
  }
}
