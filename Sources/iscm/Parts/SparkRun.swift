internal import Analysis
internal import Glibc
internal import Survey

/// Counts parts on a cluster of Apache Spark, by its program `spark-sql`.
///
/// A class, because its folder must be removed exactly once.
final class SparkRun {
  private let master: String
  private let parts: [String]
  private let arguments: [String]
  private let spark: String
  private let folder: String
  private let shipment: SparkShipment
  /// What the workers counted last.
  private(set) var lastResult: (name: String, text: String) = ("spark-sql", "")

  /// Makes ready.
  ///
  /// - Parameters:
  ///   - master: The cluster's master.
  ///   - parts: The paths of the parts.
  ///   - desk: What is counted.
  ///   - command: What was asked for.
  /// - Throws: `Failure` where Spark is not there, or a part cannot be read by workers.
  init(master: String, parts: [String], desk: PartDesk, command: TallyCommand) throws(Failure) {
    self.master = master
    self.parts = try Self.paths(parts)
    spark = try Self.program()
    var template = Array("\(Present.environment("TMPDIR") ?? "/tmp")/iscm-spark-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        .commitFailed, "TMPDIR: no folder can be made there: \(String(cString: strerror(errno))); make room")
    }
    folder = template.withUnsafeBufferPointer { String(cString: $0.baseAddress ?? UnsafePointer(strdup(""))) }
    shipment = try SparkShipment(desk, in: folder)
    arguments = command.arguments(questionnaire: shipment.questionnaire)
    now = "\(try Present.now())"
  }

  deinit {
    _ = ChildProgram("/usr/bin/env", ["rm", "-rf", folder], output: "/dev/null", errors: "/dev/null").run()
  }

  private let now: String

  /// Counts all parts.
  ///
  /// - Parameter superseded: The responses that are left out.
  /// - Returns: The lines of all parts, added up.
  /// - Throws: `Failure` with what a worker or Spark says.
  func counted(without superseded: SupersededResponses) throws(Failure) -> (name: String, text: String) {
    try shipment.add(superseded.text, as: "superseded.tsv")
    let query = SparkSQL(parts: parts, command: command)
    let file = "\(folder)/tally.sql"
    try WholeFile(file).write(Array(query.text.utf8))
    let errors = "\(folder)/spark.log"
    let output = "\(folder)/counted.tsv"
    let code = ChildProgram(
      spark,
      [
        "--master", master, "--archives", try shipment.pack(), "--conf", "spark.ui.enabled=false",
        "--conf", "spark.sql.catalogImplementation=in-memory", "--conf", "spark.sql.shuffle.partitions=8",
        // An expression of a form is written ${name}, too.
        "--conf", "spark.sql.variable.substitute=false", "--conf", "spark.sql.cli.print.header=false",
        "--conf", "spark.sql.warehouse.dir=\(folder)/warehouse", "-f", file,
      ], output: output, errors: errors
    ).run()
    if code != 0 { throw failure(code, (try? wholeText(of: errors)) ?? "") }
    lastResult = ("spark-sql", try wholeText(of: output))
    return lastResult
  }

  /// What a worker runs, in the folder that the archive has become.
  private var command: String {
    let words = ["ISCM_NOW=\(now)", "exec", "./iscm"] + arguments
    // What is sent stands at the end of the path; Spark takes the right to run it away.
    return "cd \"${PATH##*:}/\(SparkShipment.name)\" && chmod u+x iscm && "
      + words.map(SparkSQL.shellWord).joined(separator: " ")
  }

  /// What stopped Spark: the lines of a worker's program, or the last of its own.
  private func failure(_ code: Int32, _ log: String) -> Failure {
    var lines: [String] = []
    for line in log.lines {
      guard let start = line.range(of: Self.mark) else { continue }
      let said = String(line[start.lowerBound...])
      if !lines.contains(said) { lines.append(said) }
    }
    if !lines.isEmpty { return Failure(.unusableInput, lines) }
    let ending = code < 0 ? "cannot be started" : "ended with exit code \(code)"
    return Failure(
      .unusableInput,
      ["\(spark): \(ending); nothing was counted; the last lines that it wrote:"]
        + log.lines.filter { !$0.hasPrefix("\tat ") }.suffix(20))
  }

  /// What stands before each line of a worker's program.
  private static let mark = "iscm part "

  // MARK: - What is there

  private static func program() throws(Failure) -> String {
    let homes = Present.environment("SPARK_HOME").map { ["\($0)/bin"] }
    let folders = homes ?? (Present.environment("PATH") ?? "").split(separator: ":").map(String.init)
    if let found = folders.map({ "\($0)/spark-sql" }).first(where: { access($0, X_OK) == 0 && isFile($0) }) {
      return found
    }
    throw Failure(
      .unusableInput,
      homes == nil
        ? "spark-sql: not found on the path; install Apache Spark, and set SPARK_HOME to its folder"
        : "SPARK_HOME: '\(homes?.first ?? "")' has no program spark-sql; set it to the folder of Apache Spark"
    )
  }

  /// The paths and addresses of parts as all workers understand them.
  private static func paths(_ parts: [String]) throws(Failure) -> [String] {
    var problems: [String] = []
    var seen: Set<String> = []
    let paths = parts.map { part in
      let path = PartAddress(text: part).absolute
      if path.contains(where: { $0 == "\t" || $0 == "\n" || $0 == "\r" }) {
        problems.append("\(part): its name holds a tab or the end of a line; give it another name")
      }
      if !seen.insert(path).inserted { problems.append("\(part): named twice; leave one out") }
      return path
    }
    if !problems.isEmpty { throw Failure(.unusableInput, problems) }
    return paths
  }
}

extension String {
  /// Where a text stands in this one.
  fileprivate func range(of part: String) -> Range<String.Index>? { ranges(of: part).first }
}
