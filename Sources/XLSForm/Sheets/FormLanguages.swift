internal import Expressions
internal import Survey

/// The languages of a form: those of its headings, and which of them stands in for a missing one.
struct FormLanguages {
  /// In the order in which the headings name them.
  let all: [Language]
  /// The one that stands in for a missing one.
  let standard: Language
  /// The language of a column without `::`.
  let ofBareColumns: Language

  /// Collects the languages of the sheets.
  ///
  /// - Parameters:
  ///   - headings: The languages of all columns that have languages, in their order; nothing for a bare one.
  ///   - wanted: The setting `default_language`; empty where there is none.
  ///   - place: Where the setting stands.
  ///   - problems: Where a default language that no column has is reported.
  init(
    headings: [Language?], default wanted: String, at place: FormProblem.Place, problems: inout [FormProblem]
  ) {
    let hasBareColumns = headings.contains(nil)
    var named: [Language] = []
    for case let language? in headings where !named.contains(language) { named.append(language) }
    if wanted.isEmpty {
      ofBareColumns = .unnamed
      all = hasBareColumns || named.isEmpty ? [.unnamed] + named : named
      standard = all[0]
      return
    }
    let match = named.first { $0.heading == wanted } ?? named.first { $0.answers(to: wanted) }
    if let match {
      ofBareColumns = match
      all = named
      standard = match
    } else if hasBareColumns || named.isEmpty {
      ofBareColumns = Language(heading: wanted)
      all = [ofBareColumns] + named
      standard = ofBareColumns
    } else {
      let near = nearest(to: wanted, among: named.map(\.heading))
      problems.report(.setting(.unknownLanguage(wanted, nearest: near)), at: place)
      ofBareColumns = named[0]
      all = named
      standard = named[0]
    }
  }
}
