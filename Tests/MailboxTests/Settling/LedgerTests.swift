import CSV
import Mailbox
import Survey
import Testing

@Suite("The ledger")
struct LedgerTests {
  private func row(_ mail: String, _ part: String, _ status: LedgerRow.Status) -> LedgerRow {
    var row = LedgerRow(LedgerKey(mail: Delivery.sha(mail), part: part), status)
    row.run = 3
    (row.source, row.offset, row.messageID) = ("a, \"b\".mbox", 17, "<x\r\n@y>")
    (row.reasonCode, row.reason) = ("proposed", "=1+1\u{202E}")
    (row.supersedes, row.response) = ("uuid:1", "uuid:2")
    (row.reviewer, row.reviewedAt, row.unplaced, row.answered) = ("Clerk", "2018", 4, 5)
    return row
  }

  private func file(_ rows: [LedgerRow]) throws -> [UInt8] {
    var bytes = try CSVWriter.record(LedgerRow.columns)
    for row in rows { bytes += try CSVWriter.record(LedgerRow.columns.map { row.cells[$0] ?? "?" }) }
    return bytes
  }

  @Test("What is written is read, to the letter; the latest row is final, the first numbers it")
  func roundTrip() throws {
    let rows = [row("a", "1", .needsReview), row("b", "", .noResponse), row("a", "1", .imported)]
    let ledger = try Ledger(CSVTable(CSVReader(file(rows))), path: "mail-ledger.csv")
    #expect(ledger.rows == rows)
    #expect(ledger.final(rows[0].key) == rows[2])
    #expect(ledger.number(of: rows[0].key) == 1)
    #expect(ledger.key(2) == rows[1].key)
    #expect(ledger.key(3) == nil)
    #expect(ledger.nextRun == 4)
    #expect(ledger.waiting == [])
  }

  @Test("The columns are those of the design, in their order")
  func columns() {
    #expect(
      LedgerRow.columns.joined(separator: ", ") == """
        run_id, mail_sha256, source, offset, message_id, date_header, received, from, auth, mechanism, part_path, \
        part_sha256, format, reader_version, form_version, match_level, answered, unplaced_chars, status, reason_code, \
        reason, supersedes, response_id, reviewer, reviewed_at
        """)
  }

  @Test("Nothing is decided beside a ledger that cannot be read")
  func unreadable() throws {
    let text = String(decoding: try file([row("a", "1", .imported)]), as: UTF8.self)
    let broken = text.replacing("\"imported\"", with: "\"perhaps\"")
    let line =
      "mail-ledger.csv:2: found a row whose numbers or status cannot be read, expected what the program wrote; put the "
      + "file back as it was"
    let found = try table(broken)
    var lines: [String] = []
    do throws(TableProblems) { _ = try Ledger(found, path: "mail-ledger.csv") } catch { lines = error.lines }
    #expect(lines == [line])
  }

  @Test("A response's id follows from the mail, the part and how often it was reopened")
  func ids() {
    let mail = Delivery.sha("abc")
    let ids = [("1", ""), ("2", ""), ("1", "1"), ("1.2", "")].map { part, revision in
      Response.ID(of: LedgerKey(mail: mail, part: part), revision: revision).text
    }
    #expect(Set(ids).count == 4)
    #expect(ids[0] == Response.ID(of: LedgerKey(mail: mail, part: "1")).text)
    #expect(ids.allSatisfy { $0.hasPrefix("uuid:61626300-0000-8000-8000-0000") && $0.utf8.count == 41 })
  }
}
