import Analysis
import CSV
import Chance
import Glibc
import Survey
import Synchronization
import TemporaryFolders
import Testing

/// What is kept beside a response file: it may never change a number, whatever becomes of it or of the file.
@Suite("Columns kept beside a response file")
struct SidecarTests {
  private static let plans = [
    ParallelTallyTests.planWithoutTexts,
    // What was written is needed too: from then on it is kept.
    ParallelTallyTests.plan,
    ParallelTallyTests.planOfUnits,
    "figure,sources,unit,question,statistic,base,filter,by,who\nmore,first,,more,count_multiple,answered,,one,no\n",
    "figure,sources,unit,question,statistic,base,filter,by,who\nday,first,,day,answered,asked,,,no\n",
    // One who stands behind a count needs all rows at once.
    "figure,sources,unit,question,statistic,base,filter,by,who\none,first,,one,count,asked,,,yes\n",
    "figure,sources,unit,question,statistic,base,filter,by,who\n"
      + "if,first,,one,count,asked,\"${by} = 'p' or selected(${many}, 'x')\",many,no\n"
      + "any,first,,one note many,any,distinct,${one} != '',,no\n",
  ]

  /// A response file in a folder of its own, counted in every way.
  private final class Counted {
    let folder: TemporaryFolder
    let form: Questionnaire
    private let heard = Notices()
    /// How many rows make a piece, and how many ids are compared at once.
    var pieceLength: Int?
    /// How many answers that are on no list have a name of their own.
    var mostUnlisted = 1000
    var path: String { "\(folder.path)/first.csv" }
    var sidecar: String { path + ".columns" }

    init() throws {
      folder = try TemporaryFolder()
      form = try ParallelTallyTests.questionnaire()
    }

