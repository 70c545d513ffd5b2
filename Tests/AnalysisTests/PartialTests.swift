import Analysis
import Chance
import Survey
import Testing

/// Parts of a file, counted apart and added up, give the figures of the whole file.
@Suite("Counting in parts")
struct PartialTests {
  @Test("Random parts in random order are the whole", arguments: 0..<80 as Range<UInt64>)
  func wholes(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let data = try RandomForm(rows: 80, units: true, &random)
    let whole = try Tally(of: data.plan.figures, from: [data.file(data.lines)], now: someDay)
    let parts = Self.split(data.lines, &random)
    let merged: MergedTally
    do {
      merged = try Self.merged(data, try Self.texts(data, parts), &random)
    } catch PartialError.openRevisions(_, let count) {
      #expect(count > 0)
      let open = try MergedTally.superseded(in: try Self.texts(data, parts))
      let list = try SupersededResponses(open.text, file: "superseded.tsv")
      #expect(list == open)
      merged = try Self.merged(data, try Self.texts(data, parts, without: list), &random)
    }
    for (one, other) in zip(merged.figures, whole.figures) {
      #expect(one.withoutTraces == other.withoutTraces)
    }
    #expect(merged.figures.count == whole.figures.count)
    #expect(merged.findings.isEmpty == whole.findings.listed.isEmpty)
    #expect(merged.findings.count + merged.unlisted >= whole.findings.count)
  }

  /// Cuts lines into parts, some of them empty.
  private static func split(_ lines: [Line], _ random: inout SeededRandom) -> [[Line]] {
    let cuts = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      Int.random(in: 0...lines.count, using: &random)
    }
    let places = [0] + cuts.sorted() + [lines.count]
    return zip(places, places.dropFirst()).map { Array(lines[$0..<$1]) }
  }

  private static func texts(
    _ data: RandomForm, _ parts: [[Line]], without superseded: SupersededResponses = SupersededResponses()
  ) throws -> [(name: String, text: String)] {
    try parts.enumerated().map { number, lines in
      let part = PartialTally.Part(
        PartName(number: number + 1), of: parts.count, form: data.form.id, superseded: superseded,
        program: "1")
      let file = try data.file(lines, name: "part-\(number + 1).csv")
      let tally = try PartialTally(of: data.plan.figures, from: [file], part: part, now: someDay)
      return ("part-\(number + 1).tsv", tally.text)
    }
  }

  /// Adds up in random order; half of the time after others have added up what adds up, as a database does.
  private static func merged(
    _ data: RandomForm, _ texts: [(name: String, text: String)], _ random: inout SeededRandom
  ) throws -> MergedTally {
    var texts = texts.shuffled(using: &random)
    if Bool.random(using: &random) {
      var sums: [String: Int] = [:]
      for line in texts.flatMap({ $0.text.split(separator: "\n") }) {
        let fields = line.split(separator: "\t")
        sums[[fields[0], fields[1], fields[3]].joined(separator: "\t"), default: 0] += Int(fields[2]) ?? 0
      }
      let lines = sums.map { key, sum in
        let fields = key.split(separator: "\t")
        return "\(fields[0])\t\(fields[1])\t\(sum)\t\(fields[2])\n"
      }
      texts = [("sums.tsv", lines.shuffled(using: &random).joined())]
    }
    return try MergedTally(
      of: texts, figures: data.plan.figures, form: data.form.id, files: [data.file([])], program: "1",
      now: someDay)
  }
}

extension Figure {
  /// The figure without the lines of files, which are others in parts.
  fileprivate var withoutTraces: Figure {
    func bare(_ who: [Participant]) -> [Participant] {
      who.map { Participant(code: $0.code, label: $0.label, shortName: $0.shortName, responses: []) }
    }
    let rows = rows.map { row in
      Row(
        code: row.code, label: row.label, state: row.state, count: row.count, n: row.n, share: row.share,
        who: bare(row.who),
        cells: row.cells.map { Cell(count: $0.count, share: $0.share, who: bare($0.who)) })
    }
    return Figure(
      id: id, title: title, questions: questions, statistic: statistic, base: base, n: n, bases: bases,
      rows: rows, by: by, columns: columns, total: total, sources: sources, filter: filter, unit: unit,
      attribution: attribution, showsWho: showsWho, chart: chart, notes: notes, isMade: isMade)
  }
}
