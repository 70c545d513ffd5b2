public import Documents

/// What a file of a source is, by its first bytes and the ending of its name.
enum FileKind: Equatable {
  case mail
  case mbox
  case form(Extract.Format)
  case unknown

  /// How many bytes from the start are looked at.
  static let startLength = 4096

  /// Judges a file.
  ///
  /// - Parameters:
  ///   - name: Its name or its path.
  ///   - start: Its first bytes.
  init(name: String, start: [UInt8]) {
    let ending = Self.ending(of: name)
    if start.starts(with: Mbox.fromSpace) {
      self = .mbox
    } else if ending == "eml" {
      self = .mail
    } else if ending == "mbox" || ending == "mbx" {
      // One that does not begin as an mbox may be a mail that somebody named so; an empty one has none.
      self = Self.beginsWithHeader(start) ? .mail : .mbox
    } else if let format = Extract.Format(ending: ending) {
      self = .form(format)
    } else if Self.beginsWithHeader(start, known: !ending.isEmpty && ending != "msg") {
      // Collections of mails name them as they like, `00001.7c53336b37003a92`.
      self = .mail
    } else {
      self = .unknown
    }
  }

  private static func ending(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    guard let point = file.lastIndex(of: "."), point != file.startIndex else { return "" }
    return file[file.index(after: point)...].lowercased()
  }

  /// Whether the first line that is not blank is a header.
  ///
  /// - Parameters:
  ///   - start: The first bytes of a file.
  ///   - known: Whether it must be one with which mails begin.
  /// - Returns: Whether it is.
  private static func beginsWithHeader(_ start: [UInt8], known: Bool = false) -> Bool {
    let line = start.drop { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
    let name = HeaderName(line: line)
    return known ? name?.beginsMails == true : name != nil
  }
}

extension Extract.Format {
  /// The format that files with an ending have: `docx`, `txt`; nothing where no form has it.
  ///
  /// - Parameter ending: What stands behind the last point of the name, in lower case.
  public init?(ending: String) {
    switch ending {
    case "docx", "docm": self = .docx
    case "odt": self = .odt
    case "doc": self = .doc
    case "rtf": self = .rtf
    case "xlsx", "xlsm": self = .xlsx
    case "csv": self = .csv
    case "pdf": self = .pdf
    case "html", "htm": self = .html
    case "txt": self = .text
    default: return nil
    }
  }
}
