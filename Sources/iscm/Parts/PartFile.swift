internal import Glibc

/// A part as a file of this machine: where it stands, or a copy of what stands at an address.
///
/// `http:` and `https:` are read by curl; all else by Hadoop's file systems, which Spark brings along: `hdfs:`, and whatever
/// the machine is set up for.
///
/// A class, because a copy must be removed exactly once.
final class PartFile {
  /// The file.
  let path: String
  /// The folder of a copy; empty where there is none.
  private let folder: String

  /// Empty settings of Hadoop, where a machine has none of its own; a folder beside the program.
  static let settings = (folder: "hadoop", file: "core-site.xml", text: "<configuration/>\n")

  /// Brings a part here where it is elsewhere.
  ///
  /// - Parameter address: Its path, or its address.
  /// - Throws: `Failure` where it cannot be had.
  init(_ address: PartAddress) throws(Failure) {
    guard address.scheme != nil, address.scheme != "file" else {
      path = address.absolute
      folder = ""
      return
    }
    // Here, not where temporary files go: a part may be larger than the memory that these stand in.
    var template = Array("./part-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        .commitFailed,
        "\(address.text): no folder for it can be made here: \(String(cString: strerror(errno))); make room")
    }
    folder = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "." }
    let name = address.text.split(separator: "/").last.map(String.init) ?? ""
    path = "\(folder)/\(name)"
    try Self.copy(address, to: path, log: "\(folder)/log")
  }

  deinit {
    if folder.isEmpty { return }
    for file in [path, "\(folder)/log"] { unlink(file) }
    rmdir(folder)
  }

  /// Copies what stands at an address, all of it: half a part would be counted as if it were whole.
  private static func copy(_ address: PartAddress, to path: String, log: String) throws(Failure) {
    // Hadoop takes a connection that breaks off for the end of the file; curl does not.
    if address.scheme == "http" || address.scheme == "https" {
      guard let curl = program("curl") else {
        throw Failure(
          .unusableInput,
          "\(address.text): curl is not on this worker's path; install it there, or mount the parts")
      }
      return try run(
        [curl, "--fail", "--silent", "--show-error", "--location", address.text], path, address, log)
    }
    let shell = try shell()
    try run(shell + ["-cat", address.text], path, address, log)
    let measure = path + ".length"
    defer { unlink(measure) }
    try run(shell + ["-stat", "%b", address.text], measure, address, log)
    let length = try wholeText(of: measure).lines.last.flatMap { Int($0) }
    var status = stat()
    guard let length, stat(path, &status) == 0, Int(status.st_size) == length else {
      throw Failure(
        .commitFailed,
        "\(address.text): \(status.st_size) bytes were copied, expected \(length.map(String.init) ?? "a known length"); try "
          + "again, or mount the parts")
    }
  }

  private static func run(
    _ words: [String], _ output: String, _ address: PartAddress, _ log: String
  ) throws(Failure) {
    let isSetUp = Present.environment("HADOOP_CONF_DIR") != nil
    let surroundings = isSetUp ? [] : ["HADOOP_CONF_DIR=\(settings.folder)"]
    let code = ChildProgram("/usr/bin/env", surroundings + words, output: output, errors: log).run()
    if code == 0 { return }
    let lines = ((try? wholeText(of: log)) ?? "").lines
    let said = lines.filter { !$0.hasPrefix("WARNING:") && !$0.hasPrefix("\tat ") }.suffix(3)
    let reason = said.isEmpty ? "\(words[0]) ended with exit code \(code)" : said.joined(separator: "; ")
    throw Failure(
      .unusableInput,
      "\(address.text): cannot be read here: \(reason); name what every worker can read, or a path that all of them have"
    )
  }

  /// The program of Hadoop's file systems, with what stands before its own arguments.
  private static func shell() throws(Failure) -> [String] {
    if let spark = program("spark-class", home: "SPARK_HOME") {
      return [spark, "org.apache.hadoop.fs.FsShell"]
    }
    if let hadoop = program("hadoop", home: "HADOOP_HOME") { return [hadoop, "fs"] }
    throw Failure(
      .unusableInput,
      "SPARK_HOME: not set on this worker, and neither spark-class nor hadoop is on its path; set it, or mount the parts "
        + "and name their paths")
  }

  private static func program(_ name: String, home: String = "") -> String? {
    let homes = Present.environment(home).map { ["\($0)/bin"] } ?? []
    let folders = homes + (Present.environment("PATH") ?? "").split(separator: ":").map(String.init)
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 && isFile($0) }
  }
}
