internal import Calendar
internal import Expressions

extension Question {
  /// Reads an entry as an answer to this question: the one way in that all doors share.
  ///
  /// - Parameters:
  ///   - entry: The text of a cell: a date as `2018-11-09` (a month as `2018-11`, a year as `2018`, where no more is
  ///     asked), choices by their names, several separated by
  ///     spaces. White space around anything but a text is dropped; a text is taken as it is. White space
  ///     alone is blank.
  ///   - list: The list that the question chooses from, where it is a select.
  /// - Returns: The answer, or nothing where the entry is blank.
  /// - Throws: Why the entry is no answer to this question.
  public func answer(from entry: String, in list: ChoiceList? = nil) throws(AnswerProblem) -> Answer? {
    if entry.utf8.contains(0) { throw .notText }
    if kind == .hidden || kind == .calculate { return entry.isEmpty ? nil : .text(entry) }
    if entry.isBlank { return nil }
    if kind == .text { return .text(entry) }
    let entry = entry.trimmed
    switch kind {
    case .integer:
      guard let number = Int(entry) else {
        throw entry.wholeMatch(of: /[+-]?[0-9]+/) != nil
          ? .tooLarge(found: entry) : .notAWholeNumber(found: entry)
      }
      try checkScale(entry)
      return .integer(number)
    case .decimal:
      guard let number = DecimalNumber(entry) else { throw .notANumber(found: entry) }
      try checkScale(entry)
      return .decimal(number)
    case .date:
      guard let date = CalendarDate(entry) ?? dateDetail.firstDay(of: entry) else {
        throw dateDetail.fault(found: entry)
      }
      return .date(date)
    case .time:
      guard let time = TimeOfDay(stored: entry) else { throw .notATime(found: entry) }
      return .time(time)
    case .dateTime:
      guard let time = ZonedTime(entry) else { throw .notADateTime(found: entry) }
      return .dateTime(time)
    case .selectOne(let name):
      return .one(try choice(entry, in: list, named: name))
    case .selectMultiple(let name):
      return .several(try choices(entry, in: list, named: name))
    case .rank(let name):
      return .ranked(try ranking(entry, in: list, named: name))
    case .acknowledge:
      guard entry == "OK" else { throw .notATick(found: entry) }
      return .acknowledged
    case .metadata, .text, .hidden, .calculate: return .text(entry)
    case .note: throw .notAsked
    }
  }

  private func choice(
    _ entry: String, in list: ChoiceList?, named name: ChoiceList.Name
  ) throws(AnswerProblem) -> Choice.Name {
    let choice = Choice.Name(entry)
    // What others answered is a choice; whether it still is one, the form as it stands says.
    if name.question != nil { return choice }
    if list?[choice] != nil { return choice }
    let suggestion = nearest(to: entry, among: list?.choices.map(\.name.text) ?? [])
    throw .noSuchChoice(found: entry, suggestion: suggestion, list: name)
  }

  private func checkScale(_ entry: String) throws(AnswerProblem) {
    guard let scale, let number = DecimalNumber(entry), !scale.contains(number) else { return }
    throw .notOnScale(found: entry, scale)
  }

  private func ranking(
    _ entry: String, in list: ChoiceList?, named name: ChoiceList.Name
  ) throws(AnswerProblem) -> [Choice.Name] {
    var ranking: [Choice.Name] = []
    for word in entry.split(whereSeparator: \.isWhitespace) {
      let choice = try choice(String(word), in: list, named: name)
      if ranking.contains(choice) { throw .rankedTwice(found: choice.text) }
      ranking.append(choice)
    }
    return ranking
  }

  private func choices(
    _ entry: String, in list: ChoiceList?, named name: ChoiceList.Name
  ) throws(AnswerProblem) -> [Choice.Name] {
    if name.question != nil {
      var seen: Set<Choice.Name> = []
      return entry.split(whereSeparator: \.isWhitespace).map { Choice.Name(String($0)) }
        .filter { seen.insert($0).inserted }
    }
    var places: Set<Int> = []
    for word in entry.split(whereSeparator: \.isWhitespace) {
      let choice = try choice(String(word), in: list, named: name)
      if let place = list?.place(of: choice) { places.insert(place) }
    }
    return places.sorted().compactMap { list?.choices[$0].name }
  }
}

extension TimeOfDay {
  /// Reads `16:30`, `16:30:07`, or a time as ODK stores it, `16:30:07.000+03:00`: the clock's time counts.
  fileprivate init?(stored text: String) {
    let isZoned = text.contains { "Zz+-".contains($0) }
    guard Instant("1970-01-01T" + text + (isZoned ? "" : "Z")) != nil else { return nil }
    self.init(String(text.prefix { !".Zz+-".contains($0) }))
  }
}
