internal import CGMime
internal import Mails

/// One part as GMime has it.
struct PartSource {
  private let object: UnsafeMutablePointer<GMimeObject>

  init(_ object: UnsafeMutablePointer<GMimeObject>) { self.object = object }

  /// The type in lower case, without parameters.
  var mediaType: String {
    guard let type = g_mime_object_get_content_type(object),
      let text = g_mime_content_type_get_mime_type(type)
    else { return "text/plain" }
    defer { g_free(text) }
    return String(cString: text).lowercased()
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
  var content: [UInt8] {
    guard let array = iscm_gmime_content(object) else { return [] }
    defer { g_byte_array_unref(array) }
    guard let start = array.pointee.data else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: Int(array.pointee.len)))
  }
}
