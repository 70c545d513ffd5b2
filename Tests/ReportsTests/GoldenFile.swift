import Glibc
import Testing

/// Compares with a file in `Golden/`; `ISCM_RECORD=1` rewrites it and fails the run.
func expectGolden(_ found: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let folder =
    "\(#filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))"
  let path = "\(folder)/Golden/\(name)"
  if let record = getenv("ISCM_RECORD"), String(cString: record) == "1" {
    write(found, to: path)
    Issue.record("Recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  #expect(found == read(path), "\(name)", sourceLocation: sourceLocation)
}

private func read(_ path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = fread(&block, 1, block.count, file)
    if count == 0 { return String(decoding: bytes, as: UTF8.self) }
    bytes += block[..<count]
  }
}

private func write(_ text: String, to path: String) {
  guard let file = fopen(path, "w") else { return }
  defer { fclose(file) }
  let bytes = Array(text.utf8)
  fwrite(bytes, 1, bytes.count, file)
}
