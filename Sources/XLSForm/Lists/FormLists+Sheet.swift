internal import Survey

extension FormLists {
  /// Reads the sheet `choices`.
  ///
  /// - Parameters:
  ///   - table: The sheet; nothing where the form has none.
  ///   - languages: The languages of the form.
  ///   - problems: Where choices without a name or there twice are reported.
  init(_ table: Table<ChoicesColumn>?, _ languages: FormLanguages, problems: inout [FormProblem]) {
    self.init(areKnown: table.map { $0.has(.listName) && $0.has(.name) } ?? true)
    guard let table, areKnown else { return }
    for (index, other) in table.others.enumerated() {
      guard let first = table.others[..<index].first(where: { $0.heading == other.heading }) else { continue }
      problems.report(
        .sheet(.repeatedColumn(first: first.heading)), at: table.place(ofHeading: other.heading))
    }
    let columns = ["name", "label"] + table.others.map(\.heading)
    var lines: [ChoiceList.Name: [String: FormProblem.RowNumber]] = [:]
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
        problems.report(
          .list(.repeatedName(name, list: listName, at: first)), at: table.place(.name, in: row))
        continue
      }
      lines[list, default: [:]][name] = row.number
      var label = table.texts(.label, in: row, languages)
      if label.isEmpty {
        if table.has(.label) {
          problems.report(.list(.missingLabel(name)), at: table.place(.label, in: row))
        }
        label = LocalizedText(unlocalized: name)
      }
      let attributes = Dictionary(
        table.others.map { ($0.heading, row[$0.index]) }, uniquingKeysWith: { first, _ in first })
      add(Choice(name: Choice.Name(name), label: label, attributes: attributes), to: list)
    }
  }
}
