import Calendar
import Glibc
import ResponseFiles
import SampleForms
import Survey
import TemporaryFolders
import Testing

/// What a folder held at a moment: what a process that was killed then leaves.
struct FolderState {
  let step: CommitStep
  let files: [String: [UInt8]]

  init(of path: String, at step: CommitStep) {
    self.step = step
    files = Dictionary(
      uniqueKeysWithValues: names(in: path).compactMap { name in
        bytes(of: "\(path)/\(name)").map { (name, $0) }
      })
  }

  init(_ files: [String: [UInt8]], at step: CommitStep) {
    self.step = step
    self.files = files
  }

  func restore(to path: String) throws {
    mkdir(path, 0o700)
    for (name, bytes) in files { try write(bytes, to: "\(path)/\(name)") }
  }
}

@Suite("A commit that is cut short")
struct CrashTests {
  let temporary: TemporaryFolder
  let stored: [Response] = [.visit("a", events: 2), .visit("b")]
  let next: [Response] = [.visit("c", events: 1), .visit("d", events: 3)]
  let provenance = [
    Provenance(response: "c", question: Address("title"), evidence: .stated, source: "Report, p. \"4\""),
    Provenance(
      response: "d", question: Address("day"), evidence: .derived, source: "Report", part: "2", place: "l. 3"),
  ]

  let paradata: [Response.ID: Paradata] = [
    "c": Paradata([.init(.start, at: .epoch), .init(.review, at: .epoch)]),
    "d": Paradata([
      .init(.start, at: .epoch),
      .init(
        .question(Address("title" as Question.Name)), from: .epoch, to: Instant(secondsSinceEpoch: 9),
        changes: 2),
    ]),
  ]

  init() throws { temporary = try TemporaryFolder() }

  private func folder(_ name: String) -> ResponseFolder {
    ResponseFolder(path: temporary(name), questionnaire: .visits)
  }

  /// What the folder holds after each step of a commit, from before its first.
  private func states(chunk: Int, storing first: [Response]) throws -> [FolderState] {
    let folder = folder("original")
    if !first.isEmpty { try folder.append(first) }
    var states: [FolderState] = []
    let probe = CommitProbe(chunk: chunk) { states.append(FolderState(of: folder.path, at: $0)) }
    _ = try folder.append(next, provenance: provenance, paradata: paradata, patience: .zero, probe: probe)
    return states
  }

