import CSV
import Glibc

/// A file that rows are written to in blocks.
struct DataFile: ~Copyable {
  /// Why a file cannot be written.
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let code: Int32

    var description: String { "\(path): \(String(cString: strerror(code)))" }
  }

  /// What is written of the row at hand; whoever writes to it ends the row with `endRow`.
  var writer = CSVWriter()
  /// How many rows were written, the header not counted.
  private(set) var rows = 0
  /// How many bytes stand behind the writer.
  private var flushed = 0
  private let path: String
  private let descriptor: Int32

  /// How many bytes were written, the header counted.
  var bytes: Int { flushed + writer.count }

  /// Writes a new file, or one in the place of another.
  static func creating(_ path: String, headings: [String]) throws -> DataFile {
    var file = DataFile(path, try open(path, O_WRONLY | O_CREAT | O_TRUNC))
    try file.writer.append(record: headings)
    return file
  }

  /// Writes behind what stands in a file.
  static func appending(to path: String) throws -> DataFile {
    DataFile(path, try open(path, O_WRONLY | O_APPEND))
  }

  private static func open(_ path: String, _ flags: Int32) throws -> Int32 {
    let descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Failure(path: path, code: errno) }
    return descriptor
  }

  private init(_ path: String, _ descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Ends the row, and writes out what has gathered.
  mutating func endRow() throws {
    writer.endRecord()
    rows += 1
    if writer.count >= 1 << 20 { try flush() }
  }

  /// Writes out the rest.
  ///
  /// - Returns: How much was written in all.
  consuming func close() throws -> (rows: Int, bytes: Int) {
    try flush()
    if Glibc.close(descriptor) != 0 { throw Failure(path: path, code: errno) }
    return (rows, flushed)
  }

  private mutating func flush() throws {
    let (path, descriptor) = (path, descriptor)
    flushed += writer.count
    try writer.drain { block in
      var rest = block[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.base.baseAddress.map { $0 + rest.startIndex }, rest.count)
        if count < 0, errno != EINTR { throw Failure(path: path, code: errno) }
        rest = rest.dropFirst(max(count, 0))
      }
    }
  }
}
