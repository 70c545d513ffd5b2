import SampleForms

import Glibc
import ResponseFiles
import Survey
import TemporaryFolders
import Testing

@Suite("What the system refuses")
struct PermissionTests {
  let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func mode(_ path: String) -> String {
    var status = stat()
    return lstat(path, &status) == 0 ? String(status.st_mode & 0o777, radix: 8) : "none"
  }

  @Test(
    "Files are their owner's alone, and so are folders, whatever the umask is",
    arguments: [0o000, 0o077, 0o777])
  func umasks(mask: Int) async throws {
    let path = temporary("project/Responses/visits")
    // The umask belongs to the whole process.
    await #expect(processExitsWith: .success) { [path = path as String, mask = mask as Int] in
      umask(mode_t(mask))
      let folder = ResponseFolder(path: path, questionnaire: .visits)
      try folder.append(
        [.visit("a", events: 1)],
        provenance: [Provenance(response: "a", question: Address("title"), evidence: .stated, source: "x")],
        paradata: ["a": Paradata([.init(.start, at: .epoch)])])
      let journal = try folder.drafts.begin(
        .visit("b"))
      try journal.append(.clear(Address("title")), at: .epoch)
    }
    let folder = ResponseFolder(path: path, questionnaire: .visits)
    for folder in [
      "project", "project/Responses", "project/Responses/visits", "project/Responses/visits/drafts",
    ] {
      #expect(mode(temporary(folder)) == "700", "\(folder)")
    }
    for file in [
      folder.file(), folder.file(of: "region"), folder.file(of: "event"), folder.provenanceFile,
      folder.paradataFile, folder.lockFile,
      folder.drafts.file(of: "b"),
    ] {
      #expect(mode(file) == "600", "\(file)")
    }
    #expect(names(in: path).count == 8)
  }

  @Test("A full disk changes nothing, and says so", arguments: [900, 1_000, 1_500])
  func fullDisk(limit: Int) async throws {
    let folder = ResponseFolder(path: temporary("visits"), questionnaire: .visits)
    let first = (0..<3).map { Response.visit("a\($0)") }
    try folder.append(first)
    let before = FolderState(of: folder.path, at: .prepared).files
    // A limit on the size of files stands in for a disk that is full: the write is cut short, then refused.
    await #expect(processExitsWith: .success) { [path = folder.path as String, limit = limit as Int] in
      limitFiles(to: limit)
      let folder = ResponseFolder(path: path, questionnaire: .visits)
      let message = refusal {
        try folder.append((0..<9).map { .visit("b\($0)", events: 2) })
      }
      limitFiles(to: nil)
      #expect(
        message
          == "\(path)/responses.csv: cannot be written: File too large; allow larger files (ulimit -f) and try again"
      )
      let count = try folder.responses().responses.count
      #expect(count == 3)
    }
    #expect(FolderState(of: folder.path, at: .prepared).files == before)
    #expect(try folder.responses().responses.map(\.response) == first)
    try folder.append([.visit("c")])
    #expect(try folder.responses().responses.map(\.response) == first + [.visit("c")])
  }

  @Test("A disk that is full takes no event of a draft, and the events before stay")
  func fullDiskForDraft() async throws {
    let drafts = DraftFolder(path: temporary("drafts"), questionnaire: .visits)
    await #expect(processExitsWith: .success) { [path = drafts.path as String] in
      limitFiles(to: 700)
      let drafts = DraftFolder(path: path, questionnaire: .visits)
      let journal = try drafts.begin(
        .visit("b"))
      let text = String(repeating: "x", count: 150)
      var recorded = 0
      while refusal({
        try journal.append(.typing(Address("title"), text), at: .epoch)
      }).isEmpty { recorded += 1 }
      let message = refusal { try journal.append(.typing(Address("title"), text), at: .epoch) }
      // A shorter one still fits.
      try journal.append(.undo, at: .epoch)
      limitFiles(to: nil)
      #expect(recorded == 2)
      #expect(
        message
          == "\(path)/id_b.csv: cannot be written: File too large; allow larger files (ulimit -f) and try again"
      )
    }
    let draft = try #require(try drafts.draft(of: "b"))
    #expect(draft.records.count == 3)
    #expect(draft.findings == [])
  }

  @Test("A folder that cannot be written to is read, and nothing in it is touched")
  func readOnly() async throws {
    let folder = ResponseFolder(path: temporary("visits"), questionnaire: .visits)
    try folder.append([.visit("a", events: 1)])
    try folder.drafts.begin(
      .visit("b")
    ).append(.undo, at: .epoch)
    for name in [
      "responses.csv", "responses-region.csv", "responses-event.csv", "asked.csv", "responses.csv.lock",
    ] {
      chmod("\(folder.path)/\(name)", 0o444)
    }
    for path in [folder.path, folder.drafts.path] { chmod(path, 0o555) }
    chmod(folder.drafts.file(of: "b"), 0o444)
    chmod(temporary.path, 0o755)
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      // Root may write anywhere; nobody may not.
      if getuid() == 0 { #expect(setgid(65_534) == 0 && setuid(65_534) == 0) }
      let folder = ResponseFolder(path: path, questionnaire: .visits)
      let read = try folder.responses().responses.map(\.response)
      #expect(read == [.visit("a", events: 1)])
      let drafts = try folder.drafts.list().drafts
      #expect(drafts.count == 1)
      #expect(
        refusal { try folder.append([.visit("b")]) }
          == "\(path)/responses.csv.lock: cannot be opened: Permission denied; ask the owner of the folder for the right to do so"
      )
      #expect(
        refusal { _ = try folder.drafts.resume("b") }
          == "\(path)/drafts/id_b.csv: cannot be opened: Permission denied; ask the owner of the folder for the right to do so"
      )
      #expect(
        refusal {
          _ = try folder.drafts.begin(
            .visit("c"))
        }
          == "\(path)/drafts/id_c.csv: cannot be created: Permission denied; ask the owner of the folder for the right to do so"
      )
    }
    chmod(folder.path, 0o700)
    unlink(folder.lockFile)
    #expect(try folder.responses().responses.count == 1)
    #expect(!names(in: folder.path).contains("responses.csv.lock"))
  }

  @Test("Who waits in vain for the lock is told who holds it")
  func locked() async throws {
    let folder = ResponseFolder(path: temporary("visits"), questionnaire: .visits)
    try folder.append([.visit("a")])
    let holder = open(folder.lockFile, O_RDWR | O_CLOEXEC)
    #expect(flock(holder, LOCK_EX) == 0)
    let program = (text(of: "/proc/self/comm") ?? "").filter { !$0.isNewline }
    let message = """
      \(folder.lockFile): another program is writing here: process \(getpid()) (\(program)) has held the lock \
      for all of 0 s; let it finish and try again
      """
    #expect(message == refusal { try folder.append([.visit("b")], patience: .milliseconds(20)) })
    #expect(message == refusal { _ = try folder.snapshot(patience: .milliseconds(20)) })
    #expect(flock(holder, LOCK_SH) == 0)
    #expect(try folder.responses().responses.count == 1)
    #expect(message == refusal { try folder.append([.visit("b")], patience: .milliseconds(20)) })
    close(holder)
    try folder.append([.visit("b")])
  }

  @Test("A path through a file, and a folder where a file should be, are named")
  func wrongKinds() throws {
    try write("", to: temporary("file"))
    #expect(
      refusal {
        try ResponseFolder(path: temporary("file/visits"), questionnaire: .visits).append([.visit("a")])
      }
        == "\(temporary.path)/file/visits: cannot be created: Not a directory; check the path")
    let folder = ResponseFolder(path: temporary("visits"), questionnaire: .visits)
    try folder.create()
    mkdir(folder.file(), 0o700)
    #expect(
      refusal { try folder.append([.visit("a")]) }
        == "\(temporary.path)/visits/responses.csv: cannot be read: Is a directory; check the path and its permissions"
    )
  }
}

/// Lets this process make no file longer than a number of bytes, or lets it again.
private func limitFiles(to length: Int?) {
  signal(SIGXFSZ, SIG_IGN)
  var limits = rlimit()
  getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits)
  limits.rlim_cur = length.map { rlim_t($0) } ?? limits.rlim_max
  setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits)
}
