import Analysis
import Messages
import Reports
import Survey

/// Figures to render: those of the review of 2018, some with made-up numbers.
enum Sample: String, CaseIterable {
  case position, objectives, agenda, priorities, partners, suppressed, unknownOnly, webinars, common, nobody,
    any, regions, themes, work, waves

  var figure: Figure {
    switch self {
    case .position: positionFigure
    case .objectives: objectivesFigure
    case .agenda: agendaByPosition(isSuppressed: false)
    case .priorities: prioritiesFigure
    case .partners: partnersFigure
    case .suppressed: agendaByPosition(isSuppressed: true)
    case .unknownOnly: unknownOnlyFigure
    case .webinars: webinarsFigure
    case .common: commonFigure
    case .nobody: nobodyFigure
    case .any: anyPartnerFigure
    case .regions: regionsFigure
    case .themes: themesFigure
    case .work: workFigure
    case .waves: wavesFigure
    }
  }
}

let english = Language(name: "English", code: "en")
let french = Language(name: "French", code: "fr")
let arabic = Language(name: "Arabic", code: "ar")
let chinese = Language(name: "Chinese", code: "zh")

func text(_ en: String, fr: String = "", ar: String = "", zh: String = "") -> LocalizedText {
  LocalizedText([english: en, french: fr, arabic: ar, chinese: zh])
}

func edition(_ language: InterfaceLanguage) -> Edition {
  let form =
    switch language {
    case .french: french
    case .arabic: arabic
    case .chinese: chinese
    default: english
    }
  return Edition(Interface(language), language: form, fallback: english)
}

private let review = Questionnaire.ID("gcm-review-2018")
private let interview = Questionnaire.ID("gcm-review-2018-interview")

let mechanisms: [Participant] = [
  mechanism("arcp", "ARCP", line: 2), mechanism("cmc", "CMC", line: 3),
  mechanism("eap_panel", "EaP Panel", line: 4),
  mechanism("rabat", "Rabat Process", line: 5), mechanism("igad_rcp", "IGAD-RCP", line: 6),
  mechanism("igc", "IGC", line: 7), mechanism("rcm", "RCM", line: 8),
  mechanism("sacm", "SACM", line: 9, interviewLine: 4),
]

private func mechanism(_ code: String, _ name: String, line: Int, interviewLine: Int? = nil) -> Participant {
  let first = Trace(
    form: review, response: Response.ID("uuid:2018-\(code)"), file: "Responses/gcm-review-2018/responses.csv",
    record: line, line: line)
  let second = interviewLine.map { line in
    Trace(
      form: interview, response: Response.ID("uuid:interview-\(code)"),
      file: "Responses/gcm-review-2018-interview/responses.csv", record: line, line: line)
  }
  return Participant(
    code: code, label: text("The \(name) in full"), shortName: name,
    responses: [first] + [second].compactMap { $0 })
}

private let reviewBases = Bases(registered: 30, returned: 11, distinct: 10, asked: 8, answered: 8, unknown: 0)

private let positionSubject = Figure.Subject(
  name: "position",
  label: text(
    "Has your ISCM formulated a (formal) position or concrete recommendations on the Global Compact?",
    fr:
      "Votre ISCM a-t-il formulé une position (officielle) ou des recommandations concrètes sur le Pacte mondial\u{A0}?",
    ar: "هل صاغت آليتكم موقفا (رسميا) أو توصيات ملموسة بشأن الاتفاق العالمي؟",
    zh: "贵机制是否就《全球契约》形成了（正式）立场或具体建议？"),
  number: "4")

private let yes = text("Yes", fr: "Oui", ar: "نعم", zh: "是")
private let no = text("No", fr: "Non", ar: "لا", zh: "否")
private let inProcess = text(
  "In process, not final yet", fr: "En cours, pas encore finale", ar: "قيد الإعداد، لم يكتمل بعد",
  zh: "进行中，尚未定稿")

private func row(
  _ code: String?, _ label: LocalizedText, state: RowState? = nil, _ who: [Participant], of n: Int,
  cells: [Cell] = []
) -> Row {
  Row(
    code: code, label: label, state: state, count: who.count, n: n,
    share: n == 0 ? nil : Double(who.count) / Double(n), who: who, cells: cells)
}

private func counted(
  _ code: String?, _ label: LocalizedText, state: RowState? = nil, _ count: Int?, of n: Int,
  isInBase: Bool = true, cells: [Cell] = []
) -> Row {
  Row(
    code: code, label: label, state: state, count: count, n: n,
    share: n == 0 || !isInBase ? nil : count.map { Double($0) / Double(n) }, cells: cells)
}

