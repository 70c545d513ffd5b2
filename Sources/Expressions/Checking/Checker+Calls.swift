extension Checker {
  mutating func check(_ call: FunctionCall, at range: Range<Int>, in place: Place) {
    let known = problems.count
    for argument in call.arguments { check(argument, in: place) }
    guard let function = call.function else {
      if let unsupported = UnsupportedFunction(call.name) {
        let (vendor, remedy) = (unsupported.vendor, unsupported.remedy)
        report(.unsupportedFunction(call.name, of: vendor, remedy: remedy), at: range)
      } else {
        let known = Function.all.map(\.name)
        report(.unknownFunction(call.name, nearest: nearest(to: call.name, among: known)), at: range)
      }
      return
    }
    guard function.accepts(call.arguments.count) else {
      report(
        .wrongArguments(
          function: function.name, parameters: function.parameters, expected: function.argumentCount,
          found: call.arguments.count), at: range)
      return
    }
    for (index, argument) in call.arguments.enumerated() {
      if function.needsNodes(index) {
        if case .path = argument.kind { continue }
        report(.notNodes(function: function.name, argument: index + 1), at: argument.range)
      } else if !function.takesNodes(index, of: call.arguments.count) {
        checkOneValue(argument, in: place)
      }
    }
    checkLiterals(of: call, in: place)
    if call.name == "if", let holds = call.arguments[0].constantTruth {
      report(.constantCondition(holds), at: call.arguments[0].range)
    }
    if call.name == "indexed-repeat" { checkRepeats(of: call) }
    // Where a part of it is told of already, that is why.
    if problems.count == known, let error = Syntax(.call(call), range).constantError {
      report(.neverEvaluated(error), at: range)
    }
  }

  /// The repeats of `indexed-repeat`, which must be around the question.
  private mutating func checkRepeats(of call: FunctionCall) {
    guard let name = call.arguments[0].lastName, let question = scope.entries[name] else { return }
    for argument in stride(from: 1, to: call.arguments.count, by: 2).map({ call.arguments[$0] }) {
      guard let group = argument.lastName, let entry = scope.entries[group],
        entry.kind != .repeatGroup || !question.repeats.contains(group) && name != group
      else { continue }
      report(.notInRepeat(question: name, group: group), at: argument.range)
    }
  }

  /// What is written in the arguments themselves: choices, patterns, formats, names.
  private mutating func checkLiterals(of call: FunctionCall, in place: Place) {
    if Self.dateFunctions.contains(call.name), let text = call.literal(0), !text.isEmpty,
      DateTime(text, offset: 0) == nil
    {
      report(.notADate(text), at: call.arguments[0].range)
    }
    if call.name == "property", let name = call.literal(0) {
      let isKnown = Self.properties.contains(name)
      report(
        isKnown
          ? .alwaysEmpty(name) : .unknownProperty(name, nearest: nearest(to: name, among: Self.properties)),
        at: call.arguments[0].range)
    }
    guard call.arguments.count > 1 else { return }
    let second = call.arguments[1]
    switch (call.name, second.kind) {
    case ("selected", .text(let choice)), ("is-selected", .text(let choice)):
      checkChoices(choice, of: question(call.arguments[0], in: place), at: second.range)
      checkWords(choice, of: column(call.arguments[0], in: place), at: second.range)
    case ("selected", .number), ("is-selected", .number):
      report(.unquotedChoice(second.description, function: call.name), at: second.range)
    case ("regex", _):
      guard call.pattern == nil, let pattern = second.constantText, Pattern(pattern) == nil else { return }
      report(.badPattern(pattern), at: second.range)
    case ("format-date", _), ("format-date-time", _):
      guard let format = second.constantText, let escape = DateTime.unknownEscape(in: format) else { return }
      report(.badDateFormat(escape: escape), at: second.range)
    case ("jr:choice-name", .path), ("jr:choice-name", .number):
      report(.unquotedQuestion(call.arguments[0].lastName ?? second.lastName), at: second.range)
    case ("jr:choice-name", .text):
      guard let name = call.quotedQuestion, !scope.knows(name) else { return }
      report(.unknownName(name, nearest: nearest(to: name, among: scope.names)), at: second.range)
    default: break
    }
  }

  /// What ODK's programs tell of a telephone and of who holds it.
  private static let properties = [
    "deviceid", "subscriberid", "simserial", "phonenumber", "username", "email",
    "uri:deviceid", "uri:subscriberid", "uri:simserial", "uri:phonenumber", "uri:username", "uri:email",
  ]

  private static let dateFunctions: Set = [
    "date", "date-time", "decimal-date-time", "decimal-time", "format-date", "format-date-time",
  ]

  /// A question of a repeat, asked from outside where one value is needed.
  mutating func checkOneValue(_ syntax: Syntax, in place: Place) {
    guard case .path(let path) = syntax.kind, case .reference(let name) = path.root, path.predicates.isEmpty,
      path.steps.isEmpty, let entry = scope.entries[name]
    else { return }
    var around = (scope.current?.repeats ?? []) + (scope.current.map { [$0.name] } ?? [])
    let inside = entry.kind == .repeatGroup ? entry.repeats + [name] : entry.repeats
    // What shares no repeat with the question is looked up from what a predicate filters.
    if case .group(let filtered) = place, entry.kind != .repeatGroup, !inside.contains(where: around.contains)
    {
      around = filtered
    }
    guard let outer = inside.first(where: { !around.contains($0) }) else { return }
    report(.severalValues(name, inRepeat: outer), at: syntax.range)
  }

  /// A comparison of a select with a text, in either order.
  mutating func check(_ left: Syntax, _ sign: Operator, _ right: Syntax, in place: Place) {
    switch sign {
    case .union: report(.unsupportedUnion, at: left.range)
    case .equal, .notEqual:
      checkChoice(right, of: question(left, in: place))
      checkChoice(left, of: question(right, in: place))
      checkValue(right, of: column(left, in: place))
      checkValue(left, of: column(right, in: place))
      checkNumber(right, against: question(left, in: place))
      checkNumber(left, against: question(right, in: place))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      checkDate(right, against: question(left, in: place))
      checkDate(left, against: question(right, in: place))
      checkNumber(right, against: question(left, in: place))
      checkNumber(left, against: question(right, in: place))
    default: break
    }
  }

  private mutating func checkNumber(_ syntax: Syntax, against question: FormScope.Entry?) {
    guard case .text(let text) = syntax.kind, let question, question.kind == .number, !text.isEmpty,
      Double(xpath: text).isNaN
    else { return }
    report(.numberAgainstText(text, question: question.name), at: syntax.range)
  }

  private mutating func checkChoice(_ syntax: Syntax, of question: FormScope.Entry?) {
    switch syntax.kind {
    case .text(let text): checkChoices(text, of: question, at: syntax.range)
    case .number(let number):
      guard let question, let choices = question.choices,
        !choices.contains(where: { Double(xpath: $0) == number })
      else { return }
      report(
        .unknownChoice(number.javaText, question: question.name, nearest: nil, choices: choices),
        at: syntax.range)
    default: break
    }
  }

  private mutating func checkChoices(_ text: String, of question: FormScope.Entry?, at range: Range<Int>) {
    guard let question, let choices = question.choices else { return }
    for name in text.names.map(String.init) where !choices.contains(name) {
      let nearest = nearest(to: name, among: choices)
      report(.unknownChoice(name, question: question.name, nearest: nearest, choices: choices), at: range)
    }
  }

  private mutating func checkValue(_ syntax: Syntax, of column: String?) {
    guard case .text(let text) = syntax.kind, !text.isEmpty, let column, let values = scope.values[column],
      !values.contains(text)
    else { return }
    let nearest = nearest(to: text, among: values)
    report(.unknownValue(text, column: column, nearest: nearest, values: values), at: syntax.range)
  }

  /// What `selected()` looks for among the words of a column.
  private mutating func checkWords(_ text: String, of column: String?, at range: Range<Int>) {
    guard let column, let values = scope.values[column] else { return }
    var words: [String] = []
    for word in values.flatMap({ $0.names.map(String.init) }) where !words.contains(word) {
      words.append(word)
    }
    for word in text.names.map(String.init) where !words.contains(word) {
      let nearest = nearest(to: word, among: words)
      report(.unknownValue(word, column: column, nearest: nearest, values: words), at: range)
    }
  }

  private mutating func checkDate(_ syntax: Syntax, against question: FormScope.Entry?) {
    guard case .text(let text) = syntax.kind, let kind = question?.kind, kind == .date || kind == .dateTime
    else { return }
    report(.dateAgainstText(text), at: syntax.range)
  }
}

extension FormScope.Entry {
  /// The choices of a select; nothing for other questions, and where they are not known.
  var choices: [String]? {
    switch kind {
    case .selectOne(let choices), .selectMultiple(let choices): choices
    default: nil
    }
  }
}

extension Function {
  /// How many arguments it takes, in words: `2 or 3 arguments`.
  var argumentCount: String {
    switch maximum {
    case nil where repeated > 1: "\(minimum) arguments and any number of pairs"
    case nil: minimum == 1 ? "1 argument or more" : "\(minimum) arguments or more"
    case 0: "no arguments"
    case minimum: minimum == 1 ? "1 argument" : "\(minimum) arguments"
    case let maximum?: "\(minimum) or \(maximum) arguments"
    }
  }
}
