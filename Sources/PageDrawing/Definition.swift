internal import CSV

/// What a worker is told to make: records of CSV.
package enum Definition {
  /// Reads a definition.
  ///
  /// - Parameter bytes: The records, each of any number of cells.
  /// - Returns: Their texts.
  /// - Throws: `CSVError` where they are no CSV.
  package static func records(of bytes: [UInt8]) throws -> [[String]] {
    var records: [[String]] = []
    var reader = CSVReader(bytes, recordLimit: bytes.count + 1)
    while try reader.next() {
      records.append((0..<reader.record.count).map { reader.record.string(at: $0) })
    }
    return records
  }
}
