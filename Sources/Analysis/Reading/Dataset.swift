internal import Expressions
internal import Survey

/// The response files of some figures, each read once, with the cells that those figures need.
struct Dataset {
  private(set) var files: [ResponseRows] = []
  /// The rows of a large file that stay in another one, by its place; they are counted piece by piece.
  private(set) var stored: [Int: StoredRows] = [:]
  /// How the units among those rows are told apart, where units are counted.
  private(set) var units: [Int: UnitQuestion] = [:]
  /// The repeats of the groups that are counted, by the place of the file.
  private(set) var repeats: [[Group.Name: RepeatTable]] = []
  /// What rows say of groups of which they have no repeats, by the place of the file.
  private(set) var repeatWords: [[Group.Name: RepeatWords]] = []
  private(set) var domains: [Domain] = []
  private(set) var findings = Findings()
  private var reported: Set<Finding> = []
  private var filePlaces: [Questionnaire.ID: Int] = [:]
  private var domainPlaces: [Key: Int] = [:]

  /// Two forms may use one name for questions of different kinds, in figures that have nothing to do with each
  /// other.
  private struct Key: Hashable {
    let name: Question.Name
    let kind: String
  }

  /// Reads what is needed.
  ///
  /// - Parameters:
  ///   - needs: The questions that are needed, by the forms that they are looked for in.
  ///   - files: The response files; one for each form.
  ///   - effort: How they are read.
  ///   - takesPieces: Whether the rows of a large file may stay in another one, where all figures that draw from it can
  ///     be counted piece by piece.
  /// - Throws: Why a file cannot be counted at all.
  init(
    _ needs: [Need], files: [ResponseFile], effort: ReadingEffort = ReadingEffort(), takesPieces: Bool = false
  ) throws(AnalysisError) {
    let forms = Self.forms(of: needs)
    for (place, form) in forms.enumerated() { filePlaces[form.id] = place }
    let texts = Set(needs.flatMap(\.texts))
    for need in needs {
      for name in need.questions + need.texts {
        guard let question = need.forms.question(name) else { continue }
        let key = Key(name: name, kind: question.kind.word)
        guard domainPlaces[key] == nil else { continue }
        domainPlaces[key] = domains.count
        let same = Forms(forms.filter { $0.question(name)?.kind.word == key.kind })
        domains.append(
          try Domain(
            question, forms: same, asText: texts.contains(name), mostUnlisted: effort.grain.mostUnlisted))
      }
    }
    for form in forms {
      guard let file = files.first(where: { $0.form == form.id }) else { throw .noResponses(form.id) }
      var reader = ResponseRowsReader(file, of: form, effort)
      reader.identifiesRows = needs.contains(where: \.identifiesRows)
      let own = needs.filter { $0.forms.all.contains { $0.id == form.id } }
      let units = Set(own.compactMap { self.unit(of: $0) })
      reader.staysBeside = takesPieces && units.count < 2 && !own.contains { $0.pieces == .whole }
      let (rows, stored) = try reader.read(&domains, &findings)
      self.stored[self.files.count] = stored
      if stored != nil { self.units[self.files.count] = units.first }
      self.files.append(rows)
      repeats.append([:])
      repeatWords.append([:])
      // Whether somebody was asked for repeats in others hangs on how many of the others there are.
      let groups = Set(needs.flatMap { $0.questions + $0.texts }.flatMap { form.placed($0)?.repeats ?? [] })
      for group in groups.sorted() where form.group(group) != nil {
        try read(group, of: form, file, effort)
      }
    }
  }

  /// Reads the repeats of a group, whose responses were read last.
  private mutating func read(
    _ group: Group.Name, of form: Questionnaire, _ file: ResponseFile, _ effort: ReadingEffort
  ) throws(AnalysisError) {
    guard let main = files.last else { return }
    let reader = try RepeatWordReader(of: group, in: form, file)
    var words = RepeatWords(unasked: reader.unasked)
    if !reader.unknown.isEmpty {
      words.unknown = Set((0..<main.count).filter { reader.unknown.contains(main.id($0).text) })
    }
    defer { repeatWords[repeatWords.count - 1][group] = words }
    let volumes = Dictionary(
      zip(file.volumes.map(\.name), file.repeatFiles), uniquingKeysWith: { first, _ in first })
    guard let file = file.repeats[group] else { return }
    let (rows, _) = try ResponseRowsReader(file, of: form, repeats: group, effort).read(&domains, &findings)
    files[files.count - 1].note(group, rows, in: volumes)
    let table = RepeatTable(
      rows, of: form.repeatsAround(group) + [group], form.history, in: main, &findings)
    words.unknown.formUnion(table.misplaced)
    repeats[repeats.count - 1][group] = table
  }

