internal import CSV
public import ResponseFiles
public import Survey

/// A response file to be counted.
public struct ResponseFile: Sendable {
  /// Where its bytes are.
  public enum Content: Sendable {
    /// In a file, of which `length` bytes are read; all of them where it is nothing.
    case path(String, length: Int?)
    /// In memory.
    case bytes([UInt8])
    /// Nowhere: nobody has answered yet.
    case missing
  }

  /// The form whose responses it holds.
  public let form: Questionnaire.ID
  /// What figures and messages call it; a relative path, so that the same data gives the same figures anywhere.
  public let name: String
  /// Where its bytes are.
  public let content: Content
  /// The files of its repeat groups, by the group; a group without a file has no repeats.
  public let repeats: [Group.Name: ResponseFile]
  /// The files that later versions of the form have begun, in their order: their rows follow.
  public let later: [Volume]
  /// What each version of the form asked.
  package var asked = AskedVersions()
  /// Whether it is one of several volumes, or has several: then a column that it lacks was not asked for.
  package var isOfVolumes = false
  /// By volume, from the first, the names of the files of its repeat groups; empty where that is not known.
  package var repeatFiles: [[Group.Name: String]] = []

  /// A file that a later version of the form has begun, with columns of its own.
  public struct Volume: Sendable {
    /// What figures and messages call it.
    public let name: String
    /// Where its bytes are.
    public let content: Content

    /// Creates a volume.
    public init(name: String, content: Content) {
      self.name = name
      self.content = content
    }
  }

  /// Creates a response file.
  public init(
    form: Questionnaire.ID, name: String, content: Content, repeats: [Group.Name: ResponseFile] = [:],
    later: [Volume] = []
  ) {
    self.form = form
    self.name = name
    self.content = content
    self.repeats = repeats
    self.later = later
  }

  /// The same file under another name.
  public func named(_ name: String) -> ResponseFile {
    var file = ResponseFile(form: form, name: name, content: content, repeats: repeats, later: later)
    (file.asked, file.repeatFiles, file.isOfVolumes) = (asked, repeatFiles, isOfVolumes)
    return file
  }

  /// Its first volume by itself, as a part of the whole.
  public var alone: ResponseFile {
    var file = ResponseFile(form: form, name: name, content: content, repeats: repeats)
    (file.asked, file.isOfVolumes) = (asked, isOfVolumes)
    return file
  }

  /// All its volumes.
  var volumes: [Volume] { [Volume(name: name, content: content)] + later }
}

extension ResponseFile.Volume {
  /// Opens it.
  func reader() throws(CSVError) -> CSVReader {
    switch content {
    case .path(let path, let length): try CSVReader(path: path, length: length)
    case .bytes(let bytes): CSVReader(bytes)
    case .missing: CSVReader([UInt8]())
    }
  }
}

/// Why a response file cannot be counted at all.
public enum AnalysisError: Error, Sendable {
  /// It cannot be read; what stands before the place is not guessed to be all.
  case unreadable(ResponseFileError)
  /// No response file was given for a form that a figure draws from.
  case noResponses(Questionnaire.ID)
  /// A list has more choices than can be counted.
  case tooManyChoices(Question.Name, found: Int, limit: Int)
}

extension AnalysisError: CustomStringConvertible {
  /// The file and the place, what was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .noResponses(let form): "there is no response file for \(form); name one"
    case .tooManyChoices(let name, let found, let limit):
      "the list of '\(name)' has \(found) choices, but at most \(limit) can be counted; ask for a text in its place"
    }
  }
}
