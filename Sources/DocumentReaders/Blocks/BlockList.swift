internal import Documents

/// The blocks and findings of a document while it is read.
///
/// Blocks can stand in each other, as the cells of a table in a cell do: the outer one comes first, and what is added
/// belongs to the innermost that is open.
struct BlockList {
  private var extract: Extract
  private let limits: ReadingLimits
  private var open: [(builder: BlockBuilder, index: Int, keepsEmpty: Bool)] = []
  /// How many of the open blocks lie outside of the table or text box that is being read.
  private var outside = 0
  /// Bookmarks that begin where no block is open: they belong to the next.
  private var waitingBookmarks: [String] = []
  /// The tags of the controls around whole blocks.
  private var tags: [String] = []
  private var lines = 0
  private var tables = 0

  init(format: Extract.Format, limits: ReadingLimits) {
    extract = Extract(format: format)
    self.limits = limits
  }

  /// Where the innermost block stands.
  var place: Place? { open.last?.builder.place }
  /// Whether a block is open in the table or text box that is being read.
  var isOpen: Bool { open.count > outside }

  /// Counts a paragraph or a line.
  mutating func countLine() { lines += 1 }

  /// Counts a table.
  ///
  /// - Returns: Its number.
  mutating func countTable() -> Int {
    tables += 1
    return tables
  }

  /// Begins a table or a text box: its blocks are no part of the one that is open.
  ///
  /// - Returns: What `endInside` needs.
  mutating func beginInside() -> Int {
    defer { outside = open.count }
    return outside
  }

  /// Ends a table or a text box.
  mutating func endInside(_ before: Int) { outside = before }

  /// Begins a block.
  ///
  /// - Parameters:
  ///   - cell: The table, row and column where it is a cell.
  ///   - page: The page of a PDF.
  ///   - depth: How deep it is quoted.
  ///   - keepsEmpty: Whether it stays where nothing is in it, as a cell does.
  /// - Throws: `Stop` where the document has too many blocks.
  mutating func begin(
    cell: (table: Int, row: Int, column: Int)? = nil, page: Int? = nil, depth: Int = 0, keepsEmpty: Bool
  ) throws(Stop) {
    guard extract.blocks.count < limits.blocks else {
      throw Stop(.limit, "more than \(limits.blocks) cells and paragraphs")
    }
    let place = Place(
      line: lines + 1, table: cell?.table, row: cell?.row, column: cell?.column, page: page, quoteDepth: depth
    )
    var builder = BlockBuilder(place: place, tags: tags)
    builder.bookmarks = waitingBookmarks
    waitingBookmarks = []
    open.append((builder, extract.blocks.count, keepsEmpty))
    extract.blocks.append(Block(place: place, body: .empty))
  }

  /// Ends the block that was begun last.
  mutating func end() {
    guard var ended = open.popLast() else { return }
    if ended.builder.isEmpty, !ended.keepsEmpty, ended.index == extract.blocks.count - 1 {
      extract.blocks.removeLast()
    } else {
      let block = ended.builder.finished()
      extract.blocks[ended.index] = block
      if ended.builder.isTorn || block.items.repeatField {
        add(
          Finding(
            .broken, at: block.place,
            detail:
              "a field was torn when the document was saved by another program: its lines may have run together, "
              + "or stand there several times"))
      }
    }
  }

  /// Lends the innermost block; nothing happens where none is open.
  mutating func withBlock(_ body: (inout BlockBuilder) -> Void) {
    if let last = open.indices.last { body(&open[last].builder) }
  }

  mutating func append(_ text: String) {
    if let last = open.indices.last { open[last].builder.append(text) }
  }

  mutating func add(property: Extract.Property) { extract.properties.append(property) }

  mutating func add(_ finding: Finding) {
    if extract.findings.count < limits.findings {
      extract.findings.append(finding)
    } else if extract.findings.count == limits.findings {
      extract.findings.append(Finding(.limit, detail: "more than \(limits.findings) findings"))
    }
  }

  /// Goes on with the last finding where it is of the same kind, at the same place and begins in the same way.
  ///
  /// - Parameters:
  ///   - kind: What was found.
  ///   - beginning: How it begins: what was done, and by whom.
  ///   - words: What it goes on with.
  mutating func add(_ kind: Finding.Kind, beginning: String, words: String) {
    let longest = 200
    let words = String(words.prefix(longest))
    if let last = extract.findings.last, last.kind == kind, last.place == place,
      last.detail.hasPrefix(beginning)
    {
      guard last.detail.utf8.count < longest else { return }
      extract.findings[extract.findings.count - 1] = Finding(kind, at: place, detail: last.detail + words)
    } else {
      add(Finding(kind, at: place, detail: beginning + words))
    }
  }

  /// Notes a bookmark in the block that is open or else comes next; those that begin with a low line are hidden.
  mutating func add(bookmark: String) {
    guard !bookmark.hasPrefix("_"), !bookmark.isEmpty else { return }
    let before = isOpen ? open.last?.builder.bookmarks ?? [] : waitingBookmarks
    guard before.count < limits.bookmarks else {
      add(.limit, beginning: "more than \(limits.bookmarks) bookmarks in one place", words: "")
      return
    }
    // A program that saves a document again can split a bookmark in two of one name.
    guard !before.contains(bookmark) else { return }
    if isOpen { withBlock { $0.bookmarks.append(bookmark) } } else { waitingBookmarks.append(bookmark) }
  }

  /// Enters a content control: its tag is noted on the block that is open, or on all blocks until `leave`.
  ///
  /// Word allows 64 characters; a tag that is much longer is none.
  mutating func enter(tag: String) {
    let tag = tag.utf8.count > 300 ? "" : tag
    if isOpen, !tag.isEmpty { withBlock { $0.tags.append(tag) } }
    tags.append(isOpen ? "" : tag)
  }

  /// Leaves the content control that was entered last.
  mutating func leave() { _ = tags.popLast() }

  /// Everything that was read; blocks that are open are ended.
  mutating func finished() -> Extract {
    while !open.isEmpty { end() }
    return extract
  }
}
