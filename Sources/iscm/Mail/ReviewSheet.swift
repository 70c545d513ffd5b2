internal import Documents
internal import Mailbox
internal import Messages
internal import Survey

/// A mail or part as a person reads it who decides of it.
struct ReviewSheet {
  let row: LedgerRow
  let number: Int
  let delivery: Delivery
  /// Nothing for a mail without a form.
  let examination: Examination?
  let survey: ProjectSurvey

  /// The sheet.
  ///
  /// - Parameter columns: How wide a line may be.
  /// - Returns: Lines, each with its line feed.
  func text(columns: Int) -> String {
    (head + whole + questions + faults + unplaced + rest).flatMap { line in
      let indent = line.prefix { $0 == " " }
      return line.dropFirst(indent.count).description.wrapped(toColumns: max(20, columns - indent.count))
        .map { indent + $0 }
    }.map { $0 + "\n" }.joined()
  }

  private var head: [String] {
    var lines = ["\(number)  \(row.status.rawValue)"]
    let envelope = delivery.letter(of: row.key.part).flatMap(delivery.envelope(of:)) ?? delivery.envelope
    for from in envelope?.from ?? [] {
      lines.append("from: \(from.name.isEmpty ? "" : "\(from.name) ")<\(from.address)>")
    }
    if let subject = envelope?.subject, !subject.isEmpty { lines.append("subject: \(subject)") }
    if !row.received.isEmpty { lines.append("received: \(row.received)") }
    if !row.dateHeader.isEmpty { lines.append("date: \(row.dateHeader)") }
    if !row.authentication.isEmpty { lines.append("sender, by our server: \(row.authentication)") }
    let name = row.tableRow == nil ? "mail" : "table"
    lines.append("\(name): \(row.key.mail), from \(row.source)")
    if let number = row.tableRow {
      lines.append("row: \(number), \(row.messageID)")
      lines.append("map: \(row.map ?? "")")
    } else if !row.key.part.isEmpty {
      lines.append("part: \(row.key.part) (\(row.format))")
    }
    if let response = row.response { lines.append("response: \(Receipt(for: response)) \(response)") }
    guard let examination else { return lines }
    let mechanism = examination.mechanism
    let label = mechanism.flatMap { survey.records.register.list?[$0] }.map { text($0.label) } ?? ""
    lines.append("mechanism: \(mechanism?.text ?? "not known")\(label.isEmpty ? "" : ", \(label)")")
    lines += examination.signs.map { "  \($0)" }
    return lines
  }

  private var whole: [String] {
    if row.tableRow != nil, row.isSettled, !row.reason.isEmpty {
      return ["", "why:", "  \(row.reasonCode): \(row.reason.onOneLine)"]
    }
    let reasons =
      examination.flatMap { $0.reasons.isEmpty && $0.lines.isEmpty ? nil : $0.reasons }?
      .map { "\($0.code): \($0.detail.onOneLine)" }
      ?? ["\(row.reasonCode): \(row.reason.onOneLine)"]
    if reasons.isEmpty { return [] }
    return ["", row.isSettled ? "why:" : "to decide of all of it:"] + reasons.map { "  \($0)" }
  }

  private var questions: [String] {
    guard let examination, !examination.lines.isEmpty else { return [] }
    var lines = [""]
    if let earlier = examination.earlier {
      lines.append("beside the response \(Receipt(for: earlier.id)), which counts now")
    }
    for line in examination.lines {
      let question = survey.questionnaire.question(line.address.question)
      let paper = survey.questionnaire.numbering.label(of: line.address.question).map { "\($0) " } ?? ""
      lines.append("\(paper)\(line.address)  \(question.map { text($0.wording.label) } ?? "")")
      if let found = line.found {
        lines.append("    found: \(found.evidence.onOneLine) (\(found.whereFound), \(found.grade.rawValue))")
      }
      lines.append("    taken: \(line.taken.isEmpty ? "(blank)" : shown(line.taken, to: question))")
      if examination.earlier != nil {
        lines.append("    before: \(line.earlier.map { shown($0, to: question) } ?? "(blank)")")
      }
      if let decision = line.decision {
        lines.append("    decided: \(decision.verdict.rawValue), \(decision.reviewer), \(decision.decidedAt)")
      }
      for reason in line.reasons { lines.append("    to decide: \(reason.code): \(reason.detail.onOneLine)") }
    }
    return lines
  }

  /// What hangs on expressions that fail with these answers: a question that is missed here may be hidden by one.
  private var faults: [String] {
    guard let examination, !examination.faults.isEmpty else { return [] }
    return ["", "mistakes in the questionnaire, which stop nobody; please tell its author:"]
      + examination.faults.map { "  \($0)".onOneLine }
  }

  private var unplaced: [String] {
    guard let examination, !examination.unplaced.isEmpty else { return [] }
    return ["", "belongs to no question:"]
      + examination.unplaced.map { "  \($0.text.onOneLine) (\($0.place))" }
  }

  /// What the mail says where it is no form: a letter beside it may change an answer.
  private var rest: [String] {
    if delivery.kind == .table { return [] }
    let others = delivery.letters.flatMap(\.parts).filter { $0.path != row.key.part && !$0.form.isForm }
    return others.flatMap { part in
      ["", "part \(part.path) (\(part.format)) says:"]
        + part.form.unplaced.map { "  \($0.text.onOneLine)" }
        + part.form.doubts.map { "  \($0.reason.rawValue): \($0.detail)" }
    }
  }

  private func shown(_ cell: String, to question: Question?) -> String {
    guard let question, let list = survey.questionnaire.choices(of: question) else { return cell.onOneLine }
    let labels = cell.split(separator: " ").compactMap { list[Choice.Name(String($0))] }.map {
      text($0.label)
    }
    return labels.isEmpty ? cell.onOneLine : "\(cell) (\(labels.joined(separator: "; ")))"
  }

  private func text(_ localized: LocalizedText) -> String {
    let language = survey.questionnaire.defaultLanguage
    return localized.text(in: language, fallback: language).text.onOneLine
  }
}
