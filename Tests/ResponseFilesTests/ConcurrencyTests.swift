import Glibc
import ResponseFiles
import SampleForms
import Survey
import TemporaryFolders
import Testing

@Suite("Several processes")
struct ConcurrencyTests {
  let temporary: TemporaryFolder
  let folder: ResponseFolder

  init() throws {
    temporary = try TemporaryFolder()
    folder = ResponseFolder(path: temporary("visits"), questionnaire: .visits)
  }

  @Test(
    "Eight processes store two hundred responses each at the same time; none is lost, whoever reads meanwhile"
  )
  func appending() async throws {
    try folder.append([.visit("first")])
    await withTaskGroup { group in
      group.addTask { [path = folder.path] in
        await #expect(processExitsWith: .success) { [path = path as String] in
          let folder = ResponseFolder(path: path, questionnaire: .visits)
          var count = 0
          while count < 1601 {
            var reader = try folder.reader(patience: .seconds(300))
            var seen = 0
            while try reader.next() != nil { seen += 1 }
            #expect(reader.takeFindings() == [])
            #expect(seen >= count)
            count = seen
            usleep(50_000)
          }
        }
      }
      for process in 0..<8 {
        group.addTask { [path = folder.path] in
          await #expect(processExitsWith: .success) { [path = path as String, process = process as Int] in
            let folder = ResponseFolder(path: path, questionnaire: .visits)
            for number in 0..<200 {
              try folder.append([.visit("\(process).\(number)", events: number % 3)], patience: .seconds(300))
            }
          }
        }
      }
    }
    let (responses, findings) = try folder.responses()
    #expect(findings == [])
    #expect(responses.count == 1601)
    for process in 0..<8 {
      let own = responses.map(\.response).filter { $0.id.text.hasPrefix("\(process).") }
      #expect(own == (0..<200).map { .visit("\(process).\($0)", events: $0 % 3) })
    }
  }

  @Test("What was said to be stored is there, though processes are killed in the middle of a commit")
  func killing() async throws {
    let acknowledged = temporary("acknowledged")
    await withTaskGroup { group in
      for process in 0..<12 {
        group.addTask { [path = folder.path] in
          await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, process = process as Int, acknowledged = acknowledged as String] in
            var random = Random(seed: UInt64(process))
            var steps = random.number(20...400)
            let folder = ResponseFolder(path: path, questionnaire: .visits)
            let probe = CommitProbe(chunk: 40) { _ in
              steps -= 1
              if steps == 0 { kill(getpid(), SIGKILL) }
            }
            for number in 0... {
              let response = Response.visit("\(process).\(number)", events: random.number(0...2))
              _ = try folder.append(
                [response], provenance: [], paradata: [:], patience: .seconds(300), probe: probe)
              let line = Array("\(response.id)\n".utf8)
              let file = open(acknowledged, O_WRONLY | O_APPEND | O_CREAT, 0o600)
              _ = write(file, line, line.count)
              close(file)
            }
          }
        }
      }
    }
    let (responses, findings) = try folder.responses()
    #expect(findings == [])
    let stored = responses.map(\.response.id.text)
    #expect(Set(stored).count == stored.count)
    let promised = (text(of: acknowledged) ?? "").split(separator: "\n").map(String.init)
    #expect(promised.count >= 12)
    #expect(Set(promised).subtracting(stored) == [])
    // A process dies once: at most its last response is stored without having been promised.
    #expect(stored.count - promised.count <= 12)
  }
}
