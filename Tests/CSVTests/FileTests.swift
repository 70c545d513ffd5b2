import Chance
import CSV
import Glibc
import Testing

/// A file for one test, which is deleted with it.
final class TemporaryFile {  // A class for the sake of deinit.
  let path: String

  init(_ bytes: [UInt8]) throws {
    var template = Array((P_tmpdir + "/iscm-csv-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    let written = write(descriptor, bytes, bytes.count)
    close(descriptor)
    try #require(written == bytes.count)
  }

  deinit { unlink(path) }
}

@Suite("Files")
struct FileTests {
  @Test("A file of several blocks is read as the same bytes in memory")
  func blocks() throws {
    var random = SeededRandom(seed: 7)
    var writer = CSVWriter()
    while writer.count < 700_000 { try writer.append(record: [random.text(upTo: 40), random.text(upTo: 9)]) }
    let bytes = writer.takeBytes()
    let file = try TemporaryFile(bytes)
    let rows = try CSVReader(path: file.path).rows()
    #expect(rows.map(\.cells) == Reading(bytes).cells)
    #expect(rows.map(\.position.offset) == Reading(bytes).records.map(\.offset))
    #expect(rows.map(\.line) == Reading(bytes).records.map(\.line))
  }

  @Test("A file that is growing is read up to the length that is known")
  func length() throws {
    let file = try TemporaryFile(Array("a,b\n1,2\n3,\"half a rec".utf8))
    let rows = try CSVReader(path: file.path, length: 8).rows()
    #expect(rows.map(\.cells) == [["a", "b"], ["1", "2"]])
    #expect(try CSVReader(path: file.path, length: 0).rows().isEmpty)
  }

  @Test("A file that has become shorter is an error")
  func cutOff() throws {
    let file = try TemporaryFile(Array("a\n1\n".utf8))
    let error = #expect(throws: CSVError.self) { try CSVReader(path: file.path, length: 5).rows() }
    #expect(error == .cutOff(path: file.path, expected: 5, found: 4))
    #expect(
      error?.description
        == "shorter than it was: found 4 bytes, expected at least 5; put back the missing end from a copy")
  }

  @Test("An open file is read from where it stands and stays open")
  func descriptor() throws {
    let file = try TemporaryFile(Array("a\n1\n".utf8))
    let descriptor = open(file.path, O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    #expect(try CSVReader(descriptor: descriptor, path: "x", length: 2).rows().map(\.cells) == [["a"]])
    #expect(try CSVReader(descriptor: descriptor, path: "x").rows().map(\.cells) == [["1"]])
    #expect(fcntl(descriptor, F_GETFD) >= 0)
  }

  @Test("A pipe is read as it comes, by a few bytes at a time")
  func pipe() throws {
    var ends: [CInt] = [0, 0]
    try #require(Glibc.pipe(&ends) == 0)
    defer { close(ends[0]) }
    let text = Array("\u{FEFF}a,\"é\"\n".utf8)
    try #require(write(ends[1], text, text.count) == text.count)
    close(ends[1])
    let rows = try CSVReader(descriptor: ends[0], path: "-").rows()
    #expect(rows.map(\.cells) == [["a", "é"]])
  }

  @Test(
    "What the system refuses to open or read is an error with its reason",
    arguments: [
      ("/nowhere/responses.csv", "No such file or directory"), ("/", "Is a directory"),
    ])
  func unreadable(path: String, reason: String) {
    let error = #expect(throws: CSVError.self) { try CSVReader(path: path).rows() }
    #expect(error == .unreadable(path: path, reason: reason))
    #expect(error?.description == "cannot be read: \(reason); check the path and its permissions")
  }
}
