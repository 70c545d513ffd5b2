internal import CSV
internal import Glibc
internal import Workers

/// The worker that makes documents, `iscm-write`: a program beside this one, run for one document.
struct DocumentWriter {
  /// Makes a document.
  ///
  /// - Parameter definition: What the document is, as records.
  /// - Returns: Its bytes.
  /// - Throws: `Failure` where the worker is not there, or cannot make it; nothing is written then.
  func bytes(of definition: [[String]]) throws(Failure) -> [UInt8] {
    var writer = CSVWriter(lineEnd: .lf)
    do {
      for row in definition { try writer.append(record: row) }
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
    let request = writer.takeBytes()
    let (answer, errors, status) = try run(Array("\(request.count)\n".utf8) + request)
    guard status == 0, let end = answer.firstIndex(of: UInt8(ascii: "\n")),
      let length = Int(String(decoding: answer[..<end], as: UTF8.self)), length == answer.count - end - 1
    else {
      let reason = errors.isEmpty ? "it ended with status \(status)" : errors
      throw Failure(.commitFailed, "\(path): the document was not made: \(reason)")
    }
    return Array(answer[(end + 1)...])
  }

  /// The worker stands beside this program, or where `make install` puts it.
  private var path: String { (try? WorkerProgram(beside: "iscm-write").path) ?? "iscm-write" }

  /// Runs the worker: it reads all before it writes anything, so that neither waits for the other.
  private func run(_ request: [UInt8]) throws(Failure) -> (answer: [UInt8], errors: String, status: Int32) {
    guard let input = pipe(), let output = pipe(), let errors = pipe() else { throw refusal(errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (end, stream) in [(input.reading, 0), (output.writing, 1), (errors.writing, 2)] {
      posix_spawn_file_actions_adddup2(&actions, end, Int32(stream))
    }
    var child: pid_t = 0
    let arguments = [strdup(path), nil]
    let environment = [strdup("LC_ALL=C.UTF-8"), strdup("PATH=/usr/bin:/bin"), strdup("TZ=UTC"), nil]
    defer { for text in arguments + environment { free(text) } }
    let code = posix_spawn(&child, path, &actions, nil, arguments, environment)
    for end in [input.reading, output.writing, errors.writing] { close(end) }
    defer { for end in [output.reading, errors.reading] { close(end) } }
    guard code == 0 else {
      close(input.writing)
      throw refusal(code)
    }
    send(request, to: input.writing)
    close(input.writing)
    let answer = read(output.reading)
    let said = String(decoding: read(errors.reading).filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return (answer, said, status)
  }

  private func refusal(_ code: Int32) -> Failure {
    Failure(
      .commitFailed,
      "\(path): cannot be started: \(String(cString: strerror(code))); install the program again with all its parts"
    )
  }

  private func pipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  private func read(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &room, room.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes += room[..<count]
    }
  }
}
