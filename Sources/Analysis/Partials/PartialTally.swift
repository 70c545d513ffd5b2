public import Calendar
internal import ResponseFiles
public import Survey

/// What was counted in one part of a response file, as a text that can be added to that of other parts.
public struct PartialTally: Sendable {
  /// Which part of which file is counted, by what.
  public struct Part: Sendable {
    /// What it is called.
    public let name: PartName
    /// How many parts there are; nothing where that was not said.
    public let total: Int?
    /// The form whose responses it holds.
    public let form: Questionnaire.ID
    /// The responses of other parts that rows of others supersede.
    public let superseded: SupersededResponses
    /// The version of this program.
    public let program: String

    /// Describes a part.
    public init(
      _ name: PartName, of total: Int? = nil, form: Questionnaire.ID,
      superseded: SupersededResponses = SupersededResponses(), program: String
    ) {
      self.name = name
      self.total = total
      self.form = form
      self.superseded = superseded
      self.program = program
    }
  }

  /// The lines, as `docs/partial-tallies.md` describes them.
  public let text: String

  /// Counts a part.
  ///
  /// - Parameters:
  ///   - figures: What is counted.
  ///   - files: The response files, that of the part among them, by the part's name.
  ///   - part: The part.
  ///   - now: What `now()` and `today()` mean in filters.
  ///   - effort: How the part is read.
  ///   - remarks: What somebody should know who looks at the figures, a line each, where rows answer such versions of
  ///     the forms.
  /// - Throws: Why it cannot be counted, or not in parts.
  public init(
    of figures: [PlannedFigure], from files: [ResponseFile], part: Part, now: Instant,
    effort: ReadingEffort = ReadingEffort(),
    remarks: (_ versions: [Questionnaire.ID: Set<String>]) -> [String] = { _ in [] }
  ) throws(PartialError) {
    try Self.check(figures, of: part.form)
    var counting = try PartCounting(figures, files, part, now, effort)
    counting.write(remarks: remarks(counting.versions))
    text = counting.writer.text
  }

  /// The text of a partial tally that stands in a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: What messages call it.
  /// - Returns: The text.
  /// - Throws: The lines that are no text.
  public static func text(of bytes: [UInt8], file: String) throws(PartialError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    throw .problems(
      lines.indices.filter { String(validating: lines[$0], as: UTF8.self) == nil }
        .map { .notUTF8(file: file, line: $0 + 1) })
  }

  /// Finds out whether figures can be counted in parts.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - form: The form whose responses the parts are.
  /// - Throws: Which cannot, and why.
  public static func check(_ figures: [PlannedFigure], of form: Questionnaire.ID) throws(PartialError) {
    let problems = figures.flatMap { $0.problemsInParts(of: form, beside: figures) }
    if !problems.isEmpty { throw .problems(problems) }
  }
}

extension PlannedFigure {
  /// What stands against counting it in parts.
  ///
  /// - Parameters:
  ///   - form: The form whose responses the parts are.
  ///   - figures: All figures that are counted.
  /// - Returns: The problems; none where it can be done.
  func problemsInParts(of form: Questionnaire.ID, beside figures: [PlannedFigure]) -> [PartialProblem] {
    var reasons: [PartialProblem.Figures] = []
    if waves != nil { reasons.append(.waves) }
    if memberships != nil, statistic == .memberships { reasons.append(.memberships) }
    if repeatGroup != nil { reasons.append(.repeats) }
    if codebook != nil { reasons.append(.codes) }
    if reasons.isEmpty, !sources.contains(form) { reasons.append(.otherForms) }
    if reasons.isEmpty, unit == nil {
      if sources.count > 1 { reasons.append(.severalForms) }
      if showsWho, attribution == .named { reasons.append(.who) }
    }
    let units = figures.compactMap(\.unit?.text).uniqued
    if reasons.isEmpty, let unit, units.count > 1, unit.text != units[0] { reasons.append(.units(units)) }
    return reasons.map { .figure(id, $0) }
  }
}

/// The counting of one part.
private struct PartCounting {
  let figures: [PlannedFigure]
  let part: PartialTally.Part
  let now: Instant
  let files: [ResponseFile]
  let needs: [Dataset.Need]
  /// The part, with the files of other forms left out.
  var data: Dataset
  /// The files of other forms, with the part left out.
  let others: Dataset?
  var found: [String] = []
  var writer: PartialWriter

  init(
    _ figures: [PlannedFigure], _ files: [ResponseFile], _ part: PartialTally.Part, _ now: Instant,
    _ effort: ReadingEffort
  ) throws(PartialError) {
    self.figures = figures
    self.part = part
    self.now = now
    self.files = files
    needs = figures.flatMap(\.needs)
    writer = PartialWriter(part.name)
    let problems = files.filter { $0.volumes.count > 1 }.map { PartialProblem.volumes(file: $0.name) }
    if !problems.isEmpty { throw .problems(problems) }
    data = try Self.data(needs, files, effort) { $0 == part.form }
    let hasOthers = files.contains { $0.form != part.form }
    others = hasOthers ? try Self.data(needs, files, effort) { $0 != part.form } : nil
    let (superseded, name) = (part.superseded, part.name)
    var found: [String] = []
    data.change(place) { rows, _ in found = rows.supersede(superseded, of: name) }
    self.found = found
  }

