internal import Glibc
internal import Survey

/// What the workers of a cluster get: this program, the questionnaire with its lists and plan, and the responses to other
/// forms that its figures draw from, in one archive; and what is known of earlier versions of the questionnaire.
struct SparkShipment {
  /// The name of the archive, and of the folder that it becomes on a worker.
  static let name = "iscm-tally.tar"

  /// The folder that everything of this run stands in.
  let folder: String
  /// What the questionnaire is called on a worker.
  private(set) var questionnaire: String

  /// Files that are longer are no lists of a questionnaire: responses may stand beside it.
  private static let longestList = 1 << 24

  /// Gathers what is sent.
  ///
  /// - Parameters:
  ///   - desk: What is counted.
  ///   - folder: Where it is put together.
  /// - Throws: `Failure` where a file cannot be found.
  init(_ desk: PartDesk, in folder: String) throws(Failure) {
    self.folder = folder
    questionnaire = desk.survey.name
    let project = desk.survey.project
    try makeFolder("")
    try link(try Self.program(), "iscm")
    try makeFolder(PartFile.settings.folder)
    try add(PartFile.settings.text, as: "\(PartFile.settings.folder)/\(PartFile.settings.file)")
    let lists = project.path("Questionnaires")
    if isFolder(lists) { try link(lists, "Questionnaires") }
    if !project.questionnaireNames.contains(desk.survey.name) {
      try makeFolder("form")
      for name in names(in: desk.survey.folder) {
        let path = "\(desk.survey.folder)/\(name)"
        if isFile(path), Self.length(path) <= Self.longestList { try link(path, "form/\(name)") }
      }
      let beside = "\(desk.survey.folder)/../lists"
      if isFolder(beside) { try link(beside, "lists") }
      let file = try project.questionnaireFile(desk.survey.name)
      questionnaire = "form/" + (file.split(separator: "/").last.map(String.init) ?? "")
    }
    if let asked = try desk.survey.askedInProject().file {
      try makeFolder("Responses/\(desk.survey.questionnaire.id)")
      try link(asked, "Responses/\(desk.survey.questionnaire.id)/asked.csv")
    }
    for form in desk.otherForms {
      let responses = project.path("Responses", form.id.text)
      guard isFolder(responses) else { continue }
      try makeFolder("Responses/\(form.id)")
      for name in names(in: responses) where name.hasSuffix(".csv") {
        try link("\(responses)/\(name)", "Responses/\(form.id)/\(name)")
      }
    }
  }

  /// Puts a text beside what is sent.
  func add(_ text: String, as name: String) throws(Failure) {
    try WholeFile("\(folder)/ship/\(name)").write(Array(text.utf8))
  }

  /// Packs the archive.
  ///
  /// - Returns: Its path.
  /// - Throws: `Failure` where it cannot be packed.
  func pack() throws(Failure) -> String {
    let archive = "\(folder)/\(Self.name)"
    let log = "\(folder)/tar.log"
    // Each by its name: Spark takes no entry that is called '.'.
    let code = ChildProgram(
      "/usr/bin/env", ["tar", "-C", "\(folder)/ship", "-chf", archive] + names(in: "\(folder)/ship"),
      output: log,
      errors: log
    ).run()
    if code == 0 { return archive }
    throw Failure(
      .commitFailed, ["tar: cannot pack what the workers need:"] + ((try? wholeText(of: log)) ?? "").lines)
  }

  private func link(_ path: String, _ name: String) throws(Failure) {
    guard let real = realpath(path, nil) else { throw refusal(path) }
    defer { free(real) }
    if symlink(real, "\(folder)/ship/\(name)") != 0 { throw refusal(path) }
  }

  private func makeFolder(_ name: String) throws(Failure) {
    var path = "\(folder)/ship"
    mkdir(path, 0o700)
    for part in name.split(separator: "/") {
      path += "/\(part)"
      if mkdir(path, 0o700) != 0, errno != EEXIST { throw refusal(path) }
    }
  }

  private func refusal(_ path: String) -> Failure {
    Failure(
      .commitFailed, "\(path): cannot be made ready for the workers: \(String(cString: strerror(errno)))")
  }

  private static func program() throws(Failure) -> String {
    guard let path = realpath("/proc/self/exe", nil) else {
      throw Failure(
        .unusableInput, "/proc: not there, so that this program cannot be sent to workers; mount it")
    }
    defer { free(path) }
    return String(cString: path)
  }

  private static func length(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : .max
  }
}

extension String {
  /// The lines, without what ends them.
  var lines: [String] { split(separator: "\n").map(String.init) }
}