private func cell(_ who: [Participant], of n: Int) -> Cell {
  Cell(count: who.count, share: n == 0 ? nil : Double(who.count) / Double(n), who: who)
}

private let positionFigure = Figure(
  id: "figure-2",
  title: text(
    "ISCMs with a formal position on the Global Compact",
    fr: "ISCM ayant une position officielle sur le Pacte mondial",
    ar: "الآليات التي لها موقف رسمي بشأن الاتفاق العالمي", zh: "对《全球契约》持正式立场的机制"),
  questions: [positionSubject], statistic: .count, base: .asked, n: 8, bases: reviewBases,
  rows: [
    row("yes", yes, [0, 3, 5, 6, 7].map { mechanisms[$0] }, of: 8),
    row("no", no, [1, 2, 4].map { mechanisms[$0] }, of: 8), row("in_process", inProcess, [], of: 8),
  ],
  sources: [review, interview], unit: "iscm")

private let objectivesFigure = Figure(
  id: "question-11",
  title: text(
    "Global Compact objectives that the positions address",
    fr: "Objectifs du Pacte mondial sur lesquels portent les positions"),
  questions: [
    Figure.Subject(
      name: "objectives",
      label: text(
        "Which objectives of the Global Compact do the position or recommendations address?",
        fr: "Sur quels objectifs du Pacte mondial la position ou les recommandations portent-elles\u{A0}?"),
      number: "11")
  ],
  statistic: .countMultiple, base: .answered, n: 6,
  bases: Bases(registered: 30, returned: 11, distinct: 10, asked: 8, answered: 6, unknown: 1),
  rows: objectives.enumerated().map { index, objective in
    let who = (0..<8).filter { ($0 * 7 + index * 5) % 11 < (index * 3) % 7 && $0 < 6 }.map { mechanisms[$0] }
    return row(objective.code, objective.label, who, of: 6)
  } + [
    row(
      "stateless", LocalizedText(unlocalized: "stateless persons"), state: .unlisted, [mechanisms[0]], of: 6),
    counted(nil, text("Unknown"), state: .unknown, 1, of: 6, isInBase: false),
    counted(nil, text("Left blank"), state: .blank, 1, of: 6, isInBase: false),
  ],
  sources: [review], filter: "${position} = 'yes'", unit: "iscm", chart: .ranking,
  notes: [
    .unlisted(question: "objectives", codes: ["stateless persons"]),
    .filterUnknown(count: 1, who: ["sacm"]),
  ], isMade: true)

private let agendaChoices = [
  ("yes", yes), ("no", no), ("planned", text("Planned", fr: "Prévu", ar: "مقرر", zh: "已计划")),
  ("not_known", text("Not known yet", fr: "Pas encore connu", ar: "غير معروف بعد", zh: "尚不清楚")),
]

private func agendaByPosition(isSuppressed: Bool) -> Figure {
  let withPosition = [0, 3, 5, 6, 7].map { mechanisms[$0] }
  let without = [1, 2, 4].map { mechanisms[$0] }
  let parts: [([Participant], [Participant])] = [
    (Array(withPosition[..<2]), []), ([], [without[0]]), (Array(withPosition[2..<5]), [without[1]]),
    ([], [without[2]]),
  ]
  let rows = zip(agendaChoices, parts).map { choice, parts in
    if isSuppressed {
      let hidden = Cell(count: nil, share: nil)
      return counted(
        choice.0, choice.1, choice.0 == "planned" ? 4 : nil, of: 8, cells: [hidden, hidden])
    }
    return row(
      choice.0, choice.1, parts.0 + parts.1, of: 8, cells: [cell(parts.0, of: 5), cell(parts.1, of: 3)])
  }
  return Figure(
    id: isSuppressed ? "figure-4-suppressed" : "figure-4",
    title: text(
      "The Global Compact as a standard agenda item, by formal position",
      fr: "Le Pacte mondial comme point permanent de l’ordre du jour, selon la position officielle",
      ar: "الاتفاق العالمي بوصفه بندا دائما في جدول الأعمال، حسب الموقف الرسمي",
      zh: "按正式立场分列的《全球契约》常设议程项目"),
    questions: [
      Figure.Subject(
        name: "agenda",
        label: text(
          "Is the Global Compact a standard item on the agendas of your ISCM's meetings?",
          fr:
            "Le Pacte mondial est-il un point permanent de l’ordre du jour des réunions de votre ISCM\u{A0}?",
          ar: "هل الاتفاق العالمي بند دائم في جداول أعمال اجتماعات آليتكم؟",
          zh: "《全球契约》是否为贵机制会议的常设议程项目？"),
        number: "13")
    ],
    statistic: .count, base: .asked, n: 8, bases: reviewBases, rows: rows, by: positionSubject,
    columns: [
      Column(code: "yes", label: yes, n: isSuppressed ? nil : 5),
      Column(code: "no", label: no, n: isSuppressed ? nil : 3),
    ],
    sources: [review, interview], unit: "iscm", attribution: isSuppressed ? .suppressed : .named,
    showsWho: !isSuppressed, chart: .stacked, notes: isSuppressed ? [.suppressed(threshold: 5)] : [],
    isMade: true)
}

