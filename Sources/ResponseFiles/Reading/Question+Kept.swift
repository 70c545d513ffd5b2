internal import Survey

extension Question {
  /// Reads a cell of a response file: what is no answer is kept as it is, with what is wrong with it.
  ///
  /// A choice that the list does not have is kept as a choice, so that a tally can show it by its name. Nothing is
  /// wrong with one that the list had, and has given up.
  func kept(
    _ cell: String, in list: ChoiceList?, history: FormHistory = .none
  ) -> (answer: Answer?, problem: ResponseFinding.Problem?) {
    do throws(AnswerProblem) {
      return (try answer(from: cell, in: list), nil)
    } catch {
      let words = cell.split(whereSeparator: \.isWhitespace).map { Choice.Name(String($0)) }
      var seen: Set<Choice.Name> = []
      let choices = words.filter { seen.insert($0).inserted }
      switch kind {
      case .selectOne(let name) where history.isRetired(Choice.Name(cell.trimmed), in: name):
        return (.one(Choice.Name(cell.trimmed)), nil)
      case .selectMultiple(let name)
      where words.allSatisfy({ list?[$0] != nil || history.isRetired($0, in: name) }):
        return (.several(choices), nil)
      case .rank(let name)
      where words == choices && words.allSatisfy({ list?[$0] != nil || history.isRetired($0, in: name) }):
        return (.ranked(choices), nil)
      case .selectOne where words.count > 1 && words.allSatisfy { list?[$0] != nil }:
        return (.text(cell), .severalChoices(found: cell))
      case .selectOne:
        return (.one(Choice.Name(cell.trimmed)), .noAnswer(error))
      case .selectMultiple:
        return (.several(choices), .noAnswer(error))
      case .rank:
        return (.ranked(choices), .noAnswer(error))
      default:
        return (.text(cell), .noAnswer(error))
      }
    }
  }
}
