internal import Survey

extension FormLists {
  /// Reads the sheet `choices`.
  ///
  /// - Parameters:
  ///   - table: The sheet; nothing where the form has none.
  ///   - languages: The languages of the form.
  ///   - allowsDuplicates: Whether the settings say that a name may stand twice in a list.
  ///   - problems: Where choices without a name or there twice are reported.
  init(
    _ table: Table<ChoicesColumn>?, _ languages: FormLanguages, allowsDuplicates: Bool,
    problems: inout [FormProblem]
  ) {
    self.init(areKnown: table.map { $0.has(.listName) && $0.has(.name) } ?? true)
    guard let table, areKnown else { return }
    for (index, other) in table.others.enumerated() {
      guard let first = table.others[..<index].first(where: { $0.heading == other.heading }) else { continue }
      problems.report(
        .sheet(.repeatedColumn(first: first.heading)), at: table.place(ofHeading: other.heading))
    }
    let columns = ["name", "label"] + table.others.map(\.heading)
    var lines: [ChoiceList.Name: [String: FormProblem.RowNumber]] = [:]
    var withTexts: Set<ChoiceList.Name> = []
    for row in table.sheet.rows {
      let listName = table.text(.listName, in: row)
      let name = table.text(.name, in: row)
      if listName.isEmpty {
        // A row without both is a remark.
        if !name.isEmpty {
          problems.report(.list(.missingListName(name)), at: table.place(.listName, in: row))
        }
        continue
      }
      let list = ChoiceList.Name(listName)
      if self[list] == nil {
        add(List(name: list, choices: [], columns: columns))
      }
      guard !name.isEmpty else {
        problems.report(.list(.missingName), at: table.place(.name, in: row))
        continue
      }
      if let first = lines[list]?[name] {
        let fault: FormProblem.ListFault =
          allowsDuplicates
          ? .allowedDuplicate(name, list: listName, at: first)
          : .repeatedName(name, list: listName, at: first)
        problems.report(.list(fault), at: table.place(.name, in: row))
        if !allowsDuplicates { continue }
      } else {
        lines[list, default: [:]][name] = row.number
      }
      var label = table.texts(.label, in: row, languages)
      if table.needsTexts(row) { withTexts.insert(list) }
      if label.isEmpty {
        if table.has(.label) {
          if self[list]?.choices.isEmpty == true { bareStarts[list] = (name, table.place(.label, in: row)) }
          problems.report(.list(.missingLabel(name)), at: table.place(.label, in: row))
        }
        label = LocalizedText(unlocalized: name)
      }
      let attributes = Dictionary(
        table.others.map { ($0.heading, row[$0.index]) }, uniquingKeysWith: { first, _ in first })
      add(Choice(name: Choice.Name(name), label: label, attributes: attributes), to: list)
    }
    for list in withTexts { bareStarts[list] = nil }
  }
}

extension Table<ChoicesColumn> {
  /// Reports headings that cannot become elements of the XForm; pyxform leaves those out that have spaces in them.
  func reportBadHeadings(problems: inout [FormProblem]) {
    for other in others
    where !other.heading.contains(where: \.isWhitespace) && !Self.koboColumns.contains(other.heading) {
      let parts = other.heading.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 2 || !parts.allSatisfy(isXMLName) else { continue }
      problems.report(.name(.notXML(other.heading)), at: place(ofHeading: other.heading))
    }
  }

  /// What KoboToolbox writes for itself into workbooks, and takes out before pyxform reads them.
  private static let koboColumns: Set<String> = ["$kuid", "$autovalue", "$autoname", "$qpath", "$xpath"]

  /// Whether the labels of the list that a choice belongs to stand apart from it in the XForm, as texts in languages do.
  fileprivate func needsTexts(_ row: Workbook.Row) -> Bool {
    ChoicesColumn.allCases.contains { column in
      guard column == .label || column.isMedia else { return false }
      return places[column]?.contains { place in
        let text = row[place.index]
        return !text.isEmpty && (column.isMedia || place.language != nil || text.contains("${"))
      } ?? false
    }
  }
}
