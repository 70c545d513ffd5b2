internal import Glibc
public import Survey

/// The files of one instrument's answers, `Responses/<form_id>/`.
///
/// Rows are only ever appended, under a lock, all of a submission or nothing of it, and are on the disk when
/// that is said. Folders are made for their owner alone (0700), files too (0600), whatever the umask.
public struct ResponseFolder: Sendable {
  /// The folder, as it was given.
  public let path: String
  /// The form that is answered.
  public let questionnaire: Questionnaire
  /// The files and their columns.
  public let layout: ResponseLayout
  let stem: String

  /// How long others are waited for, unless it is said otherwise.
  public static let defaultPatience = Duration.seconds(10)

  /// The folder of a questionnaire's responses; it need not be there.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - questionnaire: The form that is answered.
  public init(path: String, questionnaire: Questionnaire) {
    self.init(path: path, stem: "responses", questionnaire: questionnaire)
  }

  /// The folder of a file of responses that has another name than `responses.csv`.
  ///
  /// - Parameters:
  ///   - file: The main file, `survey.csv`; repeat groups are in `survey-GROUP.csv`.
  ///   - questionnaire: The form that is answered.
  public init(file: String, questionnaire: Questionnaire) {
    let slash = file.lastIndex(of: "/")
    let name = slash.map { String(file[file.index(after: $0)...]) } ?? file
    let folder = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    self.init(
      path: folder, stem: name.hasSuffix(".csv") ? String(name.dropLast(4)) : name,
      questionnaire: questionnaire)
  }

  private init(path: String, stem: String, questionnaire: Questionnaire) {
    self.path = path
    self.stem = stem
    self.questionnaire = questionnaire
    self.layout = ResponseLayout(of: questionnaire)
  }

  /// The same files, as another questionnaire reads them.
  func with(_ questionnaire: Questionnaire) -> ResponseFolder {
    ResponseFolder(path: path, stem: stem, questionnaire: questionnaire)
  }

  /// The name of the file of a repeat group, or of the main file.
  ///
  /// A file keeps its header for good. Where a later version of the form asks other questions, its responses go to
  /// the next volume, `responses.2.csv` and `responses.2-GROUP.csv`; all volumes together are the record.
  ///
  /// - Parameters:
  ///   - group: The repeat group; nothing for the main file.
  ///   - volume: Which volume, from 1.
  /// - Returns: The name.
  public func fileName(of group: Group.Name? = nil, volume: Int = 1) -> String {
    let stem = volume == 1 ? stem : "\(stem).\(volume)"
    return group.map { "\(stem)-\(Self.fileWord(of: $0)).csv" } ?? "\(stem).csv"
  }

  /// A repeat group in the name of its file: a plus for each slash of a group whose name is there twice, `chair/event`.
  private static func fileWord(of group: Group.Name) -> String { group.text.replacing("/", with: "+") }

  /// The repeat group that the name of a file names.
  static func group(ofFileWord word: Substring) -> Group.Name {
    Group.Name(String(word.replacing("+", with: "/")))
  }

  /// The path of the file of a repeat group, or of the main file.
  public func file(of group: Group.Name? = nil, volume: Int = 1) -> String {
    directory.file(fileName(of: group, volume: volume))
  }

  /// The path of the main file of the last volume, where the newest responses stand.
  public func newestFile() -> String {
    let names = mainNames()
    return directory.file(names[max(0, names.count - 2)])
  }

  /// The names of the main files of all volumes, and of the next that may be begun.
  ///
  /// - Returns: The names in the order of the volumes.
  public func mainNames() -> [String] {
    var names = [fileName()]
    while access(directory.file(names[names.count - 1]), F_OK) == 0 {
      names.append(fileName(volume: names.count + 1))
    }
    return names
  }

  /// The path of the file that tells where answers came from.
  public var provenanceFile: String { directory.file(Self.provenanceName) }

  /// The name of the file that tells how the forms were filled.
  ///
  /// Each response file has its own: two of one folder have a lock each, and may be written to at once.
  var paradataName: String { sideName("paradata.csv") }

  /// The path of the file that tells how the forms were filled.
  public var paradataFile: String { directory.file(paradataName) }

  /// The name of the file that keeps what each version of the form asked.
  var askedName: String { sideName("asked.csv") }

  /// The path of the lock.
  public var lockFile: String { directory.file("\(stem).csv.lock") }

