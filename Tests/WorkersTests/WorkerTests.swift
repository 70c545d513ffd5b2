internal import Foundation
internal import Glibc
import Testing
import Workers

/// Workers that are scripts of /bin/sh: each does one thing wrong.
@Suite("Programs with limits of their own")
struct WorkerTests {
  /// A worker that does as a script says, with a little time and a little memory.
  static func script(_ text: String, seconds: Double = 20, memory: Int = 1 << 30) -> WorkerProgram {
    var program = WorkerProgram(path: "/bin/sh", arguments: ["-c", text])
    program.seconds = seconds
    program.memory = memory
    return program
  }

  /// What a worker answers to `hello` in the frame `5\nhello`.
  static func answer(_ program: WorkerProgram) throws -> WorkerAnswer {
    var worker = Worker(program)
    return try worker.answer(to: Array("hello".utf8))
  }

  /// The most bytes that this process has had in memory.
  static var ownMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) << 10
  }

  /// Reads a frame into `length` and `line`; a frame of one line ends without a line feed.
  static let readFrame = "read length; line=$(head -c $length)"

  @Test("A worker answers one document after the other, in the same process")
  func answers() throws {
    let loop =
      "while read length; do line=$(head -c $length); printf '%d\\n%s' $((length + 1)) \"$line!\"; done"
    var worker = Worker(Self.script(loop))
    #expect(try worker.answer(to: Array("hello".utf8)) == .answered(Array("hello!".utf8)))
    let first = worker.processID
    #expect(first != nil)
    #expect(try worker.answer(to: Array("you".utf8)) == .answered(Array("you!".utf8)))
    let second = worker.processID
    #expect(second == first)
  }

  @Test("A document and an answer larger than any pipe")
  func large() throws {
    var worker = Worker(Self.script("read length; printf '%d\\n' $length; head -c $length"))
    let document = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try worker.answer(to: document) == .answered(document))
  }

  @Test("A worker that hangs is killed in its time, with what it started")
  func hangs() throws {
    let start = ContinuousClock.now
    #expect(
      try Self.answer(Self.script("sleep 77.25 & sleep 77.25", seconds: 0.4)) == .timedOut(seconds: 0.4))
    #expect(start.duration(to: .now) < .seconds(60))
    #expect(try Self.isGone("77.25"))
  }

  @Test("A worker that never reads what it is given is killed in its time")
  func deaf() throws {
    var worker = Worker(Self.script("sleep 78.25", seconds: 0.4))
    #expect(try worker.answer(to: Array(repeating: 0, count: 5_000_000)) == .timedOut(seconds: 0.4))
  }

  @Test(
    "A worker that ends says how",
    arguments: [
      ("exit 3", WorkerEnd.exit(3)), ("exit 0", .exit(0)), ("kill -SEGV $$", .signal(11)),
      ("printf 12; exit 4", .exit(4)), ("printf '12\\nab'; exit 5", .exit(5)),
    ])
  func dies(script: String, end: WorkerEnd) throws {
    #expect(try Self.answer(Self.script("echo why >&2; \(script)")) == .died(end, errors: "why\n"))
  }

  @Test("A worker that ends while it is given a large document takes nothing along")
  func endsEarly() throws {
    var worker = Worker(Self.script("read length; exit 6"))
    #expect(try worker.answer(to: Array(repeating: 0, count: 5_000_000)) == .died(.exit(6), errors: ""))
  }

  @Test("A worker that wants more memory than it may have, and says so")
  func eatsMemory() throws {
    let limit = 1 << 28
    let program = Self.script("exec tail /dev/zero", seconds: 60, memory: limit)
    #expect(try Self.answer(program) == .outOfMemory(limit: limit))
    #expect(
      WorkerAnswer.outOfMemory(limit: limit).description == "the worker wanted more than 256 MB of memory")
  }

  @Test("A worker that wants more memory than it may have, and says nothing")
  func eatsMemoryInSilence() throws {
    // More than these tests have taken themselves: what a process had as a copy of us cannot be told from what it
    // took later. tail asks for twice of what it has, and dies with more than half of what it may have; a shell that
    // doubles a text would need more room for copies, and could die with less.
    let limit = max(1 << 28, 2 * Self.ownMemory)
    let program = Self.script("exec tail /dev/zero 2>&-", seconds: 60, memory: limit)
    #expect(try Self.answer(program) == .outOfMemory(limit: limit))
  }

  @Test("What this process has in memory is not held against a worker that dies")
  func ownMemory() throws {
    let room = [UInt8](repeating: 1, count: 120 << 20)
    let answer = try Self.answer(Self.script("exit 1", memory: 200 << 20))
    #expect(answer == .died(.exit(1), errors: ""))
    #expect(room.count == 120 << 20)
  }

  @Test(
    "Answers that are none",
    arguments: [
      (
        "\(readFrame); echo Usage: me",
        "a frame begins with \"U\"; expected its length in decimal and a newline"
      ),
      ("\(readFrame); printf '2\\nabc'", "it sent more than the 2 bytes that it announced"),
      ("\(readFrame); printf '99999999999\\n'", "a frame of 99999999999 bytes; at most 268435456 are read"),
      ("\(readFrame); exec >&-; sleep 79.25", "it closed its output and went on"),
    ])
  func garbage(script: String, detail: String) throws {
    #expect(try Self.answer(Self.script(script)) == .garbled(detail))
  }

  @Test("After a death the next document meets a new worker")
  func anew() throws {
    var worker = Worker(
      Self.script("read length; line=$(head -c $length); [ $line = ok ] && printf '4\\nfine'"))
    for _ in 0..<3 {
      #expect(try worker.answer(to: Array("bad".utf8)) == .died(.exit(1), errors: ""))
      let process = worker.processID
      #expect(process == nil)
    }
    #expect(try worker.answer(to: Array("ok".utf8)) == .answered(Array("fine".utf8)))
  }

  @Test("A worker that writes much to its standard error does not wait for anybody to read it")
  func noisy() throws {
    let noise = "head -c 300000 /dev/zero | tr '\\0' x >&2; \(Self.readFrame); printf '4\\nfine'"
    #expect(try Self.answer(Self.script(noise)) == .answered(Array("fine".utf8)))
  }

  @Test(
    "A worker has three descriptors, its own session, no core file, no variable of ours and no ignored signal"
  )
  func clean() throws {
    let stray = open("/dev/null", O_RDONLY)
    #expect(stray > 2)
    defer { close(stray) }
    setenv("ISCM_WORKER_TEST", "seen", 1)
    let before = signal(SIGUSR1, SIG_IGN)
    defer { signal(SIGUSR1, before) }
    let looks = """
      \(Self.readFrame)
      open=; number=0
      while [ $number -lt 256 ]; do [ -e /proc/$$/fd/$number ] && open="$open $number"; number=$((number + 1)); done
      text=$(echo $open; env | grep -v -e ^PWD= -e ^_= -e ^OLDPWD= -e ^SHLVL= | sort; ulimit -c; ulimit -v
      grep -q 'SigIgn:.*[014589cd]..$' /proc/$$/status && echo heard; [ $(ps -o sid= -p $$) = $$ ] && echo session)
      printf '%d\\n%s' ${#text} "$text"
      """
    let answer = try Self.answer(Self.script(looks))
    guard case .answered(let bytes) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        0 1 2
        LC_ALL=C.UTF-8
        PATH=/usr/bin:/bin
        SWIFT_BACKTRACE=enable=no
        TZ=UTC
        0
        1048576
        heard
        session
        """)
  }

  @Test("A program that is not there is an error, and no document is at fault")
  func missing() throws {
    var worker = Worker(WorkerProgram(path: "/nowhere/worker"))
    #expect(throws: WorkerError(path: "/nowhere/worker", code: ENOENT)) { try worker.answer(to: []) }
    #expect(
      WorkerError(path: "/nowhere/worker", code: ENOENT).description == """
        /nowhere/worker: cannot be started (No such file or directory); install the program again with all its parts
        """)
  }

  @Test("A program that is looked for beside this one and is not there is named in the error")
  func notBeside() throws {
    let error = #expect(throws: WorkerError.self) { try WorkerProgram(beside: "iscm-none") }
    #expect(error?.code == ENOENT)
    #expect(error?.path.hasSuffix("/iscm-none") == true)
  }

  @Test("A worker goes with the value that started it")
  func goes() throws {
    var process: Int32 = 0
    do {
      var worker = Worker(Self.script("\(Self.readFrame); printf '2\\nok'; sleep 80.25"))
      #expect(try worker.answer(to: [1]) == .answered(Array("ok".utf8)))
      process = worker.processID ?? 0
    }
    try #require(process > 1)
    #expect(kill(process, 0) == -1)
    #expect(try Self.isGone("80.25"))
  }

  /// Whether no process has a word in its command line, soon: one that is killed needs a moment to go.
  static func isGone(_ word: String) throws -> Bool {
    for _ in 0..<100 {
      let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }
      let isThere = processes.contains { process in
        let command = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
        return command.map { String(decoding: $0, as: UTF8.self).contains(word) } == true
      }
      if !isThere { return true }
      usleep(50_000)
    }
    return false
  }
}
