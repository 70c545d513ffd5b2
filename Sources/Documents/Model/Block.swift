/// One cell of a table, one paragraph, one field of a form, or one line of a text.
public struct Block: Sendable, Hashable {
  /// Something in a block.
  public enum Item: Sendable, Hashable {
    /// Words; what was deleted as a tracked change is not among them.
    case text(String)
    /// A check box, a typed mark in its place, or a named field that can be on or off.
    case box(Box)
    /// A field with a value of its own: a content control, a form field, a cell of a workbook.
    case field(name: String, value: String)
  }

  /// A box that can be ticked.
  public struct Box: Sendable, Hashable {
    /// How the box was made.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// A content control (`w14:checkbox`), or a check box of OpenDocument or PDF.
      case control
      /// A legacy form field of Word (`w:ffData`).
      case legacy
      /// A sign that somebody typed or that stands for a box: ☐ ☒ ☑ ✓ [x] (x) and Wingdings.
      case glyph
    }

    /// How it was made.
    public let kind: Kind
    /// Whether it is ticked.
    public let isTicked: Bool
    /// Its own name: a content control's tag, a field's name; empty where it has none.
    public let name: String
    /// Whether the sign that is seen says otherwise than the box itself.
    public let disagrees: Bool
    /// What stands there to the letter, where it is a sign in a text: `(x)`; else empty.
    public let sign: String

    /// Creates a box.
    public init(
      kind: Kind, isTicked: Bool, name: String = "", disagrees: Bool = false, sign: String = ""
    ) {
      self.kind = kind
      self.isTicked = isTicked
      self.name = name
      self.disagrees = disagrees
      self.sign = sign
    }
  }

  /// Where it stands.
  public var place: Place
  /// What it holds.
  public var body: Body

  /// Creates a block of what stands at a place.
  public init(place: Place, body: Body) {
    self.place = place
    self.body = body
  }

  /// Creates a block.
  public init(place: Place, bookmarks: [String] = [], tags: [String] = [], items: [Item]) {
    self.init(place: place, body: Body(bookmarks: bookmarks, tags: tags, items: items))
  }

  /// The names of the bookmarks in it.
  public var bookmarks: [String] {
    get { body.bookmarks }
    set { body = Body(bookmarks: newValue, tags: tags, items: items) }
  }

  /// The tags of the content controls around it or in it.
  public var tags: [String] {
    get { body.tags }
    set { body = Body(bookmarks: bookmarks, tags: newValue, items: items) }
  }

  /// What it holds, in order.
  public var items: [Item] {
    get { body.items }
    set { body = Body(bookmarks: bookmarks, tags: tags, items: newValue) }
  }

  /// The words of the block and the values of its fields, without its boxes.
  public var text: String {
    items.map { item in
      switch item {
      case .text(let text): text
      case .field(_, let value): value
      case .box: ""
      }
    }.joined()
  }
}
