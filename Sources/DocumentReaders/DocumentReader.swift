public import Documents

/// Reads a document of any format into blocks, and says in findings what it could not read.
public enum DocumentReader {
  /// Reads a document.
  ///
  /// - Parameter document: Its bytes, and what it is called.
  /// - Returns: What it holds. Whatever the bytes are, something comes back: what is wrong with them is a finding.
  public static func read(_ document: WorkerRequest) -> Extract { read(document, limits: ReadingLimits()) }

  /// Reads a document within limits.
  package static func read(_ document: WorkerRequest, limits: ReadingLimits) -> Extract {
    var extract =
      switch Signature(document.bytes) {
      case .zip: readArchive(document, limits: limits)
      case .pdf: PDFDocument.read(document.bytes, limits: limits)
      case .rtf: RichText.unread(document.bytes)
      case .compound: readCompound(document)
      case .other: TextDocument.read(document, declared: declaredFormat(document), limits: limits)
      }
    if let declared = declaredFormat(document), declared != extract.format, !isKin(declared, extract.format),
      !extract.findings.contains(where: { $0.kind == .encrypted })
    {
      extract.findings.append(
        Finding(
          .broken,
          detail:
            "the name \"\(document.name)\" says \(declared.rawValue), the bytes are \(extract.format.rawValue)"
        ))
    }
    return extract
  }

  private static func readArchive(_ document: WorkerRequest, limits: ReadingLimits) -> Extract {
    let guess = declaredFormat(document).flatMap { [.docx, .xlsx, .odt].contains($0) ? $0 : nil } ?? .other
    do throws(Stop) {
      var archive = try ZipArchive(document.bytes, limits: limits)
      if archive.has("content.xml"), archive.has("mimetype") || archive.has("META-INF/manifest.xml") {
        return OpenDocument.read(&archive, limits: limits)
      }
      guard archive.has("[Content_Types].xml") else {
        throw Stop(.noReader, "an archive that is no document")
      }
      var package = try OfficePackage(archive, limits: limits)
      if let main = package.part(ofType: OfficePackage.wordMain) {
        return WordDocument.read(&package, main: main, limits: limits)
      }
      if let main = package.part(ofType: OfficePackage.workbookMain) {
        return WorkbookReader.read(&package, main: main, limits: limits)
      }
      throw Stop(.noReader, "a package of Office that is neither document nor workbook")
    } catch {
      return Extract(format: guess, findings: [error.finding])
    }
  }

  /// Reads a compound file: the old formats of Office, and new ones that are encrypted.
  private static func readCompound(_ document: WorkerRequest) -> Extract {
    let isEncrypted = Signature.find("EncryptedPackage".inUTF16, in: document.bytes)
    if isEncrypted {
      let format = declaredFormat(document) ?? .docx
      return Extract(
        format: format, findings: [Finding(.encrypted, detail: "the document opens with a password only")])
    }
    let isWord = Signature.find("WordDocument".inUTF16, in: document.bytes)
    return isWord
      ? Extract(
        format: .doc, findings: [Finding(.noReader, detail: "no reader of Word's format before 2007 is here")]
      )
      : Extract(
        format: .other, findings: [Finding(.noReader, detail: "a compound file that is no document of Word")])
  }

  /// What the name says that the document is.
  private static func declaredFormat(_ document: WorkerRequest) -> Extract.Format? {
    let parts = document.name.lowercased().split(separator: ".")
    guard parts.count > 1, let ending = parts.last else { return nil }
    return switch ending {
    case "docx", "docm", "dotx", "dotm": .docx
    case "xlsx", "xlsm", "xltx", "xltm": .xlsx
    case "odt", "ott": .odt
    case "doc", "dot": .doc
    case "rtf": .rtf
    case "pdf": .pdf
    case "csv": .csv
    case "htm", "html", "xhtml": .html
    case "txt", "text": .text
    default: nil
    }
  }

  /// Whether two formats are taken for each other without harm: RTF is often called `.doc`, and text is any of three.
  private static func isKin(_ first: Extract.Format, _ second: Extract.Format) -> Bool {
    let kinds: [Set<Extract.Format>] = [[.doc, .rtf], [.text, .csv, .html]]
    return kinds.contains { $0.isSuperset(of: [first, second]) }
  }
}
