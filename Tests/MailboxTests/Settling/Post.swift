import Calendar
import Documents
import Expressions
import Mailbox
import ResponseFiles
import Survey

/// A small form with a register, and made-up mails that answer it.
enum Post {
  static let register = ChoiceList(
    name: "register.csv",
    choices: [
      Choice(
        name: "prague", label: LocalizedText(unlocalized: "Prague Process"),
        attributes: [
          "name_fr": "Processus de Prague", "short_name": "PP", "aliases": "Prague|The Prague Process",
        ]),
      Choice(
        name: "puebla", label: LocalizedText(unlocalized: "Puebla Process"), attributes: ["aliases": "CRM"]),
      Choice(name: "rabat", label: LocalizedText(unlocalized: "Rabat Process")),
      Choice(name: "other", label: LocalizedText(unlocalized: "Other")),
    ])

  static let form = Questionnaire(
    id: "post", version: "1", title: LocalizedText(unlocalized: "Post"), languages: [.unnamed],
    defaultLanguage: .unnamed,
    items: [
      ask("iscm", .selectOne("register.csv"), required: .always),
      ask("iscm_other", .text, relevant: "${iscm} = 'other'"),
      ask("position", .selectOne("yes_no")),
      ask("themes", .selectMultiple("yes_no")),
      ask("detail", .text, relevant: "${position} = 'yes'"),
      ask("meetings", .integer, constraint: ". < 100"),
      ask("day", .date, start: "today()"),
      .group(Group(name: "event", repetition: .free, items: [ask("event_title", .text)])),
    ],
    lists: [
      register,
      ChoiceList(name: "yes_no", choices: ["yes", "no"].map { Choice(name: $0, label: LocalizedText()) }),
    ])

  static func ask(
    _ name: String, _ kind: Question.Kind, required: Question.Requirement = .never, relevant: String? = nil,
    constraint: String? = nil, start: String? = nil
  ) -> Item {
    func rule(_ source: String) -> Expression {
      do { return try Expression(parsing: source) } catch { preconditionFailure("\(source): \(error)") }
    }
    return .question(
      Question(
        name: Question.Name(name), kind: kind, requirement: required, relevant: relevant.map(rule),
        constraint: constraint.map { Question.Constraint(expression: rule($0)) },
        defaultValue: start.map(rule)))
  }

  /// The senders who are listed.
  static let senders = """
    mechanism,address
    prague,chair@prague.example
    prague,@secretariat.example
    puebla,@secretariat.example
    puebla,crm@puebla.example
    rabat,rabat@rabat.example
    *,clerk@iom.example
    """

  static func settling(servers: Set<String> = []) throws -> Settling {
    let known = Register(of: form)
    return Settling(
      form,
      identifying: Identifying(
        register: known, senders: try SenderList(table(senders), path: "senders.csv", register: known),
        servers: servers))
  }

  static func books(
    _ ledger: Ledger = Ledger(), _ decisions: [Decision] = [], _ responses: [Response] = []
  ) -> Books {
    var all = Decisions()
    for decision in decisions { all.append(decision) }
    return Books(ledger: ledger, decisions: all, responses: responses, register: Register(of: form))
  }
}

extension Delivery {
  /// A mail with one form.
  static func mail(
    _ name: String, from: String = "chair@prague.example", at time: String? = "2018-11-09T10:00:00Z",
    _ form: MatchedForm
  ) -> Delivery {
    mail(name, from: from, at: time, [Letter.Part("1", form)])
  }

  /// A mail with some parts.
  static func mail(
    _ name: String, from: String = "chair@prague.example", at time: String? = "2018-11-09T10:00:00Z",
    _ parts: [Letter.Part], date: String? = nil
  ) -> Delivery {
    let letter = Letter(
      messageID: "<\(name)@x.example>", dateHeader: date ?? "Fri, 9 Nov 2018 10:00:00 +0000",
      date: date.flatMap { Instant($0) }, received: time.flatMap { Instant($0) },
      from: from.isEmpty ? [] : [Letter.Sender(address: from)], parts: parts)
    return Delivery(sha256: sha(name), source: "box.mbox", offset: 0, letters: [letter])
  }

  /// The hash that a made-up mail has.
  static func sha(_ name: String) -> String {
    let digits = name.utf8.map { String($0, radix: 16) }.joined()
    return digits + String(repeating: "0", count: 64 - digits.utf8.count)
  }
}

extension Letter.Part {
  init(_ path: String, _ form: MatchedForm, format: String = "docx") {
    self.init(path: path, sha256: "part-\(path)", format: format, reader: "1", form: form)
  }
}

extension MatchedForm {
  /// A form that answers some questions: `position=yes`.
  static func filled(_ cells: String..., grade: Grade = .exact, token: String = "prague") -> MatchedForm {
    MatchedForm(
      isForm: true, token: token, version: "1",
      given: token.isEmpty
        ? nil : Given(address: Address("iscm" as Question.Name), choice: Choice.Name(token)),
      answers: cells.enumerated().map { number, cell in
        let halves = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        guard halves.count == 2, let address = Address(halves[0]) else { preconditionFailure(cell) }
        return Answer(
          address: address, cell: halves[1], evidence: "☒ \(halves[1])",
          place: Place(line: number + 1, table: 1, row: number + 1, column: 3),
          grade: grade)
      })
  }

  func with(doubts: [Doubt] = [], unplaced: [String] = []) -> MatchedForm {
    var form = self
    form.doubts = doubts
    form.unplaced = unplaced.map { Unplaced(text: $0, place: Place(line: 40)) }
    return form
  }
}

extension Settlement {
  /// What became of what, in short: `a 1 imported`, `b 1 needs_review sender_not_listed`.
  var short: [String] {
    rows.map { row in
      let name = String(decoding: row.key.mail.hexBytes, as: UTF8.self)
      return [name, row.key.part, row.status.rawValue, row.reasonCode.text].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
  }
}

extension String {
  /// The bytes that pairs of hexadecimal digits stand for, up to the first 0.
  var hexBytes: [UInt8] {
    var bytes: [UInt8] = []
    var rest = self[...]
    while rest.count >= 2, let byte = UInt8(rest.prefix(2), radix: 16), byte != 0 {
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}
