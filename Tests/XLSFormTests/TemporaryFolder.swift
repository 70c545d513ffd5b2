import Glibc

/// A folder for the files of one test.
///
/// A class, so that the folder goes when nobody holds it any more.
final class TemporaryFolder {
  /// The path, without a slash at its end.
  let path: String

  /// Creates the folder with files in it.
  ///
  /// - Parameter files: The contents by the names.
  /// - Throws: `Failure` where the system refuses.
  init(_ files: [String: String] = [:]) throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/xlsform-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure(number: errno) }
    path = String(cString: made)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  /// Writes a file into the folder.
  func write(_ bytes: [UInt8], to name: String) throws {
    guard let file = fopen("\(path)/\(name)", "w") else { throw Failure(number: errno) }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  deinit {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        unlink("\(path)/\(name)")
      }
      closedir(folder)
    }
    rmdir(path)
  }

  struct Failure: Error { let number: CInt }
}
