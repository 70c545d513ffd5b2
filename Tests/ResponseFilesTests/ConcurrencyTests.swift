import Glibc
import ResponseFiles
import Survey
import Testing

@Suite("Several processes")
struct ConcurrencyTests {
  @Test("Eight processes store two hundred responses each at the same time, and none is lost or torn")
  func appending() async throws {
    let temporary = try TemporaryFolder()
    let path = temporary("form")
    await withTaskGroup { group in
      for process in 0..<8 {
        group.addTask {
          await #expect(processExitsWith: .success) { [path = path as String, process = process as Int] in
            let folder = ResponseFolder(path: path, questionnaire: .visits)
            for number in 0..<200 {
              try folder.append([.visit("\(process).\(number)", events: number % 3)], patience: .seconds(300))
            }
          }
        }
      }
    }
    let (responses, findings) = try ResponseFolder(path: path, questionnaire: .visits).responses()
    #expect(findings == [])
    #expect(responses.count == 1600)
    for process in 0..<8 {
      let own = responses.map(\.response).filter { $0.id.text.hasPrefix("\(process).") }
      #expect(own == (0..<200).map { .visit("\(process).\($0)", events: $0 % 3) })
    }
  }
}
