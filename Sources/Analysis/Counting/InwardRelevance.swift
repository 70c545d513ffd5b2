internal import Calendar
internal import Expressions
internal import Survey

/// Whether units that gave no repeats of a group inside of others were asked for them, in any of the others.
struct InwardRelevance {
  /// The innermost repeat group around the group.
  let around: Group.Name
  private let conditions: [UnitFilter]
  private let view: UnitView
  /// The domains of the questions in the repeats around.
  private let own: Set<Int>

  /// Takes the conditions of a group; nothing where it is asked for in every repeat around it.
  init?(of group: Group.Name, for figure: PlannedFigure, _ view: UnitView, now: Instant) {
    guard let (around, conditions) = figure.inwardRelevance(of: group) else { return nil }
    self.around = around
    self.conditions = conditions.map { UnitFilter($0, of: figure, data: view.data, now: now) }
    self.view = view
    own = Set(
      conditions.flatMap(\.references).compactMap { name in
        let name = Question.Name(name)
        return figure.forms.placed(name)?.repeats.last == around
          ? view.data.domain(name, of: figure.forms) : nil
      })
  }

  /// How a unit stands that has none of the group's repeats.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - repeats: Its repeats of the group around.
  /// - Returns: `noRepeats` where it was asked for some in any of them, `unknown` where that hangs on an answer of
  ///   which nobody knows, else `notAsked`.
  func standing(of unit: Int, in repeats: [Repeated]) -> RowState {
    var standing = RowState.notAsked
    for repeated in repeats {
      guard let rows = view.table(of: around, repeated.source)?.rows else { continue }
      let answers = RepeatAnswers(
        around: UnitAnswers(unit: unit, view: view), rows: rows, row: repeated.row, own: own)
      switch asked(answers) {
      case true?: return .noRepeats
      case nil: standing = .unknown
      case false?: break
      }
    }
    return standing
  }

  /// Whether all conditions hold; nothing where that is unknown.
  private func asked(_ answers: RepeatAnswers) -> Bool? {
    var isAsked: Bool? = true
    for condition in conditions {
      switch condition.membership(of: answers) {
      // What cannot be worked out is asked, as the form has it.
      case .counted, .failed: break
      case .left: return false
      case .undetermined: isAsked = nil
      }
    }
    return isAsked
  }
}
