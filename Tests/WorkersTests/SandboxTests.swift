internal import Foundation
internal import Glibc
import Testing
import Workers

extension Sandbox {
  /// Whether bubblewrap is here and makes a sandbox on this machine.
  static let isMadeHere: Bool = {
    var worker = Worker(Sandbox().program(["/bin/sh", "-c", "read -r length; printf '0\\n'"]))
    return (try? worker.answer(to: [])) == .answered([])
  }()
}

/// Programs in bubblewrap; on a machine where it makes no sandbox, what depends on one says so and waits.
@Suite(
  "A sandbox",
  .enabled(if: Sandbox.isMadeHere, "bubblewrap is not here, or makes no sandbox on this machine"))
struct SandboxTests {
  static func program(_ script: String, _ arguments: [String] = [], in sandbox: Sandbox = Sandbox())
    -> WorkerProgram
  {
    var program = sandbox.program(["/bin/sh", "-c", script, "sh"] + arguments)
    program.seconds = 20
    return program
  }

  /// What a script writes in a sandbox.
  static func output(_ script: String, _ arguments: [String] = [], in sandbox: Sandbox = Sandbox()) throws
    -> String
  {
    let framed = "read -r length; text=$(\(script)); printf '%d\\n%s' ${#text} \"$text\""
    var worker = Worker(program(framed, arguments, in: sandbox))
    let answer = try worker.answer(to: [])
    guard case .answered(let bytes) = answer else { return "\(answer)" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("In it are the system's programs, a folder of its own, two devices, and no variable of anybody")
  func holds() throws {
    setenv("ISCM_SANDBOX_TEST", "seen", 1)
    #expect(
      try Self.output("ls -x /; ls -x /dev; pwd; ls -A | wc -l") == """
        bin  dev  lib  lib64  tmp  usr
        null  urandom
        /tmp
        0
        """)
    #expect(
      try Self.output("env | grep -v -e ^PWD= -e ^_= | sort") == """
        HOME=/tmp
        LC_ALL=C.UTF-8
        PATH=/usr/bin
        TZ=UTC
        """)
  }

  @Test("What is named beside can be read, and nothing can be written but in its folder, within its size")
  func writes() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "iscm-sandbox-\(UUID().uuidString)")
      .path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("to read".utf8).write(to: URL(filePath: folder + "/file"))
    var sandbox = Sandbox()
    sandbox.readable = [folder, "/nowhere"]
    sandbox.size = 1 << 20
    let script = """
      cat "$1/file"; for path in "$1/new" /usr/new /usr/bin/new /new /dev/new /tmp/new; do
      touch $path && echo " $path"; done 2>/dev/null
      head -c 900000 /dev/urandom > small && echo room; head -c 2000000 /dev/urandom 2>&- > large || echo full
      """
    #expect(try Self.output(script, [folder], in: sandbox) == "to read /tmp/new\nroom\nfull")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
  }

  @Test("No process outside can be seen, and nobody who listens outside can be reached")
  func alone() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        guard bind(listener, pointer, length) == 0, listen(listener, 4) == 0,
          getsockname(listener, pointer, &length) == 0
        else { return UInt16(0) }
        return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { $0.pointee.sin_port.bigEndian }
      }
    }
    try #require(port > 0)
    let script = """
      kill -0 $1 2>/dev/null && echo seen; bash -c "exec 3<>/dev/tcp/127.0.0.1/$2" 2>/dev/null && echo reached; echo end
      """
    #expect(try Self.output(script, ["\(getpid())", "\(port)"]) == "end")
    // The same without a sandbox reaches both.
    let open = "read -r length; text=$(\(script)); printf '%d\\n%s' ${#text} \"$text\""
    var worker = Worker(
      WorkerProgram(path: "/bin/sh", arguments: ["-c", open, "sh", "\(getpid())", "\(port)"]))
    #expect(try worker.answer(to: []) == .answered(Array("seen\nreached\nend".utf8)))
  }

  @Test("It ends in its time with all that was started in it, and with the program that started it")
  func ends() throws {
    var program = Self.program("setsid sleep 81.25 & sleep 81.25")
    program.seconds = 0.5
    var worker = Worker(program)
    #expect(try worker.answer(to: []) == .timedOut(seconds: 0.5))
    #expect(try WorkerTests.isGone("81.25"))
  }

  @Test("What it may not have in memory is refused")
  func memory() throws {
    var program = Self.program("line=x; while :; do line=$line$line; done")
    program.memory = 200 << 20
    var worker = Worker(program)
    switch try worker.answer(to: []) {
    case .died, .outOfMemory: break
    case let answer: Issue.record("\(answer)")
    }
  }
}
