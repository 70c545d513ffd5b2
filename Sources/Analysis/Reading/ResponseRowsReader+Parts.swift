internal import CSV
internal import ResponseFiles
internal import Survey

extension ResponseRowsReader {
  /// Reads a large file in parts, several at once, and puts them together in the order of the file.
  mutating func readParts(
    of large: SharedFile, _ domains: inout [Domain], _ findings: inout Findings
  ) throws {
    var reader = effort.reader(of: large)
    guard let header = try reader.header({ try header(CSVHeader($0)) }) else { return }
    prepare(header, domains, &findings)
    try gather(reader, of: large, expected: header.names.count, &domains, &findings)
  }

  /// Takes up all that a reader reads, in parts.
  ///
  /// - Parameters:
  ///   - reader: The reader, behind the header.
  ///   - large: Its file.
  ///   - expected: How many cells a record should have.
  ///   - domains: The domains of the questions that are read.
  ///   - findings: Is told what should be looked at.
  ///   - prints: Is told what each block of the file held.
  ///   - body: Looks at what was taken up, after each part.
  /// - Returns: The place behind the last record, where the file ends with one.
  /// - Throws: Why the file is no CSV, or cannot be read.
  @discardableResult
  mutating func gather(
    _ reader: consuming CSVParallelReader, of large: SharedFile, expected: Int, _ domains: inout [Domain],
    _ findings: inout Findings, prints: ((BlockPrint) -> Void)? = nil,
    _ body: (inout ResponseRowsReader, [Domain]) -> Void = { _, _ in }
  ) throws -> CSVPlace? {
    // Each thread begins with what is known, and goes on from there in numbers of its own.
    let start = PartTaker(
      part, domains.map(\.ofPart), expected: expected, keepsLog: findings.log != nil,
      mostNames: effort.grain.mostNamesOfThread)
    let begun = domains.map { DomainNumbers(in: $0) }
    var numbers: [ObjectIdentifier: [DomainNumbers]] = [:]
    let (path, length, progress) = (large.path, large.length, effort.progress)
    return try reader.read(
      columns: Array(Set(wanted)).sorted(), progress: progress.map { told in { told(path, $0, length) } },
      prints: prints, taker: { start.anew }
    ) { part in
      if part.beginsAnew { numbers[part.thread] = begun }
      take(part, &numbers[part.thread, default: begun], &domains, &findings)
      body(&self, domains)
    }
  }

  /// This reader with nothing read yet.
  var part: ResponseRowsReader {
    var part = self
    part.beginPart()
    return part
  }

  /// Gives up the rows that were read; what spellings mean stays known.
  fileprivate mutating func beginPart() {
    let columns = rows.columns.map { $0 == nil ? nil : ColumnCells() }
    rows = ResponseRows(form: form, asked: file.asked)
    rows.columns = columns
    keys = ResponseKeys()
    versions = [:]
    revisions = []
    for index in cells.indices { _ = cells[index].takeCells() }
  }

  /// Takes up what a thread has read, behind what was taken up before.
  private mutating func take(
    _ part: ReadPart, _ numbers: inout [DomainNumbers], _ domains: inout [Domain],
    _ findings: inout Findings
  ) {
    let before = rows.count
    var read = part.rows
    for (index, column) in part.cells.enumerated() {
      let domain = cells[index].domain
      numbers[domain].take(part.news[domain], in: &domains[domain])
      cells[index].append(numbers[domain].translated(column), at: before)
    }
    read.columns = []
    let others = part.others.map { keys.key($0) }
    let translated = others.isEmpty ? read.keys : read.keys.mapped { $0.translated(by: others) }
    rows.append(read, keys: translated)
    for revision in part.revisions {
      revisions.append((before + revision.row, revision.of.translated(by: others)))
    }
    for (version, seen) in part.versions.sorted(by: { $0.value.order < $1.value.order }) {
      let order = versions.count
      versions[version, default: (order, seen.file, seen.line, 0)].rows += seen.rows
    }
    findings.append(part.findings)
  }
}

/// What a thread has read of one part of a file, in numbers of its own.
struct ReadPart: Sendable {
  /// The thread whose numbers they are.
  let thread: ObjectIdentifier
  /// Whether the thread has forgotten what it met before.
  let beginsAnew: Bool
  let rows: ResponseRows
  /// The cells of each question that is read.
  let cells: [ColumnCells]
  /// What the thread has met for the first time, by domain.
  let news: [DomainNews]
  /// The ids that are no UUID.
  let others: [String]
  let revisions: [(row: Int, of: ResponseKey)]
  let versions: [String: (order: Int, file: String, line: Int, rows: Int)]
  let findings: Findings
}

/// Takes up the records of one part after the other on a thread.
private struct PartTaker: CSVTaker {
  private var reader: ResponseRowsReader
  private var domains: [Domain]
  private var findings = Findings()
  private let expected: Int
  private let keepsLog: Bool
  /// How many names of each domain the merger knows.
  private var told: [DomainNews.Count]
  private let thread: Thread
  /// What it began with, and how many answers that no list has it may remember beside that.
  private let start: (reader: ResponseRowsReader, domains: [Domain])
  private let mostNames: Int
  private var beginsAnew = true

  /// Tells the threads apart.
  private final class Thread: Sendable {}

  init(
    _ reader: ResponseRowsReader, _ domains: [Domain], expected: Int, keepsLog: Bool, mostNames: Int
  ) {
    self.keepsLog = keepsLog
    self.mostNames = mostNames
    start = (reader, domains)
    if keepsLog { findings.log = FindingLog() }
    self.reader = reader
    self.domains = domains
    self.expected = expected
    told = domains.map { DomainNews.Count(of: $0) }
    thread = Thread()
  }

  /// The same for another thread.
  var anew: PartTaker {
    PartTaker(start.reader, start.domains, expected: expected, keepsLog: keepsLog, mostNames: mostNames)
  }

  mutating func take(_ record: borrowing CSVRecord) {
    reader.read(record, expected: expected, &domains, &findings)
  }

  mutating func finish() -> ReadPart {
    var news: [DomainNews] = []
    news.reserveCapacity(domains.count)
    for place in domains.indices {
      let count = DomainNews.Count(of: domains[place])
      news.append(count == told[place] ? DomainNews() : DomainNews(of: domains[place], since: told[place]))
      told[place] = count
    }
    let part = ReadPart(
      thread: ObjectIdentifier(thread), beginsAnew: beginsAnew, rows: reader.rows,
      cells: reader.cells.map(\.cells), news: news, others: reader.keys.others,
      revisions: reader.revisions, versions: reader.versions, findings: findings)
    beginsAnew = false
    reader.beginPart()
    findings = Findings()
    if keepsLog { findings.log = FindingLog() }
    forgetNames()
    return part
  }

  /// Begins anew where there are so many answers that no list has that remembering them all would take up more and more
  /// memory.
  private mutating func forgetNames() {
    let names = domains.indices.reduce(0) { names, place in
      names + domains[place].unlisted.count - start.domains[place].unlisted.count
    }
    guard names > mostNames else { return }
    (reader, domains) = start
    told = domains.map { DomainNews.Count(of: $0) }
    beginsAnew = true
  }
}