  /// The form of each file, in the order in which they are read.
  static func forms(of needs: [Need]) -> [Questionnaire] {
    var seen: Set<Questionnaire.ID> = []
    return needs.flatMap(\.forms.all).filter { seen.insert($0.id).inserted }
  }

  /// Changes the rows of a file, and takes up what domains they need.
  mutating func change(_ file: Int, _ body: (inout ResponseRows, inout [Domain]) -> Void) {
    body(&files[file], &domains)
  }

  /// Questions that are needed.
  struct Need {
    let forms: Forms
    let questions: [Question.Name]
    /// Those of which the text itself is needed, not only that there is one.
    let texts: [Question.Name]
    /// Whether a row must be known again: its id, its place in the file, when it was submitted.
    var identifiesRows = true
    /// What can be counted of a part of a file.
    var pieces = Pieces.whole

    /// What can be counted of a part of a file.
    enum Pieces: Hashable {
      /// Nothing: all rows are needed at once.
      case whole
      /// Each response, by itself.
      case responses
      /// The units that a question tells apart: of a part, the rows are needed that can still count.
      case units(Question.Name)
    }
  }

  /// What tells units apart: all rows of which it says the same can be looked at together.
  struct UnitQuestion: Hashable {
    let name: Question.Name
    let forms: Forms
    /// The domains of the question, and of the one for names that are not on its list.
    private let domain: Int?
    private let otherDomain: Int?

    fileprivate init(_ name: Question.Name, of forms: Forms, in data: Dataset) {
      self.name = name
      self.forms = forms
      domain = data.domain(name, of: forms)
      otherDomain = forms.otherName(of: name).flatMap { data.domain($0, of: forms) }
    }

    static func == (one: UnitQuestion, other: UnitQuestion) -> Bool {
      one.domain == other.domain && one.otherDomain == other.otherDomain
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(domain)
      hasher.combine(otherDomain)
    }
  }

  private func unit(of need: Need) -> UnitQuestion? {
    if case .units(let name) = need.pieces { return UnitQuestion(name, of: need.forms, in: self) }
    return nil
  }

  /// The same with other rows of a file.
  func with(_ rows: ResponseRows, of file: Int) -> Dataset {
    var data = self
    data.files[file] = rows
    return data
  }

  /// The places of the files of some forms, in their order.
  func files(of forms: Forms) -> [Int] { forms.all.compactMap { filePlaces[$0.id] } }

  /// The place of a question's domain.
  func domain(_ name: Question.Name, of forms: Forms) -> Int? {
    forms.question(name).flatMap { domainPlaces[Key(name: name, kind: $0.kind.word)] }
  }

  /// Takes up what is found after the reading; what two figures find is one finding.
  mutating func report(_ finding: Finding) {
    if reported.insert(finding).inserted { findings.report(finding) }
  }
}

extension PlannedFigure {
  /// What it needs of the response files, of each wave by itself.
  var needs: [Dataset.Need] { waves?.waves.map(\.figure.need) ?? [need] }

  private var need: Dataset.Need {
    let referred = (filter?.references ?? []).map { harmony.own(Question.Name($0)) }
    let others = [unit.flatMap { forms.otherName(of: $0) }].compactMap { $0 }
    // Whether somebody was asked for repeats can hang on answers.
    let asking = repeatGroup.map { relevance(of: $0) + (inwardRelevance(of: $0)?.conditions ?? []) } ?? []
    let conditions = asking.flatMap(\.references).map { Question.Name($0) }
    let quoted = statistic == .coded && showsWho && attribution == .named ? questions : []
    return Dataset.Need(
      forms: forms, questions: questions + [by].compactMap { $0 },
      texts: referred + conditions + [unit].compactMap { $0 } + others + quoted,
      identifiesRows: unit != nil || showsWho || filter != nil || codebook != nil || repeatGroup != nil
        || statistic == .memberships || sources.count > 1,
      pieces: pieces)
  }

  /// Codes and repeats are looked up by rows; without a unit, so is who stands behind a count.
  private var pieces: Dataset.Need.Pieces {
    if codebook != nil || repeatGroup != nil { return .whole }
    if let unit { return .units(unit) }
    let namesUnits = showsWho && attribution == .named
    return sources.count == 1 && !namesUnits && statistic != .memberships ? .responses : .whole
  }
}

extension Forms {
  /// The question that asks for the name of a unit that is not on the list: `iscm_other` beside `iscm`.
  func otherName(of unit: Question.Name) -> Question.Name? {
    let name = Question.Name(unit.text + "_other")
    return question(name)?.kind == .text ? name : nil
  }
}
