internal import CYtnef
internal import Documents
internal import Mails

/// What Outlook put into a winmail.dat: the attachments, and the message's own text.
struct OutlookFile {
  /// An attachment.
  struct Attachment {
    var name: String
    var mediaType: String
    var bytes: [UInt8]
  }

  private(set) var attachments: [Attachment] = []
  /// The message's own text, as the set `charset` has it.
  private(set) var text: [UInt8] = []
  /// The set of the text; empty where none is named.
  private(set) var charset = ""
  /// Whether it has a text of its own, and none that can be read here.
  private(set) var hasUnreadText = false
  /// What a person must look at.
  private(set) var findings: [Finding] = []

  /// Properties of an attachment (MS-OXPROPS).
  private enum Property {
    static let object: UInt32 = 0x3701
    static let fileName: UInt32 = 0x3704
    static let longFileName: UInt32 = 0x3707
    static let mediaType: UInt32 = 0x370E
  }

  /// Whether bytes are such a file, or are said to be one.
  static func isOne(_ bytes: [UInt8], name: String, mediaType: String) -> Bool {
    [MailPart.winmailType, "application/vnd.ms-tnef"].contains(mediaType)
      || name.lowercased() == "winmail.dat"
      || bytes.starts(with: OutlookStream.signature)
  }

  /// Reads a file; what cannot be read of it is a finding.
  init(_ bytes: [UInt8]) {
    do throws(OutlookStream.Refusal) {
      let stream = try OutlookStream(bytes)
      text = stream.text
      hasUnreadText = stream.hasOtherText && text.isEmpty
      if stream.codePage > 0 { charset = stream.codePage == 65001 ? "utf-8" : "cp\(stream.codePage)" }
      read(stream.attachments)
    } catch {
      findings.append(error.finding)
    }
  }

  private mutating func read(_ stream: [UInt8]) {
    var stream = stream
    var file = TNEFStruct()
    TNEFInitialize(&file)
    defer { TNEFFree(&file) }
    let code = stream.withUnsafeMutableBufferPointer {
      TNEFParseMemory($0.baseAddress, $0.count, &file)
    }
    if code != 0 {
      findings.append(
        Finding(
          .broken,
          detail: "winmail.dat: libytnef gives up (\(code)); ask for the files as ordinary attachments"))
    }
    var next = file.starting_attach.next
    while let attachment = next {
      add(attachment)
      next = attachment.pointee.next
    }
  }

  private mutating func add(_ attachment: UnsafePointer<CYtnef.Attachment>) {
    let given = attachment.pointee
    var bytes = Self.bytes(given.FileData.data, count: Int(given.FileData.size))
    let object = Self.property(Property.object, of: attachment)
    // A message of Outlook's own stands behind the 16 bytes that say what it is.
    let inner = object.dropFirst(16)
    let isMessage = bytes.isEmpty && inner.starts(with: OutlookStream.signature)
    if isMessage { bytes = Array(inner) }
    let titles = [Property.longFileName, Property.fileName].map { Self.property($0, of: attachment) }
    let title = titles.first { !$0.isEmpty } ?? Self.bytes(given.Title.data, count: Int(given.Title.size))
    let name = Self.words(title)
    guard !bytes.isEmpty else {
      // What is broken has no more to say.
      guard findings.isEmpty else { return }
      findings.append(
        Finding(
          .noReader,
          detail: "winmail.dat: \"\(name.prefix(100))\" has no content that can be read; ask for it as an "
            + "ordinary attachment"))
      return
    }
    let declared = Self.words(Self.property(Property.mediaType, of: attachment)).lowercased()
    let isType = declared.utf8.count < 128 && declared.utf8.count(where: { $0 == UInt8(ascii: "/") }) == 1
    let mediaType = isMessage ? "application/ms-tnef" : isType ? declared : "application/octet-stream"
    attachments.append(Attachment(name: name, mediaType: mediaType, bytes: bytes))
  }

  private static func property(_ id: UInt32, of attachment: UnsafePointer<CYtnef.Attachment>) -> [UInt8] {
    let value = iscm_tnef_property(attachment, id)
    return bytes(value.bytes, count: value.count)
  }

  private static func bytes(_ start: UnsafePointer<UInt8>?, count: Int) -> [UInt8] {
    guard let start, count > 0 else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// A name: up to its zero, in UTF-8 or else in Windows-1252.
  private static func words(_ bytes: [UInt8]) -> String {
    let bytes = Array(bytes.prefix { $0 != 0 })
    return String(validating: bytes, as: UTF8.self) ?? Charset.westernEurope(bytes)
  }
}