  /// The mails and forms that came in, to the byte.
  public var originals: OriginalsFolder { OriginalsFolder(path: directory.file(sideName("mail"))) }

  /// The unfinished forms of this questionnaire.
  public var drafts: DraftFolder { DraftFolder(path: directory.file("drafts"), questionnaire: questionnaire) }

  static let provenanceName = "provenance.csv"
  var directory: Directory { Directory(path: path) }

  /// Makes the folder, where it is missing.
  ///
  /// - Throws: Why it cannot be made.
  public func create() throws(ResponseFileError) { try directory.create() }

  /// Sees how far the files hold committed rows.
  ///
  /// It waits for a commit that is under way, and leaves out the rows of one that was cut short. It writes
  /// nothing, so that a folder that cannot be written to can be read.
  ///
  /// - Parameter patience: How long to wait.
  /// - Returns: The files that are there, each with its length.
  /// - Throws: Why that cannot be told.
  public func snapshot(
    patience: Duration = defaultPatience
  ) throws(ResponseFileError) -> ResponseSnapshot {
    let lock = try CommitLock.shared(directory, path: lockFile, patience: patience)
    return try files(lengths: try lock?.lengthsBefore() ?? [:])
  }

  /// Sees how long the files are now; to be called with the lock held, since it takes none.
  ///
  /// - Parameter lengths: How much of a file is to be read where that is not all, by its name.
  /// - Returns: The files that are there, each with its length.
  /// - Throws: Why that cannot be told.
  func files(lengths: [String: Int]) throws(ResponseFileError) -> ResponseSnapshot {
    var volumes: [ResponseSnapshot.Volume] = []
    for number in 1... {
      if let volume = try self.volume(number, lengths) {
        volumes.append(volume)
      } else if number > 1 {
        break
      }
    }
    var asked = try seen(askedName, lengths)
    if asked == nil { asked = try askedOfFirst(lengths) }
    return ResponseSnapshot(
      volumes: volumes, asked: asked,
      provenance: try seen(Self.provenanceName, lengths),
      paradata: try seen(paradataName, lengths))
  }

  /// What the versions asked, where a later volume is looked at by itself: it is kept for all volumes together.
  private func askedOfFirst(_ lengths: [String: Int]) throws(ResponseFileError) -> ResponseSnapshot.File? {
    guard let first = ofFirstVolume else { return nil }
    return try seen(first.askedName, lengths)
  }

  /// The folder by its first volume, where this one is named by a later volume: `responses.2.csv`.
  private var ofFirstVolume: ResponseFolder? {
    let parts = stem.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let number = Int(parts[parts.count - 1]), number > 1 else { return nil }
    return ResponseFolder(
      path: path, stem: parts.dropLast().joined(separator: "."), questionnaire: questionnaire)
  }

  /// Sees whether something may be stored here.
  ///
  /// - Throws: Why it may not: this is a later volume of other files, which are written to together.
  public func checkMayGrow() throws(ResponseFileError) {
    if let first = ofFirstVolume, isLaterVolume { throw .laterVolume(path: file(), first: first.file()) }
  }

  /// Whether its file is a later volume of other files.
  public var isLaterVolume: Bool { ofFirstVolume.map { access($0.file(), F_OK) == 0 } ?? false }

  private func volume(
    _ number: Int, _ lengths: [String: Int]
  ) throws(ResponseFileError) -> ResponseSnapshot.Volume? {
    guard let main = try seen(fileName(volume: number), lengths) else { return nil }
    var repeats: [Group.Name: ResponseSnapshot.File] = [:]
    var paths: [Group.Name: String] = [:]
    for table in layout.children {
      guard let group = table.group else { continue }
      paths[group] = file(of: group, volume: number)
      for name in [group] + questionnaire.history.earlierNames(of: group) where repeats[group] == nil {
        repeats[group] = try seen(fileName(of: name, volume: number), lengths)
      }
    }
    return ResponseSnapshot.Volume(number: number, main: main, repeats: repeats, repeatPaths: paths)
  }

  private func seen(
    _ name: String, _ lengths: [String: Int]
  ) throws(ResponseFileError) -> ResponseSnapshot.File? {
    let path = directory.file(name)
    guard let file = try OpenFile.open(path, O_RDONLY) else { return nil }
    var length = try file.length()
    if let committed = lengths[name] { length = committed }
    // A commit that was cut short may leave an empty file: nothing was ever stored in it.
    return length == 0 ? nil : ResponseSnapshot.File(path: path, length: length)
  }
}
