public import Tables

/// A file of an export.
public struct ExportFile: Sendable {
  /// What it is made of.
  public enum Contents: Sendable {
    case bytes([UInt8])
    /// A workbook, which a worker packs.
    case book(Book)
    /// A file of SPSS, which a worker packs.
    case statistics(StatisticsFile)
  }

  /// A kind of export.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case csv, xlsx, sav, datapackage, codebook
  }

  /// Its name, with its folder where it has one.
  public let name: String
  /// What it is made of.
  public let contents: Contents
}

extension ExportFile {
  init(_ name: String, text: String) { self.init(name: name, contents: .bytes(Array(text.utf8))) }
}
