public import Calendar
public import Survey

/// The figures of all parts of a response file: the same that counting the whole file gives.
public struct MergedTally: Sendable {
  /// The figures, in the order in which they were asked for.
  public let figures: [Figure]
  /// What is to be looked at in the response files: the first of each kind, a line each.
  public let findings: [String]
  /// How many more there are.
  public let unlisted: Int
  /// What the parts say that somebody should know, each once.
  public let remarks: [String]

  /// Adds parts up.
  ///
  /// - Parameters:
  ///   - texts: The partial tallies, with what messages call them; in any order, and perhaps added up before.
  ///   - figures: What was counted.
  ///   - form: The form whose responses the parts are.
  ///   - files: The response files of the forms, of which no row is read.
  ///   - program: The version of this program.
  ///   - now: What `now()` and `today()` mean in the filters of figures that count units.
  ///   - isMade: Whether the data is made up; the figures say so.
  ///   - threshold: The smallest count that suppressed figures show.
  /// - Throws: Why the parts do not make a whole.
  public init(
    of texts: [(name: String, text: String)], figures: [PlannedFigure], form: Questionnaire.ID,
    files: [ResponseFile], program: String, now: Instant, isMade: Bool = false,
    threshold: Int = Figure.usualThreshold
  ) throws(PartialError) {
    try PartialTally.check(figures, of: form)
    let set = try PartialSet(texts)
    try set.check(PartialFacts(figures, program: program))
    // What units could not answer in earlier versions is found out here, by the rows that the parts kept.
    if figures.contains(where: { $0.unit != nil }) {
      try set.check("asked", is: PartialFacts.asked(of: form, in: files))
    }
    try set.checkRevisions()
    var merging = try Merging(set, figures, form, files, set.now ?? now)
    var counted: [Figure] = []
    for (number, figure) in figures.enumerated() {
      counted.append(
        try merging.figure(figure, String(number), isMade: isMade).allowed(threshold: threshold))
    }
    self.figures = counted
    var findings = MergedFindings(set)
    findings.add(merging.data.findings)
    findings.addRevisions(set)
    self.findings = findings.listed
    unlisted = findings.count - findings.listed.count
    remarks = set.parts.flatMap { set.words(of: $0, ["remark"]).joined() }.uniqued
  }

  /// The responses that rows of other parts supersede, which a second pass has to leave out.
  ///
  /// - Parameter texts: The partial tallies of all parts.
  /// - Returns: The list for `SupersededResponses`.
  /// - Throws: Why the texts are no partial tallies.
  public static func superseded(
    in texts: [(name: String, text: String)]
  ) throws(PartialError) -> SupersededResponses { try PartialSet(texts).superseded }
}

/// The data of all parts, as far as figures hang on more than sums.
private struct Merging {
  let set: PartialSet
  let form: Questionnaire.ID
  var data: Dataset
  private var isOfOneVersion = true

  init(
    _ set: PartialSet, _ figures: [PlannedFigure], _ form: Questionnaire.ID, _ files: [ResponseFile],
    _ now: Instant
  ) throws(PartialError) {
    self.set = set
    self.form = form
    self.now = now
    let empty = files.map { file in
      var empty = ResponseFile(form: file.form, name: file.name, content: .missing)
      empty.asked = file.asked
      return empty
    }
    do { data = try Dataset(figures.flatMap(\.needs), files: empty) } catch { throw .unreadable(error) }
    try set.check(
      PartialVocabulary(
        figures: Set(figures.indices.filter { figures[$0].unit == nil }.map(String.init)),
        domainCount: data.domains.count, forms: Set(files.map(\.form.text)).subtracting([form.text]),
        hasUnits: figures.contains { $0.unit != nil }))
    for place in data.files.indices { try fill(place) }
  }

  private let now: Instant

