/// A row before it is written: what stands in its columns, by their headings.
struct ComposedRow {
  var cells: [String: String] = [:]
  /// The columns of questions that were asked and left empty: without a column of their own they would be
  /// read as never asked.
  var blanks: Set<String> = []

  /// The columns that a file lacks, of which this row needs some.
  func missing(in header: ResponseHeader) -> [String] {
    header.missing.map(\.heading).filter { !(cells[$0] ?? "").isEmpty || blanks.contains($0) }
  }
}
