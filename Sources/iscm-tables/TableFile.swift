internal import CSV
internal import Tables

/// A file, made of its definition.
enum TableFile {
  /// Makes a file.
  ///
  /// - Parameter definition: The records of a `Book` or a `StatisticsFile`.
  /// - Returns: The file.
  /// - Throws: Why the definition cannot be read, or what a library says.
  static func bytes(of definition: [UInt8]) throws -> [UInt8] {
    var records: [[String]] = []
    var reader = CSVReader(definition, recordLimit: definition.count + 1)
    while try reader.next() { records.append(reader.record.strings) }
    switch records.first?.first {
    case "xlsx": return try BookWriter.bytes(of: Book(records: records))
    case "sav": return try StatisticsWriter.bytes(of: StatisticsFile(records: records))
    default: throw PackingError.noDefinition(records.first?.first ?? "")
    }
  }
}

/// Why a file cannot be made.
enum PackingError: Error, CustomStringConvertible {
  case noDefinition(String)
  case library(String, reason: String)

  var description: String {
    switch self {
    case .noDefinition(let found): "'\(found)' is no format; expected xlsx or sav"
    case .library(let name, let reason): "\(name): \(reason)"
    }
  }
}
