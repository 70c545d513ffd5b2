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
        || form.doubts.contains { ($0.address == nil || $0.address == address) && $0.reason != .missing }
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
    if: OfficeSession.isHere, "LibreOffice is not here, or bubblewrap makes no sandbox on this machine"),
  .serialized)
struct ResaveTests {
  /// How many forms are filled in each language; `Benchmarks/resaves` asks for more.
  static let seeds = ProcessInfo.processInfo.environment["ISCM_RESAVES"].flatMap { UInt64($0) } ?? 1
  static let languages = ["English", "French", "Spanish"]

  @Test("Every answer comes back, and none that was not given", arguments: FilledWord.Hand.allCases)
  func comesBack(hand: FilledWord.Hand) throws {
    let isMeasured = ProcessInfo.processInfo.environment["ISCM_RESAVES"] != nil
    for language in Self.languages.indices where isMeasured || language == 0 || hand == .controls {
      try comesBack(hand, language)
    }
  }

  func comesBack(_ hand: FilledWord.Hand, _ language: Int) throws {
    let filled = (0..<Self.seeds).map { Filled(Forms.review, seed: $0 + 100 * UInt64(language)) }
    let documents = try filled.map {
      try FilledWord(form: Forms.blank(Forms.review, language), cells: $0.cells, hand: hand).bytes()
    }
    var session = OfficeSession()
    let saved = try session.save(documents, as: OfficeSession.Format.allCases)
    var reader = DocumentWorker()
    for format in OfficeSession.Format.allCases {
      var returns = Returns()
      var reasons: Set<String> = []
      for (bytes, filled) in zip(saved[format] ?? [], filled) {
        let extract = reader.read(
          bytes, name: "form.\(format)", format: try #require(Extract.Format(rawValue: format.rawValue)))
        #expect(extract.format.rawValue == format.rawValue)
        let form = Forms.reviewKey.match(extract)
        returns.add(form, of: filled)
        for doubt in form.doubts where doubt.reason != .missing {
          reasons.insert("\(doubt.reason) \(doubt.address?.description ?? "") \(doubt.detail)")
        }
        for text in form.unplaced { reasons.insert("unplaced \(text)") }
      }
      print("resaved: \(hand.rawValue) \(Self.languages[language]) \(format.rawValue): \(returns)")
      if ProcessInfo.processInfo.environment["ISCM_RESAVES"] != nil {
        for reason in reasons.sorted().prefix(12) { print("  \(reason.prefix(300))") }
      }
      for wrong in returns.wrong { Issue.record("\(hand.rawValue) \(format): \(wrong)") }
      #expect(returns.exact * 100 >= returns.given * 98, "\(hand.rawValue) \(format): \(returns)")
    }
  }
}
