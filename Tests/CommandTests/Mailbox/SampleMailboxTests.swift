import CSV
import Foundation
import Testing

@Suite("The sample mailbox")
struct SampleMailboxTests {
  typealias Sample = SampleMailbox

  @Test("An import gives what is expected to the byte, and a second one changes no byte")
  func toTheByte() throws {
    let scratch = try Sample.scratch()
    let dry = try Run("iscm import \(Sample.form) mails --dry-run", in: scratch)
    #expect(Sample.stored(in: scratch) == [:])
    #expect(scratch.read("\(Sample.responses)/responses.csv.lock") == nil, "a dry run writes nothing")
    let run = try Run("iscm import \(Sample.form) mails", in: scratch)
    #expect(run.errorText == "")
    #expect(run.code == 1, "some wait")
    #expect(dry.code == 1)
    let stored = Sample.stored(in: scratch)
    let review = try Run("iscm review \(Sample.form)", in: scratch)
    #expect(review.code == 1)
    try Sample.expect(
      stored.merging(["dry-run.txt": dry.output, "import.txt": run.output, "review.txt": review.output]) {
        $1
      },
      in: "imported")
    #expect(!(dry.output + run.output + review.output).contains(0x1b), "an escape byte")
    let again = try Run("iscm import \(Sample.form) mails", in: scratch)
    #expect(again.code == 1)
    #expect(again.outputText.contains("\nNothing is new.\n"))
    #expect(Sample.stored(in: scratch) == stored)
    #expect(scratch.read("\(Sample.responses)/responses.csv.lock") == Data())
    let check = try Run("iscm check \(Sample.form)", in: scratch)
    #expect(check.code == 0, "\(check.outputText)\(check.errorText)")
  }

  @Test("Each mail has become what its maker says, and each stored answer is what somebody typed")
  func truth() throws {
    let scratch = try Sample.scratch()
    _ = try Run("iscm import \(Sample.form) mails", in: scratch)
    let finals = try Sample.finals(in: scratch)
    var known: Set<Sample.Part> = []
    for fate in try Sample.rows("fates.csv") {
      var part = Sample.Part(mail: fate["mail"] ?? "", part: fate["part"] ?? "")
      if finals[part] == nil, part.mail == "04-prague-bytes.eml" {
        part = Sample.Part(mail: "02-prague-revised.eml", part: part.part)
      }
      known.insert(part)
      let row = finals[part] ?? [:]
      #expect(
        "\(row["status"] ?? "none") \(row["reason_code"] ?? "")"
          == "\(fate["status"] ?? "") \(fate["reason_code"] ?? "")", "\(part): \(row["reason"] ?? "")")
    }
    #expect(Set(finals.keys) == known)