private let prioritiesFigure = Figure(
  id: "priorities", title: text("Priority areas, by formal position"),
  questions: [
    Figure.Subject(name: "priority_focus", label: text("Which areas are a priority?"), number: "3")
  ],
  statistic: .countMultiple, base: .answered, n: 8, bases: reviewBases,
  rows: [
    row(
      "data", text("Data"), Array(mechanisms[..<6]), of: 8,
      cells: [cell([0, 3, 5].map { mechanisms[$0] }, of: 5), cell([1, 2, 4].map { mechanisms[$0] }, of: 3)]),
    row(
      "pathways", text("Regular pathways and labour mobility"), Array(mechanisms[6...]), of: 8,
      cells: [cell([6, 7].map { mechanisms[$0] }, of: 5), cell([], of: 3)]),
  ],
  by: positionSubject, columns: [Column(code: "yes", label: yes, n: 5), Column(code: "no", label: no, n: 3)],
  sources: [review], unit: "iscm", showsWho: false, isMade: true)

private let partnerQuestions: [Figure.Subject] = [
  ("partners_iscms", "Other ISCMs", "Autres ISCM", "25a"),
  ("partners_igos", "Intergovernmental organizations", "Organisations intergouvernementales", "25b"),
  ("partners_rec", "Regional economic organizations", "Organisations économiques régionales", "25d"),
].map { Figure.Subject(name: Question.Name($0.0), label: text($0.1, fr: $0.2), number: $0.3) }

private let partnersFigure = Figure(
  id: "figure-8-categories",
  title: text(
    "Partnerships for implementing the Global Compact, by category of partner",
    fr: "Partenariats pour la mise en œuvre du Pacte mondial, par catégorie de partenaire"),
  questions: partnerQuestions, statistic: .answered, base: .asked, n: 8,
  bases: Bases(registered: 30, returned: 11, distinct: 10, asked: 8, answered: 2, unknown: 6),
  rows: zip(partnerQuestions, [2, 1, 0]).map { question, answered in
    let parts = [answered, 0, 1, 7 - answered]
    return Row(
      code: question.name.text, label: question.label, count: answered, n: 8, share: Double(answered) / 8,
      who: Array(mechanisms[(8 - answered)...]),
      cells: parts.enumerated().map { index, count in
        Cell(
          count: count, share: Double(count) / 8, who: index == 0 ? Array(mechanisms[(8 - answered)...]) : [])
      } + [Cell(count: 2, share: nil)])
  },
  columns: [Column(code: "answered", label: text("Answered"), n: nil)]
    + [RowState.notApplicable, .blank, .unknown, .notAsked].map {
      Column(code: nil, label: text($0.rawValue), state: $0, n: nil)
    },
  sources: [review, interview], unit: "iscm")

private let unknownOnlyFigure = Figure(
  id: "question-13", title: text("The Global Compact as a standard agenda item"),
  questions: [Figure.Subject(name: "agenda", label: text("Is it a standard item?"), number: "13")],
  statistic: .count, base: .asked, n: 8,
  bases: Bases(registered: 30, returned: 11, distinct: 10, asked: 8, answered: 0, unknown: 8),
  rows: agendaChoices.map { counted($0.0, $0.1, 0, of: 8) } + [
    row(nil, text("Unknown"), state: .unknown, mechanisms, of: 8)
  ],
  sources: [review, interview], unit: "iscm")

private let webinarsFigure = Figure(
  id: "mechanisms-present", title: text("ISCMs present at the webinars", fr: "ISCM présents aux webinaires"),
  questions: [Figure.Subject(name: "iscms", label: text("Which ISCMs does the participant represent?"))],
  statistic: .distinct, base: .answered, n: 1204,
  bases: Bases(registered: nil, returned: 1250, distinct: 1250, asked: 1250, answered: 1204, unknown: 0),
  rows: [
    counted("bali", text("Bali Process on People Smuggling"), 1003, of: 1204),
    counted("colombo", text("Colombo Process"), 201, of: 1204), counted("igc", text("IGC"), 1, of: 1204),
    counted(nil, text("Left blank"), state: .blank, 46, of: 1204, isInBase: false),
  ], total: 3, sources: ["webinar-2020-attendance"], showsWho: false, chart: .ranking)

