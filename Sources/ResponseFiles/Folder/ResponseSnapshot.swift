internal import CSV
public import Survey

/// How far the files of a folder hold whole, committed rows: what is read up to there stays as it is,
/// whoever appends meanwhile.
public struct ResponseSnapshot: Sendable {
  /// A file and how much of it is to be read: `CSVReader(path:length:)` takes the two.
  public struct File: Sendable, Hashable {
    /// The path.
    public let path: String
    /// The length in bytes.
    public let length: Int
  }

  /// The files that were begun by one version of the form, and have its columns.
  public struct Volume: Sendable {
    /// Its place, from 1: `responses.csv`, `responses.2.csv`.
    public let number: Int
    /// The main file.
    public let main: File
    /// The files of the repeat groups, by their names now; empty ones count as missing.
    public let repeats: [Group.Name: File]
    let repeatPaths: [Group.Name: String]

    /// Where the file of a repeat group stands, or would stand.
    func path(ofRepeats group: Group.Name) -> String { repeatPaths[group] ?? "" }
  }

  /// The volumes in the order in which they were begun; none where nobody has responded.
  public let volumes: [Volume]
  /// `asked.csv`, where there is one.
  package let asked: File?
  /// `provenance.csv`, where there is one.
  public let provenance: File?
  /// `paradata.csv`, where there is one.
  public let paradata: File?
}

extension ResponseSnapshot.File {
  /// Opens the file.
  func csv() throws(ResponseFileError) -> CSVReader {
    do {
      return try CSVReader(path: path, length: length)
    } catch {
      throw .notCSV(path: path, error)
    }
  }

  /// Begins to read the file; nothing where it has no record.
  func reader(
    of table: ResponseTable, in questionnaire: Questionnaire
  ) throws(ResponseFileError) -> TableReader? {
    try TableReader(try csv(), path: path, table: table, questionnaire: questionnaire)
  }
}
