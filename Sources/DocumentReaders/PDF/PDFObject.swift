internal import CQpdf

/// An object of a PDF, lent by qpdf for as long as the document is open.
struct PDFObject {
  private let document: qpdf_data?
  let handle: qpdf_oh

  init(_ document: qpdf_data?, _ handle: qpdf_oh) {
    self.document = document
    self.handle = handle
  }

  /// The value of a key; null where this is no dictionary or has no such key.
  subscript(key: String) -> PDFObject {
    PDFObject(document, qpdf_oh_get_key_if_dict(document, isDictionary ? handle : dictionary, key))
  }

  private var dictionary: qpdf_oh {
    qpdf_oh_is_stream(document, handle) != 0 ? qpdf_oh_get_dict(document, handle) : handle
  }

  var isNull: Bool { qpdf_oh_is_null(document, handle) != 0 }
  var isDictionary: Bool { qpdf_oh_is_dictionary(document, handle) != 0 }
  var isArray: Bool { qpdf_oh_is_array(document, handle) != 0 }

  /// A name with its slash.
  var name: String? {
    qpdf_oh_is_name(document, handle) != 0 ? String(cString: qpdf_oh_get_name(document, handle)) : nil
  }

  /// The words of a string, whatever its encoding.
  var text: String? {
    guard qpdf_oh_is_string(document, handle) != 0 else { return nil }
    var length = 0
    guard let start = qpdf_oh_get_binary_utf8_value(document, handle, &length) else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }

  var integer: Int? {
    qpdf_oh_is_integer(document, handle) != 0 ? Int(qpdf_oh_get_int_value(document, handle)) : nil
  }

  var number: Double? {
    qpdf_oh_is_number(document, handle) != 0 ? qpdf_oh_get_numeric_value(document, handle) : nil
  }

  /// What stands in an array, up to 1,000.
  var items: [PDFObject] {
    guard isArray else { return [] }
    return (0..<min(1000, qpdf_oh_get_array_n_items(document, handle))).map {
      PDFObject(document, qpdf_oh_get_array_item(document, handle, $0))
    }
  }

  /// The keys of a dictionary, with their slashes.
  var keys: [String] {
    guard isDictionary else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(document, handle)
    while qpdf_oh_dict_more_keys(document) != 0 {
      if let key = qpdf_oh_dict_next_key(document) { keys.append(String(cString: key)) }
    }
    return keys
  }
}
