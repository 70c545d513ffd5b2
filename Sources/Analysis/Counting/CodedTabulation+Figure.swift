internal import Coding
internal import Expressions
internal import ResponseFiles
internal import Survey

extension CodedTabulation {
  /// Makes the figure of what was counted.
  ///
  /// - Parameters:
  ///   - frame: The register; nothing where there is none.
  ///   - isMade: Whether the data is made up.
  /// - Returns: The figure, with every count, whoever may see it.
  func figure(frame: Frame?, isMade: Bool) -> Figure {
    let registered = frame.flatMap { $0.dependsOn.isEmpty ? $0.units.count : nil }
    let n = n(registered: registered)
    let evidences = evidences
    let subject = figure.forms.subject(figure.questions[0])
    return Figure(
      id: figure.id, title: figure.title.isEmpty ? subject.label : figure.title,
      questions: figure.questions.map { figure.forms.subject($0) }, statistic: .coded, base: figure.base,
      n: n,
      bases: Bases(
        registered: registered, returned: view.units.returned, distinct: view.units.count, asked: asked,
        answered: answered, unknown: unknown, coded: coded),
      rows: codeRows(n, evidences) + stateRows(n, evidences),
      columns: evidences.map { Column(code: $0.text, label: .english($0.words), n: nil) },
      sources: figure.sources, filter: figure.filter?.source ?? "", unit: figure.unit,
      attribution: figure.attribution, showsWho: figure.showsWho, chart: figure.chart, notes: notes(frame),
      isMade: isMade,
      codebook: CodebookUse(name: planned.name, version: planned.codebook.version))
  }

  private var namesUnits: Bool { figure.showsWho && figure.attribution == .named }

  // MARK: - Rows

  private func codeRows(_ n: Int, _ evidences: [Provenance.Evidence]) -> [Row] {
    let (inUse, others) = codes
    let known = inUse.map { row($0.name, $0.label, nil, n, evidences) }
    return known
      + others.map { name in
        let label = planned.codebook.codes.first { $0.name == name }?.label
        return row(name, label ?? LocalizedText(unlocalized: name.text), .unlisted, n, evidences)
      }
  }

  private func row(
    _ code: Codebook.Code.Name, _ label: LocalizedText, _ state: RowState?, _ n: Int,
    _ evidences: [Provenance.Evidence]
  ) -> Row {
    let behind = answers.compactMap { unit, answers in
      let given = answers.given.filter { $0.code == code }
      return given.isEmpty ? nil : (unit: unit, answers: answers, given: given)
    }
    // A unit counts once; where one of its answers states what another makes likely, it is stated.
    let strongest = behind.map { behind in
      behind.given.map(\.coding.evidence).min { $0.rank < $1.rank }
    }
    let who = namesUnits ? behind.map { participant($0.unit, $0.answers) } : []
    return Row(
      code: code.text, label: label, state: state, count: behind.count, n: n,
      share: Self.share(behind.count, n),
      who: who,
      cells: evidences.map { evidence in
        let places = strongest.indices.filter { strongest[$0] == evidence }
        return Cell(
          count: places.count, share: Self.share(places.count, n),
          who: namesUnits ? places.map { who[$0] } : [])
      },
      quotations: namesUnits ? behind.flatMap { quotations($0.unit, $0.given) } : [])
  }

  private func stateRows(_ n: Int, _ evidences: [Provenance.Evidence]) -> [Row] {
    ([.notApplicable, .blank, .unknown, .notAsked, .noCode, .disputed, .uncoded] as [RowState]).compactMap {
      state in
      // Who was not asked has no row, unless the base has him.
      if state == .notAsked, figure.base != .distinct, figure.base != .registered { return nil }
      let behind = answers.filter { $0.answers.rowState == state }
      if behind.isEmpty { return nil }
      let isInBase = figure.base.has(state)
      return Row(
        code: nil, label: .english(state.words), state: state, count: behind.count, n: n,
        share: isInBase ? Self.share(behind.count, n) : nil,
        who: namesUnits ? behind.map { participant($0.unit, $0.answers) } : [],
        cells: evidences.map { _ in Cell(count: 0, share: nil) })
    }
  }

  private static func share(_ count: Int, _ n: Int) -> Double? { n > 0 ? Double(count) / Double(n) : nil }

  private func quotations(_ unit: Int, _ given: [CodedAnswers.Given]) -> [Quotation] {
    given.compactMap { given in
      guard let trace = trace(unit, given.source) else { return nil }
      let file = view.data.files[view.units.sources[given.source]]
      let domain = view.data.domains[given.domain]
      var text: String?
      if file.code(given.row, given.domain).isAnswer, case .text = domain.keeping,
        let number = file.columns[given.domain]?.texts[given.row]
      {
        text = domain.texts[Int(number)]
      }
      return Quotation(
        text: text, participant: view.participant(unit, of: figure, [trace]), question: domain.question.name,
        evidence: given.coding.evidence, coder: given.coding.coder.text, source: given.coding.source,
        trace: trace)
    }
  }

  // MARK: - Notes

  private func notes(_ frame: Frame?) -> [Note] {
    var notes = view.registerNotes(of: figure, frame)
    notes += selection.leftOut.notes + versions.flatMap(\.notes)
    let uncoded = answers.reduce(0) { $0 + ($1.answers.coded > 0 ? $1.answers.uncoded : 0) }
    if uncoded > 0 { notes.append(.uncodedAnswers(count: uncoded)) }
    let disputed = answers.reduce(0) { $0 + $1.answers.disputed }
    if disputed > 0 {
      let codes = Set(answers.flatMap { $0.answers.leftOut.map(\.text) }).sorted()
      notes.append(.codersDisagree(answers: disputed, codes: codes))
    }
    let replaced = answers.flatMap(\.answers.given).compactMap { given in
      given.coding.code.flatMap { $0 == given.code ? nil : "\($0) → \(given.code)" }
    }
    if !replaced.isEmpty { notes.append(.codesReplaced(Set(replaced).sorted())) }
    let others = codes.others.map(\.text)
    if !others.isEmpty { notes.append(.codesNotInUse(others)) }
    return notes
  }
}

extension CodedAnswers {
  /// The row that has a unit without any code.
  fileprivate var rowState: RowState? {
    switch standing {
    case .coded: given.isEmpty ? disputed > 0 ? .disputed : .noCode : nil
    case .uncoded: .uncoded
    case .state(let state): state
    }
  }
}

extension Provenance.Evidence {
  /// How a code is known, in English.
  fileprivate var words: String {
    switch self {
    case .stated: "Stated"
    case .derived: "Derived"
    case .coded: "Coded"
    default: text
    }
  }
}
