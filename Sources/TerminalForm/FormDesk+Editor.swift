internal import CPosix
internal import Glibc

extension FormDesk {
  /// The command of the person's editor: `$VISUAL`, else `$EDITOR`; nothing where neither is set.
  static var editor: String? { environment("VISUAL") ?? environment("EDITOR") }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The text as an editor left it; nothing where the editor failed or left no text.
  func edited(_ text: String) -> String? {
    guard let path = scratchPath, let editor = Self.editor else { return nil }
    defer { unlink(path) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    var bytes = Array((text.isEmpty ? "" : text + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      bytes = bytes.dropFirst(count)
    }
    close(descriptor)
    guard bytes.isEmpty, iscm_run_editor(editor, path) == 0, let left = contents(of: path) else { return nil }
    // Editors end the last line; the answer is the text without that.
    guard let edited = String(validating: left.last == 0x0a ? left.dropLast() : left[...], as: UTF8.self)
    else { return nil }
    return edited
  }

  private func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &block, block.count)
      if count == 0 { return bytes }
      if count < 0 { return nil }
      bytes += block[..<count]
    }
  }
}
