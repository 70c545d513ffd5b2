internal import CXml2
internal import PageDrawing

/// The texts that an SVG draws: its title and its description are not among them.
struct SVGTexts {
  private(set) var texts: [String] = []
  /// How many elements `text` are open around the parser.
  private var depth = 0
  private var open: [Bool] = []
  private var hasDocumentType = false
  private var parse = iscm_xml_parse()

  private init() {}

  /// Reads an SVG without building anything of it.
  ///
  /// - Parameter svg: The document. One with a document type, which could declare entities, is refused.
  /// - Returns: The contents of its elements `text`, in pieces.
  /// - Throws: `WriterError.noPicture` where it is no well-formed XML.
  static func read(_ svg: [UInt8]) throws(WriterError) -> [String] {
    guard svg.count < Int(Int32.max) else { throw .noPicture("it is larger than 2 GiB") }
    let reading = UnsafeMutablePointer<SVGTexts>.allocate(capacity: 1)
    reading.initialize(to: SVGTexts())
    defer {
      reading.deinitialize(count: 1)
      reading.deallocate()
    }
    let error = svg.withUnsafeBytes { bytes in
      withUnsafePointer(to: listener()) { listener in
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iscm_xml_run(start, Int32(bytes.count), listener, reading, &reading.pointee.parse)
      }
    }
    if reading.pointee.hasDocumentType { throw .noPicture("it has a document type") }
    if error != 0 { throw .noPicture("it is no well-formed XML (libxml2's error \(error))") }
    return reading.pointee.texts
  }

  private static func listener() -> iscm_xml_listener {
    var listener = iscm_xml_listener()
    listener.start = { context, name, _, _, _ in
      guard let name, let reading = context?.assumingMemoryBound(to: SVGTexts.self) else { return }
      let isText = String(cString: name) == "text"
      reading.pointee.open.append(isText)
      if isText { reading.pointee.depth += 1 }
    }
    listener.end = { context in
      guard let reading = context?.assumingMemoryBound(to: SVGTexts.self) else { return }
      if reading.pointee.open.popLast() == true { reading.pointee.depth -= 1 }
    }
    listener.text = { context, text, count in
      guard let text, let reading = context?.assumingMemoryBound(to: SVGTexts.self),
        reading.pointee.depth > 0
      else { return }
      let bytes = UnsafeBufferPointer(start: text, count: Int(count))
      reading.pointee.texts.append(String(decoding: bytes, as: UTF8.self))
    }
    listener.document_type = { context in
      guard let reading = context?.assumingMemoryBound(to: SVGTexts.self) else { return }
      reading.pointee.hasDocumentType = true
      iscm_xml_stop(&reading.pointee.parse)
    }
    return listener
  }
}
