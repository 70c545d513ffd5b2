internal import Survey

extension Table {
  /// The text of a cell in all languages that the sheet gives it in, without its marks of style.
  ///
  /// - Parameters:
  ///   - column: A column that has languages.
  ///   - row: A row of the sheet.
  ///   - languages: The languages of the form.
  /// - Returns: The text; empty where the cell is so in all languages.
  func texts(_ column: Column, in row: Workbook.Row, _ languages: FormLanguages) -> LocalizedText {
    guard let places = places[column] else { return LocalizedText() }
    var texts: [Language: String] = [:]
    // A heading with the language wins over a bare one.
    for place in places.sorted(by: { ($0.language == nil ? 0 : 1) < ($1.language == nil ? 0 : 1) }) {
      let text = row[place.index]
      if !text.isEmpty { texts[place.language ?? languages.ofBareColumns] = Markup(text).plain }
    }
    return LocalizedText(texts)
  }

  /// The languages of the headings that have or could have one, in their order; nothing for a bare heading.
  var headingLanguages: [Language?] {
    places.filter(\.key.isTranslated).values.joined().sorted { $0.index < $1.index }.map(\.language)
  }

  /// Reports languages that a column or a cell lacks.
  ///
  /// - Parameters:
  ///   - languages: The languages of the form.
  ///   - problems: Where it is reported.
  func reportMissingTranslations(_ languages: FormLanguages, problems: inout [FormProblem]) {
    for column in Column.allCases where column.isTranslated {
      guard let places = places[column] else { continue }
      let bare = places.first { $0.language == nil }
      if let bare, let named = places.first(where: { $0.language == languages.ofBareColumns }) {
        problems.report(.sheet(.overruledColumn(by: named.heading)), at: place(ofHeading: bare.heading))
      }
      // A text without a language serves all of them.
      if bare != nil, languages.ofBareColumns == .unnamed, places.count == 1 { continue }
      let known = Set(places.map { $0.language ?? languages.ofBareColumns })
      for language in languages.all where !known.contains(language) {
        let heading = language == .unnamed ? column.rawValue : "\(column.rawValue)::\(language.heading)"
        problems.report(
          .text(.missingColumn(heading: heading, language: language.heading)), at: place(of: sheet.header))
      }
      if places.count > 1 { reportEmptyCells(places, languages, problems: &problems) }
    }
  }

  private func reportEmptyCells(_ places: [Place], _ languages: FormLanguages, problems: inout [FormProblem])
  {
    for row in sheet.rows {
      guard let full = places.first(where: { !row[$0.index].isEmpty }) else { continue }
      for empty in places where row[empty.index].isEmpty {
        let language = empty.language ?? languages.ofBareColumns
        problems.report(
          .text(.missingTranslation(language: language.heading, other: full.heading)),
          at: place(empty, in: row))
      }
    }
  }
}