private let commonFigure = Figure(
  id: "figure-3-themes", title: text("Themes that all formal positions have in common"),
  questions: [Figure.Subject(name: "themes", label: text("Which themes?"), number: "9")],
  statistic: .all, base: .answered, n: 4,
  bases: Bases(registered: 30, returned: 11, distinct: 10, asked: 5, answered: 4, unknown: 1),
  rows: [
    row("theme_2", text("Irregular migration and regular pathways"), Array(mechanisms[..<4]), of: 4),
    counted(nil, text("Unknown"), state: .unknown, 1, of: 4, isInBase: false),
  ],
  sources: [review], filter: "${position} = 'yes'", unit: "iscm", notes: [.someUnknown(unknown: 1, asked: 5)])

private let nobodyFigure = Figure(
  id: "figure-3-objectives", title: text("Objectives that all formal positions have in common"),
  questions: [Figure.Subject(name: "objectives", label: text("Which objectives?"), number: "11")],
  statistic: .all, base: .answered, n: 0,
  bases: Bases(registered: 30, returned: 11, distinct: 10, asked: 5, answered: 0, unknown: 5),
  rows: [row(nil, text("Unknown"), state: .unknown, Array(mechanisms[..<5]), of: 0)],
  sources: [review], filter: "${position} = 'yes'", unit: "iscm",
  notes: [.nobodyAnswered(asked: 5, unknown: 5)])

private let anyPartnerFigure = Figure(
  id: "figure-8", title: text("ISCMs with partnerships for implementing the Global Compact"),
  questions: partnerQuestions, statistic: .any, base: .asked, n: 8,
  bases: Bases(registered: 30, returned: 11, distinct: 10, asked: 8, answered: nil, unknown: 3),
  rows: [
    counted("yes", text("Yes"), nil, of: 8), counted("no", text("No"), nil, of: 8),
    counted(nil, text("Unknown"), state: .unknown, 3, of: 8),
  ],
  sources: [review, interview], unit: "iscm", attribution: .suppressed, showsWho: false,
  notes: [.suppressed(threshold: 5)])

private let works: [(label: String, africa: Int, other: Int)] = [
  ("Border management", 240, 160),
  ("Labour migration and the recognition of skills, qualifications and competences", 150, 100),
  ("Return", 108, 72), ("Data", 72, 48), ("Trafficking in persons", 54, 36),
  ("Diasporas & remittances", 24, 16),
  ("Asylum", 9, 6), ("Other", 3, 2),
]

private func worksRow(
  _ code: String?, _ label: String, _ state: RowState?, _ africa: Int, _ other: Int, _ unknown: Int = 0
) -> Row {
  let parts: [(count: Int, n: Int)] = [(africa, 660), (other, 540), (unknown, 4)]
  let cells = parts.map { Cell(count: $0.count, share: Double($0.count) / Double($0.n)) }
  return counted(code, text(label), state: state, africa + other + unknown, of: 1204, cells: cells)
}

private let regionsFigure = Figure(
  id: "work-by-region", title: text("What participants work on, by region"),
  questions: [Figure.Subject(name: "work", label: text("What do you mainly work on?"), number: "2")],
  statistic: .count, base: .distinct, n: 1204,
  bases: Bases(registered: nil, returned: 1250, distinct: 1204, asked: 1190, answered: 1100, unknown: 3),
  rows: works.map { worksRow($0.label.lowercased(), $0.label, nil, $0.africa, $0.other) } + [
    worksRow(nil, "Left blank", .blank, 0, 83, 4), worksRow(nil, "Unknown", .unknown, 0, 3),
    worksRow(nil, "Not asked", .notAsked, 0, 14),
  ],
  by: Figure.Subject(name: "region", label: text("Where do you work?"), number: "1"),
  columns: [
    Column(code: "africa", label: text("Africa, with the Middle East and the States of the Gulf"), n: 660),
    Column(code: "other", label: text("Other regions"), n: 540),
    Column(code: nil, label: text("Unknown"), state: .unknown, n: 4),
  ], sources: ["webinar-2020-attendance"], showsWho: false, chart: .stacked)

