import Chance
import Survey

/// Random numbers and texts that come again for the same seed.
struct Script: RandomNumberGenerator {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func next() -> UInt64 { random.next() }

  mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  mutating func text(of pieces: [String], upTo length: Int) -> String {
    (0..<number(below: length + 1)).map { _ in pieces[number(below: pieces.count)] }.joined()
  }
}
