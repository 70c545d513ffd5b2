extension Questionnaire {
  /// The question that says who answers: the first outside repeat groups that chooses one entry of a register; nothing
  /// where each response stands for itself.
  public var registerQuestion: Question? {
    placed.first { placed in
      guard placed.repeats.isEmpty, case .selectOne(let list) = placed.question.kind else { return false }
      return list.isRegister
    }?.question
  }
}

extension ChoiceList.Name {
  /// Whether the list is a register of those who answer: a file `register.csv`, or of a name that ends in
  /// `-register.csv` or `_register.csv`.
  ///
  /// Any other list file holds what is asked for: districts, schools, crops. Who answers the same is not the same.
  public var isRegister: Bool {
    let name = text.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return name == "register.csv" || name.hasSuffix("-register.csv") || name.hasSuffix("_register.csv")
  }
}
