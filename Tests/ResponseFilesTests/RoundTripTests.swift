import ResponseFiles
import SampleForms
import Survey
import TemporaryFolders
import Testing

@Suite("What is written is read")
struct RoundTripTests {
  @Test("Responses come back as they were stored, byte by byte", arguments: UInt64(0)..<150)
  func roundTrip(seed: UInt64) throws {
    var random = Random(seed: seed)
    let questionnaire = random.questionnaire()
    let temporary = try TemporaryFolder()
    let folder = ResponseFolder(path: temporary("a/b"), questionnaire: questionnaire)
    var stored: [Response] = []
    for _ in 0..<random.number(1...4) {
      let batch = (0..<random.number(1...3)).map { _ in
        random.response(to: questionnaire, supersedes: stored.map(\.id))
      }
      let report = try folder.append(batch)
      #expect(report.stored == batch.map(\.id))
      stored += batch
    }
    let (read, findings) = try folder.responses()
    #expect(findings == [])
    #expect(read.map(\.response) == stored)
    // Two texts are the same to Swift if they look the same; here they must have the same bytes.
    #expect(read.map { Array("\($0.response)".utf8).count } == stored.map { Array("\($0)".utf8).count })
    #expect(read.map { $0.response.answers.cells } == stored.map { $0.answers.cells })
    #expect(try folder.append(stored).alreadyStored == stored.map(\.id))
    #expect(try folder.responses().responses.map(\.response) == stored)
  }
}

extension Response.Answers {
  /// All cells as bytes, in a fixed order.
  var cells: [[UInt8]] {
    states.sorted { $0.key < $1.key }.map { Array(($0.value.answer?.cell ?? "").utf8) }
      + repeats.sorted { $0.key < $1.key }.flatMap { $0.value.flatMap(\.cells) }
  }
}
