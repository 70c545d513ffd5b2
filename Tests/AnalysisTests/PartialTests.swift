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

  /// A small part, and what merging it gives after its text was changed.
  private func merged(_ change: (String) -> String) throws -> MergedTally {
    let form = form(
      "small", [try question("a", .selectOne("l")), try question("b", .selectMultiple("l"))],
      lists: [list("l", ["x", "y"])])
    let plan = plan(form, "figure,question,statistic\nf,a,count\ng,b,count_multiple\n")
    let lines = (0..<9).map { Line("r\($0)", ["a": $0 % 3 == 0 ? "y" : "x", "b": "x y"]) }
    let part = PartialTally.Part(PartName(number: 1), of: 1, form: form.id, program: "1")
    let file = try responses(form, lines)
    let tally = try PartialTally(of: plan.figures, from: [file], part: part, now: someDay)
    return try MergedTally(
      of: [("1.tsv", change(tally.text))], figures: plan.figures, form: form.id,
      files: [try responses(form, [])], program: "1", now: someDay)
  }

  private func refusal(_ change: (String) -> String) -> String {
    do {
      _ = try merged(change)
      return "none"
    } catch { return "\(error)" }
  }

  @Test(
    "A number that cannot be one is refused with its line",
    arguments: ["9223372036854775807", "99999999999999999999", "-1", "0", "1e3", " 5", ""])
  func numbers(_ found: String) throws {
    #expect(try merged { $0 }.figures[0].short == ["x 6/9", "y 3/9"])
    #expect(
      refusal { $0.replacing("*\t0 count =x *\t6\t", with: "*\t0 count =x *\t\(found)\t") }
        == "1.tsv:11: found the number '\(found)', expected a whole one from 1 on, and all together at most "
        + "9007199254740992; make the partial tally again")
  }

  @Test(
    "A line that is about nothing that is counted is refused with its place",
    arguments: [
      "*\t7 count =x *", "*\t0 count =nothing *", "*\t0 count =x =y", "*\t0 count =x", "*\t0 column =y",
      "*\t0 undetermined 0", "*\t0 absent nobody", "*\t0 sum", "*\tfinding nothing", "*\t0",
      "1\tunlisted 7 0\tz", "1\tunlisted 0 z\tz", "1\tnote\tz", "1\t0 failures\tz", "1\tversion 1",
      "1\trow 0\tr 1 1 small - 1 0", "@\tother version 0\t1", "@\t* finding nothing\t1",
    ])
  func strangeLines(_ line: String) {
    let fields = line.split(separator: "\t")
    let (words, found) = (fields.count > 2 ? fields[2] : "-", fields.dropFirst().joined(separator: " "))
    let added = "\(fields[0])\t\(fields[1])\t1\t\(words)\n"
    let refused = refusal { text in
      // What tells that lines are missing says that this one is there.
      let lines = text.split(separator: "\n")
      let end = lines[lines.count - 1].split(separator: "\t")[3].split(separator: " ").compactMap { Int($0) }
      let isSum = fields[0] == "*"
      return lines.dropLast().map { $0 + "\n" }.joined() + added
        + "1\tend\t1\t\(end[0] + (isSum ? 1 : 0)) \(end[1] + (isSum ? 0 : 1))\n"
    }
    #expect(refused.hasPrefix("1.tsv:"))
    #expect(
      refused.hasSuffix(
        ": found '\(found)', expected what a partial tally of these figures says; make it again"))
  }

  @Test("Bytes that are no text are refused with their lines")
  func bytes() throws {
    func refusal(_ bytes: [UInt8]) -> String {
      do { return try PartialTally.text(of: bytes, file: "1.tsv") } catch { return "\(error)" }
    }
    #expect(refusal(Array("a\nd\n".utf8)) == "a\nd\n")
    let expected =
      "found bytes that are not UTF-8, expected the text that iscm tally --partial wrote; make it again"
    #expect(refusal([0x61, 10, 0xD0, 0x6F, 10, 10, 0xFF]) == "1.tsv:2: \(expected)\n1.tsv:4: \(expected)")
    let escaped = self.refusal { $0.replacing("1\tversion 0\t1\t1", with: "1\tversion 0\t1\t%D0") }
    #expect(escaped.contains("this is no line of a partial tally"))
  }

  @Test("Numbers that together are too many are refused")
  func sums() {
    let refused = refusal { $0 + String(repeating: "*\t0 count =x *\t4503599627370496\t-\n", count: 3) }
    #expect(refused.hasPrefix("1.tsv:"))
    #expect(refused.contains("found the number '4503599627370496'"))
    let end = refusal { text in
      text.split(separator: "\n").map { $0.contains("\tend\t") ? "1\tend\t1\t9223372036854775807 9" : $0 }
        .joined(separator: "\n")
    }
    #expect(end == "part '1': lines of it are missing; make it again, and take it whole")
    let parts = refusal { $0.replacing("1\ttotal\t1\t1\n", with: "1\ttotal\t1\t9223372036854775807\n") }
    #expect(parts.hasPrefix("of 9223372036854775807 parts these are missing: 2, 3, 4"))
    #expect(parts.hasSuffix(", 21 and others; add them"))
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
