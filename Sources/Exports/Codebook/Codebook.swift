internal import ResponseFiles
internal import Messages
internal import Reports
internal import Survey

/// What each column means: the wording of its question, when it is asked, its choices, and how often they were chosen.
///
/// It has what a codebook of the Data Documentation Initiative has of a variable: name, label, the question's text,
/// its universe, categories and their frequencies.
struct Codebook {
  /// A text in one of the form's languages.
  struct Wording {
    let language: Language
    let label: String
    let hint: String
  }

  /// A choice and how many chose it.
  struct Category {
    let code: String
    let labels: [String]
    let count: Int
    /// The share of those that answered; nothing where nobody did.
    let share: Double?
  }

  /// A question.
  struct Entry {
    let number: String
    let name: String
    /// XLSForm's word for what it takes, with its list.
    let kind: String
    /// The repeat group that it stands in; empty for none.
    let group: String
    let title: String
    let wordings: [Wording]
    let relevant: [String]
    /// How many are in each state, beginning with those that were asked.
    let bases: [(name: String, count: Int)]
    let categories: [Category]
  }

  let edition: Edition
  let title: String
  let summary: [String]
  let languages: [Language]
  let entries: [Entry]

  init(of export: Export) {
    edition = export.edition
    title = edition.labelled(
      edition.say(.codebookTitle), edition.plainText(export.questionnaire.title).onOneLine)
    summary = export.summary + [edition.say(.codebookCounts)]
    languages =
      export.options.showsAllLanguages ? export.questionnaire.languages : [export.edition.language]
    let languages = languages
    entries = export.questionnaire.placed.compactMap { placed in
      guard placed.question.hasColumn,
        let table = export.tables.first(where: { $0.layout.group == placed.repeats.last }),
        table.columns.contains(where: { $0.question?.name == placed.question.name })
      else { return nil }
      return Self.entry(placed, table, export, languages)
    }
  }

  private static func entry(
    _ placed: Questionnaire.Placed, _ table: ExportTable, _ export: Export, _ languages: [Language]
  ) -> Entry {
    let question = placed.question
    let states = table.rows.map { $0.answers[question.name] }
    let answers = states.compactMap(\.answer)
    let wordings = languages.map { language in
      Wording(
        language: language, label: question.wording.label[language] ?? question.wording.label[.unnamed] ?? "",
        hint: question.wording.hint[language] ?? question.wording.hint[.unnamed] ?? "")
    }
    var categories: [Category] = []
    if let list = question.list {
      for choice in ExportTable.choices(of: question, in: export.questionnaire, table.rows) {
        let label = export.questionnaire.lists[list]?[choice]?.label ?? LocalizedText()
        let count = answers.count { $0.choices.contains(choice) }
        categories.append(
          Category(
            code: choice.text, labels: languages.map { label[$0] ?? label[.unnamed] ?? "" }, count: count,
            share: answers.isEmpty ? nil : Double(count) / Double(answers.count)))
      }
    }
    let say = export.edition.say
    let notAsked = states.count { $0 == .notAsked }
    return Entry(
      number: question.wording.paperNumber, name: question.name.text,
      kind: [question.kind.word, question.list?.text].compactMap(\.self).joined(separator: " "),
      group: placed.repeats.last?.text ?? "", title: export.label(of: question), wordings: wordings,
      relevant: export.relevant(of: placed),
      bases: [
        (say(.asked), states.count - notAsked), (say(.answered), answers.count),
        (say(.blank), states.count { $0 == .blank }),
        (say(.notApplicable), states.count { $0 == .notApplicable }),
        (say(.unknown), states.count { $0 == .unknown }), (say(.notAsked), notAsked),
      ], categories: categories)
  }

  /// How many are in each state: `asked 8, answered 7` and so on.
  func line(of entry: Entry) -> String {
    let gap = edition.say.language == .chinese ? "" : " "
    return edition.say.list(entry.bases.map { $0.name + gap + edition.say.number($0.count) })
  }
}

extension Export {
  /// What the export holds and what it leaves out, a sentence each.
  public var summary: [String] {
    let say = edition.say
    let phrase: Phrase = options.keepsSuperseded ? .exportAll : .exportCurrent
    let values: KeyValuePairs = [
      "responses": say.number(responseCount), "superseded": say.number(supersededCount),
    ]
    var sentences = [say(phrase, values)]
    if options.leavesOutNames {
      sentences.append(say(.exportNoNames))
      let written = columnsInWords
      if !written.isEmpty { sentences.append(say(.exportWordsKept, ["columns": say.list(written)])) }
    }
    if !options.leftOut.isEmpty {
      let names = questionnaire.placed.map(\.question.name).filter(options.leftOut.contains)
      sentences.append(say(.exportLeftOut, ["columns": say.list(names.map(\.text))]))
    }
    return sentences
  }

  /// The columns in which somebody has written an answer in words: nobody knows whom that names.
  private var columnsInWords: [String] {
    tables.flatMap { table in
      table.columns.compactMap { column in
        guard case .question(let question) = column.content, question.kind == .text,
          table.rows.contains(where: { $0.answers[question.name].answer != nil })
        else { return nil }
        return column.name
      }
    }
  }
}
