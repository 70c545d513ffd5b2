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
    /// About how many bytes it holds.
    public let size: Int
    /// Its hash once somebody asked for it, else 0: who only reads documents never does.
    private let knownHash = Atomic(0)

    /// Creates a body.
    public init(bookmarks: [String] = [], tags: [String] = [], items: [Item]) {
      self.bookmarks = bookmarks
      self.tags = tags
      self.items = items
      size = items.reduce(0) { $0 + $1.size } + (bookmarks + tags).reduce(0) { $0 + 8 + $1.utf8.count }
    }

    /// The body in which nothing is.
    public static let empty = Body(items: [])
  }
}

extension Block.Body: Rememberable {
  /// Whether both hold the same to the byte, be they one object or two: Swift takes texts for equal that Unicode calls
  /// equivalent, and what is known of one spelling of `é` must not be said of the other.
  public static func == (first: Block.Body, second: Block.Body) -> Bool {
    if first === second { return true }
    return first.hash == second.hash && first.bookmarks == second.bookmarks && first.tags == second.tags
      && first.items == second.items
      && first.texts.elementsEqual(second.texts) { $0.utf8.elementsEqual($1.utf8) }
  }

  /// Hashes what it holds, the first time; later it is known.
  public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  private var hash: Int {
    let known = knownHash.load(ordering: .relaxed)
    if known != 0 { return known }
    var hasher = Hasher()
    hasher.combine(bookmarks)
    hasher.combine(tags)
    hasher.combine(items)
    // 0 says that nobody asked.
    let hash = hasher.finalize() | 1
    knownHash.store(hash, ordering: .relaxed)
    return hash
  }

  /// All texts in it, in order.
  private var texts: [String] {
    bookmarks + tags
      + items.flatMap { item in
        switch item {
        case .text(let text): [text]
        case .field(let name, let value): [name, value]
        case .box(let box): [box.name, box.sign]
        }
      }
  }
}

extension Block.Item {
  /// About how many bytes it holds: those of its texts, and a few for itself.
  fileprivate var size: Int {
    switch self {
    case .text(let text): 8 + text.utf8.count
    case .field(let name, let value): 8 + name.utf8.count + value.utf8.count
    case .box(let box): 8 + box.name.utf8.count + box.sign.utf8.count
    }
  }
}
