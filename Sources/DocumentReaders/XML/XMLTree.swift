/// A part of a document as a tree of elements and texts, kept in flat arrays.
///
/// Only names that a reader asks for are kept as names, and only attributes of such names.
struct XMLTree {
  /// A place in the tree.
  struct Node: Hashable {
    fileprivate(set) var index: Int32
  }

  /// An element or a text.
  struct Item {
    /// Nothing for a text, and for an element whose name no reader asks for.
    var name: XMLName?
    var isText: Bool
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
    /// A text's bytes, or an element's attributes.
    var from: Int32
    var to: Int32
  }

  /// An attribute of an element.
  struct Attribute {
    var name: XMLName
    var from: Int32
    var to: Int32
  }

  var items: [Item] = []
  var attributes: [Attribute] = []
  /// The texts and the values of the attributes, in UTF-8.
  var bytes: [UInt8] = []

  /// The element that encloses all others.
  var root: Node? { items.isEmpty ? nil : Node(index: 0) }

  /// What an element is called; nothing for a text and for what no reader asks for.
  func name(_ node: Node) -> XMLName? { items[Int(node.index)].name }

  /// Whether something is a text.
  func isText(_ node: Node) -> Bool { items[Int(node.index)].isText }

  /// The words of a text.
  func text(_ node: Node) -> String {
    let item = items[Int(node.index)]
    return item.isText ? string(item.from, item.to) : ""
  }

  /// The value of an attribute; nothing where the element has none of the name.
  func attribute(_ node: Node, _ name: XMLName) -> String? {
    let item = items[Int(node.index)]
    guard !item.isText else { return nil }
    for index in Int(item.from)..<Int(item.to) where attributes[index].name == name {
      return string(attributes[index].from, attributes[index].to)
    }
    return nil
  }

  /// What stands in an element, in order.
  func children(_ node: Node) -> Children {
    Children(items: items, following: items[Int(node.index)].firstChild)
  }

  /// The first element of a name in an element.
  func child(_ node: Node, _ name: XMLName) -> Node? { children(node).first { self.name($0) == name } }

  /// The first element of a name below another, however deep.
  func find(_ name: XMLName, in node: Node) -> Node? {
    for child in children(node) {
      if self.name(child) == name { return child }
      if let found = find(name, in: child) { return found }
    }
    return nil
  }

  /// All elements of a name below another that do not stand in each other.
  func all(_ name: XMLName, in node: Node) -> [Node] {
    children(node).flatMap { self.name($0) == name ? [$0] : all(name, in: $0) }
  }

  /// All words in an element, however deep.
  func words(_ node: Node) -> String {
    if isText(node) { return text(node) }
    var result = ""
    for child in children(node) {
      let words = words(child)
      // The most have one child.
      if result.isEmpty { result = words } else { result += words }
    }
    return result
  }

  private func string(_ from: Int32, _ to: Int32) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0[Int(from)..<Int(to)], as: UTF8.self) }
  }

  /// The children of an element, one after the other.
  struct Children: Sequence, IteratorProtocol {
    fileprivate let items: [Item]
    fileprivate var following: Int32

    mutating func next() -> Node? {
      guard following >= 0 else { return nil }
      defer { following = items[Int(following)].nextSibling }
      return Node(index: following)
    }
  }
}
