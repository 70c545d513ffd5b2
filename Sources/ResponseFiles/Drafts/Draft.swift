public import Calendar
public import Survey

/// An unfinished form as its journal tells it.
public struct Draft: Sendable {
  /// Something that happened to the form.
  public struct Record: Sendable, Hashable {
    /// When.
    public let time: Instant
    /// What.
    public let event: FormEvent

    /// Creates a record.
    public init(time: Instant, event: FormEvent) {
      self.time = time
      self.event = event
    }
  }

  /// The journal.
  public let path: String
  /// What it is a draft of.
  public let opening: DraftOpening
  /// What happened since, in order, as far as it fits the form; the rest is among the findings.
  public let records: [Record]
  /// How the form was filled up to now.
  public let paradata: Paradata
  /// When something happened last.
  public let lastTime: Instant
  /// What should be looked at.
  public let findings: [DraftFinding]
  /// Whether a session fills it now.
  public let isHeld: Bool

  /// Whether all of it was submitted; whether that succeeded, the responses tell.
  let wasSubmitted: Bool

  /// The events, to be played again into a form that is opened as `opening` says.
  public var events: [FormEvent] { records.map(\.event) }

  /// Reads a journal.
  ///
  /// - Returns: Nothing where it does not begin with a whole opening.
  init?(_ text: JournalText, path: String, isHeld: Bool, questionnaire: Questionnaire) {
    var findings: [DraftFinding] = []
    let rows = text.rows.compactMap { line, cells in
      DraftRow(cells).map { (line: line, row: $0.now(in: questionnaire)) }
    }
    for (line, cells) in text.rows where DraftRow(cells) == nil {
      findings.append(DraftFinding(path: path, line: line, problem: .noRow(cells: cells.count)))
    }
    var rest = rows.map(\.row)[...]
    guard let opening = DraftOpening(&rest) else { return nil }
    if opening.formVersion != questionnaire.version {
      findings.append(
        DraftFinding(
          path: path, line: nil,
          problem: .otherVersion(found: opening.formVersion, expected: questionnaire.version)))
    }
    var replay = DraftReplay()
    var clock = JournalClock(openedAt: opening.openedAt)
    for (line, row) in rows[rest.startIndex...] {
      if row.event == DraftRow.Event.submit.rawValue {
        clock.add(row.time, nil)
        continue
      }
      if row.event == DraftRow.Event.resume.rawValue {
        // Another version left out other events, which nobody can tell now.
        if row.value == questionnaire.version { replay.resume() }
        clock.resume()
        continue
      }
      do throws(DraftFinding.Problem) {
        let event = try row.formEvent(in: questionnaire)
        replay.add(row, event)
        clock.add(row.time, event)
      } catch {
        replay.leaveOut(row)
        if row.event == DraftRow.Event.stand.rawValue {
          clock.goElsewhere(row.time)
        } else {
          clock.add(row.time, nil)
        }
        findings.append(DraftFinding(path: path, line: line, problem: error))
      }
    }
    if text.tailLength > 0 {
      let problem: DraftFinding.Problem =
        text.isDamaged ? .damaged(bytes: text.tailLength) : .cutOff(bytes: text.tailLength)
      findings.append(DraftFinding(path: path, line: nil, problem: problem))
    }
    self.path = path
    self.opening = opening
    self.records = replay.records
    self.paradata = clock.paradata
    self.wasSubmitted = rows.last?.row.event == DraftRow.Event.submit.rawValue
    self.lastTime = rows.last?.row.time ?? opening.openedAt
    self.findings = findings
    self.isHeld = isHeld
  }
}