  /// Holds a folder that was left in a state against all promises.
  private func check(_ state: FolderState, number: Int, before: [Response], isCommitted: Bool?) throws {
    let folder = folder("state-\(number)")
    try state.restore(to: folder.path)
    let comment = Comment(rawValue: "after step \(number), \(state.step)")
    let (read, findings) = try folder.responses()
    let all = before + next
    #expect(findings == [], comment)
    #expect(read.map(\.response) == before || read.map(\.response) == all, comment)
    if let isCommitted { #expect(read.count == (isCommitted ? all.count : before.count), comment) }
    #expect(try folder.provenance().rows.count == (read.count == all.count ? 2 : 0), comment)

    #expect(try folder.paradata().responses == (read.count == all.count ? paradata : [:]), comment)

    // The draft is still there: it is submitted again.
    let report = try folder.append(next, provenance: provenance, paradata: paradata)
    #expect(report.stored == (read.count == all.count ? [] : ["c", "d"]), comment)
    let (after, findingsAfter) = try folder.responses()
    #expect(findingsAfter == [], comment)
    #expect(after.map(\.response) == all, comment)
    #expect(try folder.provenance().rows == ["c": [provenance[0]], "d": [provenance[1]]], comment)
    #expect(try folder.paradata().responses == paradata, comment)
    #expect(bytes(of: folder.lockFile) == [], comment)
    let original = self.folder("original")
    for name in names(in: original.path) {
      #expect(bytes(of: "\(folder.path)/\(name)") == bytes(of: "\(original.path)/\(name)"), comment)
    }
  }

  @Test(
    "Killed after any byte, it leaves whole responses, and is repeated with the same result",
    arguments: [3, 64])
  func killedAnywhere(chunk: Int) throws {
    let states = try states(chunk: chunk, storing: stored)
    #expect(states.count > 20)
    var isCommitted = false
    for (number, state) in states.enumerated() {
      // With the last byte of the last file all rows are there.
      if case .synced = state.step { isCommitted = true }
      let mayBeEither =
        states.indices.contains(number + 1) && "\(states[number + 1].step)".hasPrefix("synced")
      try check(state, number: number, before: stored, isCommitted: mayBeEither ? nil : isCommitted)
    }
  }

  @Test("Killed while the files come into being, it leaves no response, or all")
  func killedAtFirst() throws {
    for (number, state) in try states(chunk: 50, storing: []).enumerated() {
      try check(state, number: number, before: [], isCommitted: nil)
    }
  }

  @Test(
    "After a power cut, lengths that were not followed by their bytes do not count", arguments: UInt64(0)..<30
  )
  func powerCut(seed: UInt64) throws {
    var random = Random(seed: seed)
    let states = try states(chunk: .max, storing: stored)
    let before = try #require(states.first { $0.step == .journalSynced }).files
    let after = try #require(states.first { $0.step == .folderSynced }).files
    var files = after
    var isWhole = true
    for (name, bytes) in after where name != "responses.csv.lock" {
      let start = before[name]?.count ?? 0
      let length = random.chance(50) ? bytes.count : random.number(start...bytes.count)
      let written = random.chance(50) ? length : random.number(start...length)
      files[name] = Array(bytes[..<written]) + [UInt8](repeating: 0, count: length - written)
      if files[name] != bytes { isWhole = false }
    }
    try check(FolderState(files, at: .journalSynced), number: 0, before: stored, isCommitted: isWhole)
  }

  @Test(
    "A process that is killed in the middle gives back the lock, and the next one puts the files in order")
  func killed() async throws {
    let path = temporary("killed")
    let folder = ResponseFolder(path: path, questionnaire: .visits)
    try folder.append(stored)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let probe = CommitProbe(chunk: 10) { step in
        if step == .appended("responses-region.csv") { kill(getpid(), SIGKILL) }
      }
      let folder = ResponseFolder(path: path, questionnaire: .visits)
      _ = try folder.append(
        [.visit("c", events: 1)], provenance: [], paradata: [:], patience: .zero, probe: probe)
    }
    #expect(bytes(of: folder.lockFile)?.isEmpty == false)
    #expect(try folder.responses().responses.map(\.response) == stored)
    try folder.append(next)
    #expect(try folder.responses().responses.map(\.response) == stored + next)
  }

  @Test("A file that something else changed after a commit was cut short is not cut back")
  func changedMeanwhile() throws {
    let state = try #require(try states(chunk: .max, storing: stored).first { $0.step == .journalSynced })
    let folder = folder("changed")
    var files = state.files
    files["responses.csv"]? += Array("\"typed\",\"by hand\"".utf8) + [UInt8](repeating: 0x20, count: 2_000)
    try FolderState(files, at: state.step).restore(to: folder.path)
    let length = try #require(files["responses.csv"]).count
    let before = try #require(state.files["responses.csv"]).count
    let after = try #require(bytes(of: self.folder("original").file())).count
    let message = """
      \(folder.path)/responses.csv: changed by something else after a submission was cut short: found \
      \(length) bytes, expected \(before) to \(after); look at the end of the file, take out an incomplete \
      last row if there is one, then empty \(folder.path)/responses.csv.lock
      """
    #expect(message == refusal { _ = try folder.responses() })
    #expect(message == refusal { try folder.append(next) })
    #expect(bytes(of: folder.file()) == files["responses.csv"])
  }
}

/// The wording of the error that something throws; empty where it throws none.
func refusal(_ body: () throws -> Void) -> String {
  do { try body() } catch { return "\(error)" }
  return ""
}
