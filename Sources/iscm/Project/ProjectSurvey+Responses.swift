internal import Calendar
internal import Messages
internal import ResponseFiles
internal import Survey
internal import TerminalForm

extension ProjectSurvey {
  /// The one response that a receipt or an id names.
  ///
  /// - Parameters:
  ///   - typed: The receipt or the id.
  ///   - mechanism: Whose response it must be: those of others are as if they were not there.
  /// - Returns: The response.
  /// - Throws: `Failure` where none or several are named so, or the file cannot be read.
  func response(called typed: String, of mechanism: Mechanism? = nil) throws(Failure) -> Response {
    var found: [StoredResponse]
    do throws(ResponseFileError) {
      found = try answers.responses(called: typed)
    } catch {
      throw Failure(.unusableInput, error, to: mechanism)
    }
    if let mechanism { found.removeAll { !mechanism.gave($0.response) } }
    if found.count > 1 {
      throw Failure(
        .unusableInput,
        ["'\(typed)' names several responses; name one by its id:"] + found.map { "  \($0.response.id)" })
    }
    guard let response = found.first?.response else {
      let whose = mechanism.map { "'\($0.name)'" } ?? "'\(name)'"
      throw Failure(
        .unusableInput,
        "'\(typed)': no response of \(whose) has this receipt or id"
          + (mechanism == nil ? "; \(command("show", "")) lists them" : ""))
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
  ///
  /// - Parameters:
  ///   - typed: The receipt or the id.
  ///   - mechanism: Whose response it must be.
  /// - Returns: The response.
  /// - Throws: `Failure` where there is none, or where it has been corrected already.
  func response(toCorrect typed: String, of mechanism: Mechanism? = nil) throws(Failure) -> Response {
    let response = try response(called: typed, of: mechanism)
    if let mechanism {
      if try latestResponses(of: mechanism).contains(where: { $0.id == response.id }) { return response }
      throw Failure(
        .unusableInput,
        "'\(typed)' has been corrected already; leave --revise out, and the form offers what was sent last")
    }
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

  /// The responses of a mechanism that nobody has corrected, the one that was sent last first.
  func latestResponses(of mechanism: Mechanism) throws(Failure) -> [Response] {
    var own: [Response] = []
    var superseded: Set<Response.ID> = []
    do throws(ResponseFileError) {
      _ = try answers.read { stored in
        if let earlier = stored.response.supersedes { superseded.insert(earlier) }
        if mechanism.gave(stored.response) { own.append(stored.response) }
      }
    } catch {
      throw Failure(.unusableInput, error, to: mechanism)
    }
    // Of those whose time is not known, and of those of one moment, the last of the file is the newest.
    let latest = own.enumerated().filter { !superseded.contains($0.element.id) }
    let time = { (response: Response) in response.submittedAt?.secondsSinceEpoch ?? .min }
    return latest.sorted { (time($0.element), $0.offset) > (time($1.element), $1.offset) }.map(\.element)
  }

  /// The question that says who answers.
  var unitQuestion: Question? { questionnaire.registerQuestion }

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
    let told = words.alreadyAnswered(by: who, at: latest.submittedAt, receipt: receipt)
    let correct = words.say(.toCorrect, ["command": command("fill", "--revise \(receipt)")])
    return "\(told)\n\(correct)"
  }
}
