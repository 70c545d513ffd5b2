import CSV

/// All that reading a file tells: what the tests compare.
struct Reading: Hashable, CustomStringConvertible {
  struct Record: Hashable {
    var number: Int
    var line: Int
    var offset: Int
    var cells: [String]
  }

  var records: [Record] = []
  var error: CSVError?

  /// Reads bytes that come in blocks of the given size.
  init(_ bytes: [UInt8], blockSize: Int = 1 << 18, recordLimit: Int = CSVReader.defaultRecordLimit) {
    var reader = CSVReader(bytes, recordLimit: recordLimit, blockSize: blockSize)
    do {
      while try reader.next() {
        let record = Record(
          number: reader.record.number, line: reader.record.line, offset: reader.record.offset,
          cells: reader.record.strings)
        records.append(record)
      }
    } catch {
      self.error = error
    }
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var cells: [[String]] { records.map(\.cells) }

  var description: String {
    let lines = records.map { "\($0.number) line \($0.line) byte \($0.offset): \($0.cells)" }
    return (lines + (error.map { ["\($0)"] } ?? [])).joined(separator: "\n")
  }
}
