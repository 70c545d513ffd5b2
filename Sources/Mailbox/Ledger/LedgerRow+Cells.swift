internal import Survey

extension LedgerRow {
  /// The columns of the ledger.
  public static let columns = [
    "run_id", "mail_sha256", "source", "offset", "message_id", "date_header", "received", "from", "auth",
    "mechanism",
    "part_path", "part_sha256", "format", "reader_version", "form_version", "match_level", "answered",
    "unplaced_chars",
    "status", "reason_code", "reason", "supersedes", "response_id", "reviewer", "reviewed_at",
  ]

  /// The row, by the headings of its columns.
  public var cells: [String: String] {
    [
      "run_id": String(run), "mail_sha256": key.mail, "source": source, "offset": String(offset),
      "message_id": messageID, "date_header": dateHeader, "received": received, "from": from,
      "auth": authentication,
      "mechanism": mechanism, "part_path": key.part, "part_sha256": partSHA256, "format": format,
      "reader_version": reader, "form_version": formVersion, "match_level": matchLevel,
      "answered": String(answered),
      "unplaced_chars": String(unplaced), "status": status.rawValue, "reason_code": reasonCode.text,
      "reason": reason,
      "supersedes": supersedes?.text ?? "", "response_id": response?.text ?? "", "reviewer": reviewer,
      "reviewed_at": reviewedAt,
    ].mapValues { $0.withoutNUL }
  }

  /// Reads a row; nothing where a cell is none of its column.
  ///
  /// - Parameter cell: The text under a heading.
  init?(_ cell: (String) -> String) {
    guard let run = Int(cell("run_id")), let offset = Int(cell("offset")),
      let answered = Int(cell("answered")),
      let unplaced = Int(cell("unplaced_chars")), let status = Status(rawValue: cell("status")),
      !cell("mail_sha256").isEmpty
    else { return nil }
    self.init(LedgerKey(mail: cell("mail_sha256"), part: cell("part_path")), status)
    (self.run, self.offset, self.answered, self.unplaced) = (run, offset, answered, unplaced)
    (source, messageID, dateHeader) = (cell("source"), cell("message_id"), cell("date_header"))
    (received, from, authentication) = (cell("received"), cell("from"), cell("auth"))
    (mechanism, partSHA256, format, reader) =
      (cell("mechanism"), cell("part_sha256"), cell("format"), cell("reader_version"))
    (formVersion, matchLevel) = (cell("form_version"), cell("match_level"))
    (reasonCode, reason) = (Reason.Code(cell("reason_code")), cell("reason"))
    (reviewer, reviewedAt) = (cell("reviewer"), cell("reviewed_at"))
    supersedes = cell("supersedes").isEmpty ? nil : Response.ID(cell("supersedes"))
    response = cell("response_id").isEmpty ? nil : Response.ID(cell("response_id"))
  }
}

extension String {
  /// The text without NUL characters, which no CSV file can hold.
  var withoutNUL: String { utf8.contains(0) ? replacing("\0", with: "\u{FFFD}") : self }
}
