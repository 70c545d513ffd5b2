public import Survey

/// A unit behind a count: a mechanism, or a response where each counts by itself.
public struct Participant: Sendable, Hashable {
  /// Its code on the register; the name that it gave itself where it is not on it; else the response's id.
  public let code: String
  /// Its name; empty where the register has none.
  public let label: LocalizedText
  /// The name by which people call it (the register's column `short_name`); empty where it has none.
  public let shortName: String
  /// The responses that it was counted by, the decisive one first.
  public let responses: [Trace]
  /// Which of its repeats stand behind the count, `2` or `1.3` for one inside another; empty where no repeats are
  /// counted.
  public private(set) var repeats: [String] = []
  /// Whether lists call it by its label: countries and choices have nothing shorter that people know.
  public private(set) var isListedByLabel = false

  /// Creates a participant.
  public init(code: String, label: LocalizedText, shortName: String = "", responses: [Trace]) {
    self.code = code
    self.label = label
    self.shortName = shortName
    self.responses = responses
  }
}

extension Participant {
  /// The same, called by its label in lists.
  var listedByLabel: Participant {
    var copy = self
    copy.isListedByLabel = true
    return copy
  }

  /// The same, with the repeats that stand behind the count.
  func inRepeats(_ numbers: [String]) -> Participant {
    var copy = self
    copy.repeats = numbers
    return copy
  }
}

/// Where a response stands, so that a number can be followed down to the file.
public struct Trace: Sendable, Hashable {
  /// The form.
  public let form: Questionnaire.ID
  /// The response.
  public let response: Response.ID
  /// The response file, as it was named to the reader.
  public let file: String
  /// The record in the file, from 1; the header is record 1.
  public let record: Int
  /// The physical line on which the record starts, from 1.
  public let line: Int

  /// Creates a trace.
  public init(form: Questionnaire.ID, response: Response.ID, file: String, record: Int, line: Int) {
    self.form = form
    self.response = response
    self.file = file
    self.record = record
    self.line = line
  }
}