    var truth: [Sample.Part: [String: String]] = [:]
    for row in try Sample.rows("answers.csv") {
      let part = Sample.Part(mail: row["mail"] ?? "", part: row["part"] ?? "")
      truth[part, default: [:]][row["question"] ?? ""] = row["value"]
    }
    let responses = Dictionary(
      try scratch.responses(to: Sample.form).map { ($0["instance_id"] ?? "", $0) }, uniquingKeysWith: { $1 })
    let metadata = [
      "instance_id", "form_id", "form_version", "source", "started_at", "submitted_at", "supersedes",
      "not_asked",
      "not_applicable", "unknown",
    ]
    var right = 0
    for (part, row) in finals where ["imported", "superseded"].contains(row["status"]) {
      let response = try #require(responses[row["response_id"] ?? ""], "\(part)")
      let given = try #require(truth[part], "\(part): nobody knows what was typed")
      for (question, cell) in response where !metadata.contains(question) {
        let typed = given[question] ?? ""
        #expect(cell == typed, "\(part): \(question)")
        right += cell == typed && !cell.isEmpty ? 1 : 0
      }
    }
    #expect(right > 600)
    #expect(responses.count == finals.values.count { ["imported", "superseded"].contains($0["status"]) })
  }

  @Test("A folder, an mbox and a Maildir of the same mails give the same responses")
  func sources() throws {
    let folder = try Sample.scratch()
    _ = try Run("iscm import \(Sample.form) mails", in: folder)
    let mbox = try Sample.scratch([])
    let mails = try Sample.names.map(Sample.mail)
    try mbox.write(mails.map(Self.inMbox).reduce(Data(), +), to: "inbox.mbox")
    let inMbox = try Run("iscm import \(Sample.form) inbox.mbox", in: mbox)
    let maildir = try Sample.scratch([])
    for (number, mail) in mails.enumerated() {
      let digits = String(1000 + number)
      try maildir.write(
        mail, to: "inbox/\(number % 2 == 0 ? "cur" : "new")/\(digits).host\(number % 2 == 0 ? ":2,S" : "")")
    }
    try maildir.write(Data("unfinished".utf8), to: "inbox/tmp/1.host")
    let inMaildir = try Run("iscm import \(Sample.form) inbox", in: maildir)
    for (name, scratch, run) in [("mbox", mbox, inMbox), ("Maildir", maildir, inMaildir)] {
      #expect(run.code == 1, "\(name): \(run.errorText)")
      for file in ["responses.csv", "provenance.csv"] {
        #expect(
          scratch.read("\(Sample.responses)/\(file)") == folder.read("\(Sample.responses)/\(file)"),
          "\(name): \(file)")
      }
      let fates = try Sample.finals(in: scratch).mapValues {
        [$0["status"], $0["reason_code"], $0["response_id"]]
      }
      let expected = try Sample.finals(in: folder).mapValues {
        [$0["status"], $0["reason_code"], $0["response_id"]]
      }
      #expect(fates == expected, "\(name)")
    }
  }

  /// A mail as an mbox holds it: a line of the post before it, lines that look like one marked.
  private static func inMbox(_ mail: Data) -> Data {
    var bytes = Data("From survey@iom.example Thu Nov  1 09:00:00 2018\n".utf8)
    for line in mail.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      if line.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: "From ".utf8) {
        bytes.append(UInt8(ascii: ">"))
      }
      bytes += line + [0x0A]
    }
    return bytes + [0x0A]
  }

  @Test("What a person decides is kept, undone, and replayed where ledger and responses are lost")
  func decisions() throws {
    let scratch = try Sample.scratch()
    _ = try Run("iscm import \(Sample.form) mails", in: scratch)
    let decisions = [
      ("11-midsa-wrong-charset.eml", "1", "accept"),
      ("16-igad-fewer.eml", "1.2", "accept"),
      ("26-eu-celac-all-ticked.eml", "1.2", "edit position no"),
      ("34-eap-two-forms.eml", "1.3", "reject"),
      ("43-cmc-foreign-server.eml", "1", "reject"),
      ("45-ocam-for-rcm.eml", "1", "mechanism ocam"),
      ("58-gfmd-remark.eml", "1", "edit position_refine yes"),
      ("58-gfmd-remark.eml", "1", "accept"),
      ("16-igad-fewer.eml", "1.2", "reopen"),
    ]
    var said = ""
    for (mail, part, decision) in decisions {
      let number = try Sample.number(of: .init(mail: mail, part: part), in: scratch)
      let run = try Run(
        "iscm review \(Sample.form) \(number) \(decision == "reopen" ? "--reopen" : decision) --reviewer Clerk",
        in: scratch)
      said += "\(mail) \(part): \(decision)\n\(run.outputText)\(run.errorText)exit \(run.code)\n\n"
    }
    // Of two forms in one mail the other is settled when the first is out.
    let after = try Run("iscm import \(Sample.form) mails", in: scratch)
    let stored = Sample.stored(in: scratch)
    try Sample.expect(
      stored.merging(["review.txt": Data(said.utf8), "import.txt": after.output]) { $1 }, in: "decided")

    for name in ["responses.csv", "provenance.csv", "mail-ledger.csv"] {
      try FileManager.default.removeItem(atPath: "\(scratch.path)/\(Sample.responses)/\(name)")
    }
    let replay = try Run("iscm import \(Sample.form) mails", in: scratch)
    #expect(replay.code == 1, "\(replay.errorText)")
    #expect(Sample.stored(in: scratch)["decisions.csv"] == stored["decisions.csv"])
    let before = try Self.counting(stored["responses.csv"])
    let now = try Self.counting(Sample.stored(in: scratch)["responses.csv"])
    #expect(Set(now.keys) == Set(before.keys))
    for (mechanism, cells) in before { #expect(now[mechanism] == cells, "\(mechanism)") }
  }

  /// The answers that count, by mechanism: of the responses that nothing supersedes.
  private static func counting(_ data: Data?) throws -> [String: [String: String]] {
    let rows = try SampleMailbox.rows(of: data)
    let corrected = Set(rows.compactMap { $0["supersedes"] })
    var counting: [String: [String: String]] = [:]
    for row in rows where !corrected.contains(row["instance_id"] ?? "") {
      let isAnswer = { (name: String) in
        !["instance_id", "supersedes", "unknown", "submitted_at"].contains(name)
      }
      counting[(row["iscm"] ?? "") + (row["iscm_other"] ?? "")] = row.filter { isAnswer($0.key) }
    }
    return counting
  }

  @Test("Its maker makes it again to the byte", .enabled(if: isInstalled("python3") && isInstalled("qpdf")))
  func madeAgain() throws {
    let run = try Run(
      "python3 '\(Program.package)/Tools/sample-mailbox' --check", in: try Scratch(responses: false),
      environment: ["ISCM": "\(Program.folder)/iscm"])
    #expect(run.code == 0, "\(run.outputText)\(run.errorText)")
  }
}

/// Whether a program can be found.
func isInstalled(_ program: String) -> Bool {
  ["/usr/local/bin", "/usr/bin", "/bin"].contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
  }
}
