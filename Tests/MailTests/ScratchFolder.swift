internal import Foundation
internal import Glibc

/// A folder for one test, removed with its last owner.
///
/// A class, because the folder must be removed exactly once.
final class ScratchFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/iscm-mail-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { room in
      room.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw Refusal(path: "/tmp") }
    path = made
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  struct Refusal: Error { let path: String }

  /// Writes a file, with the folders around it.
  @discardableResult
  func write(_ bytes: some Collection<UInt8>, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try makeFolder((name.split(separator: "/").dropLast()).joined(separator: "/"))
    let bytes = Array(bytes)
    guard let stream = fopen(file, "w") else { throw Refusal(path: file) }
    let written = fwrite(bytes, 1, bytes.count, stream)
    guard fclose(stream) == 0, written == bytes.count else { throw Refusal(path: file) }
    return file
  }

  /// Writes a text file.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  /// Makes a folder, with those around it.
  func makeFolder(_ name: String) throws {
    var folder = path
    for part in name.split(separator: "/") {
      folder += "/\(part)"
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw Refusal(path: folder) }
    }
  }

  func makeLink(_ name: String, to target: String) throws {
    guard symlink(target, "\(path)/\(name)") == 0 else { throw Refusal(path: name) }
  }
}