private let themesFigure = Figure(
  id: "themes-matrix",
  title: text("Themes that the positions address", ar: "المواضيع التي تتناولها المواقف"),
  questions: [
    Figure.Subject(name: "themes", label: text("Which themes?", ar: "أي مواضيع؟"), number: "9")
  ],
  statistic: .countMultiple, base: .asked, n: 8,
  bases: Bases(registered: 30, returned: 11, distinct: 10, asked: 8, answered: 5, unknown: 2),
  rows: [
    row(
      "human_rights", text("Human rights of all migrants", ar: "حقوق الإنسان لجميع المهاجرين"),
      [mechanisms[0]],
      of: 8),
    row(
      "irregular",
      text("Irregular migration and regular pathways", ar: "الهجرة غير النظامية والمسارات النظامية"),
      [0, 1, 3, 5].map { mechanisms[$0] }, of: 8),
    row("smuggling", text("Smuggling"), [1, 2, 5].map { mechanisms[$0] }, of: 8),
    row(nil, text("Unknown"), state: .unknown, [4, 6].map { mechanisms[$0] }, of: 8),
    row(nil, text("Left blank"), state: .blank, [mechanisms[7]], of: 8),
  ],
  sources: [review], unit: "iscm", chart: .matrix, isMade: true)

private let workFigure = Figure(
  id: "work", title: text("What participants work on"),
  questions: [Figure.Subject(name: "work", label: text("What do you mainly work on?"), number: "2")],
  statistic: .count, base: .distinct, n: 1204,
  bases: Bases(registered: nil, returned: 1250, distinct: 1204, asked: 1190, answered: 1100, unknown: 3),
  rows: works.map { counted($0.label.lowercased(), text($0.label), $0.africa + $0.other, of: 1204) } + [
    counted(nil, text("Left blank"), state: .blank, 87, of: 1204),
    counted(nil, text("Unknown"), state: .unknown, 3, of: 1204),
  ],
  sources: ["webinar-2020-attendance"], showsWho: false, chart: .dots)

/// Made up, to show a second asking: there has been none.
private let wavesFigure: Figure = {
  let old = mechanisms[..<8].map { $0 }
  let rows: [(String, LocalizedText, [Participant]?, [Participant]?)] = [
    ("yes", yes, [0, 3, 5, 6, 7].map { old[$0] }, [0, 1, 3, 5, 6, 7].map { old[$0] }),
    ("no", no, [1, 2, 4].map { old[$0] }, []), ("in_process", inProcess, [], nil),
    ("withdrawn", text("Withdrawn", fr: "Retirée", ar: "سُحب", zh: "已撤回"), nil, [old[2]]),
  ]
  func part(_ who: [Participant]?, of n: Int) -> Cell {
    who.map { cell($0, of: n) } ?? Cell(count: nil, share: nil, isOffered: false)
  }
  let second = Figure.Subject(
    name: "stance",
    label: text("Has your ISCM adopted a position?", fr: "Votre ISCM a-t-il adopté une position ?"),
    number: "7")
  let bases = [
    reviewBases, Bases(registered: 34, returned: 9, distinct: 9, asked: 9, answered: 7, unknown: 0),
  ]
  return Figure(
    id: "waves",
    title: text("ISCMs with a formal position, by wave", fr: "ISCM ayant une position, par vague"),
    questions: [positionSubject], statistic: .count, base: .asked, n: 0,
    bases: Bases(registered: nil, returned: 0, distinct: 0, asked: 0, answered: nil, unknown: 0),
    rows: rows.map { code, label, first, second in
      Row(
        code: code, label: label, count: nil, n: 0, share: nil,
        cells: [part(first, of: 8), part(second, of: 9)])
    } + [
      Row(
        code: nil, label: text("Left blank"), state: .blank, count: nil, n: 0, share: nil,
        cells: [Cell(count: 0, share: 0), Cell(count: 2, share: 2 / 9.0, who: [old[4], old[2]])])
    ],
    columns: [
      Column(code: "2018", label: LocalizedText(unlocalized: "2018"), n: 8),
      Column(code: "follow-up", label: LocalizedText(unlocalized: "follow-up"), n: 9),
    ], sources: [review, interview, "follow-up"], unit: "iscm",
    notes: [.ofWave("follow-up", .choicesRenamed(["adopted → yes"])), .askedDifferently], isMade: true,
    waves: [
      Wave(name: "2018", questions: [positionSubject], n: 8, bases: bases[0], sources: [review, interview]),
      Wave(name: "follow-up", questions: [second], n: 9, bases: bases[1], sources: ["follow-up"]),
    ])
}()
