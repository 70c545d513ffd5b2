internal import Tables

/// A system file of SPSS as ReadStat 1.1 writes it, which knows no multiple-response sets: they are put between its
/// records.
///
/// The layout is that of the PSPP developers' description of system files: a header of 176 bytes, then records that
/// begin with their type, a 32-bit number in the machine's order, up to the record 999.
struct SystemFile {
  private static let headerSize = 176
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The file with sets in a record of its own before the end of the dictionary (type 7, subtype 7).
  ///
  /// - Parameter sets: The sets; their variables are in the file.
  /// - Returns: The file; itself where there are no sets.
  /// - Throws: Where the file is not as we know it.
  func adding(_ sets: [StatisticsFile.ResponseSet]) throws(PackingError) -> [UInt8] {
    if sets.isEmpty { return bytes }
    let (end, names) = try dictionary()
    var text: [UInt8] = []
    for set in sets {
      let variables = set.variables.map { names[$0] ?? $0 }.map { $0.lowercased() }
      // Each text stands behind its length in bytes; 1 is the value that counts.
      let label = set.label.cut(toBytes: StatisticsFile.longestLabel)
      let line = "$\(set.name)=D1 1 \(label.utf8.count) \(label) \(variables.joined(separator: " "))\n"
      text += Array(line.utf8)
    }
    return bytes[..<end] + record(text) + bytes[end...]
  }

  private func record(_ text: [UInt8]) -> [UInt8] {
    [7, 7, 1, text.count].flatMap { number in
      withUnsafeBytes(of: Int32(truncatingIfNeeded: number)) { Array($0) }
    } + text
  }

  /// Walks over the records.
  ///
  /// - Returns: Where the record 999 begins, and the short names of variables by their long ones.
  private func dictionary() throws(PackingError) -> (end: Int, names: [String: String]) {
    var place = Self.headerSize
    var names: [String: String] = [:]
    while true {
      switch try number(at: place) {
      case 2:
        let (hasLabel, missing) = (try number(at: place + 8), try number(at: place + 12))
        place += 32
        if hasLabel == 1 { place += 4 + (try number(at: place) + 3) / 4 * 4 }
        place += abs(missing) * 8
      case 3:
        let count = try number(at: place + 4)
        place += 8
        for _ in 0..<count {
          guard bytes.indices.contains(place + 8) else { throw unknown(place) }
          // The length and the text fill a whole number of eight bytes.
          place += 8 + (Int(bytes[place + 8]) + 8) / 8 * 8
        }
      case 4: place += 8 + 4 * (try number(at: place + 4))
      case 6: place += 8 + 80 * (try number(at: place + 4))
      case 7:
        let subtype = try number(at: place + 4)
        let size = try number(at: place + 8) * (try number(at: place + 12))
        guard size >= 0, place + 16 + size <= bytes.count else { throw unknown(place) }
        if subtype == 13 { names = Self.names(bytes[(place + 16)..<(place + 16 + size)]) }
        place += 16 + size
      case 999: return (place, names)
      default: throw unknown(place)
      }
    }
  }

  /// Reads `SHORT=long`, with tabs between the pairs.
  private static func names(_ bytes: ArraySlice<UInt8>) -> [String: String] {
    var names: [String: String] = [:]
    for pair in String(decoding: bytes, as: UTF8.self).split(separator: "\t") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { names[String(parts[1])] = String(parts[0]) }
    }
    return names
  }

  private func number(at place: Int) throws(PackingError) -> Int {
    guard place >= 0, place + 4 <= bytes.count else { throw unknown(place) }
    return Int(bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Int32.self) })
  }

  private func unknown(_ place: Int) -> PackingError {
    .library("ReadStat", reason: "its file has an unknown record at byte \(place)")
  }
}
