import Calendar
import Coding
import Messages
import Survey
import TerminalForm

/// Three answers to question 14 of the review, made up, with a codebook; the desk remembers what it was given.
struct CodingExample {
  final class Drawer {
    var rows: [Coding] = []
    var isFull = false
  }

  struct Full: Error, CustomStringConvertible {
    var description: String { "the disk is full" }
  }

  let drawer = Drawer()
  let place = Codebook.Place(form: "gcm-review-2018", question: "influence")

  var session: CodingSession {
    let texts = [
      ("RCM", "It is a standing agenda item of the Vice-Ministerial Meeting."),
      (
        "SACM",
        "Objectives 5, 6 and 23 set our priorities for 2019.\nThe working group on data was asked to report on them once a year, and a first report is expected in spring."
      ), ("CMC", "Not yet."),
    ]
    let items = texts.enumerated().map { index, text in
      CodingSession.Item(
        response: Response.ID("r\(index + 1)"), who: text.0, text: text.1, file: "responses.csv",
        line: index + 2)
    }
    return CodingSession(items, at: place, by: "ana", codebook: codebook, codings: Codings())
  }

  private var codebook: Codebook {
    let labels = [
      ("agenda_item", "included as an agenda item at meetings"), ("in_work", "reflected in the work"),
      ("priority_setting", "reference framework for setting priorities"),
    ]
    return labels.reduce(Codebook()) { $0.adding($1.1, at: place, name: Codebook.Code.Name($1.0)).codebook }
  }

  var desk: CodingDesk {
    CodingDesk(
      record: { row in
        if drawer.isFull { throw Full() }
        drawer.rows.append(row)
      },
      addCode: { codebook, label in codebook.adding(label, at: place) },
      now: { Instant(secondsSinceEpoch: 1_541_695_320) })
  }

  /// The rows in few words.
  var rows: [String] {
    drawer.rows.map { "\($0.response) \($0.act.rawValue) \($0.code?.text ?? "-") v\($0.version)" }
  }
}
