internal import Calendar
internal import Documents
internal import Survey

/// A part that may be a response, with all that is known of it before it is compared with others.
struct Candidate {
  let delivery: Delivery
  /// Which of the delivery's mails it stands in: parts of one mail are compared with each other.
  let letter: Int
  let part: Letter.Part
  let ruling: Ruling
  /// Whether it is beside a form of the same mail that answers otherwise.
  var isOneOfSeveral = false
  /// The part whose answers it repeats, in the same mail.
  var original: LedgerKey?

  var key: LedgerKey { LedgerKey(mail: delivery.sha256, part: part.path) }
  private var form: MatchedForm { part.form }

  /// What says who sent it and when.
  var envelope: Letter? { delivery.envelope(of: letter) }
  /// When it came; nothing where nobody knows.
  var time: Instant? { envelope?.time }

  /// What it is, before anybody looks at its answers.
  enum Kind {
    /// It answers something, or may.
    case answers
    /// It is a form in which nobody has answered anything.
    case blank
    /// It cannot be read, or something in it must be looked at, and it is no form as far as one can see.
    case unreadable
    /// It is no form.
    case other
  }

  var kind: Kind {
    if ruling.questions.values.contains(where: { $0.verdict == .edit }) { return .answers }
    if form.isForm {
      let isBlank =
        form.answers.isEmpty && form.doubts.isEmpty && openTexts.isEmpty
      return isBlank ? .blank : .answers
    }
    return form.doubts.isEmpty ? .other : .unreadable
  }

  /// Whether it could not be read, and no answer was found in it: what stands there nobody knows.
  var isUnread: Bool { form.answers.isEmpty && form.doubts.contains { $0.reason.isOfReading } }

  /// What the form itself gives a person to decide.
  var reasons: [Reason] {
    var reasons = (delivery.doubts + form.doubts).map(Reason.init)
    for answer in form.answers where answer.grade == .proposed {
      reasons.append(
        Reason(
          .proposed, at: answer.address,
          "'\(answer.evidence.clippedToLine)' may be the answer to '\(answer.address)' (\(answer.place))"))
    }
    for text in openTexts {
      reasons.append(
        Reason(
          .unplaced, at: text.beside,
          "'\(text.text.clippedToLine)' is no answer that can be read (\(text.place))"))
    }
    for text in remarks {
      reasons.append(
        Reason(
          .unplaced, "'\(text.text.clippedToLine)' is written in the letter beside the form (\(text.place))"))
    }
    if let automatic = delivery.envelope?.automatic {
      reasons.append(Reason(Reason.Code(automatic.rawValue), "a program sent it, and it holds answers"))
    }
    if isOneOfSeveral {
      reasons.append(Reason(.severalForms, "the mail holds several forms whose answers differ"))
    }
    if ruling.isOpen { reasons.append(Reason(.reopened, "somebody reopened it")) }
    return reasons
  }

  /// What the letter beside the form says of a question that it names: it may change an answer.
  private var remarks: [MatchedForm.Unplaced] {
    delivery.letters[letter].parts.filter { $0.isRemark && $0.path != part.path }
      .flatMap { $0.form.unplaced.filter(\.namesQuestion) }
  }

  /// The texts that may say something of an answer.
  private var openTexts: [MatchedForm.Unplaced] {
    form.unplaced.filter { (!$0.isHeading || $0.namesQuestion) && (!part.isBody || $0.mayAnswer) }
  }

  /// Whether somebody wrote something around a form in which nothing is answered.
  var hasOwnWords: Bool { form.unplaced.contains { $0.place.quoteDepth == 0 } }

  /// The answers as they were found, for comparing it with the others of its mail.
  var cells: [Address: String] {
    Dictionary(form.answers.map { ($0.address, $0.cell) }, uniquingKeysWith: { first, _ in first })
  }

  /// The least certain grade of the answers.
  var level: String {
    for grade in [MatchedForm.Grade.proposed, .declared, .text, .exact]
    where form.answers.contains(where: { $0.grade == grade }) {
      return grade.rawValue
    }
    return ""
  }
}

extension MatchedForm.Unplaced {
  /// Whether it may say something of an answer, though it stands around the form in the text of a mail.
  ///
  /// A greeting, a signature and our own letter, quoted, say nothing. What is long, or names a small number as
  /// questions have them, may; a telephone number or the date of a mail has more digits.
  fileprivate var mayAnswer: Bool {
    if beside != nil { return true }
    if place.quoteDepth > 0 { return false }
    if text.count > 200 { return true }
    let digits = text.count { $0.isNumber }
    return digits > 0 && digits < 6
  }
}

extension MatchedForm.Doubt.Reason {
  /// Whether it says that a document could not be read, or not to its end.
  fileprivate var isOfReading: Bool { [.encrypted, .broken, .limit, .refused, .noReader].contains(self) }
}

extension [Candidate] {
  /// Compares the forms of each mail: the same answers count once, others must be looked at.
  ///
  /// Of those with the same answers the one with the most to decide stands for all, so that no doubt is lost; where a
  /// person rejected one, the others are out with it.
  mutating func compareWithinMails() {
    var answering: [Mail: [Int]] = [:]
    for index in indices where self[index].kind == .answers {
      answering[Mail(self[index]), default: []].append(index)
    }
    // A form that is alone in its mail has nothing to be compared with.
    let several = answering.values.filter { $0.count > 1 }.joined().sorted()
    var groups: [[Int]] = []
    var places: [Group: Int] = [:]
    for index in several {
      let group = Group(
        mail: self[index].delivery.sha256, letter: self[index].letter, cells: self[index].cells)
      if let place = places[group] {
        groups[place].append(index)
      } else {
        places[group] = groups.count
        groups.append([index])
      }
    }
    var remaining: [Mail: Int] = [:]
    for group in groups {
      let members = map(group)
      let standing = members.first { $0.ruling.whole == .reject } ?? members.mostDoubtful
      for index in group where self[index].key != standing?.key { self[index].original = standing?.key }
      if let first = members.first, standing?.ruling.whole != .reject {
        remaining[Mail(first), default: 0] += 1
      }
    }
    for index in several where remaining[Mail(self[index]), default: 0] > 1 {
      self[index].isOneOfSeveral = true
    }
  }

  private func map(_ indices: [Int]) -> [Candidate] { indices.map { self[$0] } }

  private var mostDoubtful: Candidate? {
    let most = map { $0.reasons.count }.max() ?? 0
    return first { $0.reasons.count == most }
  }

  private struct Mail: Hashable {
    let sha256: String
    let letter: Int
    init(_ candidate: Candidate) { (sha256, letter) = (candidate.delivery.sha256, candidate.letter) }
  }

  private struct Group: Hashable {
    let mail: String
    let letter: Int
    let cells: [Address: String]
  }
}

extension String {
  /// The beginning of a text on one line, for a message.
  var clippedToLine: String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 80 ? line : line.prefix(80) + "…"
  }
}
