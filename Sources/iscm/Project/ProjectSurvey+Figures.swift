internal import Analysis
internal import CSV
internal import Coding
internal import ResponseFiles
internal import Survey

/// The analysis plan of a questionnaire, and the forms that its figures draw from.
struct ProjectPlan {
  let plan: FigurePlan
  /// The questionnaire itself and the other forms of the plan.
  let forms: [Questionnaire.ID: Questionnaire]
}

extension ProjectSurvey {
  /// Reads the analysis plan that stands beside the questionnaire; an empty one where none does.
  ///
  /// - Throws: `Failure` with everything that is wrong with it.
  func plan() throws(Failure) -> ProjectPlan {
    var forms = [questionnaire.id: questionnaire]
    guard let planFile else { return ProjectPlan(plan: FigurePlan(without: questionnaire), forms: forms) }
    let reader: CSVReader
    do { reader = try CSVReader(path: planFile) } catch {
      throw Failure(.unusableInput, "\(planFile): \(error)")
    }
    let memberships = try memberships()
    var codebooks: [String: Codebook] = [:]
    var problems: [String] = []
    func form(_ id: Questionnaire.ID) -> Questionnaire? {
      if forms[id] == nil { forms[id] = (try? project.survey(id.text))?.questionnaire }
      return forms[id]
    }
    let plan = FigurePlan(
      reader, file: planFile, home: questionnaire, memberships: memberships, form: form,
      codebook: { name in
        if let known = codebooks[name] { return known }
        do throws(Failure) {
          codebooks[name] = try codebook(planned: name)?.codebook
        } catch {
          problems += error.lines
          codebooks[name] = Codebook()
        }
        return codebooks[name]
      },
      waveMap: { name in
        let path = "\(folder)/\(name)"
        guard isFile(path) else { return nil }
        do throws(Failure) { return try waveMap(at: path, named: name, form: form) } catch {
          problems += error.lines
          return nil
        }
      })
    // What a codebook lacks is told by its own problems alone.
    if !problems.isEmpty { throw Failure(.unusableInput, problems) }
    if !plan.problems.isEmpty {
      throw Failure(.unusableInput, (plan.warnings + plan.problems).map(\.description))
    }
    return ProjectPlan(plan: plan, forms: forms)
  }

