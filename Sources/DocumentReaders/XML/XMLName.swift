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
  case relationMode = "TargetMode"
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
  // Numbers that Word counts itself; an element and an attribute can share a name.
  case wordAbstractNumbering = "w:abstractNum"
  case wordAbstractNumberingID = "w:abstractNumId"
  case wordNumbering = "w:num"
  case wordNumberingID = "w:numId"
  case wordLevel = "w:lvl"
  case wordLevelIndex = "w:ilvl"
  case wordLevelOverride = "w:lvlOverride"
  case wordStartOverride = "w:startOverride"
  case wordStart = "w:start"
  case wordNumberFormat = "w:numFmt"
  case wordLevelText = "w:lvlText"
  case wordNumberingProperties = "w:numPr"
  case wordParagraphStyle = "w:pStyle"
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

  // OpenDocument: blocks.
  case officeBody = "office:body"
  case officeText = "office:text"
  case openParagraph = "text:p"
  case openHeading = "text:h"
  case openTable = "table:table"
  case openRow = "table:table-row"
  case openCell = "table:table-cell"
  case openCoveredCell = "table:covered-table-cell"
  case openColumnsSpanned = "table:number-columns-spanned"
  case openColumnsRepeated = "table:number-columns-repeated"
  case openRowsRepeated = "table:number-rows-repeated"
  case openTextBox = "draw:text-box"
  case openTrackedChanges = "text:tracked-changes"
  case openChangedRegion = "text:changed-region"
  case openInsertion = "text:insertion"
  case openDeletion = "text:deletion"
  case openChange = "text:change"
  case openChangeStart = "text:change-start"
  case openChangeID = "text:change-id"
  case openTextID = "text:id"
  case xmlID = "xml:id"
  case openCreator = "dc:creator"
  case openAnnotation = "office:annotation"
  case openNote = "text:note"
  case openNoteBody = "text:note-body"
  case openTitle = "svg:title"
  case openDescription = "svg:desc"
  // Lines.
  case openSpaces = "text:s"
  case openCount = "text:c"
  case openTab = "text:tab"
  case openLineBreak = "text:line-break"
  case openBookmark = "text:bookmark"
  case openBookmarkStart = "text:bookmark-start"
  case openName = "text:name"
  case openRubyText = "text:ruby-text"
  case openStyleName = "text:style-name"
  case openPlaceholder = "text:placeholder"
  case openTextInput = "text:text-input"
  case openInputName = "text:description"
  case openDropDown = "text:drop-down"
  // Styles that change what words mean.
  case openFooter = "style:footer"
  case openFooterFirst = "style:footer-first"
  case openFooterLeft = "style:footer-left"
  case openHeader = "style:header"
  case openHeaderFirst = "style:header-first"
  case openHeaderLeft = "style:header-left"
  case openStyle = "style:style"
  case openStyleOwnName = "style:name"
  case openTextProperties = "style:text-properties"
  case openStrikeStyle = "style:text-line-through-style"
  case openStrikeType = "style:text-line-through-type"
  case openDisplay = "text:display"
  case openFontName = "style:font-name"
  // Controls.
  case openForms = "office:forms"
  case openCheckBox = "form:checkbox"
  case openRadio = "form:radio"
  case openFormText = "form:text"
  case openFormTextArea = "form:textarea"
  case openFormID = "form:id"
  case openFormName = "form:name"
  case openCurrentState = "form:current-state"
  case openState = "form:state"
  case openCurrentSelected = "form:current-selected"
  case openSelected = "form:selected"
  case openCurrentValue = "form:current-value"
  case openFormValue = "form:value"
  case openControlShape = "draw:control"
  case contentControl = "loext:content-control"
  case controlIsBox = "loext:checkbox"
  case controlChecked = "loext:checked"
  case controlCheckedState = "loext:checked-state"
  case controlUncheckedState = "loext:unchecked-state"
  case controlPlaceholder = "loext:showing-place-holder"
  case controlTag = "loext:tag"
  case fieldMark = "field:fieldmark"
  case fieldMarkStart = "field:fieldmark-start"
  case fieldMarkEnd = "field:fieldmark-end"
  case fieldType = "field:type"
  case fieldParameter = "field:param"
  case fieldParameterName = "field:name"
  case fieldParameterValue = "field:value"
  // The rest of a package of OpenDocument.
  case userDefined = "meta:user-defined"
  case userDefinedName = "meta:name"
  case encryption = "manifest:encryption-data"

  // SpreadsheetML.
  case bookProperties = "x:workbookPr"
  case bookStartsIn1904 = "date1904"
  case bookSheet = "x:sheet"
  case bookSheetState = "state"
  case bookReference = "r:id"
  case bookDefinedName = "x:definedName"
  case bookString = "x:si"
  case bookText = "x:t"
  case bookPhonetic = "x:rPh"
  case bookSheetData = "x:sheetData"
  case bookRow = "x:row"
  case bookCell = "x:c"
  case bookCellReference = "r"
  case bookCellType = "t"
  case bookCellStyle = "s"
  case bookValue = "x:v"
  case bookFormula = "x:f"
  case bookInlineString = "x:is"
  case bookCellFormats = "x:cellXfs"
  case bookCellFormat = "x:xf"
  case bookNumberFormats = "x:numFmts"
  case bookNumberFormat = "x:numFmt"
  case bookNumberFormatID = "numFmtId"
  case bookFormatCode = "formatCode"

  case openSpan = "text:span"
  case openLink = "text:a"

  // HTML, under a namespace of its own here, since its parser gives none.
  case htmlTable = "h:table"
  case htmlRow = "h:tr"
  case htmlCell = "h:td"
  case htmlHeaderCell = "h:th"
  case htmlBreak = "h:br"
  case htmlParagraph = "h:p"
  case htmlDiv = "h:div"
  case htmlListItem = "h:li"
  case htmlUl = "h:ul"
  case htmlOl = "h:ol"
  case htmlDl = "h:dl"
  case htmlDt = "h:dt"
  case htmlDd = "h:dd"
  case htmlQuote = "h:blockquote"
  case htmlInput = "h:input"
  case htmlTextarea = "h:textarea"
  case htmlSelect = "h:select"
  case htmlOption = "h:option"
  case htmlHead = "h:head"
  case htmlScript = "h:script"
  case htmlStyle = "h:style"
  case htmlTitle = "h:title"
  case htmlTemplate = "h:template"
  case htmlStruck = "h:s"
  case htmlStruckOld = "h:strike"
  case htmlDeleted = "h:del"
  case htmlCaption = "h:caption"
  case htmlPre = "h:pre"
  case htmlForm = "h:form"
  case htmlSection = "h:section"
  case htmlArticle = "h:article"
  case htmlHeader = "h:header"
  case htmlFooter = "h:footer"
  case htmlAddress = "h:address"
  case htmlCenter = "h:center"
  case htmlRule = "h:hr"
  case htmlH1 = "h:h1"
  case htmlH2 = "h:h2"
  case htmlH3 = "h:h3"
  case htmlH4 = "h:h4"
  case htmlH5 = "h:h5"
  case htmlH6 = "h:h6"
  case htmlTbody = "h:tbody"
  case htmlThead = "h:thead"
  case htmlTfoot = "h:tfoot"
  // Elements that matter only for how they look.
  case htmlSpan = "h:span"
  case htmlFont = "h:font"
  case htmlBold = "h:b"
  case htmlItalic = "h:i"
  case htmlStrong = "h:strong"
  case htmlLink = "h:a"
  case htmlColspanAttribute = "h:colspan"
  case htmlRowspanAttribute = "h:rowspan"
  case htmlTypeAttribute = "h:type"
  case htmlCheckedAttribute = "h:checked"
  case htmlSelectedAttribute = "h:selected"
  case htmlValueAttribute = "h:value"
  case htmlIdAttribute = "h:id"
  case htmlHiddenAttribute = "h:hidden"
  case htmlNameAttribute = "h:name"

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

  /// The namespace of HTML.
  static let htmlSpace: StaticString = "http://www.w3.org/1999/xhtml"

  private static let known: [String: XMLName] = .init(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  private static let prefixes: [String: String] = [
    "http://www.w3.org/1999/xhtml": "h:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "cp:",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties": "cp:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x:",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x:",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw:",
    "urn:oasis:names:tc:opendocument:xmlns:form:1.0": "form:",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest:",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta:",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office:",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style:",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg:",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table:",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text:",
    "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0": "field:",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext:",
  ]
}
