/// The names that readers ask for, each with the prefix by which it is known, whatever prefix a document uses.
///
/// Attributes without a namespace have no prefix. The transitional and the strict namespace of OOXML are one here
/// (ISO/IEC 29500-1 and -4).
enum XMLName: String, CaseIterable {
  // Packages: [Content_Types].xml, relationships, custom properties.
  case override = "ct:Override"
  case partName = "PartName"
  case contentType = "ContentType"
  case relationship = "rel:Relationship"
  case relationID = "Id"
  case relationTarget = "Target"
  case customProperty = "cp:property"
  case plainName = "name"

  // WordprocessingML: blocks.
  case wordBody = "w:body"
  case wordParagraph = "w:p"
  case wordParagraphProperties = "w:pPr"
  case wordTable = "w:tbl"
  case wordTableProperties = "w:tblPr"
  case wordTableGrid = "w:tblGrid"
  case wordRow = "w:tr"
  case wordRowProperties = "w:trPr"
  case wordCell = "w:tc"
  case wordCellProperties = "w:tcPr"
  case wordGridBefore = "w:gridBefore"
  case wordGridSpan = "w:gridSpan"
  case wordVerticalMerge = "w:vMerge"
  case wordHorizontalMerge = "w:hMerge"
  case wordCellDeleted = "w:cellDel"
  case wordTextBox = "w:txbxContent"
  case wordSectionProperties = "w:sectPr"
  case wordForeignPart = "w:altChunk"
  // Runs.
  case wordRun = "w:r"
  case wordRunProperties = "w:rPr"
  case wordFonts = "w:rFonts"
  case wordHidden = "w:vanish"
  case wordStruck = "w:strike"
  case wordDoublyStruck = "w:dstrike"
  case wordText = "w:t"
  case wordDeletedText = "w:delText"
  case mathText = "m:t"
  case wordTab = "w:tab"
  case wordPositionedTab = "w:ptab"
  case wordBreak = "w:br"
  case wordReturn = "w:cr"
  case wordNoBreakHyphen = "w:noBreakHyphen"
  case wordSymbol = "w:sym"
  case wordRubyText = "w:rt"
  // Bookmarks and changes.
  case wordBookmark = "w:bookmarkStart"
  case wordColumnFirst = "w:colFirst"
  case wordInserted = "w:ins"
  case wordDeleted = "w:del"
  case wordMovedHere = "w:moveTo"
  case wordMovedAway = "w:moveFrom"
  case wordAuthor = "w:author"
  // Content controls.
  case wordControl = "w:sdt"
  case wordControlProperties = "w:sdtPr"
  case wordControlContent = "w:sdtContent"
  case wordTag = "w:tag"
  case wordPlaceholderShown = "w:showingPlcHdr"
  case wordPartObject = "w:docPartObj"
  case wordPartList = "w:docPartList"
  case wordPicture = "w:picture"
  case wordGroup = "w:group"
  case wordCheckBoxControl = "w14:checkbox"
  case wordControlChecked = "w14:checked"
  case wordControlCheckedState = "w14:checkedState"
  case wordControlUncheckedState = "w14:uncheckedState"
  case wordControlValue = "w14:val"
  case wordControlFont = "w14:font"
  // Legacy form fields.
  case wordFieldMark = "w:fldChar"
  case wordFieldMarkType = "w:fldCharType"
  case wordFormField = "w:ffData"
  case wordName = "w:name"
  case wordCheckBox = "w:checkBox"
  case wordChecked = "w:checked"
  case wordDefault = "w:default"
  case wordTextInput = "w:textInput"
  case wordDropDown = "w:ddList"
  case wordResult = "w:result"
  case wordListEntry = "w:listEntry"
  // Notes.
  case wordFootnote = "w:footnote"
  case wordEndnote = "w:endnote"
  case wordComment = "w:comment"
  // Attributes of many elements.
  case wordValue = "w:val"
  case wordType = "w:type"
  case wordFont = "w:font"
  case wordCharacter = "w:char"
  case wordASCIIFont = "w:ascii"
  case xmlSpace = "xml:space"
  // Alternatives for readers of different ages.
  case alternateContent = "mc:AlternateContent"
  case choice = "mc:Choice"
  case fallback = "mc:Fallback"

  /// The name of an element or attribute; nothing where no reader asks for it.
  init?(local: String, space: String?) {
    guard let space else {
      guard let name = Self.known[local] else { return nil }
      self = name
      return
    }
    guard let prefix = Self.prefixes[space], let name = Self.known[prefix + local] else { return nil }
    self = name
  }

  private static let known: [String: XMLName] = .init(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  private static let prefixes: [String: String] = [
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "cp:",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties": "cp:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
  ]
}
