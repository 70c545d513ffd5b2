internal import Calendar
internal import CSV
internal import Survey

/// Rows of `paradata.csv`, in the manner of ODK's audit log: an event, the node that it was at, start and end.
extension Paradata {
  static let columns = ["instance_id", "event", "node", "start", "end", "changes"]

  /// The rows of a response, by the headings of their columns.
  func rows(of response: Response.ID) -> [[String: String]] {
    events.map { event in
      var cells = event.cells
      cells["instance_id"] = response.text
      return cells
    }
  }
}

extension Paradata.Event {
  /// The words of the column `event`, which are ODK's.
  enum Word: String, CaseIterable {
    case start = "form start"
    case resume = "form resume"
    case question
    case review = "end screen"
  }

  /// The event with the names that questions have now.
  func now(in history: FormHistory) -> Paradata.Event {
    guard case .question(let address) = kind else { return self }
    return Paradata.Event(.question(history.now(address)), from: start, to: end, changes: changes)
  }

  /// The row, but for the response that it belongs to.
  fileprivate var cells: [String: String] {
    let start = start.description
    return switch kind {
    case .start: ["event": Word.start.rawValue, "start": start]
    case .resume: ["event": Word.resume.rawValue, "start": start]
    case .review: ["event": Word.review.rawValue, "start": start, "end": end.description]
    case .question(let address):
      [
        "event": Word.question.rawValue, "node": address.description, "start": start,
        "end": end.description, "changes": String(changes),
      ]
    }
  }

  /// Reads a row.
  ///
  /// - Throws: Which cell cannot be read.
  init(_ cell: (String) -> String) throws(UnreadCell) {
    func instant(_ column: String) throws(UnreadCell) -> Instant {
      guard let instant = Instant(cell(column)) else {
        throw UnreadCell(column: column, found: cell(column), expected: "a time such as 2018-11-09T10:14:33Z")
      }
      return instant
    }
    guard let word = Word(rawValue: cell("event")) else {
      let words = Word.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw UnreadCell(column: "event", found: cell("event"), expected: "one of \(words)")
    }
    let start = try instant("start")
    switch word {
    case .start: self.init(.start, at: start)
    case .resume: self.init(.resume, at: start)
    case .question, .review:
      let end = try instant("end")
      if end < start {
        throw UnreadCell(column: "end", found: cell("end"), expected: "a time that is not before \(start)")
      }
      if word == .review {
        self.init(.review, from: start, to: end)
        return
      }
      guard let address = Address(cell("node")) else {
        throw UnreadCell(column: "node", found: cell("node"), expected: "a question such as 'position'")
      }
      guard let changes = Int(cell("changes")), changes >= 0 else {
        throw UnreadCell(
          column: "changes", found: cell("changes"), expected: "a whole number, 0 or more")
      }
      self.init(.question(address), from: start, to: end, changes: changes)
    }
  }

  /// A cell by which a row cannot be read.
  struct UnreadCell: Error {
    let column: String
    let found: String
    let expected: String
  }
}
