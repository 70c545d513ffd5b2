public import Survey

extension FormSession {
  /// Enters all answers of a file, then looks whether the form can be submitted with them.
  ///
  /// Strict, because nobody is there to ask: a line that the form cannot take as it is refuses the file.
  /// The form is then of no use.
  ///
  /// - Parameter file: The answers.
  /// - Throws: All that is wrong with them.
  public mutating func enter(_ file: AnswersFile) throws(AnswersFileProblems) {
    let file = file.now(in: questionnaire)
    if let form = file.form, form.id != questionnaire.id.text {
      throw AnswersFileProblems([.otherForm(line: form.line, found: form.id, expected: questionnaire.id)])
    }
    var problems = file.problems + makeRepeats(for: file)
    let lines = Dictionary(
      file.lines.map { ($0.address, $0.number) }, uniquingKeysWith: { first, _ in first })
    for line in file.lines {
      do {
        try apply(event(for: line))
      } catch let refusal as FormRefusal {
        problems.append(.refused(line: line.number, refusal))
      } catch let problem as AnswerProblem {
        problems.append(.noAnswer(line: line.number, line.address, problem))
      } catch {
        preconditionFailure("A form refuses events and answers, and nothing else")
      }
    }
    // What a line left out would make of the whole says nothing.
    if problems.isEmpty { problems = problemsOfTheWhole(lines) }
    if !problems.isEmpty { throw AnswersFileProblems(problems.inOrderOfLines) }
  }

  private func event(for line: AnswersFile.Line) throws(AnswerProblem) -> FormEvent {
    switch line.state {
    case .notApplicable: return .notApplicable(line.address)
    case .unknown: return .unknown(line.address)
    case nil: break
    }
    // A name that the form does not have is for `apply` to refuse.
    guard let question = questionnaire.question(line.address.question) else { return .clear(line.address) }
    // Whether a choice is offered may hang on lines to come; the whole is looked at afterwards.
    let answer = try question.answer(from: line.value, in: questionnaire.choices(of: question))
    return answer.map { .answer(line.address, $0) } ?? .clear(line.address)
  }

  /// Gives each repeat group as many repeats as the file numbers.
  private mutating func makeRepeats(for file: AnswersFile) -> [AnswersFileProblem] {
    var counts: [RepeatPath: (line: Int, numbers: Set<Int>)] = [:]
    for line in file.lines {
      for (depth, step) in line.address.repeats.enumerated() {
        let path = RepeatPath(step.group, in: Array(line.address.repeats.prefix(depth)))
        counts[path, default: (line.number, [])].numbers.insert(step.number)
      }
    }
    var problems: [AnswersFileProblem] = []
    for (path, found) in counts.sorted(by: { $0.value.line < $1.value.line }) {
      let count = found.numbers.max() ?? 0
      // A repeat whose only line cannot be read is no gap.
      if file.problems.isEmpty, let gap = (1...max(1, count)).first(where: { !found.numbers.contains($0) }) {
        problems.append(.repeatMissing(line: found.line, path, number: gap))
        continue
      }
      do throws(FormRefusal) { try apply(.repeats(path, count)) } catch {
        if case .repeatsAreCounted = error { continue }
        problems.append(.refused(line: found.line, error))
      }
    }
    return problems
  }

  private func problemsOfTheWhole(_ lines: [Address: Int]) -> [AnswersFileProblem] {
    let review = review
    // A default, or an answer of the response that is corrected, may be hidden; the file did not give it.
    var problems: [AnswersFileProblem] = review.setAside.compactMap { item in
      lines[item.address].map { .notAsked(line: $0, item.address, because: item.because) }
    }
    for (address, issue) in review.blocking {
      let line = lines[address] ?? 0
      let question = questionnaire.question(address.question)
      switch issue {
      // A file types nothing that is no answer: such a line is refused.
      case .notTaken: continue
      case .missing: problems.append(.missing(address))
      case .choiceNotOffered(let choice):
        let (rule, references) = question?.filterRule ?? ("", [])
        problems.append(.notOffered(line: line, address, choice, filter: rule, because: references))
      case .notRanked(let count): problems.append(.notRanked(line: line, address, missing: count))
      case .brokenRule:
        let constraint = question?.constraint
        let language = questionnaire.defaultLanguage
        let message = constraint?.message.text(in: language, fallback: language).text ?? ""
        problems.append(.brokenRule(line: line, address, rule: constraint?.rule ?? "", message: message))
      }
    }
    return problems
  }
}
