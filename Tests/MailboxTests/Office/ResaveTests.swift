import Documents
import Foundation
import Mailbox
import Survey
import Testing

/// How the answers of filled forms came back.
struct Returns: CustomStringConvertible {
  /// How many were given.
  private(set) var given = 0
  /// How many are as they were given, with nothing for a person to do.
  private(set) var exact = 0
  /// How many wait for a person.
  private(set) var waiting = 0
  /// How many would be stored that nobody gave, or lost.
  private(set) var wrong: [String] = []

  mutating func add(_ form: MatchedForm, of filled: Filled) {
    let texts = form.unplaced.map(\.beside)
    let found = form.cells
    for address in Set(filled.cells.keys).union(found.keys) {
      let waits =
        !form.isForm
        || form.doubts.contains { ($0.address == nil || $0.address == address) }
        || texts.contains { $0 == nil || $0 == address }
      if filled.cells[address] != nil { given += 1 }
      if waits {
        waiting += filled.cells[address] == nil ? 0 : 1
      } else if found[address]?.lines == filled.cells[address]?.lines {
        exact += 1
      } else {
        wrong.append(
          "\(address): \(found[address].debugDescription), not \(filled.cells[address].debugDescription)")
      }
    }
  }

  var description: String {
    "answers \(given), exact \(exact) (\(given == 0 ? 0 : 1000 * exact / given)/1000), waiting \(waiting), wrong \(wrong.count)"
  }
}

extension String {
  /// The text without white space at the ends of its lines, which word processors do not keep.
  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
  }
}

@Suite(
  "Our form, filled and saved anew by LibreOffice",
  .enabled(
    if: OfficeSession.isHere,
    "LibreOffice is not here, or bubblewrap makes no sandbox on this machine; OfficeWorkerTests hold what waits then"
  ),
  .serialized)
struct ResaveTests {
  /// Forms to fill, save and read together.
  struct Batch: CustomTestStringConvertible {
    let hand: FilledWord.Hand
    let language: Int
    let seeds: Range<UInt64>

    var testDescription: String { "\(hand.rawValue) \(["English", "French", "Spanish"][language])" }
  }

  /// How many forms are filled in English where all is measured: `Benchmarks/resaves` says so.
  static let measured = ProcessInfo.processInfo.environment["ISCM_RESAVES"].flatMap { UInt64($0) } ?? 0

  static let batches = FilledWord.Hand.allCases.flatMap { hand in
    (0..<3).map { language in
      let count = language == 0 ? measured : (measured + 3) / 4
      return Batch(
        hand: hand, language: language, seeds: 1000 * UInt64(language)..<1000 * UInt64(language) + count)
    }
  }

  @Test("Every answer comes back, and none that was not given")
  func comesBack() throws {
    // All of them in one session: most of the time goes to starting LibreOffice.
    try check(
      zip([FilledWord.Hand.controls, .beside, .plain], 0...).map { hand, language in
        Batch(hand: hand, language: language, seeds: UInt64(language)..<UInt64(language) + 1)
      })
  }

  @Test(
    "Every answer of many forms", .enabled(if: measured > 0, "measured by Benchmarks/resaves"),
    arguments: batches)
  func measure(batch: Batch) throws { try check([batch]) }

  func check(_ batches: [Batch]) throws {
    var filled: [(Filled, Batch)] = []
    for batch in batches { filled += batch.seeds.map { (Filled(Forms.review, seed: $0), batch) } }
    let documents = try filled.map { filled, batch in
      try FilledWord(form: Forms.blank(Forms.review, batch.language), cells: filled.cells, hand: batch.hand)
        .bytes()
    }
    var session = OfficeSession()
    let saved = try session.save(documents, as: OfficeSession.Format.allCases)
    var reader = DocumentWorker()
    for format in OfficeSession.Format.allCases {
      let kind = try #require(Extract.Format(rawValue: format.rawValue))
      var returns = Returns()
      var reasons: [String] = []
      for (bytes, (filled, batch)) in zip(saved[format] ?? [], filled) {
        let extract = reader.read(bytes, name: "form.\(format)", format: kind)
        #expect(extract.format == kind)
        let form = Forms.reviewKey.match(extract)
        returns.add(form, of: filled)
        #expect(form.token == Forms.blank(Forms.review, batch.language).token.description, "\(batch)")
        reasons += form.doubts.map {
          "\($0.reason) \($0.address?.description ?? ""): \($0.detail)"
        }
        reasons += form.unplaced.map { "unplaced \($0.beside?.description ?? ""): \($0.text)" }
      }
      let name = batches.map(\.testDescription).joined(separator: ", ")
      if Self.measured > 0 { print("resaved: \(name) \(format.rawValue): \(returns)") }
      for wrong in returns.wrong { Issue.record("\(name), \(format): \(wrong)") }
      if batches.contains(where: { $0.hand == .plainControls }) { continue }
      #expect(
        returns.exact * 100 >= returns.given * 98,
        "\(name), \(format): \(returns)\n\(reasons.prefix(8).joined(separator: "\n"))")
    }
  }
}
