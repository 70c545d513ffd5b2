internal import Analysis
internal import ArgumentParser

/// Counting in parts, on this machine or on others: what `tally` takes for it.
struct PartOptions: ParsableArguments {
  @Flag(help: "Write what was counted of one part of the responses, to be added up by --merge.")
  var partial = false

  @Option(
    help: ArgumentHelp(
      "With --partial: the number of the part, and after a slash how many there are; its file's name where this is "
        + "left out.", valueName: "number"), transform: PartNumber.argument)
  var part: PartNumber?

  @Flag(
    help: ArgumentHelp(
      "With --partial: count each part that a line of standard input names: NUMBER/TOTAL, a tab, and its path or address."
    ))
  var listed = false

  @Option(
    help: ArgumentHelp(
      "With --partial: leave out the responses that this list of --revisions names.", valueName: "file"))
  var superseded: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Add up what --partial wrote, and show the figures; - is standard input.", valueName: "file"))
  var merge: [String] = []

  @Flag(help: "With --merge: list the responses that rows of other parts supersede, for --superseded.")
  var revisions = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Count parts on a cluster of Apache Spark: its master, such as spark://host:7077, then the parts' paths or "
        + "addresses, which its workers can read.", valueName: "master part"))
  var spark: [String] = []

  /// Whether parts are to be counted or added up.
  var isAsked: Bool { partial || !merge.isEmpty || !spark.isEmpty }

  func validate() throws {
    let ways = [partial, !merge.isEmpty, !spark.isEmpty].count { $0 }
    if ways > 1 { throw ValidationError("--partial, --merge and --spark exclude each other; choose one") }
    if !partial, part != nil || listed || superseded != nil {
      throw ValidationError("--part, --listed and --superseded go with --partial; add it, or leave them out")
    }
    if listed, part != nil { throw ValidationError("--listed names the parts itself; leave --part out") }
    if revisions, merge.isEmpty { throw ValidationError("--revisions goes with --merge FILE…; add it") }
    if spark.count == 1 { throw ValidationError("--spark needs parts: their paths after the master") }
  }
}

/// A part's number, perhaps with how many there are: `3` or `3/16`.
struct PartNumber: Hashable {
  let number: Int
  let total: Int?

  init?(_ text: String) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let number = words.first.flatMap({ Int($0) }), number > 0, words.count < 3 else { return nil }
    self.number = number
    guard words.count == 2 else {
      total = nil
      return
    }
    guard let total = Int(words[1]), total >= number else { return nil }
    self.total = total
  }

  /// Reads an argument.
  ///
  /// - Throws: What was expected.
  static func argument(_ text: String) throws -> PartNumber {
    guard let part = PartNumber(text) else {
      throw ValidationError(
        "expected a number from 1 on, or such a number and a total that is not below it, as in 3/16")
    }
    return part
  }
}
