extension Workbook {
  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - format: How it is written.
  ///   - place: The file.
  ///   - workbooks: What reads an `.xlsx` file.
  ///   - problems: Where all that is wrong with the file as a file is reported.
  init(
    _ bytes: [UInt8], as format: XLSForm.Format, at place: FormProblem.Place,
    workbooks: XLSForm.WorkbookReader?, problems: inout [FormProblem]
  ) {
    if format == .xlsx {
      self.init(workbook: bytes, at: place, with: workbooks, problems: &problems)
      return
    }
    if let fault = Self.foreignFormat(bytes) {
      problems.report(.file(fault), at: place)
      self.init(sheets: [])
      return
    }
    switch format {
    case .xlsx: self.init(sheets: [])
    case .csv: self.init(csv: bytes, at: place, problems: &problems)
    case .md:
      guard let text = Self.text(bytes, at: place, problems: &problems) else {
        self.init(sheets: [])
        return
      }
      self.init(markdown: text, at: place, problems: &problems)
    }
  }

  /// What a file is, where its first bytes say that it is no text in UTF-8.
  private static func foreignFormat(_ bytes: [UInt8]) -> FormProblem.FileFault? {
    if bytes.isEmpty { return .empty }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return .isWorkbook
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .isUTF16 }
    return nil
  }

  private static func text(
    _ bytes: [UInt8], at place: FormProblem.Place, problems: inout [FormProblem]
  ) -> String? {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let nul = content.firstIndex(of: 0) {
      problems.report(.file(.nulCharacter), at: place.at(line: Self.line(of: nul, in: bytes)))
      return nil
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      // Decoding with repair shows where the first character is that is none.
      let repaired = String(decoding: content, as: UTF8.self).utf8
      let offset = zip(repaired, content).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
      problems.report(
        .file(.notUTF8), at: place.at(line: Self.line(of: content.startIndex + offset, in: bytes)))
      return nil
    }
    return text
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
  }
}
