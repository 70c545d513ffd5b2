import Calendar
import Mailbox
import ResponseFiles
import SampleForms
import Survey
import Testing

@Suite("Random responses, written out as a table and imported")
struct TableRoundTripTests {
  @Test("Every row gives the answers that were written, and nothing else", arguments: 0..<24 as Range<UInt64>)
  func sameAnswers(seed: UInt64) throws {
    let questionnaire = seed.isMultiple(of: 2) ? Forms.review : Sample.form
    let rows = (0..<3).map { Filled(questionnaire, seed: seed * 3 + $0) }
    let text = RandomTable(rows, of: questionnaire, seed: seed).text
    #expect(text.problems(questionnaire) == [])
    let forms = text.forms(questionnaire)
    try #require(forms.count == rows.count)
    for (row, form) in zip(rows, forms) {
      for (address, cell) in row.cells where form.cells[address] != cell {
        Issue.record("\(address) is \(form.cells[address].debugDescription), not \(cell.debugDescription)")
      }
      for (address, cell) in form.cells where row.cells[address] == nil {
        Issue.record("\(address) is \(cell.debugDescription), not blank")
      }
      #expect(form.doubts == [])
      #expect(form.states.isEmpty)
    }
  }

  @Test("A row becomes a response with these answers and no others", arguments: 0..<16 as Range<UInt64>)
  func sameResponse(seed: UInt64) throws {
    let questionnaire = seed.isMultiple(of: 2) ? Forms.review : Sample.form
    let row = Filled(questionnaire, seed: 1000 + seed)
    let delivery = try RandomTable([row], of: questionnaire, seed: seed).text.delivery(questionnaire).get()
    let register = Register(of: questionnaire)
    let settling = Settling(
      questionnaire, identifying: Identifying(register: register, senders: SenderList()))
    let settlement = settling.settle([delivery], in: Books(register: register))
    #expect(settlement.unaccounted == [])
    #expect(settlement.finals.count == 1)
    guard let response = settlement.responses.first else {
      // Chance may break a rule of the questionnaire: then a person decides.
      let codes = settlement.finals.map(\.reasonCode.text)
      #expect(codes == ["missing"] || codes == ["breaks_rule"] || codes == ["not_in_the_list"], "\(codes)")
      return
    }
    #expect(response.source == .table)
    #expect(response.submittedAt?.description == "2018-11-10T07:00:00Z")
    #expect(response.answers.cells(in: questionnaire) == row.cells)
    let known = Set(settlement.provenance.map(\.question))
    #expect(known == Set(row.cells.keys))
    #expect(
      settlement.provenance.allSatisfy { $0.evidence == .table && $0.part == "row \(delivery.rowNumber)" })
  }
}

extension Delivery {
  fileprivate var rowNumber: String {
    letters.flatMap(\.parts).first.map { String($0.path.prefix { $0 != "." }) } ?? ""
  }
}

extension Response.Answers {
  /// The answers to what people are asked, as a response file keeps them.
  fileprivate func cells(
    in questionnaire: Questionnaire, group: Group.Name? = nil, repeats: [Address.Repeat] = []
  ) -> [Address: String] {
    var cells: [Address: String] = [:]
    for question in questionnaire.columns(of: group) where question.isAsked {
      cells[Address(question.name, in: repeats)] = self[question.name].answer?.cell
    }
    for inner in questionnaire.repeatGroups(directlyIn: group) {
      for (index, each) in (self.repeats[inner.name] ?? []).enumerated() {
        let step = Address.Repeat(group: inner.name, number: index + 1)
        cells.merge(each.cells(in: questionnaire, group: inner.name, repeats: repeats + [step])) { first, _ in
          first
        }
      }
    }
    return cells
  }
}
