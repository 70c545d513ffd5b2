import Glibc

/// A folder in memory for the files of one input after the other.
enum Scratch {
  /// The files of responses that it may hold.
  static let responses = [
    "responses.csv", "responses-visit.csv", "responses.2.csv", "responses.2-visit.csv", "asked.csv",
    "provenance.csv",
  ]
  /// The lists of choices that it may hold.
  static let lists = ["list.xml", "other.xml"]
  /// The list of places that it may hold.
  static let places = "places.geojson"

  /// The folder of this process.
  static let path: String = {
    var template = Array("/dev/shm/iscm-fuzz-XXXXXX".utf8CString)
    hold(mkdtemp(&template) != nil, "no folder in memory")
    atexit { Scratch.remove() }
    return template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }()

  /// Whether a file is there.
  static func has(_ name: String) -> Bool { access("\(path)/\(name)", F_OK) == 0 }

  /// Writes a file, or takes it away where there is nothing to write.
  static func write(_ bytes: [UInt8]?, as name: String) {
    guard let bytes else {
      unlink("\(path)/\(name)")
      return
    }
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    hold(Glibc.write(file, bytes, bytes.count) == bytes.count, "no room in memory")
    close(file)
  }

  private static func remove() {
    for name in responses + lists + [places] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
