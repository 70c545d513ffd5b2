internal import Synchronization

extension Block {
  /// What a block holds, wherever it stands.
  ///
  /// A class, because in a batch of forms most cells are the same to the letter and share one body: what was worked out
  /// of it for one form is found again for the next by the object, without a look at its words.
  public final class Body: Sendable {
    /// The names of the bookmarks in it.
    public let bookmarks: [String]
    /// The tags of the content controls around it or in it.
    public let tags: [String]
    /// What it holds, in order.
    public let items: [Item]
    /// Its hash once somebody asked for it, else 0: who only reads documents never does.
    private let knownHash = Atomic(0)

    /// Creates a body.
    public init(bookmarks: [String] = [], tags: [String] = [], items: [Item]) {
      self.bookmarks = bookmarks
      self.tags = tags
      self.items = items
    }

    /// The body in which nothing is.
    public static let empty = Body(items: [])
  }
}

extension Block.Body: Hashable {
  /// Whether both hold the same, be they one object or two.
  public static func == (first: Block.Body, second: Block.Body) -> Bool {
    first === second
      || (first.bookmarks == second.bookmarks && first.tags == second.tags && first.items == second.items)
  }

  /// Hashes what it holds, the first time; later it is known.
  public func hash(into hasher: inout Hasher) {
    var hash = knownHash.load(ordering: .relaxed)
    if hash == 0 {
      var own = Hasher()
      own.combine(bookmarks)
      own.combine(tags)
      own.combine(items)
      hash = own.finalize() | 1
      knownHash.store(hash, ordering: .relaxed)
    }
    hasher.combine(hash)
  }
}
