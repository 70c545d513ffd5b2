internal import Survey

extension Workbook {
  /// A column of the survey that XLSForm does not know.
  private static let ours: [SurveyColumn] = [.paperNumber, .constraintSeverity]

  /// Columns that pyxform writes into an XForm and that mean nothing here, each perhaps with a language.
  private static let passedOn: Set = [
    "autoplay", "rows", "no_app_error_string", "noapperrorstring", "compact_tag", "sms_field", "sms_option",
    "sms_separator", "sms_allow_media", "sms_date_format", "sms_datetime_format", "sms_response",
  ]

  /// The sheets that XLSForm does not know, as they are written; those in which nothing stands are not among them.
  public var foreignSheets: [String] {
    sheets.filter { !$0.isOfForms && self["survey"] != $0 && !$0.header.cells.isEmpty }.map(\.name)
  }

  /// The sheets in which nothing stands.
  public var emptySheets: [String] { sheets.filter(\.header.cells.isEmpty).map(\.name) }

  /// The headings of the sheet `survey` that XLSForm does not know, and our own, in their order.
  public var foreignColumns: [String] {
    guard let survey = self["survey"] else { return [] }
    let usesDoubleColons = survey.header.cells.contains { $0.contains("::") }
    return survey.header.cells.filter { text in
      guard !text.isEmpty else { return false }
      let heading = Heading<SurveyColumn>(text, usesDoubleColons: usesDoubleColons)
      if let column = heading.column { return Self.ours.contains(column) }
      if Self.passedOn.contains(text.lowercased().split(separator: ":").first.map(String.init) ?? "") {
        return false
      }
      // Attributes of XForms, which pyxform passes on.
      return !["bind::", "body::", "control::", "instance::", "media::"].contains {
        text.lowercased().hasPrefix($0)
      }
    }
  }

  /// The list files that questions take their choices from, each once, in their order.
  public var listFiles: [String] {
    guard let survey = self["survey"],
      let type = survey.header.cells.firstIndex(where: {
        Heading<SurveyColumn>($0, usesDoubleColons: true).column == .type
      })
    else { return [] }
    var files: [String] = []
    for row in survey.rows {
      guard case .select(let select)? = RowType(row[type]), select.isFile, !files.contains(select.list)
      else { continue }
      files.append(select.list)
    }
    return files
  }

  /// Whether two files hold the same sheets, wherever their rows stand; sheets in which nothing stands do not count.
  ///
  /// - Parameter other: The other one.
  /// - Returns: Whether they do.
  public func holdsTheSame(as other: Workbook) -> Bool {
    // The only sheet of a workbook is the survey, and CSV must call it so.
    func contents(_ workbook: Workbook, namesSurvey: Bool) -> [[[String]]] {
      workbook.sheets.filter { !$0.header.cells.isEmpty }.map { sheet in
        let name = namesSurvey && workbook["survey"] == sheet && !sheet.isOfForms ? "survey" : sheet.name
        return [[name], sheet.header.cells] + sheet.rows.map(\.cells)
      }
    }
    return [false, true].contains { contents(self, namesSurvey: $0) == contents(other, namesSurvey: $0) }
  }
}
