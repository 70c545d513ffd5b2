internal import Documents

/// RTF, of which nothing is read here but whether it can be: LibreOffice makes another document of it.
///
/// LibreOffice 7.4 itself writes some fields of forms in a way in which nobody can tell any more what they held.
enum RichText {
  /// A document that another program must convert, with what is lost in it for good.
  static func unread(_ bytes: [UInt8]) -> Extract {
    var findings = [Finding(.noReader, detail: "no reader of RTF is here")]
    for (field, kind, what) in [
      ("FORMCHECKBOX", "\\fftype1", "check boxes do not say whether they are ticked"),
      ("FORMDROPDOWN", "\\fftype2", "lists do not say what was chosen"),
    ] where count(field, in: bytes) > count(kind, in: bytes) {
      findings.append(
        Finding(.broken, detail: "\(what): they were lost when the .rtf was saved; ask for a .docx or .pdf"))
    }
    // The sign by which LibreOffice ends a field is no character of a text.
    if Signature.find(Array("\\u5\\'".utf8), in: bytes) {
      findings.append(
        Finding(.broken, detail: "a field was torn when the .rtf was saved; ask for a .docx or .pdf"))
    }
    return Extract(format: .rtf, findings: findings)
  }

  private static func count(_ word: String, in bytes: [UInt8]) -> Int {
    let word = Array(word.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for index in bytes.indices.dropLast(word.count - 1)
      where bytes[index] == word[0] && bytes[index..<index + word.count].elementsEqual(word) {
        count += 1
      }
      return count
    }
  }
}
