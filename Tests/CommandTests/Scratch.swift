import CSV
import Foundation
import Testing

/// A project of its own for one test: the package's questionnaires and responses, removed with its last owner.
///
/// A class, because the folder must be removed exactly once.
final class Scratch {
  /// The project.
  let path: String

  /// Copies the package's project into a new folder.
  ///
  /// - Parameter responses: Whether the published responses are copied too.
  /// - Throws: Why they cannot be copied.
  init(responses: Bool = true) throws {
    path = FileManager.default.temporaryDirectory.path() + "iscm-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try FileManager.default.copyItem(
      atPath: "\(Program.package)/Questionnaires", toPath: "\(path)/Questionnaires")
    guard responses else { return }
    for form in try FileManager.default.contentsOfDirectory(atPath: "\(Program.package)/Responses") {
      let folder = "\(Program.package)/Responses/\(form)"
      for name in try FileManager.default.contentsOfDirectory(atPath: folder)
      where name.hasSuffix(".csv") && !name.hasPrefix("published") {
        try write(Data(contentsOf: URL(filePath: "\(folder)/\(name)")), to: "Responses/\(form)/\(name)")
      }
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file of the project, for its owner alone.
  func write(_ data: Data, to name: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try data.write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path())
  }

  /// Writes a text file of the project.
  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// A file of the project; nothing where there is none.
  func read(_ name: String) -> Data? { FileManager.default.contents(atPath: "\(path)/\(name)") }

  /// Copies a folder over the project.
  func overlay(_ folder: String) throws {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return }
    for case let name as String in names {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      if !isFolder.boolValue { try write(Data(contentsOf: URL(filePath: "\(folder)/\(name)")), to: name) }
    }
  }
}

extension Scratch {
  /// The stored responses to a questionnaire: cells by headings, in the order of the file.
  func responses(to form: String) throws -> [[String: String]] {
    let table = try CSVTable(CSVReader(path: "\(path)/Responses/\(form)/responses.csv"))
    try #require(table.ragged.isEmpty)
    return table.rows.map { row in
      Dictionary(zip(table.header.names, row.cells), uniquingKeysWith: { first, _ in first })
    }
  }
}
