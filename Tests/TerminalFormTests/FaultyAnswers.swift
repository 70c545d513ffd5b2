import CSV
import Calendar
import SampleForms
import Survey
import TerminalForm

/// A file of answers at random, in which some lines cannot be taken; and how these are mended.
struct FaultyAnswers {
  /// A line as it should be, and as it stands in the file.
  struct Line {
    let address: Address
    let value: String
    /// What stands in its place, as it is written; nothing for a line that is as it should be.
    var fault: Fault?

    var text: String { fault.map(\.text) ?? "\(address),\(value),\n" }
  }

  struct Fault {
    let text: String
    /// Whether the line names its question, by this name or by one that the form takes for it.
    let isPlaced: Bool
  }

  private(set) var lines: [Line] = []
  private let form: Questionnaire
  private var random: Random

  init(to form: Questionnaire, seed: UInt64) {
    self.form = form
    random = Random(seed: seed)
    add(form.items, in: [])
    for index in lines.indices where random.chance(15) { lines[index].fault = fault(of: lines[index]) }
  }

  /// The lines that cannot be taken, by their places.
  var faulty: [Int] { lines.indices.filter { lines[$0].fault != nil } }

  mutating func mend(_ index: Int) { lines[index].fault = nil }

  /// The same answers with other values in the place of those that cannot be taken.
  func withOtherValues(seed: UInt64) -> FaultyAnswers {
    var other = self
    other.random = Random(seed: seed)
    for index in faulty {
      guard let question = form.question(lines[index].address.question) else { continue }
      other.lines[index] = Line(
        address: lines[index].address, value: other.value(of: question), fault: lines[index].fault)
    }
    return other
  }

  /// What is said of the file.
  func problems(with session: FormSession) -> [AnswersFileProblem] {
    var session = session
    do throws(AnswersFileProblems) {
      try session.enter(AnswersFile(CSVReader("name,value,state\n" + lines.map(\.text).joined())))
      return []
    } catch {
      return error.problems
    }
  }

  private mutating func add(_ items: [Item], in repeats: [Address.Repeat]) {
    for item in items {
      switch item {
      case .question(let question):
        guard question.isAsked, random.chance(70) else { continue }
        lines.append(Line(address: Address(question.name, in: repeats), value: value(of: question)))
      case .group(let group) where group.isRepeat:
        for number in 1...2 where random.chance(number == 1 ? 80 : 50) {
          add(group.items, in: repeats + [Address.Repeat(group: group.name, number: number)])
        }
      case .group(let group): add(group.items, in: repeats)
      }
    }
  }

  private mutating func value(of question: Question) -> String {
    let choices = form.choices(of: question)?.choices.map(\.name.text) ?? []
    return switch question.kind {
    case .selectOne: random.one(of: choices)
    case .selectMultiple: choices.filter { _ in random.chance(40) }.joined(separator: " ")
    default: random.chance(10) ? "" : String(random.number(-1...4))
    }
  }

  private mutating func fault(of line: Line) -> Fault? {
    switch random.number(1...7) {
    case 1: return Fault(text: "\(line.address)\n", isPlaced: true)
    case 2: return Fault(text: "\(line.address),\(line.value),maybe\n", isPlaced: true)
    case 3: return Fault(text: "\(line.address),1,unknown\n", isPlaced: true)
    case 4: return Fault(text: line.text + "\(line.address),2,\n", isPlaced: true)
    case 5: return Fault(text: ",\(line.value),\n", isPlaced: false)
    case 6:
      let name = Address(Question.Name(line.address.question.text + "_"), in: line.address.repeats)
      return fault(of: line, named: name)
    default: return Fault(text: "\(line.address),no such value,\n", isPlaced: true)
    }
  }

  /// A name that the form does not have, if the form takes it for the right one, or for none.
  private func fault(of line: Line, named name: Address) -> Fault? {
    var session = FormSession(form, id: "uuid:1", startedAt: Instant(secondsSinceEpoch: 1_541_695_320))
    do throws(FormRefusal) {
      try session.apply(.stand(name))
      return nil
    } catch {
      guard case .noSuchQuestion(_, let suggestion) = error else { return nil }
      if let suggestion, suggestion != line.address.question.text { return nil }
      return Fault(text: "\(name),\(line.value),\n", isPlaced: suggestion != nil)
    }
  }
}