  /// Fills a file with what the parts have kept of it.
  private mutating func fill(_ place: Int) throws(PartialError) {
    let id = data.files[place].form.id
    let isOwn = id == form
    let set = set
    let labels = isOwn ? set.parts.map(\.text) : [PartialLine.common]
    let prefix = isOwn ? [] : [id.text]
    var reader = KeptRowsReader()
    var problems: [PartialProblem] = []
    data.change(place) { rows, domains in
      rows.isOfParts = true
      for label in labels {
        for domain in domains.indices {
          let codes = set.lines(label, prefix + ["unlisted", String(domain)]).flatMap(\.words)
          let limit = domains[domain].mostUnlisted
          for code in codes {
            let place = domains[domain].place(of: code)
            // Of what shares a name in a part nobody knows what it would be called beside other parts.
            if labels.count > 1, codes.count > limit || domains[domain].name(at: place) != code {
              problems.append(.tooManyUnlisted(question: domains[domain].question.name, limit: limit))
              break
            }
          }
        }
        for version in set.lines(label, prefix + ["version"]).flatMap(\.words) {
          rows.place(ofVersion: version)
        }
      }
      for label in labels {
        for line in set.lines(label, prefix + ["row"])
        where !reader.read(line.words, into: &rows, &domains) {
          problems.append(set.problem(line))
        }
      }
    }
    if !problems.isEmpty { throw .problems(problems.uniqued) }
    let areVolumes = labels.contains { !set.lines($0, ["volumes"]).isEmpty }
    if isOwn { isOfOneVersion = !areVolumes && VersionOffers.isOfOne(data.files[place]) }
  }

  mutating func figure(
    _ figure: PlannedFigure, _ name: String, isMade: Bool
  ) throws(PartialError) -> Figure {
    let sources = data.files(of: figure.forms)
    let frame = figure.frame
    guard let unit = figure.unit else {
      let tabulation = Tabulation(figure, in: data)
      return FigureTable(tabulation: tabulation, counts: try table(tabulation, name)) { _, _ in [] }
        .figure(frame: frame, isMade: isMade)
    }
    let units = UnitTable(by: unit, of: figure.forms, sources: sources, in: &data)
    let view = UnitView(data: data, units: units)
    let tabulation = Tabulation(figure, in: data)
    let counted = UnitTabulation(tabulation, view, frame: frame, now: now)
    return FigureTable(tabulation: tabulation, counts: counted.table, who: counted.participants)
      .figure(frame: frame, isMade: isMade)
  }

  /// The sums of a figure.
  private func table(_ tabulation: Tabulation, _ name: String) throws(PartialError) -> Tabulated {
    var table = tabulation.empty(in: data)
    let questions = tabulation.domains.map { data.domains[$0].question.name }
    table.versions = questions.map { VersionTally($0) }
    let names = tabulation.slotNames(table)
    let slots = (rows: Self.places(names.rows), columns: Self.places(names.columns))
    for (key, number) in set.sums where key[0] == name {
      if !table.take(key.dropFirst(), number, [], slots) {
        throw .problems([set.problem(PartialLine(part: PartialLine.all, key: key))])
      }
    }
    for part in set.parts {
      for line in set.lines(part.text, [name]) {
        if !table.take(line.key.dropFirst(), 0, line.words, slots) {
          throw .problems([set.problem(line)])
        }
      }
    }
    if isOfOneVersion { table.versions = questions.map { VersionTally($0) } }
    return table
  }

  private static func places(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What was found in all parts: of each kind the first are listed, in the order of the parts.
private struct MergedFindings {
  private(set) var listed: [String] = []
  private(set) var count = 0
  private var kinds: [String: Int] = [:]

  init(_ set: PartialSet) {
    for (key, number) in set.sums where key[0] == "finding" { count += number }
    for line in set.lines(PartialLine.common, ["*", "finding"]) {
      count += line.words.first.flatMap { Int($0) } ?? 0
    }
    for words in set.parts.flatMap({ set.words(of: $0, ["listed"]) }) + set.commonWords(["*", "listed"]) {
      list(words)
    }
  }

  private mutating func list(_ words: [String]) {
    guard words.count == 2 else { return }
    kinds[words[0], default: 0] += 1
    if kinds[words[0], default: 0] <= Findings.limit { listed.append(words[1]) }
  }

  /// Adds what was found when the parts were put together.
  mutating func add(_ findings: Findings) {
    count += findings.count
    for finding in findings.listed { list([finding.reason.kind.rawValue, finding.description]) }
  }

  /// Adds the rows that supersede a response which stands in no part, or only in later ones.
  mutating func addRevisions(_ set: PartialSet) {
    var first: [String: PartName] = [:]
    for part in set.parts {
      for id in set.words(of: part, ["found"]).joined() where first[id] == nil { first[id] = part }
    }
    for part in set.parts {
      for words in set.words(of: part, ["revision"]) where words.count == 3 {
        guard let place = first[words[0]] else {
          count += 1
          list([Finding.Kind.noSuchResponse.rawValue, words[1]])
          continue
        }
        if place < part { continue }
        count += 1
        list([Finding.Kind.supersedesLater.rawValue, words[2]])
      }
    }
  }
}
