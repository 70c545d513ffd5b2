import Chance
import Documents
import Testing

@Suite("What a worker says of a document")
struct ReplyTests {
  static let bodies = KnownBodies()

  @Test("Any extract comes back as it was, whatever came before it", arguments: UInt64(1)...60)
  func roundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let extract = random.extract()
    let payload = WorkerReply(id: "\(seed)", extract: extract).payload
    for bodies in [Self.bodies, Self.bodies, KnownBodies()] {
      let reply = try #require(WorkerReply(payload: payload, knowing: bodies))
      #expect(reply.id == "\(seed)")
      #expect(reply.extract == extract)
      // To the byte: Swift takes both spellings of é for one.
      #expect(reply.extract.texts.map { Array($0.utf8) } == extract.texts.map { Array($0.utf8) })
    }
  }

  @Test("What holds the same is one object, and each spelling is one of its own")
  func objects() throws {
    let texts = ["caf\u{E9}", "cafe\u{301}", "caf\u{E9}", "cafe\u{301}"]
    let extract = Extract(
      format: .docx,
      blocks: texts.enumerated().map { Block(place: Place(line: $0 + 1), items: [.text($1)]) })
    let read = try #require(WorkerReply(payload: WorkerReply(id: "", extract: extract).payload)).extract
      .blocks
    #expect(read.map { Array($0.text.utf8) } == texts.map { Array($0.utf8) })
    #expect(read[0].body === read[2].body)
    #expect(read[1].body === read[3].body)
    #expect(read[0].body != read[1].body)
    #expect(extract.blocks[0].body == read[0].body)
    #expect(Set(read.map(\.body) + extract.blocks.map(\.body)).count == 2)
  }

  @Test("A NUL is seen as the sign for what cannot be shown")
  func nul() {
    let extract = Extract(format: .text, blocks: [Block(place: Place(line: 1), items: [.text("a\0b")])])
    let reply = WorkerReply(payload: WorkerReply(id: "", extract: extract).payload)
    #expect(reply?.extract.blocks.map(\.text) == ["a\u{FFFD}b"])
  }

  @Test("A reply that is cut off, or goes on, is none")
  func cutOff() {
    let payload = WorkerReply(id: "7", extract: ExtractTests.whole).payload
    for count in payload.indices {
      #expect(WorkerReply(payload: Array(payload[..<count])) == nil, "\(count) bytes")
    }
    #expect(WorkerReply(payload: payload + [0]) == nil)
  }

  @Test("Bytes that a worker made up do no harm", arguments: UInt64(1)...20)
  func garbled(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let payload = WorkerReply(id: "7", extract: ExtractTests.whole).payload
    for _ in 0..<200 {
      var bytes = payload
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] =
          [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)]
          .randomElement(using: &random) ?? 0
      }
      // What can be read all the same is an extract that comes back as it is.
      guard let reply = WorkerReply(payload: bytes) else { continue }
      #expect(WorkerReply(payload: reply.payload) == reply)
    }
    for _ in 0..<50 {
      let noise = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      _ = WorkerReply(payload: noise)
    }
  }
}

extension Extract {
  /// All texts in it.
  fileprivate var texts: [String] {
    properties.flatMap { [$0.name, $0.value] } + findings.map(\.detail)
      + blocks.flatMap { block in
        block.bookmarks + block.tags
          + block.items.flatMap { item in
            switch item {
            case .text(let text): [text]
            case .field(let name, let value): [name, value]
            case .box(let box): [box.name, box.sign]
            }
          }
      }
  }
}

extension SeededRandom {
  fileprivate mutating func extract() -> Extract {
    Extract(
      format: Extract.Format.allCases.randomElement(using: &self) ?? .docx,
      properties: some(2) { Extract.Property(name: $0.text(), value: $0.text()) },
      blocks: some(12) {
        Block(place: $0.place(), bookmarks: $0.texts(), tags: $0.texts(), items: $0.items())
      },
      findings: some(3) {
        Finding(
          Finding.Kind.allCases.randomElement(using: &$0) ?? .limit,
          at: Bool.random(using: &$0) ? $0.place() : nil, detail: $0.text())
      })
  }

  private mutating func some<Thing>(_ most: Int, _ make: (inout Self) -> Thing) -> [Thing] {
    var things: [Thing] = []
    for _ in 0...Int.random(in: 0...most, using: &self) { things.append(make(&self)) }
    return things
  }

  private mutating func texts() -> [String] { Bool.random(using: &self) ? [] : some(2) { $0.text() } }

  private mutating func text() -> String {
    let pieces = [
      "", "a", "Yes", "caf\u{E9}", "cafe\u{301}", " \r\n", "\"quoted\", and not", "مراكش", "日本", "☒",
      String(repeating: "long ", count: 40),
    ]
    return some(2) { pieces.randomElement(using: &$0) ?? "" }.joined()
  }

  private mutating func place() -> Place {
    func number() -> Int? {
      [nil, 1, 2, 127, 128, 70_000, .max].randomElement(using: &self) ?? nil
    }
    return Place(
      line: number() ?? 3, table: number(), row: number(), column: number(), page: number(),
      quoteDepth: number() ?? 0)
  }

  private mutating func items() -> [Block.Item] {
    some(5) { random in
      switch Int.random(in: 0...2, using: &random) {
      case 0: return .text(random.text())
      case 1: return .field(name: random.text(), value: random.text())
      default:
        return .box(
          Block.Box(
            kind: Block.Box.Kind.allCases.randomElement(using: &random) ?? .glyph,
            isTicked: Bool.random(using: &random), name: random.text(),
            disagrees: Bool.random(using: &random), sign: random.text()))
      }
    }
  }
}