  private static func data(
    _ needs: [Dataset.Need], _ files: [ResponseFile], _ effort: ReadingEffort,
    _ isRead: (Questionnaire.ID) -> Bool
  ) throws(PartialError) -> Dataset {
    let files = files.map { file in
      isRead(file.form) ? file : ResponseFile(form: file.form, name: file.name, content: .missing)
    }
    do { return try Dataset(needs, files: files, effort: effort) } catch { throw .unreadable(error) }
  }

  /// The place of the part's file.
  private var place: Int { data.files.firstIndex { $0.form.id == part.form } ?? 0 }

  /// The versions of each form that rows answer.
  var versions: [Questionnaire.ID: Set<String>] {
    let files = data.files + (others?.files ?? [])
    return Dictionary(files.map { ($0.form.id, Set($0.versions)) }, uniquingKeysWith: { $0.union($1) })
  }

  mutating func write(remarks: [String]) {
    writeHead(remarks)
    write(data, data.files[place], of: nil)
    for (number, figure) in figures.enumerated() where figure.unit == nil { write(figure, String(number)) }
    writeUnits()
    writeFindings()
    writer.end()
  }

  private mutating func writeHead(_ remarks: [String]) {
    for (name, value) in PartialFacts(figures, program: part.program).facts { writer.say([name], [value]) }
    let rows = data.files[place]
    let asked = PartialFacts.asked(of: part.form, in: files)
    writer.say(["columns"], [PartialFacts.digest(rows.unexplained.joined(separator: "\n"))])
    writer.say(["asked"], [asked])
    writer.say(["superseded"], [part.superseded.digest])
    if let total = part.total { writer.say(["total"], [String(total)]) }
    if figures.contains(where: \.asksTheClock) { writer.say(["now"], [String(now.secondsSinceEpoch)]) }
    for (number, revision) in rows.openRevisions.enumerated() {
      let reasons: [Finding.Reason] = [
        .response(.noSuchResponse(found: revision.id)), .supersedesLater(Response.ID(revision.id)),
      ]
      let findings = reasons.map { reason in
        Finding(
          file: rows.file(revision.row), line: Int(rows.lines[revision.row]),
          column: ResponseMetadata.supersedes.heading, reason: reason)
      }
      writer.say(["revision", String(number)], [revision.id] + findings.map(\.description))
    }
    for (number, id) in found.enumerated() { writer.say(["found", String(number)], [id]) }
    for (number, remark) in remarks.enumerated() { writer.say(["remark", String(number)], [remark]) }
  }

  /// Writes which versions rows answer, and which answers no list has.
  private mutating func write(_ data: Dataset, _ rows: ResponseRows, of form: String?) {
    // By its columns it then tells what was not asked, where the version was not raised.
    if form == nil, rows.isOfVolumes { writer.say(["volumes"], ["several"]) }
    for (number, version) in rows.versions.enumerated() {
      writer.say(["version", String(number)], [version], of: form)
    }
    for (place, domain) in data.domains.enumerated() {
      for (number, code) in domain.unlisted.enumerated() {
        writer.say(["unlisted", String(place), String(number)], [code], of: form)
      }
    }
  }

  private mutating func write(_ figure: PlannedFigure, _ name: String) {
    let units = UnitTable(responsesOf: data.files(of: figure.forms), in: data)
    let view = UnitView(data: data, units: units)
    let tabulation = Tabulation(figure, in: data)
    let table =
      ColumnTabulation(tabulation, view)?.counted(now: now, isOfPart: true)
      ?? UnitTabulation(tabulation, view, frame: nil, now: now, isOfPart: true).table
    writer.add(table, of: tabulation, as: name)
  }

  private mutating func writeUnits() {
    let counted = figures.filter { $0.unit != nil }
    guard let unit = counted.first?.unit else { return }
    let forms = Forms(Dataset.forms(of: counted.flatMap(\.needs)))
    var domains: Set<Int> = []
    for need in counted.flatMap(\.needs) {
      domains.formUnion((need.questions + need.texts).compactMap { data.domain($0, of: need.forms) })
    }
    KeptRows(of: place, in: data, unit: unit, forms: forms, domains: domains).write(to: &writer, of: nil)
    guard let others else { return }
    for (place, rows) in others.files.enumerated() where rows.form.id != part.form {
      let form = rows.form.id
      write(others, rows, of: form.text)
      writer.say(["asked"], [PartialFacts.asked(of: form, in: files)], of: form.text)
      KeptRows(of: place, in: others, unit: unit, forms: forms, domains: domains)
        .write(to: &writer, of: form.text)
    }
    for kind in Finding.Kind.allCases {
      let count = others.findings.count(of: kind)
      if count > 0 { writer.say(["finding", kind.rawValue], [String(count)], of: "*") }
    }
    for (number, finding) in others.findings.listed.enumerated() {
      writer.say(
        ["listed", String(number)], [finding.reason.kind.rawValue, finding.description], of: "*")
    }
  }

  private mutating func writeFindings() {
    // Responses of other parts are looked for when all parts are there.
    for kind in Finding.Kind.allCases where kind != .noSuchResponse {
      writer.add(["finding", kind.rawValue], data.findings.count(of: kind))
    }
    let listed = data.findings.listed.filter { $0.reason.kind != .noSuchResponse }
    for (number, finding) in listed.enumerated() {
      writer.say(["listed", String(number)], [finding.reason.kind.rawValue, finding.description])
    }
  }
}
