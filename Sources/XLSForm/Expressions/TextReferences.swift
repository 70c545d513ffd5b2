internal import Expressions

/// Checks what people read: references to questions, and pictures that are not shown.
struct TextReferences {
  let outline: SurveyOutline

  /// Reports references that lead nowhere, and what is not put in or shown yet.
  func check<Column>(_ table: Table<Column>, problems: inout [FormProblem]) {
    let columns = Column.allCases.filter { $0.isTranslated && table.has($0) }
    for row in table.sheet.rows {
      for column in columns {
        for place in table.places[column] ?? [] where !row[place.index].isEmpty {
          if column.isMedia {
            problems.report(.sheet(.notShown(found: row[place.index])), at: table.place(place, in: row))
          } else {
            check(row[place.index], at: table.place(place, in: row), problems: &problems)
          }
        }
      }
    }
  }

  /// Reports the references in a text that lead nowhere.
  ///
  /// - Parameters:
  ///   - text: What people read.
  ///   - place: Where it stands.
  ///   - problems: Where it is reported.
  func check(_ text: String, at place: FormProblem.Place, problems: inout [FormProblem]) {
    if let found = brokenReference(in: text) {
      return problems.report(.expression(.badReference(found)), at: place)
    }
    for name in references(in: text) {
      if name.hasPrefix("last-saved#") {
        problems.report(.expression(.lastSaved("${\(name)}")), at: place)
      } else if let places = outline.named[name] {
        if places.count > 1 {
          let lines = places.map { outline.elements[$0].row.line }
          problems.report(.expression(.ambiguous(name, lines: lines)), at: place)
        } else {
          problems.report(.text(.answerInText("${\(name)}")), at: place)
        }
      } else {
        let near = nearest(to: name, among: outline.elements.map(\.name))
        problems.report(.expression(.unknownReference(name, nearest: near)), at: place)
      }
    }
  }

  /// The first `${` with what follows it that is no reference.
  private func brokenReference(in text: String) -> String? {
    var rest = text[...]
    while let start = rest.firstRange(of: "${") {
      guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
        return String(rest[start.lowerBound...])
      }
      var name = rest[start.upperBound..<end]
      if name.hasPrefix("last-saved#") { name = name.dropFirst("last-saved#".count) }
      if !isXMLName(String(name)) { return String(rest[start.lowerBound...end]) }
      rest = rest[end...]
    }
    return nil
  }
}
