internal import CSV
internal import Glibc

/// A file that rows are about to be appended to.
struct AppendedFile {
  let name: String
  let path: String
  let length: Int
  /// The headings in the file's own order; those of a new file are still to be written.
  let headings: [String]
  private let hasHeader: Bool
  private let endsInLine: Bool

  /// Reads a file through, if it is there: rows behind what is no CSV would be lost.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - folder: Where it stands.
  ///   - headings: The headings of a new file.
  /// - Throws: Why nothing can be appended to it.
  init(_ name: String, in folder: Directory, headings: [String]) throws(ResponseFileError) {
    self.name = name
    path = folder.file(name)
    guard let file = try OpenFile.open(path, O_RDONLY) else {
      (length, hasHeader, endsInLine, self.headings) = (0, false, true, headings)
      return
    }
    length = try file.length()
    let last = length == 0 ? [] : try file.bytes(in: length - 1..<length)
    endsInLine = length == 0 || last == [0x0A] || last == [0x0D]
    do {
      var csv = CSVReader(descriptor: file.descriptor, path: path, length: length)
      hasHeader = try csv.next()
      self.headings = hasHeader ? csv.record.strings : headings
      while try csv.next() {}
    } catch {
      throw .notCSV(path: path, error)
    }
  }

  /// The header of the file as its columns are found by.
  func header(of table: ResponseTable) throws(ResponseFileError) -> ResponseHeader {
    var csv = CSVReader(try record(headings))
    do {
      _ = try csv.next()
    } catch {
      throw .notCSV(path: path, error)
    }
    return try ResponseHeader(CSVHeader(csv.record), of: table, path: path)
  }

  /// What is to be appended for some rows: the header of a new file and the end of an unfinished line too.
  ///
  /// - Parameter rows: Cells by their headings.
  /// - Returns: The bytes, with the file opened for them; it is made where it is missing.
  /// - Throws: Why they cannot be written.
  func part(for rows: [[String: String]]) throws(ResponseFileError) -> Commit.Part {
    var bytes = endsInLine ? [] : Array("\r\n".utf8)
    if !hasHeader { bytes += try record(headings) }
    for row in rows { bytes += try record(headings.map { row[$0] ?? "" }) }
    let (file, _) = try OpenFile.openOrCreate(path, O_RDWR)
    return Commit.Part(name: name, file: file, before: length, bytes: bytes)
  }

  /// Some rows as a file of their own, with the header.
  func table(of rows: [[String: String]]) throws(ResponseFileError) -> [UInt8] {
    var bytes = try record(headings)
    for row in rows { bytes += try record(headings.map { row[$0] ?? "" }) }
    return bytes
  }

  private func record(_ cells: [String]) throws(ResponseFileError) -> [UInt8] {
    do { return try CSVWriter.record(cells) } catch { throw .unwritable(path: path, error) }
  }
}
