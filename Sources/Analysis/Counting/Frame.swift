internal import Calendar
internal import Expressions
internal import Survey

/// The units that could have answered: the register, as far as the forms offer it.
struct Frame {
  /// The choice for what is not on the register; it is nobody.
  static let other = Choice.Name("other")

  /// The units, in the order of the register.
  let units: [Choice]
  /// Questions on whose answers it depends who is offered; where there are any, nobody can say who it is.
  let dependsOn: [String]

  /// Finds the units that a question offers; nothing where the question has no list.
  init?(_ unit: Question.Name, forms: Forms) {
    guard forms.question(unit)?.list != nil else { return nil }
    var offered: Set<Choice.Name> = []
    var depends: [String] = []
    for form in forms.all {
      guard let question = form.question(unit), let list = form.choices(of: question) else { continue }
      depends += question.choiceFilter?.references ?? []
      offered.formUnion(Self.offered(list, filter: question.choiceFilter))
    }
    units = forms.choices(of: unit).filter { $0.name != Self.other && offered.contains($0.name) }
    dependsOn = depends
  }

  private static func offered(_ list: ChoiceList, filter: Expression?) -> [Choice.Name] {
    guard let filter else { return list.choices.map(\.name) }
    let table = ItemTable(list)
    let surroundings = Surroundings(now: DateTime(Instant(secondsSinceEpoch: 0), offset: 0))
    let origin = AnswersNode(values: [:], place: .form)
    return zip(list.choices, table.items).compactMap { choice, item in
      let context = EvaluationContext(node: item, origin: origin, surroundings: surroundings)
      do { return try filter.isTrue(in: context) ? choice.name : nil } catch { return nil }
    }
  }
}
