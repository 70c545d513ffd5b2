internal import CGMime
internal import Documents
internal import Mails

/// One part as GMime has it.
struct PartSource {
  private let object: UnsafeMutablePointer<GMimeObject>

  init(_ object: UnsafeMutablePointer<GMimeObject>) { self.object = object }

  /// The type in lower case, without parameters: plain text where what stands there is none (RFC 2045, section 5.2).
  var mediaType: String { strangeType == nil ? parsedType : "text/plain" }

  /// What stands for the type where it is none.
  private var strangeType: String? {
    guard let header = header("Content-Type") else { return nil }
    guard parsedType.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return header }
    // GMime's word for what it does not understand.
    let unknown = "application/octet-stream"
    let isMeant = header.filter { !$0.isWhitespace }.lowercased().hasPrefix(unknown)
    return parsedType != unknown || isMeant ? nil : header
  }

  private var parsedType: String {
    guard let type = g_mime_object_get_content_type(object),
      let text = g_mime_content_type_get_mime_type(type)
    else { return "text/plain" }
    defer { g_free(text) }
    return String(cString: text).lowercased()
  }

  /// What a person must look at in a leaf: programs may take other bytes from it, or another kind of document.
  func findings(at path: PartPath) -> [Finding] {
    var findings: [Finding] = []
    if let type = strangeType, fileName.isEmpty {
      let detail =
        "the part \(path) says that it is of the type '\(type.prefix { $0 != ";" }.prefix(40))', which is none"
      findings.append(Finding(.broken, detail: "\(detail); read as plain text"))
    }
    let written = written
    let encoding = TransferEncoding(header("Content-Transfer-Encoding") ?? "")
    if let problem = encoding.problem(written) {
      findings.append(Finding(.broken, detail: "the part \(path): \(problem); ask for it again"))
    }
    if mediaType.hasPrefix("text/"), let finding = LineEnds.finding(in: written, "the part \(path)") {
      findings.append(finding)
    }
    return findings
  }

  private func header(_ name: String) -> String? {
    g_mime_object_get_header(object, name).map { String(cString: $0) }
  }

  /// A parameter of the type; empty where it has none of that name.
  func parameter(_ name: String) -> String {
    g_mime_object_get_content_type_parameter(object, name).map { String(cString: $0) } ?? ""
  }

  var fileName: String { iscm_gmime_file_name(object).map { String(cString: $0) } ?? "" }

  var disposition: String {
    g_mime_object_get_disposition(object).map { String(cString: $0).lowercased() } ?? ""
  }

  var flow: MailPart.Flow {
    guard parameter("format").lowercased() == "flowed" else { return .fixed }
    return parameter("delsp").lowercased() == "yes" ? .delSp : .flowed
  }

  /// The bytes without their transfer encoding.
  var content: [UInt8] { Self.bytes(iscm_gmime_content(object)) }
  /// The bytes as they stand in the mail.
  private var written: [UInt8] { Self.bytes(iscm_gmime_written(object)) }

  private static func bytes(_ array: UnsafeMutablePointer<GByteArray>?) -> [UInt8] {
    guard let array else { return [] }
    defer { g_byte_array_unref(array) }
    guard let start = array.pointee.data else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: Int(array.pointee.len)))
  }
}
