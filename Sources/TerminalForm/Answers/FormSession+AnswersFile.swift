public import Survey

extension FormSession {
  /// Enters all answers of a file, then looks whether the form can be submitted with them.
  ///
  /// Strict, because nobody is there to ask: a line that the form cannot take as it is refuses the file.
  /// The form is then of no use.
  ///
  /// - Parameter file: The answers.
  /// - Throws: All that is wrong with them; but not what may be so only because a line was refused.
  public mutating func enter(_ file: AnswersFile) throws(AnswersFileProblems) {
    let file = file.now(in: questionnaire)
    if let form = file.form, form.id != questionnaire.id.text {
      throw AnswersFileProblems([.otherForm(line: form.line, found: form.id, expected: questionnaire.id)])
    }
    var refused = RefusedLines()
    for line in file.unread { refused.add(line, to: self) }
    var problems = file.problems + makeRepeats(for: file, refused: &refused)
    var taken: [Address: Int] = [:]
    var readOnly: [AnswersFile.Line] = []
    for line in file.lines {
      do {
        try apply(event(for: line))
        taken[line.address] = line.number
      } catch FormRefusal.readOnly {
        readOnly.append(line)
      } catch let refusal as FormRefusal {
        problems.append(.refused(line: line.number, refusal))
        refused.add(line.number, line.address, because: refusal, in: questionnaire)
      } catch let problem as AnswerProblem {
        problems.append(.noAnswer(line: line.number, line.address, problem))
        refused.add(line.address)
      } catch {
        preconditionFailure("A form refuses events and answers, and nothing else")
      }
    }
    problems += problemsOfTheWhole(taken, readOnly: readOnly, beside: refused)
    if !problems.isEmpty { throw AnswersFileProblems(problems.inOrderOfLines) }
  }

  private func event(for line: AnswersFile.Line) throws(AnswerProblem) -> FormEvent {
    switch line.state {
    case .notApplicable: return .notApplicable(line.address)
    case .unknown: return .unknown(line.address)
    case nil: break
    }
    // A name that the form does not have is for `apply` to refuse.
    guard let question = questionnaire.question(line.address.question) else {
      return repeats(of: line) ?? .clear(line.address)
    }
    // Whether a choice is offered may hang on lines to come; the whole is looked at afterwards.
    let answer = try question.answer(from: line.value, in: questionnaire.choices(of: question))
    return answer.map { .answer(line.address, $0) } ?? .clear(line.address)
  }

  /// What a line says that names a repeat group: how many repeats there are, `event,0` that there are none.
  private func repeats(of line: AnswersFile.Line) -> FormEvent? {
    let name = questionnaire.history.now(Group.Name(line.address.question.text))
    guard questionnaire.group(name)?.isRepeat == true, let count = Int(line.value),
      questionnaire.repeatsAround(name) == line.address.repeats.map(\.group)
    else { return nil }
    return .repeats(RepeatPath(name, in: line.address.repeats), count)
  }

  /// Gives each repeat group as many repeats as the file numbers; those of a response that is corrected stay.
  private mutating func makeRepeats(
    for file: AnswersFile, refused: inout RefusedLines
  ) -> [AnswersFileProblem] {
    var counts: [RepeatPath: (line: Int, numbers: Set<Int>)] = [:]
    // A repeat whose only line cannot be read is there all the same.
    let unread = file.unread.compactMap { line in line.address.map { (line.number, $0) } }
    for (line, address) in file.lines.map({ ($0.number, $0.address) }) + unread {
      for (depth, step) in address.repeats.enumerated() {
        let path = RepeatPath(step.group, in: Array(address.repeats.prefix(depth)))
        counts[path, default: (line, [])].numbers.insert(step.number)
      }
    }
    var problems: [AnswersFileProblem] = []
    for (path, found) in counts.sorted(by: { $0.value.line < $1.value.line }) {
      let there = repeatCounts[path] ?? 0
      let count = max(there, found.numbers.max() ?? 0)
      // A line of which nobody can tell what it names may be of the repeat that is missing. One that an answer counts is
      // there, whether anything is said of it or not.
      if !isCounted(path), !refused.hasUnplaced,
        let gap = (1...max(1, count)).first(where: { $0 > there && !found.numbers.contains($0) })
      {
        problems.append(.repeatMissing(line: found.line, path, number: gap))
        refused.add(repeats: path)
        continue
      }
      do throws(FormRefusal) { try apply(.repeats(path, count)) } catch {
        if case .repeatsAreCounted = error { continue }
        problems.append(.refused(line: found.line, error))
        refused.add(repeats: path)
      }
    }
    return problems
  }

  private func isCounted(_ path: RepeatPath) -> Bool {
    if case .counted? = questionnaire.group(path.group)?.repetition { return true }
    return false
  }

  /// What is wrong with the answers together, as far as it does not hang on a line that was refused.
  ///
  /// - Parameters:
  ///   - taken: The lines that were taken, by what they answer.
  ///   - readOnly: Lines that another answer kept from being taken.
  ///   - refused: The lines that were refused.
  /// - Returns: The problems, in any order.
  private func problemsOfTheWhole(
    _ taken: [Address: Int], readOnly: [AnswersFile.Line], beside refused: RefusedLines
  ) -> [AnswersFileProblem] {
    let notTaken = Set(readOnly.map(\.address))
    let (uncertain, unplaced) = refused.uncertainEntries(beside: notTaken.union(taken.keys))
    var certainty = uncertain.isEmpty ? nil : Certainty(of: self, but: uncertain)
    var problems: [AnswersFileProblem] = readOnly.compactMap { line in
      certainty?.isLeftAlone(line.address.question) == false
        ? nil : .refused(line: line.number, .readOnly(line.address))
    }
    let review = review
    // A default, or an answer of the response that is corrected, may be hidden; the file did not give it.
    for item in review.setAside {
      guard let line = taken[item.address], certainty?.isSetAside(item.address) != false else { continue }
      problems.append(.notAsked(line: line, item.address, because: item.because))
    }
    for (address, issue) in review.blocking {
      if issue == .missing, uncertain.isNamed(address) || notTaken.contains(address) { continue }
      guard certainty?.isCertain(issue, at: address) != false else { continue }
      if let problem = problem(issue, at: address, line: taken[address] ?? 0, unplaced: unplaced) {
        problems.append(problem)
      }
    }
    return problems
  }

  private func problem(
    _ issue: Review.Issue, at address: Address, line: Int, unplaced: [Int]
  ) -> AnswersFileProblem? {
    let question = questionnaire.question(address.question)
    switch issue {
    // A file types nothing that is no answer: such a line is refused.
    case .notTaken: return nil
    case .missing: return .missing(address, unless: unplaced)
    case .choiceNotOffered(let choice):
      let (rule, references) = question?.filterRule ?? ("", [])
      return .notOffered(line: line, address, choice, filter: rule, because: references)
    case .notRanked(let count): return .notRanked(line: line, address, missing: count)
    case .brokenRule:
      let constraint = question?.constraint
      let language = questionnaire.defaultLanguage
      let message = constraint?.message.text(in: language, fallback: language).text ?? ""
      return .brokenRule(line: line, address, rule: constraint?.rule ?? "", message: message)
    }
  }
}
