public import CSV
internal import Glibc

/// Rows for a file that stands beside the responses and grows with them: the ledger of the mails, decisions.
public struct SideRows: Sendable, Hashable {
  /// The name of the file in the folder.
  public let file: String
  /// The headings of a new file; one that is there keeps its own order of them.
  public let columns: [String]
  /// The rows, each with its cells by their headings.
  public let rows: [[String: String]]

  /// Creates rows.
  public init(file: String, columns: [String], rows: [[String: String]]) {
    self.file = file
    self.columns = columns
    self.rows = rows
  }
}

extension ResponseFolder {
  /// The name of a file that stands beside the responses.
  ///
  /// Each response file has its own: two of one folder have a lock each, and may be written to at once.
  ///
  /// - Parameter name: The name beside `responses.csv`, such as `mail-ledger.csv`.
  /// - Returns: That, or `survey.mail-ledger.csv` beside `survey.csv`.
  public func sideName(_ name: String) -> String { stem == "responses" ? name : "\(stem).\(name)" }

  /// How long some files are, without the rows of a commit that was cut short.
  ///
  /// - Parameters:
  ///   - names: The names of files of the folder.
  ///   - patience: How long to wait for a commit that is under way.
  /// - Returns: A length for each name; 0 for a file that is not there.
  /// - Throws: Why that cannot be told.
  public func lengths(
    of names: [String], patience: Duration = defaultPatience
  ) throws(ResponseFileError) -> [String: Int] {
    let lock = try CommitLock.shared(directory, path: lockFile, patience: patience)
    let committed = try lock?.lengthsBefore() ?? [:]
    var lengths: [String: Int] = [:]
    for name in names {
      if let length = committed[name] {
        lengths[name] = length
      } else {
        lengths[name] = try OpenFile.open(directory.file(name), O_RDONLY)?.length() ?? 0
      }
    }
    return lengths
  }

  /// Reads a file that stands beside the responses, as far as its rows are committed.
  ///
  /// - Parameter name: The name of the file in the folder.
  /// - Returns: Its rows; nothing where it is not there, or empty.
  /// - Throws: Why it cannot be read to its end.
  public func table(beside name: String) throws(ResponseFileError) -> CSVTable? {
    guard let length = try lengths(of: [name])[name], length > 0 else { return nil }
    let path = directory.file(name)
    do {
      return try CSVTable(CSVReader(path: path, length: length))
    } catch {
      throw .notCSV(path: path, error)
    }
  }
}