  /// Counts figures of a plan.
  ///
  /// - Parameters:
  ///   - figures: The figures.
  ///   - plan: The plan that they are of.
  ///   - effort: How the response files are read.
  ///   - isUnitByUnit: Whether no short cut is taken in counting either.
  /// - Returns: The counted figures, with what was found in the response files; and what was found in the codings,
  ///   where codes are counted.
  /// - Throws: `Failure` where a response file cannot be counted.
  func tally(
    _ figures: [PlannedFigure], of plan: ProjectPlan, effort: ReadingEffort = ReadingEffort(),
    isUnitByUnit: Bool = false
  ) throws(Failure) -> (tally: Tally, codings: [CodingFinding]) {
    var sources: [Questionnaire.ID] = []
    for id in figures.flatMap(\.sources) where !sources.contains(id) { sources.append(id) }
    let files = try responseFiles(of: sources.compactMap { plan.forms[$0] })
    let now = try Present.now()
    let coded = figures.filter { $0.codebook != nil }
    var forms: [Questionnaire] = []
    for id in coded.flatMap(\.sources) where !forms.contains(where: { $0.id == id }) {
      if let form = plan.forms[id] { forms.append(form) }
    }
    let (codings, findings) = try codings(
      of: forms, codebooks: coded.compactMap { $0.codebook?.codebook },
      questions: Set(coded.flatMap(\.questions)))
    do {
      let tally = try Tally(
        of: figures, from: files, codings: codings, now: now, effort: effort, isUnitByUnit: isUnitByUnit)
      return (tally, findings)
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }

  /// What the project knows of earlier versions of the form: a file that was cut out of its files, or copied, has no other.
  ///
  /// - Returns: What is known, and the file that it stands in, where there is one.
  /// - Throws: `Failure` where that cannot be read.
  func askedInProject() throws(Failure) -> (versions: AskedVersions, file: String?) {
    let own = ResponseFolder(
      path: project.path("Responses", questionnaire.id.text), questionnaire: questionnaire)
    do throws(ResponseFileError) {
      let snapshot = try own.snapshot()
      return (try own.askedVersions(in: snapshot), snapshot.asked?.path)
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }

  /// Where the responses to a form stand: this one's, or another's of the project.
  func folder(of form: Questionnaire) -> ResponseFolder {
    form.id == questionnaire.id
      ? answers : ResponseFolder(path: project.path("Responses", form.id.text), questionnaire: form)
  }

  /// The response files of forms, each as long as it is now: what is appended meanwhile is not read.
  ///
  /// - Parameter forms: The forms, this one perhaps among them.
  /// - Returns: A file for each form, in their order; one that is not there has no rows.
  /// - Throws: `Failure` where a file cannot be read, or another than the project's own is not there.
  func responseFiles(of forms: [Questionnaire]) throws(Failure) -> [ResponseFile] {
    var files: [ResponseFile] = []
    for form in forms {
      let isOwn = form.id == questionnaire.id
      let folder = folder(of: form)
      let volumes: [ResponseSnapshot.Volume]
      var asked: AskedVersions
      do {
        let snapshot = try folder.snapshot()
        volumes = snapshot.volumes
        asked = try folder.askedVersions(in: snapshot)
      } catch {
        throw Failure(.unusableInput, "\(error)")
      }
      if isOwn, isOwnFileNamed { asked = asked.completed(by: try askedInProject().versions) }
      if volumes.isEmpty, isOwn, isOwnFileNamed {
        let problem =
          isFile(folder.file())
          ? "nothing stands in this file, expected a first line that names the columns; take it from a copy"
          : "no such file; name a response file after --responses"
        throw Failure(.unusableInput, "\(folder.file()): \(problem)")
      }
      func file(of parts: [ResponseSnapshot.File], repeats: [Group.Name: ResponseFile] = [:]) -> ResponseFile
      {
        var file = ResponseFile(
          form: form.id, name: parts.first?.path ?? folder.file(),
          content: parts.first.map { .path($0.path, length: $0.length) } ?? .missing, repeats: repeats,
          later: parts.dropFirst().map {
            ResponseFile.Volume(name: $0.path, content: .path($0.path, length: $0.length))
          })
        file.asked = asked
        return file
      }
      let groups = Set(volumes.flatMap(\.repeats.keys))
      let repeats = Dictionary(
        uniqueKeysWithValues: groups.map { group in
          (group, file(of: volumes.compactMap { $0.repeats[group] }))
        })
      var whole = file(of: volumes.map(\.main), repeats: repeats)
      whole.isOfVolumes = volumes.count > 1 || folder.isLaterVolume
      whole.repeatFiles = volumes.map { $0.repeats.mapValues(\.path) }
      files.append(whole)
    }
    return files
  }
}

/// Tells a person by what a suppressed figure of the plan is given away.
///
/// - Returns: `findings` where there is anything, or where there was before.
func tell(_ disclosures: [PlanProblem], after outcome: Outcome) -> Outcome {
  for disclosure in disclosures { complain(disclosure.description) }
  return disclosures.isEmpty ? outcome : .findings
}

/// Tells a person what was found in the response files that were counted.
///
/// - Parameters:
///   - findings: What was found.
///   - codings: What was found in the codings of answers.
/// - Returns: `findings` where there is anything, since somebody should look.
func tell(_ findings: Findings, _ codings: [CodingFinding] = []) -> Outcome {
  for finding in findings.listed { complain(finding.description) }
  if findings.unlisted > 0 { complain("… and \(findings.unlisted) more of these kinds") }
  for finding in codings { complain(finding.description) }
  return findings.count == 0 && codings.isEmpty ? .done : .findings
}
