internal import CQpdf
internal import PageDrawing

/// Gives drawn pages their fields, through qpdf: one check box an option, never a radio group.
struct FormFields {
  private let document: OpaquePointer?
  /// The appearances that are the same for many fields, by their sizes.
  private var appearances: [String: qpdf_oh] = [:]

  /// Puts fields on pages.
  ///
  /// - Returns: The document: the same pages, fields and properties give the same bytes.
  /// - Throws: What qpdf says.
  static func bytes(
    of pages: [UInt8], with fields: [PageSetter.Field], for definition: PageDefinition
  ) throws(WriterError) -> [UInt8] {
    let properties = PDFProperties(
      title: definition.title, language: definition.language, others: definition.properties)
    return try properties.bytes(of: pages) { document in
      var form = FormFields(document: document)
      form.add(fields)
    }
  }

  private init(document: OpaquePointer?) { self.document = document }

  // MARK: - Fields

  private mutating func add(_ fields: [PageSetter.Field]) {
    let all = qpdf_oh_new_array(document)
    var annotations: [Int: qpdf_oh] = [:]
    for field in fields {
      let page = qpdf_get_page_n(document, field.page)
      let object = qpdf_make_indirect_object(document, qpdf_oh_parse(document, Self.dictionary(of: field)))
      qpdf_oh_replace_key(document, object, "/P", page)
      qpdf_oh_replace_key(document, object, "/AP", appearance(of: field))
      qpdf_oh_append_item(document, all, object)
      let list = annotations[field.page] ?? qpdf_oh_new_array(document)
      qpdf_oh_append_item(document, list, object)
      annotations[field.page] = list
    }
    for (page, list) in annotations.sorted(by: { $0.key < $1.key }) {
      let object = qpdf_get_page_n(document, page)
      qpdf_oh_replace_key(document, object, "/Annots", list)
      // Tab goes from field to field as a person reads.
      qpdf_oh_replace_key(document, object, "/Tabs", qpdf_oh_new_name(document, "/S"))
    }
    let font = { (name: String) in "<< /Type /Font /Subtype /Type1 /BaseFont /\(name) >>" }
    let form = qpdf_oh_parse(
      document,
      """
      << /NeedAppearances true /DA (/Helv 10 Tf 0 g) /DR << /Font << \
      /Helv << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> \
      /ZaDb \(font("ZapfDingbats")) >> >> >>
      """)
    qpdf_oh_replace_key(document, form, "/Fields", all)
    let root = qpdf_get_root(document)
    qpdf_oh_replace_key(document, root, "/AcroForm", qpdf_make_indirect_object(document, form))
  }

  private static func dictionary(of field: PageSetter.Field) -> String {
    let corners = [field.x, field.y, field.x + field.width, field.y + field.height]
    let common = """
      /Type /Annot /Subtype /Widget /F 4 /T \(PDFProperties.string(field.name)) /TU \(PDFProperties.string(field.title)) \
      /Rect [\(corners.map(number).joined(separator: " "))] \
      /BS << /W 0.75 /S /S >>
      """
    guard let lines = field.lines else {
      return """
        << \(common) /FT /Btn /V /Off /AS /Off /DA (/ZaDb 10 Tf 0 g) \
        /MK << /CA (8) /BC [0.3 0.3 0.3] /BG [1 1 1] >> >>
        """
    }
    return """
      << \(common) /FT /Tx /Ff \(lines > 1 ? 4096 : 0) /V () /DA (/Helv \(lines > 1 ? 9 : 10) Tf 0 g) \
      /MK << /BC [0.7 0.74 0.78] /BG [0.97 0.98 0.99] >> >>
      """
  }

  // MARK: - Appearances

  private mutating func appearance(of field: PageSetter.Field) -> qpdf_oh {
    let (width, height) = (field.width, field.height)
    let key = "\(field.lines == nil) \(width) \(height)"
    if let known = appearances[key] { return known }
    let box = "0.375 0.375 \(Self.number(width - 0.75)) \(Self.number(height - 0.75)) re B"
    let appearance: qpdf_oh
    if field.lines == nil {
      let frame = "q 1 1 1 rg 0.3 0.3 0.3 RG 0.75 w \(box) Q"
      let (left, right) = (Self.number(width * 0.22), Self.number(width * 0.78))
      let (low, high) = (Self.number(height * 0.22), Self.number(height * 0.78))
      let cross =
        "q 0 0 0 RG 1.3 w \(left) \(low) m \(right) \(high) l \(left) \(high) m \(right) \(low) l S Q"
      let states = qpdf_oh_new_dictionary(document)
      qpdf_oh_replace_key(document, states, "/Off", stream(frame, width, height))
      qpdf_oh_replace_key(document, states, "/Yes", stream("\(frame) \(cross)", width, height))
      appearance = qpdf_oh_new_dictionary(document)
      qpdf_oh_replace_key(document, appearance, "/N", states)
    } else {
      let frame = "q 0.97 0.98 0.99 rg 0.7 0.74 0.78 RG 0.75 w \(box) Q /Tx BMC EMC"
      appearance = qpdf_oh_new_dictionary(document)
      qpdf_oh_replace_key(document, appearance, "/N", stream(frame, width, height))
    }
    let object = qpdf_make_indirect_object(document, appearance)
    appearances[key] = object
    return object
  }

  private func stream(_ drawing: String, _ width: Double, _ height: Double) -> qpdf_oh {
    let stream = qpdf_oh_new_stream(document)
    let nothing = qpdf_oh_new_null(document)
    let bytes = Array(drawing.utf8)
    qpdf_oh_replace_stream_data(document, stream, bytes, bytes.count, nothing, nothing)
    let dictionary = qpdf_oh_get_dict(document, stream)
    qpdf_oh_replace_key(document, dictionary, "/Type", qpdf_oh_new_name(document, "/XObject"))
    qpdf_oh_replace_key(document, dictionary, "/Subtype", qpdf_oh_new_name(document, "/Form"))
    let corners = "[0 0 \(Self.number(width)) \(Self.number(height))]"
    qpdf_oh_replace_key(document, dictionary, "/BBox", qpdf_oh_parse(document, corners))
    qpdf_oh_replace_key(document, dictionary, "/Resources", qpdf_oh_parse(document, "<< >>"))
    return stream
  }

  /// A number with at most two digits behind the point.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    return "\(hundredths < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
