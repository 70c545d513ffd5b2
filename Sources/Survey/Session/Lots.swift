internal import Chance
internal import Synchronization

/// The random numbers of one evaluation: the same each time that it is made anew in the same response.
///
/// So a draft that is gone on with is the draft that was left, and an answer elsewhere draws no other lot. They follow
/// from the identity of the response, which is random itself, and from the place of the expression, by the names that it
/// had first: a form may be changed while drafts are open.
///
/// A class, because the functions of one expression draw one after the other; the lock makes it safe to share.
final class Lots: Sendable {
  private let source: Mutex<SeededRandom>

  /// Begins with the first lot.
  ///
  /// - Parameters:
  ///   - response: The identity of the response.
  ///   - place: Where the expression stands.
  ///   - history: What it was called before.
  init(of response: Response.ID, at place: FormNode.Place, _ history: FormHistory) {
    // FNV-1a: any mix will do, as long as it stays the same.
    let seed = "\(response) \(place.path(history))".utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    source = Mutex(SeededRandom(seed: seed))
  }

  /// 64 random bits.
  func draw() -> UInt64 { source.withLock { $0.next() } }
}

extension FormNode.Place {
  /// The place as a text, by first names: no other has the same.
  fileprivate func path(_ history: FormHistory) -> String {
    func text(_ repeats: [Address.Repeat]) -> String {
      repeats.map { "\(history.first($0.group))[\($0.number)]/" }.joined()
    }
    return switch self {
    case .question(let address): text(address.repeats) + history.first(address.question).text
    case .group(let path): text(path.repeats) + "\(history.first(path.group))/"
    case .instance(let repeats): text(repeats)
    case .root, .form, .meta, .instanceID: ""
    }
  }
}
