import Foundation
import TemporaryFolders
import Testing

/// Threats as they meet `iscm import` as a whole; its readers have tests of their own.
@Suite("Mails and workers that do harm")
struct ThreatTests {
  typealias Sample = SampleMailbox

  /// Workers of our own in place of those of the package: they stand beside a copy of the program.
  static func scratch(_ mails: [String], workers: [String: String]) throws -> Scratch {
    let scratch = try Sample.scratch(mails)
    let folder = "\(scratch.path)/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    // By another process, for the reason that `write(program:to:)` gives.
    try #require(Run("cp '\(Program.folder)/iscm' bin/iscm", in: scratch).code == 0)
    for worker in ["iscm-mime", "iscm-extract"] {
      if let script = workers[worker] {
        try write(program: script, to: "\(folder)/\(worker)")
      } else {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(worker)", withDestinationPath: "\(Program.folder)/\(worker)")
      }
    }
    return scratch
  }

  static func run(_ scratch: Scratch) throws -> Run {
    try Run(
      "iscm import \(Sample.form) mails", in: scratch,
      environment: ["PATH": "\(scratch.path)/bin:/usr/bin:/bin"])
  }

  @Test(
    "A reader of documents that hangs, dies, eats memory or answers nonsense takes only its document along",
    arguments: [
      ("sleep 300", "limit", "the worker took more than 10.0 seconds"),
      ("kill -SEGV $$", "broken", "the worker died of signal 11"),
      ("exec tail /dev/zero", "limit", "the worker wanted more than 1024 MB of memory"),
      ("read length; head -c $length > seen; echo nonsense", "broken", "the worker answered wrongly"),
    ])
  func worker(script: String, code: String, reason: String) throws {
    let scratch = try Self.scratch(
      ["06-budapest-twice-quoted.eml", "15-igad-docx.eml"], workers: ["iscm-extract": script])
    let run = try Self.run(scratch)
    #expect(run.code == 1, "\(run.errorText)")
    let finals = try Sample.finals(in: scratch)
    #expect(finals[.init(mail: "06-budapest-twice-quoted.eml", part: "1")]?["status"] == "imported")
    let form = finals[.init(mail: "15-igad-docx.eml", part: "1.2")] ?? [:]
    #expect("\(form["status"] ?? "") \(form["reason_code"] ?? "")" == "needs_review \(code)")
    #expect(form["reason"]?.hasPrefix(reason) == true, "\(form["reason"] ?? "")")
    // Where the reader is well again, what waited is read.
    let again = try Run("iscm import \(Sample.form) mails", in: scratch)
    #expect(again.code == 0, "\(again.outputText)")
  }

  @Test("A reader of mails that dies at each mail loses none: they wait, and are read when it is well")
  func mailWorker() throws {
    let scratch = try Self.scratch(
      ["01-prague-first.eml", "51-rabat-away.eml"], workers: ["iscm-mime": "exit 3"])
    #expect(try Self.run(scratch).code == 1)
    let finals = try Sample.finals(in: scratch)
    #expect(finals.values.map { $0["reason_code"] } == ["broken", "broken"])
    #expect(try Run("iscm import \(Sample.form) mails", in: scratch).code == 0)
    #expect(try scratch.responses(to: Sample.form).count == 1)
  }

  @Test("A mail of a million parts waits, and the mails beside it are read")
  func millionParts() throws {
    let scratch = try Sample.scratch(["01-prague-first.eml"])
    let head = "From: secretariat@prague.example\nContent-Type: multipart/mixed; boundary=b\n\n"
    try scratch.write(head + String(repeating: "--b\n\n", count: 1_000_000), to: "mails/bomb.eml")
    let run = try Run("iscm import \(Sample.form) mails", in: scratch)
    #expect(run.code == 1)
    let ledger = try Sample.rows(of: scratch.read("\(Sample.responses)/mail-ledger.csv"))
    #expect(ledger.map { $0["reason_code"] } == ["", "limit"])
    #expect(ledger.last?["reason"]?.hasPrefix("the mail has more than 10000 parts") == true)
    #expect(try scratch.responses(to: Sample.form).count == 1)
  }

  @Test(
    "What is written to be seen otherwise is kept to the byte, escaped where it is shown, and leads nowhere")
  func escapes() throws {
    let scratch = try Sample.scratch(["49-riam-escapes.eml", "50-asem-escape-sequences.eml"])
    #expect(try Run("iscm import \(Sample.form) mails", in: scratch).code == 0)
    let cells = try scratch.responses(to: Sample.form).flatMap(\.values)
    for written in [
      "=HYPERLINK(\"http://evil.example\",\"Chair\")", "@SUM(1+1)", "-1+1", "+1 \u{202E}gnorw\u{202C}\ttab",
      "bell \u{7} and \u{1B}[31mred",
    ] {
      #expect(cells.contains(written))
    }
    // The path in the name of a file is a name: nothing came into being but what an import makes.
    let made = try FileManager.default.subpathsOfDirectory(atPath: scratch.path).filter {
      !$0.hasPrefix("Questionnaires") && !$0.hasPrefix("mails")
    }
    let folder = Sample.responses
    let expected = [
      "Responses", folder, "\(folder)/asked.csv", "\(folder)/mail", "\(folder)/mail-ledger.csv",
      "\(folder)/provenance.csv", "\(folder)/responses.csv", "\(folder)/responses.csv.lock",
      "\(folder)/senders.csv",
    ]
    let kept = made.filter { $0.hasPrefix("\(folder)/mail/") }
    #expect(made.filter { !kept.contains($0) }.sorted() == expected)
    #expect(kept.count == 2)
    #expect(
      kept.allSatisfy {
        $0.dropFirst("\(folder)/mail/".count).allSatisfy { $0.isHexDigit || ".eml".contains($0) }
      })

    let shown = try Run(
      """
      iscm import \(Sample.form) mails --dry-run
      for number in 1 2 3; do iscm review \(Sample.form) $number; done
      for receipt in $(iscm show \(Sample.form) | tail -n +2 | cut -c1-9); do iscm show \(Sample.form) $receipt; done
      iscm status \(Sample.form)
      """, in: scratch)
    #expect(shown.outputText.contains("<U+202E>gnorw<U+202C>"))
    #expect(shown.outputText.contains("<U+001B>[31mred"))
    for sign in ["\u{1B}", "\u{7}", "\u{202E}", "\u{202C}"] {
      #expect(
        !(shown.outputText + shown.errorText).unicodeScalars.contains(
          Character(sign).unicodeScalars.first ?? " "))
    }
  }
}
