import Chance
import Documents
import Testing

@Suite("What goes through the pipe between a program and its worker")
struct WireTests {
  @Test("Frames come out whole, in whatever pieces the pipe hands them over", arguments: UInt64(1)...40)
  func pieces(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let payloads = (0..<Int.random(in: 0..<8, using: &random)).map { _ in
      (0..<Int.random(in: 0..<300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    let stream = payloads.flatMap { Frame.encoded($0) }
    var decoder = FrameDecoder()
    var found: [[UInt8]] = []
    var index = 0
    while index < stream.count {
      let end = min(stream.count, index + 1 + Int.random(in: 0..<120, using: &random))
      decoder.append(stream[index..<end])
      while let payload = try decoder.next() { found.append(payload) }
      index = end
    }
    try decoder.finish()
    #expect(found == payloads)
  }

  @Test(
    "What is no frame is refused",
    arguments: [
      ("x", "a frame begins with \"x\"; expected its length in decimal and a newline"),
      ("\n", "a frame begins with \"\\n\"; expected its length in decimal and a newline"),
      ("12a\n", "a frame begins with \"12a\"; expected its length in decimal and a newline"),
      (
        "00000000000000000000000001\n",
        "a frame begins with \"00000000000000000000\"; expected its length in decimal and a newline"
      ),
      ("101\n", "a frame of 101 bytes; at most 100 are read"),
      ("5\nabc", "the pipe ended inside of a frame, after 5 bytes of it"),
    ])
  func refused(stream: String, text: String) {
    var decoder = FrameDecoder(limit: 100)
    decoder.append(stream.utf8)
    let error = #expect(throws: FrameError.self) {
      while try decoder.next() != nil {}
      try decoder.finish()
    }
    #expect(error?.description == text)
  }

  @Test("A request and its reply come back as they were")
  func roundTrip() {
    let request = WorkerRequest(
      id: "7", name: "a \"form\",\r\nby us.docx", mediaType: "text/plain; charset=\"utf-8\"",
      bytes: [0, 10, 13, 34, 44, 255])
    #expect(WorkerRequest(payload: request.payload) == request)
    #expect(request.frame == Frame.encoded(request.payload))
    let reply = WorkerReply(id: "7", extract: ExtractTests.whole)
    #expect(WorkerReply(payload: reply.payload) == reply)
    #expect(reply.frame == Frame.encoded(reply.payload))
  }

  @Test("Bytes that are neither request nor reply are refused")
  func others() {
    for text in [
      "", "document", "\"document\",\"1\",\"a\r\n", "\"reply\",\"1\"\r\n", "a,b,c,d\r\n", "\"a\"b\r\n",
    ] {
      #expect(WorkerRequest(payload: Array(text.utf8)) == nil, "\(text)")
    }
  }
}
