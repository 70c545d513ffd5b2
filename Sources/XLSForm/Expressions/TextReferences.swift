internal import Expressions

/// Checks what people read: references to questions, and pictures that are not shown.
struct TextReferences {
  let outline: SurveyOutline

  /// Looks at all texts of a sheet, and reports pictures that are not shown.
  func check<Column>(_ table: Table<Column>, problems: inout [FormProblem]) {
    let columns = Column.allCases.filter { $0.isTranslated && table.has($0) }
    for row in table.sheet.rows {
      for column in columns {
        for place in table.places[column] ?? [] where !row[place.index].isEmpty {
          let (text, place) = (row[place.index], table.place(place, in: row))
          if column.isMedia {
            problems.report(.sheet(.notShown(found: text)), at: place)
          } else {
            check(text, at: place, problems: &problems)
          }
        }
      }
    }
  }

  /// Looks at the columns of the sheet `survey` that are neither texts nor expressions, as pyxform does.
  func checkOthers(_ table: Table<SurveyColumn>, problems: inout [FormProblem]) {
    let plain: [SurveyColumn] = [.appearance, .parameters, .paperNumber, .disabled]
    let places = table.others + plain.flatMap { table.places[$0] ?? [] }
    for row in table.sheet.rows {
      for place in places where row[place.index].contains("${") {
        check(row[place.index], at: table.place(place, in: row), problems: &problems)
      }
    }
  }

  /// Looks at the first row of the settings, in which `instance_name` has references.
  func check(_ table: Table<SettingsColumn>, problems: inout [FormProblem]) {
    guard let row = table.sheet.rows.first else { return }
    for (index, heading) in table.sheet.header.cells.enumerated() where row[index].contains("${") {
      let place = table.sheet.place(of: row, in: table.file, heading: heading, index: index)
      check(row[index], at: place, problems: &problems)
    }
  }

  /// Reports references that lead nowhere.
  private func check(_ text: String, at place: FormProblem.Place, problems: inout [FormProblem]) {
    if let found = brokenReference(in: text) {
      return problems.report(.expression(.badReference(found)), at: place)
    }
    for name in references(in: text) {
      if let fault = outline.fault(ofReference: name) {
        problems.report(.expression(fault), at: place)
      } else if outline.named[name] == nil, !responseNames.contains(name) {
        let near = nearest(to: name, among: outline.elements.map(\.name))
        problems.report(.expression(.unknownReference(name, nearest: near)), at: place)
      }
    }
  }

  /// The first `${` with what follows it that is no reference.
  private func brokenReference(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return nil }
    var rest = text[...]
    while let start = rest.firstRange(of: "${") {
      guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
        return String(rest[start.lowerBound...])
      }
      let name = String(rest[start.upperBound..<end])
      if !isXMLName(lastSavedName(name) ?? name) { return String(rest[start.lowerBound...end]) }
      rest = rest[end...]
    }
    return nil
  }
}
