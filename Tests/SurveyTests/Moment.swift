import Calendar
import SampleForms
import Survey

/// The clock of the tests, and short ways to a form.
enum Moment {
  /// When the form was opened: 2018-11-08T16:42:00Z.
  static let start = Instant(secondsSinceEpoch: 1_541_695_320)
  /// When it was submitted: 2018-11-09T10:14:33Z.
  static let end = Instant(secondsSinceEpoch: 1_541_758_473)
}

extension FormSession {
  init(_ items: [Item], lists: [ChoiceList] = [], mode: Mode = .respondent) {
    self.init(Sample.questionnaire(items, lists: lists), id: "uuid:1", mode: mode, startedAt: Moment.start)
  }

  static func sample(_ mode: Mode = .respondent) -> FormSession {
    FormSession(Sample.form, id: "uuid:1", mode: mode, startedAt: Moment.start)
  }

  /// Enters a cell at an address, both as they are written in files.
  mutating func enter(_ cell: String, at address: String) throws {
    let address = try Address.required(address)
    guard let answer = try answer(from: cell, at: address) else {
      try apply(.clear(address))
      return
    }
    try apply(.answer(address, answer))
  }

  mutating func fill(_ cells: KeyValuePairs<String, String>) throws {
    for (address, cell) in cells { try enter(cell, at: address) }
  }

  /// The names of what is asked, as addresses are written.
  var asked: [String] { outline.asked.map(\.description) }

  func cell(_ address: String) -> String? {
    Address(address).flatMap { entries[$0]?.answer?.cell }
  }

  func response() throws(SubmissionRefusal) -> Response {
    try response(source: .line, submittedAt: Moment.end, submittedBy: "A. Chair")
  }
}

extension Address {
  struct Unreadable: Error { let text: String }

  static func required(_ text: String) throws(Unreadable) -> Address {
    guard let address = Address(text) else { throw Unreadable(text: text) }
    return address
  }
}
