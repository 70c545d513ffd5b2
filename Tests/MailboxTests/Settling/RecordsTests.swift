import Glibc
import Mailbox
import ResponseFiles
import Survey
import TemporaryFolders
import Testing

@Suite("What a run stores")
struct RecordsTests {
  let temporary: TemporaryFolder
  let settling: Settling
  let mails: [Delivery] = [
    .mail("a", .filled("position=yes", "event[1]/event_title=Prague")),
    .mail("b", from: "stranger@x.example", .filled("position=no")),
    .mail("c", at: "2018-11-10T10:00:00Z", .filled("position=no", "event[1]/event_title=Rabat")),
    .mail("d", []),
  ]

  init() throws {
    temporary = try TemporaryFolder()
    settling = try Post.settling()
  }

  private func records(_ name: String) -> Records {
    Records(ResponseFolder(path: temporary(name), questionnaire: Post.form))
  }

  private func files(_ name: String) -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: names(in: temporary(name)).compactMap { file in
        bytes(of: "\(temporary(name))/\(file)").map { (file, $0) }
      })
  }

  @Test("A second run changes no byte, and a third beside a decision adds to each file")
  func secondRun() throws {
    let records = records("run")
    let settlement = try records.settle(mails, by: settling)
    #expect(settlement.responses.count == 2)
    let before = files("run")
    #expect(
      before.keys.sorted() == [
        "asked.csv", "mail-ledger.csv", "provenance.csv", "responses-event.csv", "responses.csv",
        "responses.csv.lock",
      ])
    for name in before.keys {
      var status = stat()
      #expect(stat("\(temporary("run"))/\(name)", &status) == 0 && status.st_mode & 0o777 == 0o600, "\(name)")
    }
    #expect(try records.settle(mails, by: settling).rows == [])
    #expect(files("run") == before)
    let decision = Decision(
      LedgerKey(mail: Delivery.sha("b"), part: "1"), .mechanism, value: "rabat", by: "Clerk", at: "2018")
    let decided = try records.settle([mails[1]], deciding: [decision], by: settling)
    #expect(decided.short == ["b 1 imported"])
    let after = files("run")
    for (name, bytes) in before where name != "responses.csv.lock" {
      #expect(after[name]?.starts(with: bytes) == true, "\(name) only grows")
    }
    #expect(try records.books().books.ledger.waiting == [])
  }

  @Test("A dry run writes nothing")
  func dryRun() throws {
    #expect(try records("dry").settle(mails, by: settling, stores: false).rows.count == 4)
    #expect(names(in: temporary.path) == [])
  }

  @Test(
    "Killed after any byte of a commit, a run is repeated: nothing is lost, nothing is there twice",
    arguments: [7, 200])
  func killedAnywhere(chunk: Int) throws {
    let whole = records("whole")
    let first = try whole.settle([mails[0]], by: settling)
    #expect(first.responses.count == 1)
    let decision = Decision(LedgerKey(mail: Delivery.sha("b"), part: "1"), .reject, by: "Clerk", at: "2018")
    var (books, lengths) = try whole.books()
    books.decisions.append(decision)
    let settlement = settling.settle(mails, in: books)
    var states: [[String: [UInt8]]] = [files("whole")]
    let probe = CommitProbe(chunk: chunk) { _ in states.append(files("whole")) }
    _ = try whole.folder.append(
      settlement.responses, provenance: settlement.provenance, paradata: [:],
      beside: settlement.sides(deciding: [decision], in: whole.folder), ifAsRead: lengths, patience: .zero,
      probe: probe)
    let after = files("whole")
    #expect(states.count > 20)
    for (number, state) in states.enumerated() {
      let name = "state-\(number)"
      mkdir(temporary(name), 0o700)
      for (file, bytes) in state { try write(bytes, to: "\(temporary(name))/\(file)") }
      let again = records(name)
      let read = try again.folder.responses().responses.count
      let ledger = try again.ledger().rows.count
      #expect(
        (read, ledger) == (1, 1) || (read, ledger) == (2, 1 + settlement.rows.count), "after step \(number)")
      // Whoever was killed says it again, where the ledger does not know it.
      _ = try again.settle(mails, deciding: ledger > 1 ? [] : [decision], by: settling)
      #expect(
        try again.folder.responses().responses.map(\.response.id.text).count == 2, "after step \(number)")
      let found = files(name)
      for file in after.keys.sorted() where file != "responses.csv.lock" {
        #expect(found[file] == after[file], "\(file) after step \(number)")
      }
    }
  }

  @Test("What others store meanwhile is seen before anything is stored")
  func meanwhile() throws {
    let records = records("meanwhile")
    let (books, lengths) = try records.books()
    let settlement = settling.settle([mails[2]], in: books)
    _ = try records.settle([mails[0]], by: settling)
    #expect(throws: ResponseFileError.changedSinceRead(path: "\(temporary("meanwhile"))/mail-ledger.csv")) {
      try records.folder.append(
        settlement.responses, beside: [settlement.sideRows(in: records.folder)], ifAsRead: lengths)
    }
    #expect(
      try records.settle([mails[2]], by: settling).short == ["c 1 imported", "a 1 superseded corrected"])
  }

  @Test("Mails are kept to the byte, once, for their owner alone")
  func originals() throws {
    let folder = records("kept").folder.originals
    let mail = OriginalsFolder.Original(name: "ab.eml", bytes: Array("From: x\r\n\0\r\n".utf8))
    try folder.keep([mail, mail])
    try folder.keep([OriginalsFolder.Original(name: "ab.eml", bytes: [1])])
    #expect(try folder.bytes(of: "ab.eml") == mail.bytes)
    #expect(try folder.bytes(of: "cd.eml") == nil)
    #expect(names(in: folder.path) == ["ab.eml"])
    var status = stat()
    #expect(stat("\(folder.path)/ab.eml", &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(folder.path, &status) == 0 && status.st_mode & 0o777 == 0o700)
    // What a crash left under another name is written anew.
    try write([9, 9, 9], to: "\(folder.path)/.cd.eml.new")
    try folder.keep([OriginalsFolder.Original(name: "cd.eml", bytes: [2])])
    #expect(try folder.bytes(of: "cd.eml") == [2])
    #expect(names(in: folder.path) == ["ab.eml", "cd.eml"])
  }
}
