internal import Documents
internal import Glibc

/// One document out, one answer in, with an eye on the clock.
struct Exchange {
  private let process: WorkerProcess
  private let program: WorkerProgram
  private let document: [UInt8]
  private let deadline: ContinuousClock.Instant
  private var sent = 0
  private var answers: FrameDecoder
  private var said = Tail()

  init(_ process: WorkerProcess, sending document: [UInt8], _ program: WorkerProgram) {
    self.process = process
    self.document = document
    self.program = program
    answers = FrameDecoder(limit: program.answerLimit)
    deadline = .now + .seconds(program.seconds)
  }

  /// Sends and receives until there is an answer, or until it is clear that there will be none.
  ///
  /// - Returns: What came of it; the process has ended unless it answered.
  mutating func run() -> WorkerAnswer {
    while true {
      guard let left = millisecondsLeft else { return killed(.timedOut(seconds: program.seconds)) }
      var polled = [
        pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: said.hasEnded ? -1 : process.errors, events: Int16(POLLIN), revents: 0),
        pollfd(fd: sent < document.count ? process.input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      if poll(&polled, nfds_t(polled.count), left) < 0, errno != EINTR { return ended() }
      if polled[1].revents != 0 { said.read(process.errors) }
      if polled[2].revents != 0 { send() }
      guard polled[0].revents != 0 else { continue }
      let hasEnded = !receive()
      if let result = judge() { return result }
      if hasEnded { return ended() }
    }
  }

  private var millisecondsLeft: Int32? {
    let left = ContinuousClock.now.duration(to: deadline)
    return left > .zero ? Int32(clamping: Int(left / .milliseconds(1)) + 1) : nil
  }

  private mutating func send() {
    let count = document.withUnsafeBytes { bytes in
      Glibc.send(
        process.input, bytes.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
    }
    if count > 0 {
      sent += count
    } else if errno != EAGAIN && errno != EINTR {
      // Nobody reads any more; what is in the other pipes says why.
      sent = document.count
    }
  }

  /// Takes some of what is there; false where no more will come.
  private mutating func receive() -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { room in
      let count = read(process.output, room.baseAddress, room.count)
      if count > 0 { answers.append(room[..<count]) }
      return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
    }
  }

  /// Says whether the answer is whole or will never be.
  private mutating func judge() -> WorkerAnswer? {
    do {
      guard let answer = try answers.next() else { return nil }
      guard sent == document.count else {
        return killed(.garbled("it answered before it had read the document"))
      }
      guard (try? answers.finish()) != nil else {
        return killed(.garbled("it sent more than the \(answer.count) bytes that it announced"))
      }
      return .answered(answer)
    } catch {
      return killed(.garbled("\(error)"))
    }
  }

  /// Learns how a worker ended whose output is at its end; one that goes on all the same is killed.
  private mutating func ended() -> WorkerAnswer {
    let patience = min(deadline, .now + .seconds(1))
    while !process.hasEnded {
      if ContinuousClock.now >= patience {
        return killed(.garbled("it closed its output and went on"))
      }
      poll(nil, 0, 2)
    }
    said.read(process.errors)
    guard let (end, peak) = process.end() else { return .died(.exit(-1), errors: said.text) }
    return .ended(end, errors: said.text, peak: peak, limit: program.memory)
  }

  private func killed(_ answer: WorkerAnswer) -> WorkerAnswer {
    process.end()
    return answer
  }
}

/// The last bytes of a stream that may be long.
private struct Tail {
  private static let limit = 4096
  private var bytes: [UInt8] = []
  /// Whether nothing more will come.
  private(set) var hasEnded = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Takes what is there, at most some rounds of it: nobody can keep us here by writing on and on.
  mutating func read(_ descriptor: Int32) {
    withUnsafeTemporaryAllocation(byteCount: Self.limit, alignment: 1) { room in
      for _ in 0..<32 {
        let count = Glibc.read(descriptor, room.baseAddress, room.count)
        if count == 0 { hasEnded = true }
        guard count > 0 else { return }
        bytes.append(contentsOf: room[..<count])
        if bytes.count > Self.limit { bytes.removeFirst(bytes.count - Self.limit) }
      }
    }
  }
}
