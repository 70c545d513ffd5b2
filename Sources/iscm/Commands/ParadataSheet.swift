internal import Messages
internal import ResponseFiles
internal import Survey
internal import TerminalForm

/// How long questions take, as a person reads it.
struct ParadataSheet {
  let words: FormText
  /// How wide a line may be.
  let columns: Int

  /// How one form was filled.
  ///
  /// - Parameters:
  ///   - paradata: Nothing where nothing is known of it.
  ///   - head: Which form it was, in lines.
  /// - Returns: Lines, each with its line feed.
  func text(of paradata: Paradata?, head: [String]) -> String {
    guard let paradata else { return lines(head + ["", words.say(.noTimes)]) }
    let totals = [
      labelled(.timeInForm, words.say.duration(paradata.seconds)),
      labelled(.sittings, words.say.number(paradata.sittings)),
    ]
    var rows = [row(.timedQuestion, .visits, .timeSpent, .changes)]
    let stays = paradata.stays
    for address in words.questionnaire.inFormOrder(stays.keys) {
      guard let stay = stays[address] else { continue }
      rows.append(row(of: stay, number: number(of: address)) + [label(of: address.question)])
    }
    let review = paradata.review
    if review.visits > 0 { rows.append(row(of: review, number: "") + [words.say(.reviewTitle)]) }
    return lines(head + totals + [""]) + (rows.count > 1 ? table(rows, wrappedTo: columns) : "")
  }

  /// How the forms of a questionnaire were filled.
  ///
  /// - Parameters:
  ///   - summary: What is known of them.
  ///   - total: How many responses there are, with times or without.
  /// - Returns: Lines, each with its line feed.
  func text(of summary: ParadataSummary, total: Int) -> String {
    let counts = words.say(
      .withTimes,
      ["count": words.say.number(summary.responses), "total": words.say.number(total)])
    let head = [words.text(words.questionnaire.title), counts]
    guard let median = summary.median else { return lines(head) }
    var rows = [row(.timedQuestion, .timedResponses, .medianTime, .changes)]
    for times in summary.questions {
      rows.append([
        words.numbering.label(of: times.question) ?? "", words.say.number(times.responses),
        words.say.duration(times.median), words.say.number(times.changes), label(of: times.question),
      ])
    }
    if let review = summary.review {
      rows.append([
        "", words.say.number(review.responses), words.say.duration(review.median), words.say.number(0),
        words.say(.reviewTitle),
      ])
    }
    let whole = labelled(.medianTimeInForm, words.say.duration(median))
    return lines(head + [whole, ""]) + (rows.count > 1 ? table(rows, wrappedTo: columns) : "")
  }

  private func row(_ headings: Phrase...) -> [String] { headings.map { words.say($0) } + [""] }

  private func row(of stay: Paradata.Stay, number: String) -> [String] {
    [
      number, words.say.number(stay.visits), words.say.duration(stay.seconds),
      words.say.number(stay.changes),
    ]
  }

  /// The number of a question that has one, with the numbers of its repeats.
  private func number(of address: Address) -> String {
    if words.numbering.label(of: address.question) != nil { return words.reference(to: address) }
    return address.repeats.isEmpty
      ? "" : "(\(address.repeats.map { String($0.number) }.joined(separator: ", ")))"
  }

  private func label(of name: Question.Name) -> String {
    words.questionnaire.question(name).map { words.label(of: $0) } ?? name.text
  }

  private func labelled(_ name: Phrase, _ value: String) -> String {
    words.say(.labelled, ["name": words.say(name), "value": value])
  }

  private func lines(_ lines: [String]) -> String {
    lines.flatMap { $0.wrapped(toColumns: max(20, columns)) }.map { $0 + "\n" }.joined()
  }
}
