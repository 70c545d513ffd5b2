internal import CSV
internal import Coding
internal import ResponseFiles
internal import Survey

/// A codebook with the file that it stands in.
struct ProjectCodebook {
  /// The path; the file need not be there yet.
  let path: String
  let codebook: Codebook

  /// The name by which people know it.
  var name: String { path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path }

  /// Writes another version of it in its place: whoever reads meanwhile sees the old one or the new one.
  fileprivate func write(_ codebook: Codebook) throws(Failure) {
    let bytes: [UInt8]
    do { bytes = try codebook.bytes() } catch { throw Failure(.unusableInput, "\(path): \(error)") }
    try WholeFile(path).write(bytes)
  }
}

extension ProjectSurvey {
  /// Reads a codebook of the questionnaire.
  ///
  /// Where none is named: the one beside the form, else that of another form of the project which has codes for
  /// this one, else an empty one, to stand beside the form.
  ///
  /// - Parameter path: Its file; nothing for the usual one.
  /// - Returns: The codebook.
  /// - Throws: `Failure` with everything that is wrong with it.
  func codebook(at path: String? = nil) throws(Failure) -> ProjectCodebook {
    if let path { return try readCodebook(path) }
    let own = "\(folder)/codebook.csv"
    if isFile(own) { return try readCodebook(own) }
    for name in project.questionnaireNames {
      let other = project.path("Questionnaires", name, "codebook.csv")
      guard isFile(other), let read = try? readCodebook(other),
        read.codebook.codes.contains(where: { $0.place.form == questionnaire.id })
      else { continue }
      return read
    }
    return ProjectCodebook(path: own, codebook: Codebook())
  }

  /// Reads a codebook by the name that a plan gives it; nothing where there is no such file.
  func codebook(planned name: String) throws(Failure) -> ProjectCodebook? {
    let path = "\(folder)/\(name)"
    return isFile(path) ? try readCodebook(path) : nil
  }

  /// Changes a codebook in its file: what others have added since it was read stays.
  ///
  /// - Parameters:
  ///   - codebook: The codebook, as it was read.
  ///   - change: Gives another version of the one that stands in the file now, and what the caller wants to know.
  /// - Returns: What `change` gives beside the codebook.
  /// - Throws: `Failure` where the file cannot be read or written.
  func changing<Result>(
    _ codebook: ProjectCodebook, _ change: (Codebook) -> (Codebook, Result)
  ) throws(Failure) -> Result {
    do {
      return try Rewriting.alone(with: codebook.path) {
        let now = isFile(codebook.path) ? try readCodebook(codebook.path) : codebook
        let (changed, result) = change(now.codebook)
        if changed != now.codebook || !isFile(codebook.path) { try now.write(changed) }
        return result
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.commitFailed, "\(error)")
    }
  }

  private func readCodebook(_ path: String) throws(Failure) -> ProjectCodebook {
    let reader: CSVReader
    do { reader = try CSVReader(path: path) } catch { throw Failure(.unusableInput, "\(path): \(error)") }
    var forms = [questionnaire.id: questionnaire]
    let (codebook, problems) = Codebook.reading(
      reader, file: path, language: questionnaire.defaultLanguage
    ) { id in
      if forms[id] == nil { forms[id] = (try? project.survey(id.text))?.questionnaire }
      return forms[id]
    }
    if !problems.isEmpty { throw Failure(.unusableInput, problems.map(\.description)) }
    return ProjectCodebook(path: path, codebook: codebook)
  }

  /// What coders said of the answers to some forms, and what should be looked at of some questions, or of all.
  func codings(
    of forms: [Questionnaire], codebooks: [Codebook] = [], questions: Set<Question.Name>? = nil
  ) throws(Failure) -> (codings: [Questionnaire.ID: Codings], findings: [CodingFinding]) {
    var codings: [Questionnaire.ID: Codings] = [:]
    var findings: [CodingFinding] = []
    for form in forms {
      let folder = folder(of: form)
      do {
        let (rows, problems) = try folder.numberedCodings()
        codings[form.id] = Codings(rows.map(\.coding))
        if rows.isEmpty {
          findings += problems
        } else {
          let check = CodingCheck(
            rows, in: folder.codesFile, of: form, codebooks: codebooks, questions: questions
          )
          findings += (problems + check.findings(responses: try standings(in: folder))).byLine
        }
      } catch {
        throw Failure(.unusableInput, "\(error)")
      }
    }
    return (codings, findings)
  }

  /// The responses of a folder, and whether another has taken the place of each.
  private func standings(in folder: ResponseFolder) throws(ResponseFileError) -> [Response.ID: Bool] {
    var standings: [Response.ID: Bool] = [:]
    _ = try folder.read { stored in
      if standings[stored.response.id] == nil { standings[stored.response.id] = false }
      if let earlier = stored.response.supersedes { standings[earlier] = true }
    }
    return standings
  }
}
