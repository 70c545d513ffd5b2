import Foundation
import Testing

/// A question of the form of 2018, by its number, and what a Chair types at it.
private let morning: [(question: String, keys: String)] = [
  ("1", "12\r"), ("2a", "Guatemala\r"), ("2b", "Ana Pérez\r"), ("2c", "Vice-Minister\r"),
  ("3a", "Juan Soto\r"),
  ("3b", "\r"), ("4", "1\r"), ("5", "https://example.org/position\r"), ("6a", "2017-11-24\r"),
  ("6b", "Special meeting\r"), ("7", "2\r"), ("8", "1\r"), ("9", "1 6\r"), ("10", "1-3\r"),
  ("11", "9-11 23\r"),
  ("12", "Statements in New York.\r.\r"), ("13", "3\r"), ("14", "The themes of 2018.\rOur programme.\r.\r"),
]

/// What is typed after the position has become "No", from question 8 to the end.
private let afternoon: [(question: String, keys: String)] = [
  ("8", "\r"), ("13", "\r"), ("14", ".\r"), ("15", "4\r"), ("17", "3\r"), ("19i", ".\r"),
  ("19ii", "Workshops\r.\r"),
  ("20", ".\r"), ("21", ".\r"), ("22", ".\r"), ("23", ".\r"), ("24", ".\r"), ("25a", "Budapest Process\r.\r"),
  ("25b", "IOM, UNHCR\r.\r"), ("25c", ".\r"), ("25d", ".\r"), ("25e", "..\r10\r"), ("25f", ".\r"),
  ("25g", ".\r"),
  ("25h", ".\r"), ("26", ".\r"), ("27", "3\r"), ("28", "As an observer\r.\r"),
]

@Suite("A Chair fills the questionnaire of 2018")
struct ChairTests {
  @Test("Cut off after question 14, resumed, question 4 changed to No, submitted: exactly that is stored")
  func scenario() throws {
    let scratch = try Scratch(responses: false)
    let first = try Terminal("iscm fill gcm-review-2018", in: scratch)
    try first.answer(morning)
    try first.wait(forPromptAfter: "Question 15 of 28")
    first.send(SIGKILL)
    #expect(try first.end() == 137)

    let second = try Terminal("iscm fill gcm-review-2018", in: scratch)
    try second.wait(forPromptAfter: "1. Continue the draft: Regional Conference on Migration")
    try second.type("1\r")
    try second.wait(forPromptAfter: "Question 15 of 28")
    try second.type("..\r2\r4\r")
    try second.wait(forPromptAfter: "Question 4 of 28")
    try second.type("2\r")
    try second.wait(for: "Saved. No\nSet aside: 5, 6a, 6b, 7, 9, 10, 11, 12. Kept, not sent.\n")
    try second.answer(afternoon)
    try second.wait(forPromptAfter: "Who submits these answers?")
    try second.type("Ana Pérez\r")
    try second.wait(forPromptAfter: "Date of submission")
    try second.type("\r")
    try second.wait(forPromptAfter: "Review before sending")
    try second.type("1\r")
    #expect(try second.end() == 0)
    #expect(second.text.contains("Submitted. Thank you.\n  Receipt: Y2C0-H9W4\n"))
    #expect(!(first.written + second.written).contains(0x1b), "an escape byte")

    let rows = try scratch.responses(to: "gcm-review-2018")
    #expect(rows.count == 1)
    #expect(rows.first?.filter { !$0.value.isEmpty } == Self.row)
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: "\(scratch.path)/Responses/gcm-review-2018/drafts") == [])
    let shown = try Run("iscm show gcm-review-2018 Y2C0-H9W4", in: scratch)
    #expect(shown.code == 0 && shown.errors.isEmpty)
    #expect(Self.answers(in: shown.outputText) == Self.shown)
  }

  /// Every cell that is not empty.
  private static let row = [
    "instance_id": "uuid:63cbe1e4-5932-4dd7-844c-3cd7f43c661c", "form_id": "gcm-review-2018",
    "form_version": "2018.1", "source": "line", "started_at": "2018-11-09T10:14:33Z",
    "submitted_at": "2018-11-09T10:14:33Z", "submitted_by": "Ana Pérez",
    "not_asked": "iscm_other position_link position_date position_meeting position_revised themes principles "
      + "objectives position_pursuit stocktaking_document stocktaking_date",
    "not_applicable": "partners_cso",
    "iscm": "rcm", "chair_country": "Guatemala", "chair_name": "Ana Pérez", "chair_title": "Vice-Minister",
    "secretariat_name": "Juan Soto", "position": "no", "position_refine": "yes", "agenda": "planned",
    "influence": "The themes of 2018.\nOur programme.", "stocktaking": "not_known", "action_plan": "done",
    "awareness": "Workshops", "partners_iscm": "Budapest Process", "partners_igo": "IOM, UNHCR",
    "expansion": "existing", "expansion_detail": "As an observer", "submitted_on": "2018-11-09",
  ]

  /// Every answer and every state that `show` tells, by the number of its question.
  private static let shown = [
    "1": "Regional Conference on Migration", "1a": "(not asked)", "2a": "Guatemala", "2b": "Ana Pérez",
    "2c": "Vice-Minister", "3a": "Juan Soto", "3b": "(left empty)", "4": "No", "5": "(not asked)",
    "6a": "(not asked)", "6b": "(not asked)", "7": "(not asked)", "8": "Yes", "9": "(not asked)",
    "10": "(not asked)", "11": "(not asked)", "12": "(not asked)", "13": "Planned",
    "14": "The themes of 2018. Our programme.", "15": "Not known yet", "16": "(not asked)",
    "17": "Already done",
    "18": "(not asked)", "19i": "(left empty)", "19ii": "Workshops", "20": "(left empty)",
    "21": "(left empty)",
    "22": "(left empty)", "23": "(left empty)", "24": "(left empty)", "25a": "Budapest Process",
    "25b": "IOM, UNHCR", "25c": "(left empty)", "25d": "(left empty)", "25e": "(not applicable)",
    "25f": "(left empty)", "25g": "(left empty)", "25h": "(left empty)", "26": "(left empty)",
    "27": "Existing",
    "28": "As an observer", "Who": "Ana Pérez", "Date": "2018-11-09",
  ]

  /// The answers of a sheet: what is indented below a question, by the first word of the question.
  private static func answers(in sheet: String) -> [String: String] {
    var answers: [String: String] = [:]
    var question = ""
    var isInAnswer = true
    for line in sheet.split(separator: "\n").drop(while: { !$0.hasPrefix("1 ") }) {
      if line.hasPrefix("    ") {
        answers[question, default: ""] += (isInAnswer ? " " : "") + line.dropFirst(4)
        isInAnswer = true
      } else if isInAnswer {
        question = line.split(separator: " ").first.map(String.init) ?? ""
        isInAnswer = false
      }
    }
    return answers
  }
}

extension Terminal {
  /// Waits for each question in turn, and answers it.
  func answer(_ answers: [(question: String, keys: String)]) throws {
    for (question, keys) in answers {
      try wait(forPromptAfter: "Question \(question) of 28")
      try type(keys)
    }
  }
}
