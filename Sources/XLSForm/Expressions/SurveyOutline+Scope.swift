internal import Expressions
internal import Survey

extension SurveyOutline {
  /// What expressions may name in this form.
  ///
  /// - Parameters:
  ///   - lists: The lists of the form.
  ///   - listOf: The list of each select, by its place in the outline.
  /// - Returns: Questions, groups and repeats in the order of the form; then what stands in every response.
  func scopeEntries(_ lists: FormLists, _ listOf: [Int: ChoiceList.Name]) -> [FormScope.Entry] {
    // Lists are long, and several questions share one.
    var choices: [ChoiceList.Name: [String]] = [:]
    for name in Set(listOf.values) {
      guard let list = lists[name], !list.choices.isEmpty else { continue }
      choices[name] = list.choices.map(\.name.text)
    }
    var entries: [FormScope.Entry] = []
    for (index, element) in elements.enumerated() where !element.name.isEmpty {
      let kind = kind(of: index, choices: listOf[index].flatMap { choices[$0] })
      let repeats = repeats(around: index).map { elements[$0].name }
      entries.append(FormScope.Entry(element.name, kind, repeats: repeats))
      if element.uniqueName != element.name {
        entries.append(FormScope.Entry(element.uniqueName, kind, repeats: repeats))
      }
    }
    let others = [("meta", FormScope.Kind.group)] + responseNames.map { ($0, .other) }
    return entries + others.filter { named[$0.0] == nil }.map { FormScope.Entry($0, $1) }
  }

  private func kind(of index: Int, choices: [String]?) -> FormScope.Kind {
    switch elements[index].content {
    case .group(let isRepeat): isRepeat ? .repeatGroup : .group
    case .range: .number
    case .select(let select):
      select.isMultiple || select.isRank ? .selectMultiple(choices) : .selectOne(choices)
    case .specifyOther: .text
    case .leftOut: .other
    case .question(let kind):
      switch kind {
      case .text: .text
      case .integer, .decimal: .number
      case .date: .date
      case .dateTime: .dateTime
      case .time: .time
      default: .other
      }
    }
  }
}
