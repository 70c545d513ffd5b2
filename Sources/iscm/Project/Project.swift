internal import Expressions
internal import Glibc
internal import ResponseFiles
internal import Survey
internal import XLSForm

/// A project: the folder in which `Questionnaires`, `Responses` and `Reports` stand.
struct Project {
  /// The folder, as it was named.
  let root: String

  /// A path below the folder; without a prefix where the folder is the one we are in.
  func path(_ parts: String...) -> String {
    (root == "." ? parts : [root] + parts).joined(separator: "/")
  }

  /// The folders of `Questionnaires` that hold a questionnaire, in alphabetical order.
  var questionnaireNames: [String] {
    names(in: path("Questionnaires")).filter { file(ofQuestionnaire: $0) != nil }
  }

  /// The endings of questionnaires; where several stand in a folder, the first counts.
  private static let endings = XLSForm.Format.allCases.map(\.rawValue)

  /// The files beside a questionnaire of a folder that would be read if it were not there.
  func files(beside file: String) -> [String] {
    let folder = folder(of: file)
    let named = Self.endings.map { "\(folder)/questionnaire.\($0)" }
    return named.contains(file) ? named.filter { $0 != file && isFile($0) } : []
  }

  private func file(ofQuestionnaire name: String) -> String? {
    Self.endings.map { path("Questionnaires", name, "questionnaire.\($0)") }.first(where: isFile)
  }

  /// Opens a questionnaire and the folder of its answers.
  ///
  /// - Parameters:
  ///   - named: A folder of `Questionnaires`, or a path to an XLSForm file or its folder.
  ///   - responses: Another response file than the project's own.
  /// - Returns: The questionnaire with its answers; neither the response file nor its folder need be there.
  /// - Throws: `Failure` with all problems of the definition, or where there is no such questionnaire.
  func survey(_ named: String, responses: String? = nil) throws(Failure) -> ProjectSurvey {
    let file = try questionnaireFile(named)
    let folder = folder(of: file)
    let form: LoadedForm
    do {
      form = try XLSForm.load(
        path: file, listFolders: listFolders(of: file), workbooks: WorkbookDesk.read,
        xmlLists: WorkbookDesk.readList)
    } catch {
      throw Failure(error, of: file)
    }
    let answers =
      responses.map { ResponseFolder(file: $0, questionnaire: form.questionnaire) }
      ?? ResponseFolder(
        path: path("Responses", form.questionnaire.id.text), questionnaire: form.questionnaire)
    return ProjectSurvey(
      name: named, folder: folder, form: form, answers: answers, isOwnFileNamed: responses != nil,
      project: self)
  }

  /// The file of a questionnaire.
  func questionnaireFile(_ named: String) throws(Failure) -> String {
    if let file = file(ofQuestionnaire: named) { return file }
    if isFile(named) { return named }
    if let file = Self.endings.map({ "\(named)/questionnaire.\($0)" }).first(where: isFile) { return file }
    let names = questionnaireNames
    if isFolder(named) {
      throw Failure(
        .unusableInput, "'\(named)': this is a folder without a questionnaire; name the file of a form")
    }
    let wanted =
      nearest(to: named, among: names).map { "did you mean '\($0)'?" }
      ?? (names.isEmpty
        ? "no questionnaire stands in \(path("Questionnaires")); name the project's folder with --project"
        : "the questionnaires are \(names.joined(separator: ", "))")
    throw Failure(.unusableInput, "'\(named)': no questionnaire of this name, and no such file; \(wanted)")
  }

  /// Where lists are looked for that do not stand beside a form: in the project, and beside the form's folder.
  func listFolders(of file: String) -> [String] {
    [path("Questionnaires", "lists"), folder(of: file) + "/../lists"]
  }

  private func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return String(file[..<slash])
  }
}

/// A questionnaire of a project, with the folder of its answers.
struct ProjectSurvey {
  /// As it was named on the command line; commands that are said to people name it so.
  let name: String
  /// The folder of the definition; its plans stand there too.
  let folder: String
  /// The definition.
  let form: LoadedForm
  /// Its answers.
  let answers: ResponseFolder
  /// Whether another response file than the project's own was named.
  let isOwnFileNamed: Bool
  let project: Project

  var questionnaire: Questionnaire { form.questionnaire }

  /// The plan of its figures, where it has one.
  var planFile: String? {
    let file = "\(folder)/figures.csv"
    return isFile(file) ? file : nil
  }

  /// The words of a command that a person can type: `iscm fill gcm-review-2018 --resume`.
  func command(_ verb: String, _ rest: String) -> String {
    let file = isOwnFileNamed ? " --responses \(answers.file())" : ""
    let project = project.root == "." ? "" : " --project \(project.root)"
    return "iscm \(verb) \(name)\(rest.isEmpty ? "" : " \(rest)")\(file)\(project)"
  }
}

/// Whether a path is a file that is no folder.
func isFile(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
}

/// Whether a path is a folder.
func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// The names in a folder, in alphabetical order; none where it cannot be read.
func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}
