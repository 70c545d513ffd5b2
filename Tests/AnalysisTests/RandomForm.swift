import Analysis
import CSV
import Calendar
import Chance
import ResponseFiles
import Survey

/// A form with every kind of question that is counted, a random plan for it, and random responses to it.
struct RandomForm {
  let form: Questionnaire
  let plan: FigurePlan
  private(set) var lines: [Line] = []
  let asked: AskedVersions

  private static let selects = ["one", "two", "many", "wide"]
  private static let others = ["note", "age", "day"]

  /// - Parameters:
  ///   - rows: How many responses there are at most.
  ///   - units: Whether some figures count mechanisms, each once.
  ///   - random: Where chance comes from.
  /// - Throws: What is wrong with a question.
  init(rows: Int, units: Bool = false, _ random: inout SeededRandom) throws {
    let lists = [
      list("xyz", ["x", "y", "z"]), list("pq", ["p", "q"]),
      list("few", ["a", "b", "c", "d", "e", "f", "g", "h", "i"]),
      list("wide", (0..<70).map { "w\($0)" }), list("units", ["u1", "u2", "u3", "other"]),
    ]
    let questions = [
      try question("unit", .selectOne("units")), try question("unit_other", .text),
      try question("one", .selectOne("xyz")), try question("two", .selectOne("pq")),
      try question("many", .selectMultiple("few")), try question("wide", .selectMultiple("wide")),
      try question("note", .text), try question("age", .integer), try question("day", .date),
    ]
    form = Self.form(questions, lists)
    asked = AskedVersions(
      """
      form_version,question,repeat,type,choices
      1,one,,select_one,x y z
      0,one,,select_one,x y
      0,many,,select_multiple,a b c
      0.5,many,,select_multiple,a b
      0.5,two,,select_one,p q

      """, of: form)
    plan = try Self.plan(of: form, units: units, &random)
    lines = Self.lines(Int.random(in: 0...rows, using: &random), &random)
  }

  /// Makes the file longer by lines like those that are there, or by empty ones where there are none.
  mutating func repeatLines(upTo count: Int, _ random: inout SeededRandom) {
    let few = lines
    while lines.count < count {
      var line = few.randomElement(using: &random) ?? Line("", [:])
      line.id = "s\(lines.count)"
      line.supersedes = Int.random(in: 0..<50, using: &random) == 0 ? "s\(lines.count - 3)" : ""
      lines.append(line)
    }
  }

  /// A response file with some of the lines.
  func file(_ lines: [Line], name: String = "all.csv") throws -> ResponseFile {
    var file = try responses(form, lines, name: name)
    file.asked = asked
    return file
  }

  private static func form(_ questions: [Question], _ lists: [ChoiceList]) -> Questionnaire {
    Questionnaire(
      id: "home", version: "1", title: LocalizedText(unlocalized: "Home"), languages: [.unnamed],
      defaultLanguage: .unnamed, items: questions.map { .question($0) }, lists: lists)
  }

  // MARK: - The plan

  private static func plan(
    of form: Questionnaire, units: Bool, _ random: inout SeededRandom
  ) throws -> FigurePlan {
    var text = "figure,unit,question,statistic,base,filter,by,who,attribution\n"
    for number in 0..<12 {
      let statistic =
        ["count", "count_multiple", "all", "any", "answered", "distinct"].randomElement(using: &random) ?? ""
      let question =
        switch statistic {
        case "any", "answered":
          (selects + others).shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
            .joined(separator: " ")
        case "count": ["one", "two"].randomElement(using: &random) ?? ""
        default: ["many", "wide"].randomElement(using: &random) ?? ""
        }
      let takesBy = ["count", "count_multiple", "any"].contains(statistic)
      let by =
        takesBy && Bool.random(using: &random)
        ? selects.filter { !question.split(separator: " ").contains($0[...]) }.randomElement(using: &random)
          ?? "" : ""
      let bases =
        ["any", "answered"].contains(statistic) ? ["distinct", "asked"] : ["distinct", "asked", "answered"]
      let base = bases.randomElement(using: &random) ?? ""
      let isUnit = units && Bool.random(using: &random)
      let who = isUnit && Bool.random(using: &random) ? "yes" : ""
      let attribution = ["", "", "anonymous", "suppressed"].randomElement(using: &random) ?? ""
      text +=
        "f\(number),\(isUnit ? "unit" : ""),\(question),\(statistic),\(base),"
        + "\"\(filters.randomElement(using: &random) ?? "")\",\(by),\(who),\(attribution)\n"
    }
    return FigurePlan(CSVReader(text), file: "figures.csv", home: form) { _ in nil }
  }

  private static let filters = [
    "", "", "", "${one} = 'x'", "${one} != 'y' and selected(${many}, 'b')", "selected(${wide}, 'w65')",
    "${note} != ''", "${age} > 3", "${two} = 'p' or ${one} = 'z'", "regex(${note}, ${day})",
    "1 = 1", "count-selected(${many}) > 1", "${day} > date('2018-06-01')",
  ]

  // MARK: - The responses

  private static func lines(_ count: Int, _ random: inout SeededRandom) -> [Line] {
    var lines: [Line] = []
    for number in 0..<count {
      var line = Line("r\(number)", [:])
      line.answers["unit"] = ["u1", "u2", "u3", "u9", "other", ""].randomElement(using: &random)
      line.answers["unit_other"] = ["", "Their own", "Another"].randomElement(using: &random)
      for name in selects + others {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: line.notApplicable += " " + name
        case 1: line.unknown += " " + name
        case 2: line.notAsked += " " + name
        case 3: break
        default: line.answers[name] = answer(name, &random)
        }
      }
      line.version = ["1", "1", "1", "0", "0.5", "elsewhere"].randomElement(using: &random) ?? "1"
      if Bool.random(using: &random) {
        line.submittedAt = "2018-11-0\(Int.random(in: 1...4, using: &random))T00:00:00Z"
      }
      if Int.random(in: 0..<6, using: &random) == 0 {
        line.supersedes =
          Int.random(in: 0..<4, using: &random) == 0
          ? "r\(number + 3)" : lines.randomElement(using: &random)?.id ?? ""
      }
      lines.append(line)
    }
    return lines
  }

  private static func answer(_ name: String, _ random: inout SeededRandom) -> String {
    func some(_ names: [String], _ random: inout SeededRandom) -> String {
      names.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)).joined(separator: " ")
    }
    let odd = Int.random(in: 0..<15, using: &random) == 0
    switch name {
    case "one":
      return odd
        ? "odd \(Int.random(in: 0..<3, using: &random))"
        : some(["x", "y", "z"], &random).first.map(String.init) ?? ""
    case "two": return odd ? "r" : Bool.random(using: &random) ? "p" : "q"
    case "many":
      return some(["a", "b", "c", "d", "e", "f", "g", "h", "i"], &random) + (odd ? " odd odd2" : "")
    case "wide": return some((0..<70).map { "w\($0)" }, &random) + (odd ? " odd" : "")
    case "age": return odd ? "old" : "\(Int.random(in: 0..<9, using: &random))"
    case "day": return odd ? "soon" : "2018-0\(Int.random(in: 1...9, using: &random))-01"
    default: return "words \(Int.random(in: 0..<6, using: &random))\t100% \"quoted\"\nmore"
    }
  }
}
