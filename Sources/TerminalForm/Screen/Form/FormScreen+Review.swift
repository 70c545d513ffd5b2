internal import Messages
internal import Survey

/// The review while a person is at it: which answer, or which button, has the focus.
struct ReviewState: Equatable {
  /// Everything that can be gone to, in the order in which it is shown.
  var list: PickList
  var addresses: [Address]
  /// The headings, by the place of the item that they stand before.
  var headings: [Int: String]
  /// The button that has the focus; nothing while the list has it.
  var button: Int?
}

extension FormScreen {
  /// Goes to the review.
  mutating func openReview(at address: Address? = nil) {
    (place, input, told, view) = (nil, .reading, nil, View())
    if (try? desk.record(.review)) != nil { _ = try? session.apply(.review) }
    var items: [PickList.Item] = []
    var addresses: [Address] = []
    var headings: [Int: String] = [:]
    let words = words
    for section in words.reviewSections(of: session) {
      headings[items.count] = section.heading
      for item in section.items {
        addresses.append(item.address)
        let hasNumber = words.numbering.label(of: item.address.question) != nil
        items.append(
          PickList.Item(tag: hasNumber ? words.reference(to: item.address) : nil, label: item.text))
      }
    }
    let focus = address.flatMap { addresses.firstIndex(of: $0) } ?? 0
    reviewing = ReviewState(
      list: PickList(items, focus: focus), addresses: addresses, headings: headings,
      button: items.isEmpty ? 0 : nil)
  }

  /// The buttons below the review.
  var buttons: [FormCommand] {
    if desk.isClosed { return [.leave] }
    return [.submit, .leave] + (desk.export == nil ? [] : [.export])
  }

  mutating func pressAtReview(_ key: Key) -> Act? {
    guard var state = reviewing else { return nil }
    let last = buttons.count - 1
    switch key {
    case .enter:
      if let button = state.button { return perform(buttons[button]) }
      guard let focus = state.list.focus else { return nil }
      if !desk.isClosed { goTo(state.addresses[focus]) }
      return nil
    case .tab: state.button = state.button.map { $0 < last ? $0 + 1 : nil } ?? 0
    case .backTab: state.button = state.button.map { $0 > 0 ? $0 - 1 : nil } ?? last
    case .left where state.button != nil: state.button = max(0, (state.button ?? 0) - 1)
    case .right where state.button != nil: state.button = min(last, (state.button ?? 0) + 1)
    case .up, .wheelUp:
      if state.button != nil {
        state.button = nil
      } else if !view.readOn(by: -1) {
        state.list.move(by: -1)
      }
    case .down, .wheelDown:
      if state.button != nil || view.readOn(by: 1) { break }
      if state.list.focus == state.list.shown.last { state.button = 0 } else { state.list.move(by: 1) }
    case .pageUp: if !view.readOn(by: -1) { state.list.move(by: -max(1, view.items)) }
    case .pageDown: if !view.readOn(by: 1) { state.list.move(by: max(1, view.items)) }
    case .home: state.list.move(by: -state.list.items.count)
    case .end:
      state.list.move(by: state.list.items.count)
      state.button = 0
    case .backspace: state.list.backspace()
    case .text(let scalar) where scalar != " ":
      if scalar.properties.generalCategory != .control { state.list.type(String(scalar)) }
      state.button = nil
    case .click(let row, let column):
      switch target(row: row, column: column) {
      case .item(let item): if !desk.isClosed { goTo(state.addresses[item]) }
      case .button(let button): return perform(buttons[button])
      default: break
      }
      return nil
    default: break
    }
    if state.list.items.isEmpty { state.button = state.button ?? 0 }
    reviewing = state
    return nil
  }

  private mutating func goTo(_ address: Address) {
    if session.outline.isAsked(address) { return go(to: .question(address)) }
    let because = words.references(toQuestions: session.outline.reasons(for: address))
    say(
      because.isEmpty
        ? words.say(.notAskedAtAll, ["number": words.mention(address)])
        : words.say(.notAskedNow, ["number": words.mention(address), "because": because]), .aside)
  }

  // MARK: - Sending

  /// Submits the form; what stands in its way is said, and nothing is lost.
  mutating func submit() -> Act? {
    let submitter = Address(Question.Name("submitted_by"))
    let name = session.outline.isAsked(submitter) ? session.entries[submitter]?.answer?.cell : nil
    do {
      let response = try session.response(
        source: desk.source, submittedAt: desk.now(), submittedBy: name ?? "")
      let counts = words.counts(of: session)
      farewell = words.receipt(try desk.submit(response), of: response, in: session, counts: counts)
      return .end(.submitted)
    } catch let refusal as SubmissionRefusal {
      openReview(at: refusal.blocking.first?.address)
      say(words.lines(of: refusal).joined(separator: "\n"), .warning)
    } catch {
      hasFailedToSubmit = true
      say(words.say(.notSubmitted, ["reason": "\(error)"]), .warning)
    }
    return nil
  }

  /// Writes the form as it stands to a file of its own.
  mutating func export() {
    guard let export = desk.export else { return }
    do {
      say(words.say(.exported, ["file": try export(session)]), .good)
    } catch {
      say(words.say(.notExported, ["reason": "\(error)"]), .warning)
    }
  }
}
