internal import CXml2
internal import Documents
internal import Glibc

extension XMLTree {
  /// Puts a tree together from what a parser tells.
  struct Builder {
    private(set) var tree = XMLTree()
    /// Why the parser was stopped.
    private(set) var stop: Stop?
    private let limits: ReadingLimits
    private var names = XMLNameCache()
    /// The elements that are open, each with its last child.
    private var open: [(index: Int32, last: Int32)] = []

    /// Starts an empty tree.
    ///
    /// - Parameters:
    ///   - limits: How much it may be.
    ///   - length: How many bytes will be parsed.
    init(limits: ReadingLimits, length: Int) {
      self.limits = limits
      // As many as a document of Word has, without growing; one of other proportions grows.
      let usual = min(length, 1 << 20)
      tree.items.reserveCapacity(usual / 24)
      tree.attributes.reserveCapacity(usual / 48)
      tree.bytes.reserveCapacity(usual / 4)
    }

    /// Whether the parser has to go on.
    var goesOn: Bool { stop == nil }

    mutating func end(with stop: Stop) { if self.stop == nil { self.stop = stop } }

    mutating func start(_ name: XMLName?) {
      if open.count >= limits.depth {
        end(with: Stop(.limit, "elements stand more than \(limits.depth) deep in each other"))
      }
      let first = Int32(tree.attributes.count)
      let index = add(Item(name: name, isText: false, from: first, to: first))
      open.append((index, -1))
    }

    /// Adds an attribute to the element that was started last.
    ///
    /// - Parameters:
    ///   - name: What it is called.
    ///   - value: Its value.
    ///   - isPlain: Whether no reference is left in it.
    mutating func attribute(_ name: XMLName, _ value: UnsafeBufferPointer<UInt8>, isPlain: Bool = false) {
      let from = Int32(tree.bytes.count)
      // libxml2 leaves this one reference as it is where it replaces no entities.
      if !isPlain, value.contains(UInt8(ascii: "&")) {
        tree.bytes.append(contentsOf: Self.withoutReferences(value))
      } else {
        tree.bytes.append(contentsOf: value)
      }
      tree.attributes.append(Attribute(name: name, from: from, to: Int32(tree.bytes.count)))
      if let element = open.last { tree.items[Int(element.index)].to = Int32(tree.attributes.count) }
    }

    mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
      guard let element = open.last, !text.isEmpty else { return }
      let from = Int32(tree.bytes.count)
      tree.bytes.append(contentsOf: text)
      // A parser hands a text over in pieces.
      if element.last >= 0, tree.items[Int(element.last)].isText, tree.items[Int(element.last)].to == from {
        tree.items[Int(element.last)].to = Int32(tree.bytes.count)
      } else {
        _ = add(Item(name: nil, isText: true, from: from, to: Int32(tree.bytes.count)))
      }
    }

    mutating func end() { _ = open.popLast() }

    /// The name by the addresses of its parts, which libxml2 keeps once each in a document.
    mutating func name(
      _ local: UnsafePointer<UInt8>?, _ space: UnsafePointer<UInt8>?
    ) -> XMLName? {
      names.name(local, space)
    }

    /// The name of an element or attribute of HTML, whose parser knows no namespaces.
    mutating func htmlName(_ local: UnsafePointer<UInt8>?) -> XMLName? {
      names.name(local, XMLName.htmlSpace.utf8Start)
    }

    private mutating func add(_ item: Item) -> Int32 {
      let index = Int32(tree.items.count)
      if tree.items.count + tree.attributes.count >= limits.nodes {
        end(with: Stop(.limit, "a part of more than \(limits.nodes) elements"))
      }
      if let parent = open.indices.last {
        if open[parent].last < 0 {
          tree.items[Int(open[parent].index)].firstChild = index
        } else {
          tree.items[Int(open[parent].last)].nextSibling = index
        }
        open[parent].last = index
      }
      tree.items.append(item)
      return index
    }

