internal import Chance

/// A form of any size as an XLSForm, for measures of speed and for tests of what is slow only when it is large.
///
/// Sections of 25 questions, some of them repeated, with conditions, rules, calculations and filters of the kinds
/// that forms have most often: what was chosen or counted some questions earlier decides what is asked. The same
/// seed gives the same form.
package struct LargeForm {
  /// How large a form is.
  package struct Size: Sendable {
    package var questions = 2_000
    package var expressions = 500
    /// A chain of calculations, each of which adds to the one before; 0 for none.
    package var chain = 40

    /// 2,000 questions with 500 expressions.
    package static let large = Size()
    /// What nobody should write, and somebody will.
    package static let extreme = Size(questions: 20_000, expressions: 5_000, chain: 2_000)
  }

  /// The form, as CSV in one file.
  package private(set) var text = "survey\n,type,name,label::English (en),label::French (fr),relevant,"
  private var random: SeededRandom
  private var left: (questions: Int, expressions: Int)
  private var count = 0
  /// What may be referred to from anywhere below.
  private var known = Known()

  private struct Known {
    var yesNo: [String] = []
    var multiple: [String] = []
    var numbers: [String] = []
    var states: [String] = []
    var totals: [String] = []
  }

  /// Makes a form.
  package init(_ size: Size = .large, seed: UInt64 = 2018) {
    random = SeededRandom(seed: seed)
    left = (size.questions, size.expressions)
    text += "constraint,calculation,choice_filter,required,repeat_count\n"
    var section = 0
    while left.questions > 0 {
      section += 1
      add(section)
    }
    for link in 1...max(1, size.chain) where size.chain > 0 {
      let before = link == 1 ? "number(${\(known.numbers.first ?? "")})" : "${chain_\(link - 1)}"
      row("calculate", "chain_\(link)", "", calculation: "\(before) + 1")
    }
    addLists()
  }

  // MARK: - Sections

  private mutating func add(_ section: Int) {
    let isRepeat = section.isMultiple(of: 10)
    let isCounted = section.isMultiple(of: 20)
    let counter = isCounted ? known.numbers.last.map { "${\($0)}" } : nil
    row(
      isRepeat ? "begin_repeat" : "begin_group", "section_\(section)", words(4),
      relevant: !isRepeat && section > 2 && chance(20) ? condition(in: known) : "", count: counter ?? "")
    var here = known
    for _ in 0..<min(25, left.questions) {
      left.questions -= 1
      ask(&here)
    }
    if isRepeat {
      // From outside, an answer in a repeat is one of several: only sums know what to do with them.
      let name = "total_\(section)"
      let summed = here.numbers.last { !known.numbers.contains($0) }
      row("end_repeat", "", "")
      if let summed {
        row("calculate", name, "", calculation: "sum(${\(summed)})")
        known.totals.append(name)
      }
    } else {
      row("end_group", "", "")
      known = here
    }
  }

  private mutating func ask(_ here: inout Known) {
    count += 1
    let name = "q\(count)"
    let hasExpression = Int.random(in: 0..<(left.questions + 1), using: &random) < left.expressions
    if hasExpression { left.expressions -= 1 }
    // Of five expressions two say when, one is a rule, one is worked out, and one filters or requires.
    let use = hasExpression && here.yesNo.count > 1 && here.numbers.count > 1 ? number(1...10) : 0
    let relevant = (1...5).contains(use) ? condition(in: here) : ""
    switch use {
    case 8, 9:
      row("calculate", name, "", calculation: calculation(in: here))
      if chance(50) { here.numbers.append(name) }
      return
    case 10 where !here.states.isEmpty:
      let state = here.states[number(max(0, here.states.count - 5)...(here.states.count - 1))]
      return row("select_one district", name, words(6), filter: "state = ${\(state)}")
    default: break
    }
    switch number(1...20) {
    case 1...6:
      row("select_one yes_no", name, words(9), relevant: relevant, required: use == 10 ? "yes" : "")
      here.yesNo.append(name)
    case 7:
      row("select_one state", name, words(6), relevant: relevant)
      here.states.append(name)
    case 8, 9:
      row("select_multiple theme", name, words(8), relevant: relevant)
      here.multiple.append(name)
    case 10...14:
      let rule = (6...7).contains(use) ? ". >= 0 and . <= \(number(50...5_000))" : ""
      row("integer", name, words(7), relevant: relevant, constraint: rule)
      here.numbers.append(name)
    case 15:
      row("date", name, words(5), relevant: relevant, constraint: (6...7).contains(use) ? ". <= today()" : "")
    case 16: row("note", name, words(20), relevant: relevant)
    default:
      let rule = (6...7).contains(use) ? "string-length(.) < 500 and regex(., '[^@]*')" : ""
      row(
        "text", name, words(10), relevant: relevant, constraint: rule,
        required: use == 10 ? "${\(here.yesNo[here.yesNo.count - 1])} = 'yes'" : "")
    }
  }

  // MARK: - Expressions

  private mutating func condition(in here: Known) -> String {
    let simple = comparison(in: here)
    switch number(1...10) {
    case 1: return "\(simple) and \(comparison(in: here))"
    case 2: return "\(simple) or \(comparison(in: here))"
    case 3: return "not(\(simple))"
    default: return simple
    }
  }

  private mutating func comparison(in here: Known) -> String {
    switch number(1...10) {
    case 1...3 where !here.multiple.isEmpty: "selected(${\(near(here.multiple))}, 'theme_\(number(1...12))')"
    case 4...5 where !here.numbers.isEmpty: "${\(near(here.numbers))} > \(number(1...100))"
    case 6 where !here.totals.isEmpty: "${\(near(here.totals))} > 10"
    case 7 where !here.yesNo.isEmpty: "${\(near(here.yesNo))} != ''"
    default: "${\(near(here.yesNo))} = 'yes'"
    }
  }

  private mutating func calculation(in here: Known) -> String {
    let (one, other) = (near(here.numbers), near(here.numbers))
    return switch number(1...5) {
    case 1: "${\(one)} + ${\(other)}"
    case 2: "if(${\(near(here.yesNo))} = 'yes', ${\(one)}, 0)"
    case 3: "round(${\(one)} div 12, 1)"
    case 4: "coalesce(${\(one)}, ${\(other)})"
    default: "concat(${\(one)}, ' of ', ${\(other)})"
    }
  }

  // MARK: - Rows

  private mutating func row(
    _ type: String, _ name: String, _ label: String, relevant: String = "", constraint: String = "",
    calculation: String = "", filter: String = "", required: String = "", count: String = ""
  ) {
    let french = label.isEmpty ? "" : "\(label) (fr)"
    let cells = [
      type, name, label, french, relevant, constraint, calculation, filter, required, count,
    ]
    text += cells.map { "," + ($0.contains(",") ? "\"\($0)\"" : $0) }.joined() + "\n"
  }

  private mutating func addLists() {
    text += "choices\n,list_name,name,label::English (en),label::French (fr),state\n"
    for name in ["yes", "no"] { text += ",yes_no,\(name),\(name),\(name)\n" }
    for index in 1...12 { text += ",theme,theme_\(index),Theme \(index),Thème \(index)\n" }
    for index in 1...10 { text += ",state,state_\(index),State \(index),État \(index)\n" }
    for index in 1...200 {
      text += ",district,district_\(index),District \(index),District \(index),state_\(index % 10 + 1)\n"
    }
    text += "settings\n,form_id,form_title,default_language\n,large,A large form,English (en)\n"
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// One of the last few, as most conditions look at what was asked just before; at times any.
  private mutating func near(_ names: [String]) -> String {
    names[number(chance(80) ? max(0, names.count - 8)...(names.count - 1) : 0...(names.count - 1))]
  }

  private mutating func words(_ count: Int) -> String {
    let words = "how many States of the region have a policy on labour migration and its governance".split(
      separator: " ")
    return (0..<count).map { _ in words[number(0...words.count - 1)] }.joined(separator: " ")
  }
}
