/// How much a document may be: what is more waits for a person.
package struct ReadingLimits: Sendable {
  /// Entries of an archive.
  package var entries = 10_000
  /// Bytes that come out of an archive, all parts together.
  package var inflatedBytes = 100_000_000
  /// How many bytes may come out for each that went in.
  package var ratio = 200
  /// Bytes that may come out whatever the ratio is: a small part of many empty rows is no bomb.
  package var bytesWithoutRatio = 1_000_000
  /// Elements within each other.
  package var depth = 200
  /// Elements, attributes and texts of one part.
  package var nodes = 3_000_000
  /// Blocks of a document.
  package var blocks = 200_000
  /// Bookmarks in one block.
  package var bookmarks = 100
  /// Pages of a PDF.
  package var pages = 500
  /// Fields of a PDF.
  package var widgets = 10_000
  /// Findings of a document.
  package var findings = 1_000

  /// The limits that hold for every document.
  package init() {}
}
