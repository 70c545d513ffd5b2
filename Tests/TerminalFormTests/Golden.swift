import Glibc
import Testing

/// A text that was looked at once and must stay as it is, to the byte.
///
/// `ISCM_RECORD=1` writes it anew, and fails, so that nothing is recorded without anybody noticing.
func expectGolden(_ text: String, _ name: String) {
  let folder = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()
  let path = "\(folder)/Golden/\(name).txt"
  if getenv("ISCM_RECORD").map({ String(cString: $0) }) == "1" {
    #expect(write(text, to: path), "\(path) cannot be written")
    Issue.record("recorded \(name); look at it, then run again without ISCM_RECORD")
    return
  }
  guard let golden = contents(of: path) else {
    Issue.record("\(path) is missing; record it with ISCM_RECORD=1")
    return
  }
  if Array(golden.utf8) == Array(text.utf8) { return }
  let (new, old) = (
    text.split(separator: "\n", omittingEmptySubsequences: false),
    golden.split(
      separator: "\n", omittingEmptySubsequences: false)
  )
  let line =
    zip(new, old).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(new.count, old.count)
  Issue.record(
    """
    \(name) differs in line \(line + 1):
    golden: \(line < old.count ? String(old[line]) : "(end)")
    found:  \(line < new.count ? String(new[line]) : "(end)")
    """)
}

func contents(of path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&block, 1, block.count, file)
    if count == 0 { break }
    bytes += block[..<count]
  }
  return String(validating: bytes, as: UTF8.self)
}

func write(_ text: String, to path: String) -> Bool {
  guard let file = fopen(path, "w") else { return false }
  defer { fclose(file) }
  return fputs(text, file) >= 0
}
