internal import Survey

extension SurveyOutline {
  /// Checks the names against each other and gives those that are there twice the groups around them.
  ///
  /// Two rows of one group must not have one name. In different groups they may: in the questionnaire they
  /// are then `group/name`, and `${name}` means neither.
  ///
  /// - Parameters:
  ///   - table: The sheet.
  ///   - formName: The name of the form's root, which no repeat may have.
  ///   - problems: Where names that cannot stand are reported.
  mutating func settleNames(
    in table: Table<SurveyColumn>, formName: String, problems: inout [FormProblem]
  ) {
    for siblings in children.values { checkSiblings(siblings, in: table, problems: &problems) }
    var repeats: [String: Int] = [:]
    for (index, element) in elements.enumerated() where !element.name.isEmpty {
      let place = table.place(.name, in: element.row)
      if element.name == "meta" || element.isRepeat && element.name == formName {
        problems.report(.name(.reserved(element.name)), at: place)
      }
      if element.isRepeat {
        checkCount(of: element, in: table, problems: &problems)
        if let first = repeats[element.name], elements[first].parent != element.parent {
          let row = elements[first].row.number
          problems.report(.name(.repeatedRepeat(element.name, at: row)), at: place)
        }
        repeats[element.name] = repeats[element.name] ?? index
      }
    }
    for twins in named.values where twins.count > 1 {
      for isGroup in [false, true] {
        let alike = twins.filter { elements[$0].isGroup == isGroup }
        if alike.count > 1 { for index in alike { rename(index, to: path(to: index)) } }
      }
    }
  }

  /// Reports a row that has the name under which XLSForm keeps how often a repeat beside it is asked.
  private func checkCount(of group: Element, in table: Table<SurveyColumn>, problems: inout [FormProblem]) {
    let count = table.text(.repeatCount, in: group.row)
    // A reference alone is its own count.
    let isReference =
      count.hasPrefix("${") && count.hasSuffix("}") && isXMLName(String(count.dropFirst(2).dropLast()))
    guard !count.isEmpty, !isReference else { return }
    let name = group.name + "_count"
    for index in children[group.parent] ?? [] where elements[index].name == name {
      problems.report(
        .name(.ofCount(name, repeat: group.name)), at: table.place(.name, in: elements[index].row))
    }
  }

  private func checkSiblings(
    _ siblings: [Int], in table: Table<SurveyColumn>, problems: inout [FormProblem]
  ) {
    var exact: [String: Int] = [:]
    var folded: [String: Int] = [:]
    for index in siblings where !elements[index].name.isEmpty {
      let (name, row) = (elements[index].name, elements[index].row)
      if let first = exact[name] {
        let other = elements[first].row.number
        problems.report(.name(.repeated(name, at: other)), at: table.place(.name, in: row))
        continue
      }
      exact[name] = index
      if let first = folded[name.lowercased()] {
        let other = elements[first]
        problems.report(
          .name(.similar(name, to: other.name, at: other.row.number)), at: table.place(.name, in: row))
      } else {
        folded[name.lowercased()] = index
      }
    }
  }

  private func path(to index: Int) -> String {
    (groups(around: index) + [index]).map { elements[$0].name }.joined(separator: "/")
  }
}