    func write(_ bytes: [UInt8], to path: String, at place: Int? = nil) throws {
      let descriptor = open(path, O_WRONLY | O_CREAT | (place == nil ? O_TRUNC : 0), 0o600)
      defer { close(descriptor) }
      let count = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(place ?? 0)) }
      try #require(count == bytes.count)
    }

    func bytes(of path: String) throws -> [UInt8] {
      let descriptor = open(path, O_RDONLY)
      try #require(descriptor >= 0)
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: Int(lseek(descriptor, 0, SEEK_END)))
      let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
      try #require(count == bytes.count)
      return bytes
    }

    func tally(_ plan: String, _ effort: ReadingEffort) throws -> Tally {
      let length = try bytes(of: path).count
      let file = ResponseFile(form: form.id, name: "first.csv", content: .path(path, length: length))
      let planned = AnalysisTests.plan(form, plan)
      #expect(planned.problems.isEmpty)
      return try Tally(of: planned.figures, from: [file], now: someDay, effort: effort)
    }

    /// Counts by the columns, and by libcsv alone.
    func check(_ plans: [String] = SidecarTests.plans, sourceLocation: SourceLocation = #_sourceLocation)
      throws
    {
      for plan in plans {
        var effort = ReadingEffort(threads: 2, largeFile: 0)
        effort.grain.blockSize = 512
        if let pieceLength {
          (effort.grain.segmentLength, effort.grain.idsAtOnce) = (pieceLength, pieceLength)
        }
        effort.keepsColumns = true
        effort.notice = listener
        var alone = ReadingEffort.plain
        (effort.grain.mostUnlisted, alone.grain.mostUnlisted) = (mostUnlisted, mostUnlisted)
        effort.grain.mostNamesOfThread = mostUnlisted
        // Where nothing can be kept, no rows are held either.
        effort.grain.mostHeld = 0
        let (kept, plain) = (try tally(plan, effort), try tally(plan, alone))
        #expect(kept.figures == plain.figures, sourceLocation: sourceLocation)
        #expect(kept.findings == plain.findings, sourceLocation: sourceLocation)
      }
    }

    var listener: @Sendable (SidecarNotice) -> Void {
      { [heard] notice in heard.all.withLock { $0.append(notice.reason) } }
    }

    func takeNotices() -> [SidecarNotice.Reason] {
      heard.all.withLock { notices in
        defer { notices = [] }
        return notices
      }
    }

    private final class Notices: Sendable {
      let all = Mutex<[SidecarNotice.Reason]>([])
    }
  }

  @Test(
    "A second run, and each after rows were appended, count what libcsv counts", arguments: UInt64(0)..<25)
  func grows(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let counted = try Counted()
    counted.pieceLength = [nil, 1, 9][Int(seed % 3)]
    counted.mostUnlisted = [1000, 1, 3, 8][Int(seed % 4)]
    // In every other file each row has an id of its own, so that ids are not looked at again.
    let whole = try ParallelTallyTests.file(&random, counted.form, isTidy: seed % 2 == 0, different: 15)
    let rows = whole.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
    // Records of the sample may hold line breaks: cut where libcsv sees the end of one.
    var reader = CSVReader(whole)
    var ends: [Int] = []
    while try reader.next() { ends.append(reader.record.offset) }
    #expect(rows.count > ends.count / 2)
    var cuts = Set((0..<3).compactMap { _ in ends.dropFirst(2).randomElement(using: &random) }).sorted()
    cuts.append(whole.count)
    for cut in cuts {
      try counted.write(Array(whole[..<cut]), to: counted.path, at: 0)
      try counted.check()
      try counted.check()
      // As if the columns had been written long after the file, which is then not read at all.
      var later = [timespec(), timespec()]
      for place in later.indices { later[place].tv_sec = time(nil) + 100 }
      #expect(utimensat(AT_FDCWD, counted.sidecar, later, 0) == 0)
      try counted.check()
    }
    #expect(counted.takeNotices() == [])
    #expect(try counted.bytes(of: counted.sidecar).count > 100)
  }

  @Test("A file that was changed where it was read before is read anew, and says so")
  func changed() throws {
    var random = SeededRandom(seed: 5)
    let counted = try Counted()
    let one = try ParallelTallyTests.file(&random, counted.form)
    try counted.write(one, to: counted.path)
    try counted.check([Self.plans[0]])
    // In place, with the same length.
    var other = one
    let place = try #require(one.lastIndex(of: UInt8(ascii: "x")))
    other[place] = UInt8(ascii: "y")
    try counted.write(other, to: counted.path, at: 0)
    try counted.check([Self.plans[0]])
    #expect(counted.takeNotices() == [.fileChanged])
    try counted.check([Self.plans[0]])
    #expect(counted.takeNotices() == [])
    // Another file, shorter.
    try counted.write(Array(one[..<(one.count / 2)]) + Array("\n".utf8), to: counted.path)
    _ = try? counted.tally(Self.plans[0], .plain)
    try counted.write(try ParallelTallyTests.file(&random, counted.form), to: counted.path)
    try counted.check()
    #expect(counted.takeNotices() == [.fileChanged])
  }

  @Test("Whatever becomes of it, it is made anew or read as it was", arguments: UInt64(0)..<60)
  func damaged(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let counted = try Counted()
    counted.pieceLength = 9
    try counted.write(try ParallelTallyTests.file(&random, counted.form), to: counted.path)
    try counted.check([Self.plans[0]])
    var bytes = try counted.bytes(of: counted.sidecar)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
    case 1:
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
    default: bytes += (0..<100).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    try counted.write(bytes, to: counted.sidecar)
    try counted.check()
    try counted.check()
  }

  @Test("Lengths and times that no file has are no numbers to reckon with")
  func extremes() throws {
    var random = SeededRandom(seed: 14)
    let counted = try Counted()
    counted.pieceLength = 9
    try counted.write(try ParallelTallyTests.file(&random, counted.form), to: counted.path)
    try counted.check([Self.plans[0]])
    let bytes = try counted.bytes(of: counted.sidecar)
    // The length of the first frame, behind the magic and three numbers.
    for length in [UInt64(Int.max), UInt64(Int.max) - 64, .max, 1 << 63, 1 << 62] {
      var damaged = bytes
      damaged.replaceSubrange(40..<48, with: withUnsafeBytes(of: length.littleEndian) { Array($0) })
      try counted.write(damaged, to: counted.sidecar)
      try counted.check([Self.plans[0]])
    }
    for path in [counted.sidecar, counted.path] {
      let far = [timespec(tv_sec: 14_000_000_000, tv_nsec: 0), timespec(tv_sec: 14_000_000_000, tv_nsec: 0)]
      #expect(utimensat(AT_FDCWD, path, far, 0) == 0)
      try counted.check([Self.plans[0]])
    }
  }

  @Test("Whoever was stopped while making it has left nothing that is amiss")
  func stopped() throws {
    var random = SeededRandom(seed: 12)
    let counted = try Counted()
    counted.pieceLength = 5
    try counted.write(try ParallelTallyTests.file(&random, counted.form), to: counted.path)
    try counted.check([Self.plans[0]])
    let bytes = try counted.bytes(of: counted.sidecar)
    for length in [1, 20, 100, bytes.count / 3] {
      try counted.write(Array(bytes[..<length]), to: counted.sidecar)
      try counted.check([Self.plans[0]])
      #expect(counted.takeNotices() == [])
    }
  }

  @Test("Columns of another form are not used")
  func otherForm() throws {
    var random = SeededRandom(seed: 8)
    let counted = try Counted()
    try counted.write(try ParallelTallyTests.file(&random, counted.form), to: counted.path)
    try counted.check([Self.plans[0]])
    let other = try Counted()
    try other.write(try counted.bytes(of: counted.path), to: other.path)
    try other.write(try counted.bytes(of: counted.sidecar), to: other.sidecar)
    // A copy of both is as good as they were.
    try other.check()
    #expect(other.takeNotices() == [])
    let lists = ParallelTallyTests.lists.map { list in
      list.name.text == "xyz" ? AnalysisTests.list("xyz", ["z", "x", "y"]) : list
    }
    let file = ResponseFile(
      form: counted.form.id, name: "first.csv",
      content: .path(counted.path, length: try counted.bytes(of: counted.path).count))
    let form = try ParallelTallyTests.questionnaire(lists: lists)
    let planned = AnalysisTests.plan(form, Self.plans[0])
    var effort = ReadingEffort(largeFile: 0)
    effort.keepsColumns = true
    effort.notice = counted.listener
    let kept = try Tally(of: planned.figures, from: [file], now: someDay, effort: effort)
    let plain = try Tally(of: planned.figures, from: [file], now: someDay, effort: .plain)
    #expect(kept.figures == plain.figures)
    #expect(counted.takeNotices() == [.madeOtherwise])
  }

  @Test("Answers that have no name beside one file may have one where several forms are counted")
  func severalForms() throws {
    let folder = try TemporaryFolder()
    func form(_ id: String, _ choices: [String]) throws -> Questionnaire {
      AnalysisTests.form(id, [try question("one", .selectOne("l"))], lists: [list("l", choices)])
    }
    let forms = [try form("first", ["x"]), try form("second", ["x", "late", "y"])]
    let answers = ["odd1", "odd2", "odd3", "late", "y", "other", "x"]
    func effort(_ base: ReadingEffort) -> ReadingEffort {
      var effort = base
      effort.grain.mostUnlisted = 2
      return effort
    }
    var kept = ReadingEffort(threads: 2, largeFile: 0)
    kept.keepsColumns = true
    let files = try [answers, ["other", "odd3", "odd1"]].enumerated().map { place, answers in
      let lines = answers.enumerated().map { Line("\(place)\($0)", ["one": $1]) }
      guard case .bytes(let bytes) = try responses(forms[place], lines).content else { throw Tally.Missing() }
      let path = "\(folder.path)/\(forms[place].id).csv"
      let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
      defer { close(descriptor) }
      try #require(bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count)
      return ResponseFile(
        form: forms[place].id, name: "\(forms[place].id).csv", content: .path(path, length: bytes.count))
    }
    for sources in ["first", "second", "first second", "second first"] {
      let text = "figure,sources,question,statistic,base\nf,\(sources),one,count,asked\n"
      let home = sources.hasPrefix("first") ? 0 : 1
      let planned = plan(forms[home], text, others: [forms[1 - home]])
      #expect(planned.problems.isEmpty)
      for _ in 0..<2 {
        let fast = try Tally(of: planned.figures, from: files, now: someDay, effort: effort(kept))
        let plain = try Tally(of: planned.figures, from: files, now: someDay, effort: effort(.plain))
        #expect(fast.figures == plain.figures, "\(sources)")
        #expect(fast.findings == plain.findings)
      }
    }
  }

  @Test("While somebody else writes it, the response file is read without it")
  func locked() throws {
    var random = SeededRandom(seed: 9)
    let counted = try Counted()
    try counted.write(try ParallelTallyTests.file(&random, counted.form), to: counted.path)
    let descriptor = open(counted.sidecar, O_RDWR | O_CREAT, 0o600)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    try counted.check()
    #expect(try counted.bytes(of: counted.sidecar).isEmpty)
    close(descriptor)
    try counted.check()
    #expect(try !counted.bytes(of: counted.sidecar).isEmpty)
  }

  @Test(
    "Who may not read the response file may not read what is kept of it",
    arguments: [0o600, 0o640, 0o644] as [mode_t])
  func permissions(mode: mode_t) throws {
    var random = SeededRandom(seed: 11)
    let counted = try Counted()
    try counted.write(try ParallelTallyTests.file(&random, counted.form), to: counted.path)
    #expect(chmod(counted.path, mode) == 0)
    try counted.check()
    var status = stat()
    #expect(stat(counted.sidecar, &status) == 0)
    #expect(status.st_mode & 0o777 == mode)
  }

  /// What may stand where the columns would, and is not theirs.
  enum Stranger: CaseIterable {
    case link, linkToRecord, linkToNothing, hardLink, recordItself, text, pipe, folder
  }

  @Test(
    "What somebody else has put where the columns would stand is left alone",
    arguments: Stranger.allCases)
  func strangers(_ stranger: Stranger) throws {
    var random = SeededRandom(seed: 13)
    let counted = try Counted()
    let record = try ParallelTallyTests.file(&random, counted.form)
    let other = "\(counted.folder.path)/other"
    let text = Array("Somebody's notes.\n".utf8)
    try counted.write(record, to: counted.path)
    try counted.write(text, to: other)
    #expect(chmod(other, 0o640) == 0)
    switch stranger {
    case .link: #expect(symlink("other", counted.sidecar) == 0)
    case .linkToRecord: #expect(symlink("first.csv", counted.sidecar) == 0)
    case .linkToNothing: #expect(symlink("nothing", counted.sidecar) == 0)
    case .hardLink: #expect(link(other, counted.sidecar) == 0)
    case .recordItself: #expect(link(counted.path, counted.sidecar) == 0)
    case .text: try counted.write(text, to: counted.sidecar)
    case .pipe: #expect(mkfifo(counted.sidecar, 0o600) == 0)
    case .folder: #expect(mkdir(counted.sidecar, 0o700) == 0)
    }
    try counted.check([Self.plans[0]])
    #expect(counted.takeNotices() == [.notOurs])
    #expect(try counted.bytes(of: counted.path) == record)
    #expect(try counted.bytes(of: other) == text)
    var status = stat()
    #expect(stat(other, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(access("\(counted.folder.path)/nothing", F_OK) != 0)
    if stranger == .text { #expect(try counted.bytes(of: counted.sidecar) == text) }
  }

  @Test("Where nothing may be written, counting goes on")
  func readOnly() throws {
    var random = SeededRandom(seed: 10)
    let counted = try Counted()
    try counted.write(try ParallelTallyTests.file(&random, counted.form), to: counted.path)
    // A folder of its name can be opened by nobody as a file.
    #expect(mkdir(counted.sidecar, 0o700) == 0)
    try counted.check()
  }
}
