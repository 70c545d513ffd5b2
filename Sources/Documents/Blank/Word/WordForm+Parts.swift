internal import Messages

extension WordForm {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
    """

  private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  static let contentTypes = """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" ContentType="\(types)document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="\(types)styles+xml"/>\
    <Override PartName="/word/settings.xml" ContentType="\(types)settings+xml"/>\
    <Override PartName="/word/header1.xml" ContentType="\(types)header+xml"/>\
    <Override PartName="/word/footer1.xml" ContentType="\(types)footer+xml"/>\
    <Override PartName="/docProps/core.xml" \
    ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
    <Override PartName="/docProps/custom.xml" \
    ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>
    """

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static let relations = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
    <Relationship Id="rId2" \
    Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
    Target="docProps/core.xml"/>\
    <Relationship Id="rId3" Type="\(office)/custom-properties" Target="docProps/custom.xml"/></Relationships>
    """

  static let documentRelations = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/>\
    <Relationship Id="rId2" Type="\(office)/settings" Target="settings.xml"/>\
    <Relationship Id="rId3" Type="\(office)/header" Target="header1.xml"/>\
    <Relationship Id="rId4" Type="\(office)/footer" Target="footer1.xml"/></Relationships>
    """

  static let settings = """
    <w:settings \(namespaces)><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:compat>\
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
    </w:compat></w:settings>
    """

  /// A paragraph style: its name, the size in half points, and what else.
  private struct Style {
    let id: String
    let size: Int
    var color = "1A1A1A"
    var isBold = false
    var isItalic = false
    var before = 0
    var after = 40
    var more = ""
  }

  private static let paragraphStyles = [
    Style(id: "Title", size: 32, color: "1F3A57", isBold: true, after: 80),
    Style(id: "Subtitle", size: 24, color: "1F3A57", isBold: true, after: 120),
    Style(id: "BodyText", size: 20, after: 120),
    Style(
      id: "Heading1", size: 22, color: "1F3A57", isBold: true, before: 40,
      more: "<w:keepNext/><w:outlineLvl w:val=\"0\"/>"),
    Style(id: "TableHead", size: 18, isBold: true),
    Style(id: "GroupHead", size: 20, isBold: true, more: "<w:keepNext/>"),
    Style(id: "Number", size: 20, isBold: true, after: 0),
    Style(id: "Code", size: 13, color: "767676", after: 0),
    Style(id: "Question", size: 20),
    Style(id: "Hint", size: 18, color: "4A4A4A"),
    Style(id: "Remark", size: 18, color: "4A4A4A", isItalic: true),
    Style(id: "Jump", size: 18, color: "1F3A57", isBold: true),
    Style(id: "Option", size: 19, after: 30, more: "<w:ind w:left=\"250\" w:hanging=\"250\"/>"),
    Style(id: "Answer", size: 20),
    Style(id: "Header", size: 16, color: "5A5A5A"),
    Style(id: "Footer", size: 16, color: "5A5A5A"),
    Style(id: "Token", size: 18, before: 160),
  ]

  /// Fonts that Word and LibreOffice have, or have the like of, for each script.
  var styles: String {
    let eastAsia = form.say.language == .chinese ? "Microsoft YaHei" : "Arial"
    let languages = """
      <w:lang w:val="\(form.language.isEmpty ? "en-GB" : form.language.markup)" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
      """
    let defaults = """
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="\(eastAsia)" \
      w:cs="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/>\(languages)</w:rPr></w:rPrDefault>\
      <w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault>\
      </w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
      """
    let styles = Self.paragraphStyles.map { style in
      // keepNext stands before spacing, ind and outlineLvl behind it.
      let first = style.more.hasPrefix("<w:keepNext/>") ? "<w:keepNext/>" : ""
      let last = style.more.dropFirst(first.count)
      let bold = style.isBold ? "<w:b/><w:bCs/>" : ""
      // Chinese and Arabic have no italics.
      let italic = style.isItalic && form.say.language != .chinese && !isFromRight ? "<w:i/><w:iCs/>" : ""
      return """
        <w:style w:type="paragraph" w:styleId="\(style.id)"><w:name w:val="\(Self.name(of: style.id))"/>\
        <w:basedOn w:val="Normal"/><w:pPr>\(first)<w:spacing w:before="\(style.before)" w:after="\(style.after)"/>\
        \(last)</w:pPr><w:rPr>\(bold)\(italic)<w:color w:val="\(style.color)"/><w:sz w:val="\(style.size)"/>\
        <w:szCs w:val="\(style.size)"/></w:rPr></w:style>
        """
    }
    return "<w:styles \(Self.namespaces)>\(defaults)\(styles.joined())\(Self.boxes)</w:styles>"
  }

  /// The character style of check boxes: named once, where each box would else name its font twice.
  static let boxStyle = "Box"

  private static let boxes = """
    <w:style w:type="character" w:styleId="\(boxStyle)"><w:name w:val="\(boxStyle)"/><w:rPr>\
    <w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr></w:style>
    """

  /// Word's own names of the styles that it knows.
  private static func name(of id: String) -> String {
    switch id {
    case "Heading1": "heading 1"
    case "Header", "Footer": id.lowercased()
    case "BodyText": "Body Text"
    default: id
    }
  }
}
