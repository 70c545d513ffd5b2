internal import Survey

extension SurveyOutline {
  /// Reports groups in which people see nothing, which ODK's programs do not open.
  ///
  /// - Parameters:
  ///   - table: The sheet.
  ///   - problems: Where they are reported.
  func reportEmptyGroups(in table: Table<SurveyColumn>, problems: inout [FormProblem]) {
    for (index, element) in elements.enumerated() where element.isGroup && !element.isRepeat {
      if (children[index] ?? []).contains(where: { elements[$0].isSeen }) { continue }
      problems.report(
        .structure(.emptyGroup(name: element.name)), at: table.place(.type, in: element.row))
    }
  }
}

extension SurveyOutline.Element {
  /// Whether a form has something for it that people could see.
  fileprivate var isSeen: Bool {
    switch content {
    case .question(.calculate), .question(.hidden), .question(.metadata): false
    // What is wrong with a type that cannot be read is said already.
    case .question, .range, .select, .group, .specifyOther, .leftOut: true
    }
  }
}
