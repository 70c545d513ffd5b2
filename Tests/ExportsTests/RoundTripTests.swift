import Tables

import CSV
import Exports
import ResponseFiles
import SampleForms
import Survey
import TemporaryFolders
import Testing

@Suite("An exported CSV holds the responses")
struct RoundTripTests {
  @Test("What is exported is read back as the responses that it was made of", arguments: UInt64(0)..<100)
  func roundTrip(seed: UInt64) throws {
    var options = ExportOptions()
    options.keepsSuperseded = true
    let exported = Exported(seed: seed, options)
    let folder = try TemporaryFolder()
    for (name, bytes) in try exported.bytes(.csv) { try write(bytes, to: folder(name)) }
    let read = try ResponseFolder(file: folder("form.csv"), questionnaire: exported.questionnaire).responses()
    #expect(read.responses.map(\.response) == exported.responses)
    // The columns of single choices are no questions; nothing else is to be said.
    for finding in read.findings {
      guard case .unknownColumn = finding.problem else {
        Issue.record("\(finding)")
        continue
      }
      #expect(finding.column?.contains("/") == true)
    }
  }

  @Test(
    "The columns of choices alone say what was chosen, and are empty where nothing was answered",
    arguments: UInt64(0)..<60)
  func oneHot(seed: UInt64) throws {
    var options = ExportOptions()
    options.keepsSuperseded = true
    let exported = Exported(seed: seed, options)
    let bytes = try #require(try exported.bytes(.csv)["form.csv"])
    let table = try CSVTable(CSVReader(bytes))
    let layout = ResponseLayout(of: exported.questionnaire).main
    for question in layout.questions {
      guard case .selectMultiple(let list) = question.kind, let heading = layout.heading(of: question.name)
      else {
        continue
      }
      let choices = try #require(exported.questionnaire.lists[list]).choices.map(\.name)
      for (row, response) in zip(table.rows, exported.responses) {
        let cells = choices.map { table[row, "\(heading)/\($0)"] }
        if let answer = response[question.name].answer {
          #expect(cells == choices.map { answer.choices.contains($0) ? "1" : "0" })
        } else {
          #expect(cells.allSatisfy { $0.isEmpty }, "\(question.name) \(response[question.name])")
        }
      }
    }
  }

  @Test("What a later response corrects is left out, unless it is asked for", arguments: UInt64(0)..<30)
  func current(seed: UInt64) throws {
    let exported = Exported(seed: seed)
    let corrected = Set(exported.responses.compactMap(\.supersedes))
    let expected = exported.responses.map(\.id).filter { !corrected.contains($0) }
    let table = try CSVTable(CSVReader(try #require(try exported.bytes(.csv)["form.csv"])))
    #expect(table.rows.map { table[$0, "instance_id"] } == expected.map(\.text))
    #expect(exported.export.responseCount == expected.count)
    #expect(exported.export.supersededCount == exported.responses.count - expected.count)
  }

  @Test("A response is not left out because one above names it")
  func correctedAbove() throws {
    var random = Random(seed: 1)
    let questionnaire = random.questionnaire()
    let first = random.response(to: questionnaire)
    let above = random.response(to: questionnaire, supersedes: [first.id])
    let exported = Exported(questionnaire, [above, first])
    #expect(exported.export.responseCount == 2)
  }

  @Test("Nobody is named in any table where names are left out", arguments: UInt64(0)..<30)
  func withoutNames(seed: UInt64) throws {
    var options = ExportOptions()
    options.leavesOutNames = true
    let exported = Exported(seed: seed, options)
    for (name, bytes) in try exported.bytes(.csv).merging(
      exported.bytes(.datapackage), uniquingKeysWith: { $1 })
    where name.hasSuffix(".csv") && name.contains("form") || name.hasSuffix("responses.csv") {
      let table = try CSVTable(CSVReader(bytes))
      #expect(table.header["submitted_by"] == nil)
    }
    #expect(try exported.statistics().allSatisfy { $0.variables.allSatisfy { $0.name != "submitted_by" } })
  }
}
