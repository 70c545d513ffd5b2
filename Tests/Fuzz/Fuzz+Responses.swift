import Analysis
import Calendar
import ResponseFiles
import Survey
import XLSForm

extension FuzzTarget {
  /// Reads the responses to a small form, and counts them.
  ///
  /// An input is the files of a folder (`InputParts`): the first is `responses.csv`, others may be those of its repeats,
  /// of later volumes, and what each version asked.
  static let responses = FuzzTarget(name: "responses") { input in
    let parts = InputParts(input)
    for name in Scratch.responses {
      Scratch.write(parts[name == "responses.csv" ? "" : name], as: name)
    }
    let folder = ResponseFolder(path: Scratch.path, questionnaire: form)
    var stored = 0
    do throws(ResponseFileError) {
      let findings = try folder.read { _ in stored += 1 }
      for finding in findings { hold(!finding.description.isEmpty, "no words") }
      for conflict in try folder.conflicts() { hold(!conflict.description.isEmpty, "no words") }
      for difference in try folder.differences() { hold(!difference.description.isEmpty, "no words") }
      for finding in try folder.provenance().findings { hold(!finding.description.isEmpty, "no words") }
    } catch {
      hold(!error.description.isEmpty, "no words")
      stored = .max
    }
    do {
      let tally = try Tally(of: figures, from: [file(of: folder)], now: now)
      for finding in tally.findings.listed { hold(!finding.description.isEmpty, "no words") }
      for figure in tally.figures {
        check(figure)
        hold(figure.bases.returned <= stored, "\(figure.id): \(figure.bases) of \(stored)")
      }
    } catch {
      hold(!"\(error)".isEmpty, "no words")
    }
  }

  private static let now = Instant(secondsSinceEpoch: 1_540_000_000)

  /// The form that is answered.
  private static let form: Questionnaire = {
    let text = """
      | survey |
      | | type | name | label | relevant |
      | | select_one unit | unit | Unit | |
      | | select_one yn | yes | Yes | |
      | | select_multiple yn | many | Many | ${yes} != 'n' |
      | | rank yn | order | Order | |
      | | integer | count | Count | ${yes} != '' |
      | | decimal | part | Part | |
      | | date | day | Day | |
      | | dateTime | moment | Moment | |
      | | text | words | Words | |
      | | begin_repeat | visit | Visit | |
      | | select_one yn | seen | Seen | |
      | | integer | hours | Hours | |
      | | end_repeat | | | |
      | choices |
      | | list_name | name | label |
      | | unit | a | A |
      | | unit | b | B |
      | | yn | y | Y |
      | | yn | n | N |
      | settings |
      | | form_id | version |
      | | f | 1 |
      """
    do { return try XLSForm.load(text: text, named: "/nowhere/f.md").questionnaire } catch {
      fatalError("\(error)")
    }
  }()

  /// What is counted: everything, by units, across another question, within a filter, in each base.
  private static let figures: [PlannedFigure] = {
    var requests = [
      TallyRequest(), TallyRequest(unit: "unit", showsWho: true),
      TallyRequest(questions: ["many"], unit: "unit", by: "yes", showsWho: true),
      TallyRequest(questions: ["yes"], unit: "unit", filter: "${count} > 1 or selected(${many}, 'y')"),
      TallyRequest(questions: ["seen", "hours"], unit: "unit"),
    ]
    requests += [Base.distinct, .asked, .answered].map {
      TallyRequest(questions: ["yes", "many"], unit: "unit", base: $0)
    }
    requests.append(TallyRequest(questions: ["seen"], unit: "unit", base: .repeats))
    return requests.flatMap { request in
      let (figures, problems) = FigurePlan(without: form).figures(for: request)
      hold(problems.isEmpty, "\(problems)")
      return figures
    }
  }()

  /// The files as they are counted.
  private static func file(of folder: ResponseFolder) -> ResponseFile {
    let there = Scratch.responses.filter { Scratch.has($0) }
    func content(_ name: String) -> ResponseFile.Content {
      there.contains(name) ? .path("\(Scratch.path)/\(name)", length: nil) : .missing
    }
    func volumes(_ first: String, _ second: String) -> ResponseFile {
      ResponseFile(
        form: form.id, name: first, content: content(first),
        later: there.contains(second) ? [.init(name: second, content: content(second))] : [])
    }
    let visits = volumes("responses-visit.csv", "responses.2-visit.csv")
    return ResponseFile(
      form: form.id, name: "responses.csv", content: content("responses.csv"), repeats: ["visit": visits],
      later: volumes("responses.csv", "responses.2.csv").later)
  }

  /// A figure's bases follow from each other, and no count is larger than its base.
  private static func check(_ figure: Figure) {
    let bases = figure.bases
    let chain = [bases.returned, bases.distinct, bases.asked ?? 0, bases.answered ?? 0, 0]
    hold(zip(chain, chain.dropFirst()).allSatisfy { $0 >= $1 }, "\(figure.id) \(bases)")
    hold((bases.unknown ?? 0) >= 0 && (bases.unknown ?? 0) <= bases.asked ?? 0, "\(figure.id) \(bases)")
    for row in figure.rows {
      hold(row.count ?? 0 >= 0, "\(figure.id) \(row)")
      guard let share = row.share else { continue }
      hold(share.isFinite && share >= 0, "\(figure.id) \(row)")
      if row.state == nil, let count = row.count { hold(count <= row.n ?? -1, "\(figure.id) \(row)") }
    }
  }
}
