internal import Expressions
internal import Reports
internal import Survey

extension Export {
  /// The questions as rows, headings first.
  var questionRows: [[String]] {
    var rows = [["name", "number", "table", "type", "list", "label", "hint", "relevant", "groups"]]
    for placed in questionnaire.placed where placed.question.hasColumn {
      let question = placed.question
      rows.append([
        question.name.text, question.wording.paperNumber, placed.repeats.last?.text ?? "responses",
        question.kind.word, question.list?.text ?? "", edition.plainText(question.wording.label),
        edition.plainText(question.wording.hint), relevant(of: placed).joined(separator: " and "),
        placed.groups.map(\.text).joined(separator: "/"),
      ])
    }
    return rows
  }

  /// The choices of the lists that questions choose from, as rows, headings first.
  var choiceRows: [[String]] {
    var rows = [["list", "name", "label"]]
    var seen: Set<ChoiceList.Name> = []
    for placed in questionnaire.placed {
      guard let name = placed.question.list, seen.insert(name).inserted, let list = questionnaire.lists[name]
      else { continue }
      rows += list.distinct.map { [name.text, $0.name.text, label(of: $0.name, in: name)] }
    }
    return rows
  }

  /// The conditions under which a question is asked, its groups' own first; empty where it always is.
  func relevant(of placed: Questionnaire.Placed) -> [String] {
    let groups = placed.groups.compactMap { questionnaire.group($0)?.relevant?.source }
    return groups + (placed.question.relevant.map { [$0.source] } ?? [])
  }
}
