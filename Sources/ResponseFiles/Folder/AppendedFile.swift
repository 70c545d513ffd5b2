internal import CSV
internal import Glibc
internal import Survey

/// A file that rows are about to be appended to.
struct AppendedFile {
  let name: String
  let path: String
  let length: Int
  /// The headings in the file's own order; those of a new file are still to be written.
  let headings: [String]
  private var hasHeader = false
  private var endsInLine = true

  /// Reads a file through, if it is there: rows behind what is no CSV would be lost.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - folder: Where it stands.
  ///   - headings: The headings of a new file.
  /// - Throws: Why nothing can be appended to it.
  init(
    _ name: String, in folder: Directory, headings: [String]
  ) throws(ResponseFileError) {
    self.name = name
    path = folder.file(name)
    guard let file = try OpenFile.open(path, O_RDONLY) else {
      (length, self.headings) = (0, headings)
      return
    }
    length = try file.length()
    let last = length == 0 ? [] : try file.bytes(in: length - 1..<length)
    endsInLine = length == 0 || last == [0x0A] || last == [0x0D]
    do {
      var csv = CSVReader(descriptor: file.descriptor, path: path, length: length)
      hasHeader = try csv.next()
      self.headings = hasHeader ? csv.record.strings : headings
      csv.keep(columns: [])
      while try csv.next() {}
    } catch {
      throw .notCSV(path: path, error)
    }
  }

  /// The header of the file as its columns are found by.
  func header(of table: ResponseTable) throws(ResponseFileError) -> ResponseHeader {
    var csv = CSVReader(try headerRecord())
    do {
      _ = try csv.next()
    } catch {
      throw .notCSV(path: path, error)
    }
    return try ResponseHeader(CSVHeader(csv.record), of: table, path: path)
  }

  /// The header as a record.
  func headerRecord() throws(ResponseFileError) -> [UInt8] { try records([headings]) }

  /// Some rows as records, each cell in its column.
  func records(of rows: [[String: String]]) throws(ResponseFileError) -> [UInt8] {
    try records(rows.map { row in headings.map { row[$0] ?? "" } })
  }

  /// What is to be appended for some records: the header of a new file and the end of an unfinished line too.
  ///
  /// - Parameter records: The records.
  /// - Returns: The bytes, with the file opened for them; it is made where it is missing.
  /// - Throws: Why it cannot be opened.
  func part(for records: [UInt8]) throws(ResponseFileError) -> Commit.Part {
    let lineEnd = endsInLine ? [] : Array("\r\n".utf8)
    let header = hasHeader ? [] : try headerRecord()
    let (file, _) = try OpenFile.openOrCreate(path, O_RDWR)
    return Commit.Part(name: name, file: file, before: length, bytes: lineEnd + header + records)
  }

  private func records(_ rows: [[String]]) throws(ResponseFileError) -> [UInt8] {
    var writer = CSVWriter()
    do {
      for cells in rows { try writer.append(record: cells) }
    } catch {
      throw .unwritable(path: path, error)
    }
    return writer.takeBytes()
  }
}
