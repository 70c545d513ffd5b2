/// What a worker made of a document, under the document's id.
///
/// The frame is made of numbers and texts (`WireWriter`): most of what `iscm` is told of a filled form it was told
/// before, of another one, and so it must be able to compare it without taking it apart.
public struct WorkerReply: Sendable, Hashable {
  /// The id of the request.
  public var id: String
  /// What the document holds.
  public var extract: Extract

  /// Creates a reply.
  public init(id: String, extract: Extract) {
    self.id = id
    self.extract = extract
  }

  /// What the frame holds.
  public var payload: [UInt8] {
    var wire = WireWriter()
    wire.append(id)
    extract.write(to: &wire)
    return wire.bytes
  }

  /// The whole frame.
  public var frame: [UInt8] { Frame.encoded(payload) }

  /// Reads what a frame holds; nothing where that is no reply.
  ///
  /// - Parameters:
  ///   - payload: The frame without its head.
  ///   - bodies: What blocks of other documents held.
  public init?(payload: [UInt8], knowing bodies: KnownBodies = KnownBodies()) {
    var wire = WireReader(payload)
    do {
      let id = try wire.text()
      self.init(id: id, extract: try Extract(from: &wire, knowing: bodies))
    } catch {
      return nil
    }
    guard wire.isAtEnd else { return nil }
  }
}
