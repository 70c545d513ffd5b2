import Glibc
import Testing

/// A folder for one test, deleted with it: a class for the sake of `deinit`.
final class ScreenFolder {
  let path: String

  init() throws {
    var template = Array((P_tmpdir + "/iscm-screen-XXXXXX").utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit { Self.removeAll(path) }

  private static func removeAll(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
        }
        if name != ".", name != ".." { removeAll("\(path)/\(name)") }
      }
      closedir(folder)
    }
    remove(path)
  }
}
