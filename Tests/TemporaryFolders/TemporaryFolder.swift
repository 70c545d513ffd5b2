internal import Glibc
internal import Testing

/// A folder for one test, deleted with it: a class for the sake of `deinit`.
public final class TemporaryFolder {
  /// The folder.
  public let path: String

  /// Makes the folder.
  ///
  /// - Throws: Where the system makes none.
  public init() throws {
    var template = Array((P_tmpdir + "/iscm-test-XXXXXX").utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit { removeAll(path) }

  /// The path of a file in it.
  public func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }
}

/// The names in a folder, sorted.
public func names(in path: String) -> [String] {
  guard let stream = opendir(path) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

private func removeAll(_ path: String) {
  chmod(path, 0o700)
  for name in names(in: path) { removeAll("\(path)/\(name)") }
  remove(path)
}

/// The bytes of a file; nothing where there is none.
public func bytes(of path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&block, 1, block.count, file), count > 0 { bytes += block[..<count] }
  return bytes
}

/// The text of a file; nothing where there is none.
public func text(of path: String) -> String? { bytes(of: path).map { String(decoding: $0, as: UTF8.self) } }

/// Makes a file of some bytes.
///
/// - Throws: Where it cannot be written.
public func write(_ bytes: [UInt8], to path: String) throws {
  let file = try #require(fopen(path, "w"))
  defer { fclose(file) }
  try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}

/// Makes a file of a text.
///
/// - Throws: Where it cannot be written.
public func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

/// Makes a program of a script for /bin/sh.
///
/// Another process writes it: a child that another test begins meanwhile would inherit a file that this process has open
/// for writing, and the system runs none that anybody has open so.
///
/// - Throws: Where it cannot be written.
public func write(program script: String, to path: String) throws {
  let writer = try #require(popen("cat > '\(path)' && chmod 700 '\(path)'", "w"))
  let text = Array("#!/bin/sh\n\(script)\n".utf8)
  let count = fwrite(text, 1, text.count, writer)
  try #require(pclose(writer) == 0 && count == text.count)
}
