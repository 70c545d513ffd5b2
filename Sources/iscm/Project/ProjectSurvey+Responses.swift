internal import Messages
internal import ResponseFiles
internal import Survey
internal import TerminalForm

extension ProjectSurvey {
  /// The one response that a receipt or an id names.
  ///
  /// - Throws: `Failure` where none or several are named so, or the file cannot be read.
  func response(called typed: String) throws(Failure) -> Response {
    let found: [StoredResponse]
    do { found = try answers.responses(called: typed) } catch { throw Failure(.unusableInput, "\(error)") }
    if found.count > 1 {
      throw Failure(
        .unusableInput,
        ["'\(typed)' names several responses; name one by its id:"] + found.map { "  \($0.response.id)" })
    }
    guard let response = found.first?.response else {
      throw Failure(
        .unusableInput,
        "'\(typed)': no response of '\(name)' has this receipt or id; \(command("show", "")) lists them")
    }
    return response
  }

  /// The unfinished form that a receipt or an id names; nothing where its response is stored, or there is none.
  ///
  /// - Throws: `Failure` where the files cannot be read.
  func draft(called typed: String) throws(Failure) -> Draft? {
    do {
      if try !answers.responses(called: typed).isEmpty { return nil }
      let receipt = Receipt(typed)
      return try answers.drafts.list().drafts.first { draft in
        let id = draft.opening.instanceID
        return id.text == typed || receipt.map { Receipt(for: id) == $0 } == true
      }
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }

  /// The response that a receipt names, if it is the latest of its history.
  func response(toCorrect typed: String) throws(Failure) -> Response {
    let response = try response(called: typed)
    let history: [StoredResponse]
    do { history = try answers.history(of: response.id) } catch { throw Failure(.unusableInput, "\(error)") }
    if let newer = history.first(where: { $0.response.supersedes == response.id })?.response {
      throw Failure(
        .unusableInput,
        "'\(typed)' has been corrected already; correct the newer one: \(command("fill", "--revise \(Receipt(for: newer.id))"))"
      )
    }
    return response
  }

  /// The question that says who answers: the first that chooses from a register.
  var unitQuestion: Question? {
    questionnaire.placed.first { placed in
      guard placed.repeats.isEmpty, case .selectOne(let list) = placed.question.kind else { return false }
      return list.text.hasSuffix(".csv")
    }?.question
  }

  /// What to tell somebody who answers for a mechanism that has answered already; nothing where it has not.
  func remark(onAnswering session: FormSession, words: FormText) throws(Failure) -> String? {
    guard session.supersedes == nil, let unit = unitQuestion?.name,
      let mechanism = session.entries[Address(unit)]?.answer, mechanism != .one("other")
    else { return nil }
    var latest: Response?
    do {
      _ = try answers.read { stored in
        // The same response sent again corrects nothing.
        if stored.response[unit] == .answered(mechanism), stored.response.id != session.id {
          latest = stored.response
        }
      }
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
    guard let latest, let who = words.respondent(of: session) else { return nil }
    let receipt = Receipt(for: latest.id)
    let told =
      if let time = latest.submittedAt {
        words.say(
          .alreadyAnswered,
          ["who": who, "time": words.say.moment(time), "receipt": receipt.description])
      } else {
        words.say(.alreadyAnsweredUndated, ["who": who, "receipt": receipt.description])
      }
    let correct = words.say(.toCorrect, ["command": command("fill", "--revise \(receipt)")])
    return "\(told)\n\(correct)"
  }
}
