/// One input as several files.
///
/// A line `=== NAME` begins each; what stands before the first has no name.
/// So an input is a text that its mutations leave readable, where an archive of it would be broken by any of them.
struct InputParts {
  /// The files in their order; a name may be there twice.
  let files: [(name: String, bytes: [UInt8])]

  private static let mark = Array("=== ".utf8)

  /// Takes an input apart.
  init(_ input: [UInt8]) {
    var files: [(name: String, bytes: [UInt8])] = [("", [])]
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: Self.mark) {
        files.append((String(decoding: line.dropFirst(Self.mark.count), as: UTF8.self), []))
      } else {
        // The line end before a mark belongs to the mark.
        if !files[files.count - 1].bytes.isEmpty { files[files.count - 1].bytes.append(0x0A) }
        files[files.count - 1].bytes += line
      }
    }
    self.files = files
  }

  /// The last file of a name.
  subscript(name: String) -> [UInt8]? { files.last { $0.name == name }?.bytes }
}
