internal import Analysis
internal import Glibc
internal import Reports
internal import ResponseFiles
internal import Survey

/// Counts parts of a response file, and adds up what was counted of them.
struct PartDesk {
  let survey: ProjectSurvey
  let plan: ProjectPlan
  let figures: [PlannedFigure]
  /// How response files are read.
  let effort: ReadingEffort

  /// The other forms that the figures draw from.
  var otherForms: [Questionnaire] { forms.filter { $0.id != survey.questionnaire.id } }

  /// The forms that the figures draw from, and the questionnaire.
  private var forms: [Questionnaire] {
    plan.sources(of: [survey.questionnaire.id] + figures.flatMap(\.sources))
  }

  /// Counts one part.
  ///
  /// - Parameters:
  ///   - number: Its number; its file's name counts where this is nothing.
  ///   - superseded: The responses that rows of other parts supersede.
  /// - Returns: The partial tally.
  /// - Throws: `Failure` where it cannot be counted.
  func partial(_ number: PartNumber?, without superseded: SupersededResponses) throws(Failure) -> String {
    let path = survey.answers.file()
    let name = number.map { PartName(number: $0.number) } ?? PartName(path: path)
    // Later volumes are parts of their own; where it is known how many there are, none is forgotten.
    let isAlone = survey.isOwnFileNamed && number?.total != nil
    let files = try survey.responseFiles(of: forms).map { file in
      guard file.form == survey.questionnaire.id else { return file }
      // Where a part stands on this machine is nobody else's business.
      return (isAlone ? file.alone : file).named(PartName(path: path).text)
    }
    let part = PartialTally.Part(
      name, of: number?.total, form: survey.questionnaire.id, superseded: superseded, program: Iscm.version)
    let now = try Present.now()
    do throws(PartialError) {
      return try PartialTally(
        of: figures, from: files, part: part, now: now, effort: effort, remarks: remarks
      ).text
    } catch {
      throw Failure(.unusableInput, error.description.lines)
    }
  }

  /// What is to be told of rows of earlier versions.
  private func remarks(_ versions: [Questionnaire.ID: Set<String>]) -> [String] {
    do throws(Failure) { return try survey.conflicts(of: forms, knowing: versions) } catch {
      return error.lines
    }
  }

  /// Adds parts up.
  ///
  /// - Parameter texts: The partial tallies, with what messages call them.
  /// - Returns: The figures of the whole.
  /// - Throws: Why they make no whole.
  func merged(_ texts: [(name: String, text: String)]) throws -> MergedTally {
    try MergedTally(
      of: texts, figures: figures, form: survey.questionnaire.id,
      files: survey.unreadFiles(of: forms), program: Iscm.version, now: try Present.now())
  }

  /// Shows the figures of a whole, and tells what is to be looked at.
  func show(
    _ tally: MergedTally, in edition: Edition, as format: FigureFormat, isSafe: Bool
  ) throws(Failure) -> Outcome {
    try format.write(
      tally.figures, of: survey.questionnaire, in: edition,
      origins: try survey.origins(behind: tally.figures, of: plan), isSafe: isSafe)
    for line in tally.findings { complain(line) }
    if tally.unlisted > 0 { complain("… and \(tally.unlisted) more of these kinds") }
    let found = tell(
      conflicts: tally.remarks, after: tally.findings.isEmpty && tally.unlisted == 0 ? .done : .findings)
    return tell(plan.plan.disclosures(by: figures), after: found)
  }
}

extension ProjectSurvey {
  /// The response files of forms, of which no row is to be read; what is known of earlier versions comes with them.
  func unreadFiles(of forms: [Questionnaire]) -> [ResponseFile] {
    // Parts may be added up where no response stands.
    (try? responseFiles(of: forms))
      ?? forms.map { ResponseFile(form: $0.id, name: folder(of: $0).file(), content: .missing) }
  }
}

/// Reads a whole file, or standard input where it is called `-`.
///
/// - Throws: `Failure` where it cannot be read.
func wholeText(of path: String) throws(Failure) -> String {
  String(decoding: try wholeBytes(of: path), as: UTF8.self)
}

/// Reads the bytes of a whole file, or of standard input where it is called `-`.
///
/// - Throws: `Failure` where it cannot be read.
func wholeBytes(of path: String) throws(Failure) -> [UInt8] {
  let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw unreadable(path) }
  defer { if descriptor != STDIN_FILENO { close(descriptor) } }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0 && errno == EINTR { continue }
    if count < 0 { throw unreadable(path) }
    if count == 0 { return bytes }
    bytes += chunk.prefix(count)
  }
}

private func unreadable(_ path: String) -> Failure {
  Failure(.unusableInput, "\(path): cannot be read: \(String(cString: strerror(errno))); name another file")
}
