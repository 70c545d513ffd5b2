internal import Survey

extension SurveyOutline {
  /// Whether a form has something in a group that people could see: ODK's programs do not open others.
  ///
  /// - Parameter group: The group's place, with all that stands in it read.
  /// - Returns: Whether it has; also where something in it cannot be read.
  func showsSomething(_ group: Int) -> Bool {
    (children[group] ?? []).contains { index in
      switch elements[index].content {
      case .question(.calculate), .question(.hidden), .question(.metadata): false
      // What is wrong with a type that cannot be read is said already.
      case .question, .range, .select, .group, .specifyOther, .leftOut: true
      }
    }
  }
}
