public import Documents
public import Mails

extension MailPart {
  /// What kind of document it says it is; nothing for pictures, sounds and films, in which nobody looks for answers.
  public var documentFormat: Extract.Format? {
    let kind = mediaType.split(separator: "/").first.map(String.init) ?? ""
    if ["image", "audio", "video", "font"].contains(kind) { return nil }
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    switch (ending, mediaType) {
    case ("txt", _): return .text
    case ("htm", _), (_, "text/html"): return .html
    case ("csv", _), (_, "text/csv"): return .csv
    case (_, "text/plain") where Extract.Format(rawValue: ending) == nil: return .text
    case (_, "application/pdf"): return .pdf
    case (_, "application/msword"): return .doc
    case (_, "text/rtf"), (_, "application/rtf"): return .rtf
    case (_, "application/vnd.oasis.opendocument.text"): return .odt
    case (_, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"): return .xlsx
    default: return Extract.Format(rawValue: ending) ?? .docx
    }
  }
}
