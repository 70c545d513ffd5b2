import CScan
import Chance
import Testing

@Suite("Kernels of vector instructions")
struct KernelTests {
  /// The kernels that this machine runs.
  static let kernels = [ISCM_SCAN_PORTABLE, ISCM_SCAN_SSE2, ISCM_SCAN_AVX2, ISCM_SCAN_NEON].filter {
    iscm_scan_runs($0)
  }

  /// What a kernel finds in bytes behind three others.
  private struct Found: Equatable {
    var suspect = 0
    var commas: [UInt64] = []
    var ends: [UInt64] = []
    var lines: [UInt64] = []
    /// Of each word, how many commas and lines it has.
    var counts: [[Int]] = []
    var isQuoted = false
    var followsCR = false
    var mayOpen = false
    var followsClosing = false

    init(
      _ kernel: iscm_scan_kernel, _ bytes: [UInt8], before: [UInt8] = [0, 0, 0], isQuoted: Bool = false,
      isLast: Bool = true
    ) {
      let words = (bytes.count + 63) / 64
      let padded = before + bytes + [UInt8](repeating: 0, count: words * 64 - bytes.count)
      var masks = [iscm_scan_word](repeating: iscm_scan_word(), count: words)
      var state = iscm_scan_state(
        is_quoted: isQuoted, follows_cr: before.last == 13, may_open: true, follows_closing: false)
      padded.withUnsafeBufferPointer { padded in
        guard let start = padded.baseAddress else { return }
        suspect = iscm_scan(kernel, start + 3, bytes.count, isLast, &state, &masks)
      }
      commas = masks.map(\.commas)
      ends = masks.map(\.ends)
      lines = masks.map(\.lines)
      counts = masks.map { [Int($0.comma_count), Int($0.line_count)] }
      (self.isQuoted, followsCR) = (state.is_quoted, state.follows_cr)
      (mayOpen, followsClosing) = (state.may_open, state.follows_closing)
    }

    /// The places of a mask's bits.
    static func places(_ masks: [UInt64]) -> [Int] {
      masks.indices.flatMap { word in
        (0..<64).filter { masks[word] & 1 << UInt64($0) != 0 }.map { word * 64 + $0 }
      }
    }
  }

  @Test("The best kernel is one that runs")
  func best() {
    #expect(Self.kernels.contains(iscm_scan_best()))
    #expect(Self.kernels.contains(ISCM_SCAN_PORTABLE))
  }

  @Test("Commas, ends and lines stand where a reading byte by byte finds them", arguments: UInt64(1)...40)
  func masks(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("\"\"\",,\n\rab ".utf8)
    let bytes = (0..<Int.random(in: 1...400, using: &random)).map { _ in
      alphabet.randomElement(using: &random) ?? 0
    }
    let isQuoted = Bool.random(using: &random)
    var (open, commas, ends, lines) = (isQuoted, [Int](), [Int](), [Int]())
    for (place, byte) in bytes.enumerated() {
      let isBreak = byte == 10 || byte == 13
      if byte == 34 { open.toggle() }
      if byte == 44, !open { commas.append(place) }
      if isBreak, !open { ends.append(place) }
      if byte == 13 || byte == 10 && (place == 0 || bytes[place - 1] != 13) { lines.append(place) }
    }
    for kernel in Self.kernels {
      let found = Found(kernel, bytes, isQuoted: isQuoted)
      #expect(Found.places(found.commas) == commas)
      #expect(Found.places(found.ends) == ends)
      #expect(Found.places(found.lines) == lines)
      let counts = zip(found.commas, found.lines).map { [$0.nonzeroBitCount, $1.nonzeroBitCount] }
      #expect(found.counts == counts)
      #expect(found.isQuoted == open)
      #expect(found == Found(ISCM_SCAN_PORTABLE, bytes, isQuoted: isQuoted))
      let isOdd = bytes.withUnsafeBufferPointer { iscm_scan_parity(kernel, $0.baseAddress, $0.count) }
      #expect(isOdd == (bytes.count { $0 == 34 } % 2 == 1))
    }
  }

  @Test("Bytes are suspect exactly where they are no UTF-8", arguments: UInt64(1)...60)
  func utf8(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let whole: [Unicode.Scalar] = [
      "a", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "é", "中",
    ]
    for _ in 0..<40 {
      var bytes: [UInt8] = []
      while bytes.count < 150 { bytes += Array(String(whole.randomElement(using: &random) ?? "a").utf8) }
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0x80...0xFF, using: &random)
        case 1: bytes.removeSubrange(place...)
        default: bytes.remove(at: place)
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      for kernel in Self.kernels {
        let found = Found(kernel, bytes)
        #expect((found.suspect == bytes.count) == isValid, "\(bytes)")
        // A byte that begins no character is seen at once, or with the byte behind it, in the next 64.
        let behind = found.suspect - Found(ISCM_SCAN_PORTABLE, bytes).suspect
        #expect(behind == 0 || kernel != ISCM_SCAN_SSE2 && behind <= 64 && behind > 0, "\(bytes)")
      }
    }
  }

  @Test("A character that is cut by the end of the bytes is none, unless more bytes follow")
  func cut() {
    let bytes = [UInt8](repeating: 0x61, count: 62) + [0xE4, 0xB8]
    for kernel in Self.kernels {
      #expect(Found(kernel, bytes).suspect == 0)
      #expect(Found(kernel, bytes, isLast: false).suspect == bytes.count)
      let rest = [0xAD] + [UInt8](repeating: 0x61, count: 63)
      #expect(Found(kernel, rest, before: Array(bytes.suffix(3))).suspect == rest.count)
      #expect(Found(kernel, [0x61] + rest.dropFirst(), before: Array(bytes.suffix(3))).suspect == 0)
    }
  }

  @Test(
    "A stray quotation mark, text behind a closing one and a zero byte are suspect",
    arguments: [
      ("a,\"b\",c\n", false), ("a\"b\n", true), ("\"a\"b\n", true), ("\"a\"\"b\"\n", false),
      ("\"a\" ,b\n", true),
      (" \"a\"\n", true), ("\"\"\n", false), ("a,\"\"\"\"\n", false), ("a\0b\n", true), ("\"a\0\"\n", true),
    ])
  func suspects(text: String, isSuspect: Bool) {
    // Once at the start, once over the border between two words.
    for lead in ["", String(repeating: "x,", count: 31), String(repeating: "x,", count: 30) + "xy,"] {
      let bytes = Array((lead + text).utf8)
      for kernel in Self.kernels {
        #expect((Found(kernel, bytes).suspect < bytes.count) == isSuspect, "\(lead.count) \(text)")
      }
    }
  }
}
