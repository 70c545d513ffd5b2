internal import Messages
internal import Survey

/// A blank form for a word processor: the parts of a `.docx` (ISO/IEC 29500-1, transitional), not yet in an archive.
///
/// Each answer is marked four times over, because no mark but the last survives everything: the tag of its content
/// control, `iscm:1:q04:yes`; the bookmark of its cell, `q04`; the document's properties; the code that is seen, `[Q04]`.
public struct WordForm: Sendable {
  /// One file of the archive.
  public struct Part: Sendable, Hashable {
    /// Its path in the archive.
    public let name: String
    /// What it holds.
    public let contents: String
  }

  let form: BlankForm

  /// Names the form.
  public init(_ form: BlankForm) { self.form = form }

  /// The files of the archive, in their order.
  public var parts: [Part] {
    [
      Part(name: "[Content_Types].xml", contents: Self.declaration + Self.contentTypes),
      Part(name: "_rels/.rels", contents: Self.declaration + Self.relations),
      Part(name: "docProps/core.xml", contents: Self.declaration + core),
      Part(name: "docProps/custom.xml", contents: Self.declaration + custom),
      Part(name: "word/document.xml", contents: Self.declaration + document),
      Part(name: "word/_rels/document.xml.rels", contents: Self.declaration + Self.documentRelations),
      Part(name: "word/styles.xml", contents: Self.declaration + styles),
      Part(name: "word/settings.xml", contents: Self.declaration + Self.settings),
      Part(name: "word/header1.xml", contents: Self.declaration + header),
      Part(name: "word/footer1.xml", contents: Self.declaration + footer),
    ]
  }

  /// Whether the form as a whole is read from right to left.
  var isFromRight: Bool { form.say.language == .arabic }

  // MARK: - The document

  private var document: String {
    var marks = WordMarks()
    var body = paragraph("Title", run(form.title))
    if let mechanism = form.mechanism {
      let text = form.say(.labelled, ["name": form.say(.respondent), "value": mechanism])
      body += paragraph("Subtitle", run(text), text: text)
    }
    let mark = form.lines.first { if case .given = $0.space { false } else { true } }?.code.visible
    for text in [form.say(.blankHow, ["mark": mark ?? ""]), form.say(.blankHowTicks)] {
      body += paragraph("BodyText", run(text), text: text)
    }
    body += table(&marks)
    let token = form.say(.blankToken, ["token": form.token.description])
    body += paragraph("Token", run(token), text: token)
    return """
      <w:document \(Self.namespaces) mc:Ignorable="w14"><w:body>\(body)<w:sectPr>\
      <w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>\
      <w:pgSz w:w="11906" w:h="16838"/>\
      <w:pgMar w:top="1247" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>\
      \(isFromRight ? "<w:bidi/>" : "")</w:sectPr></w:body></w:document>
      """
  }

  private var header: String {
    "<w:hdr \(Self.namespaces)>\(paragraph("Header", run(form.title), text: form.title))</w:hdr>"
  }

  private var footer: String {
    let words = form.say(.blankPage, ["page": "\u{1}", "pages": "\u{2}"])
    var runs = run("\(form.token)   ")
    var text = ""
    for character in words + "\u{3}" {
      guard "\u{1}\u{2}\u{3}".contains(character) else {
        text.append(character)
        continue
      }
      runs += text.isEmpty ? "" : run(text)
      text = ""
      if character != "\u{3}" { runs += Self.field(character == "\u{1}" ? "PAGE" : "NUMPAGES") }
    }
    return "<w:ftr \(Self.namespaces)>\(paragraph("Footer", runs, text: words))</w:ftr>"
  }

  private static func field(_ name: String) -> String {
    """
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> \(name) </w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
    """
  }

  // MARK: - Properties

  private var core: String {
    """
    <cp:coreProperties \
    xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(form.title.markup)</dc:title>\
    <dc:language>\(form.language.markup)</dc:language></cp:coreProperties>
    """
  }

  private var custom: String {
    let properties = form.properties.enumerated().map { index, property in
      """
      <property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="\(index + 2)" name="\(property.name.markup)">\
      <vt:lpwstr>\(property.value.markup)</vt:lpwstr></property>
      """
    }
    return """
      <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" \
      xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">\
      \(properties.joined())</Properties>
      """
  }
}
