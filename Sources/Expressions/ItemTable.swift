/// A list of choices, or a file of them, as `choice_filter` and `instance('list')/root/item` look at it.
public struct ItemTable: Sendable {
  /// The name of the list: what `instance()` takes.
  public let name: String

  /// The names of the columns, `name` and `label` among them.
  public let columns: [String]

  let rows: [[String?]]
  let indices: [String: Int]

  /// Creates a list of items.
  ///
  /// - Parameters:
  ///   - name: What `instance()` takes.
  ///   - columns: The names of the columns; the first of two of one name is the one that is found.
  ///   - rows: One array per item; nothing where an item does not have the column, which is then not even a node,
  ///     and so for the last values of a short row.
  public init(name: String, columns: [String], rows: [[String?]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.indices = Dictionary(zip(columns, columns.indices), uniquingKeysWith: { first, _ in first })
  }

  /// How many items there are.
  public var count: Int { rows.count }

  /// What `instance()` gives: the node above `root`, whose children are the items.
  public var document: any Node { ItemNode(table: Table(self), level: .document) }

  /// A value of an item.
  subscript(item: Int, column: Int) -> String? { column < rows[item].count ? rows[item][column] : nil }

  /// The items, as context nodes for a `choice_filter`.
  public var items: [any Node] {
    let table = Table(self)
    return rows.indices.map { ItemNode(table: table, level: .item($0)) }
  }

  /// Shared storage, so that a node is one reference and two numbers; it never changes.
  final class Table: Sendable {
    let contents: ItemTable
    init(_ contents: ItemTable) { self.contents = contents }
  }
}

/// A node of an item table: the document, its root, an item, or a value of an item.
private struct ItemNode: Node {
  enum Level {
    case document
    case root
    case item(Int)
    case value(item: Int, column: Int)
  }

  let table: ItemTable.Table
  let level: Level

  var name: String {
    switch level {
    case .document: ""
    case .root: "root"
    case .item: "item"
    case .value(_, let column): table.contents.columns[column]
    }
  }

  var value: Value {
    guard case .value(let item, let column) = level else { return .empty }
    return .text(table.contents[item, column] ?? "")
  }

  var parent: (any Node)? {
    switch level {
    case .document: nil
    case .root: at(.document)
    case .item: at(.root)
    case .value(let item, _): at(.item(item))
    }
  }

  var position: Int {
    guard case .item(let item) = level else { return 1 }
    return item + 1
  }

  func children(named name: String?) -> [any Node] {
    switch level {
    case .document: return name == nil || name == "root" ? [at(.root)] : []
    case .root:
      return name == nil || name == "item" ? table.contents.rows.indices.map { at(.item($0)) } : []
    case .item(let item):
      let columns = name.map { table.contents.indices[$0].map { $0..<($0 + 1) } ?? 0..<0 }
      return (columns ?? table.contents.columns.indices)
        .filter { table.contents[item, $0] != nil }.map { at(.value(item: item, column: $0)) }
    case .value: return []
    }
  }

  func nodes(referredToAs name: String) -> [any Node] { [] }

  var isOfList: Bool { true }

  private func at(_ level: Level) -> ItemNode { ItemNode(table: table, level: level) }
}