    private static func withoutReferences(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
      let reference = Array("&#38;".utf8)
      var result: [UInt8] = []
      var rest = value[...]
      while let byte = rest.first {
        result.append(byte)
        rest = rest.dropFirst(rest.starts(with: reference) ? reference.count : 1)
      }
      return result
    }
  }

  /// What is parsed.
  enum Language {
    case xml
    /// HTML in UTF-8.
    case html
  }

  /// Parses a part of XML, or HTML.
  ///
  /// - Parameters:
  ///   - bytes: The part.
  ///   - language: What it is.
  ///   - name: What the part is called, for findings.
  ///   - limits: How much it may be.
  /// - Returns: The tree as far as it goes, and why it goes no further.
  static func parsed(
    _ bytes: [UInt8], _ language: Language = .xml, name: String, limits: ReadingLimits
  ) -> (tree: XMLTree, stop: Stop?) {
    guard bytes.count < Int(Int32.max) else {
      return (XMLTree(), Stop(.limit, "\(name) is larger than 2 GiB"))
    }
    let parse = UnsafeMutablePointer<Parse>.allocate(capacity: 1)
    parse.initialize(
      to: Parse(builder: Builder(limits: limits, length: bytes.count), parser: iscm_xml_parse()))
    defer {
      parse.deinitialize(count: 1)
      parse.deallocate()
    }
    let error = bytes.withUnsafeBytes { buffer in
      withUnsafePointer(to: listener()) { listener in
        let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        return switch language {
        case .xml: iscm_xml_run(start, Int32(buffer.count), listener, parse, &parse.pointee.parser)
        case .html: iscm_html_run(start, Int32(buffer.count), listener, parse, &parse.pointee.parser)
        }
      }
    }
    if let stop = parse.pointee.builder.stop {
      return (parse.pointee.builder.tree, Stop(stop.finding.kind, "\(name): \(stop.finding.detail)"))
    }
    let broken = error == 0 ? nil : Stop(.broken, "\(name) is no well-formed XML (libxml2's error \(error))")
    return (parse.pointee.builder.tree, broken)
  }

  /// What the parser hands back to its listener.
  private struct Parse {
    var builder: Builder
    var parser: iscm_xml_parse
  }

  /// Tells a builder what the parser finds.
  private static func listener() -> iscm_xml_listener {
    var listener = iscm_xml_listener()
    listener.start = { context, name, space, count, attributes in
      guard let parse = context?.assumingMemoryBound(to: Parse.self), parse.pointee.builder.goesOn else {
        return
      }
      let element = parse.pointee.builder.name(name, space)
      parse.pointee.builder.start(element)
      if element != nil, let attributes {
        for index in 0..<Int(count) {
          // Name, prefix, namespace, where the value begins and where it ends.
          let cells = attributes + 5 * index
          guard let name = parse.pointee.builder.name(cells[0], cells[2]), let start = cells[3],
            let end = cells[4]
          else { continue }
          parse.pointee.builder.attribute(name, UnsafeBufferPointer(start: start, count: end - start))
        }
      }
      if !parse.pointee.builder.goesOn { iscm_xml_stop(&parse.pointee.parser) }
    }
    listener.html_start = { context, name, attributes in
      guard let parse = context?.assumingMemoryBound(to: Parse.self), parse.pointee.builder.goesOn else {
        return
      }
      let element = parse.pointee.builder.htmlName(name)
      parse.pointee.builder.start(element)
      if element != nil, var cell = attributes {
        while let name = cell[0] {
          if let name = parse.pointee.builder.htmlName(name) {
            let length = cell[1].map { strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) } ?? 0
            parse.pointee.builder.attribute(
              name, UnsafeBufferPointer(start: cell[1], count: length), isPlain: true)
          }
          cell += 2
        }
      }
      if !parse.pointee.builder.goesOn { iscm_xml_stop(&parse.pointee.parser) }
    }
    listener.end = { $0?.assumingMemoryBound(to: Parse.self).pointee.builder.end() }
    listener.text = { context, text, count in
      context?.assumingMemoryBound(to: Parse.self).pointee.builder
        .text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    listener.document_type = { context in
      guard let parse = context?.assumingMemoryBound(to: Parse.self) else { return }
      parse.pointee.builder.end(
        with: Stop(.refused, "a part has a document type, which could declare entities"))
      iscm_xml_stop(&parse.pointee.parser)
    }
    return listener
  }
}
