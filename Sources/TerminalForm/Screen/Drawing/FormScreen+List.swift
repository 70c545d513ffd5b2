internal import Messages
internal import Survey

extension FormScreen {
  /// The list of a repeat group: what is there, and what can be done.
  func addList(of path: RepeatPath, to body: inout Body, _ layout: Layout) {
    guard case .listing(let listed) = input, let group = session.questionnaire.group(path.group) else {
      return
    }
    let words = words.read(in: path.repeats)
    let title = words.title(of: group)
    body.add(
      listed.repeats.count == 0
        ? words.say(.howMany, ["title": title]) : words.labelled(title, String(listed.repeats.count)),
      .title, columns: layout.columns)
    if !group.wording.hint.isEmpty {
      body.add(words.text(group.wording.hint), .aside, columns: layout.columns)
    }
    if session.isUnknown(path) {
      body.add(words.say(.repeatsUnknown), .aside, columns: layout.columns)
    }
    body.main = Body.rows(of: listed.list, layout)
    body.itemCount = listed.repeats.count
    if !listed.typed.isEmpty {
      body.state = Body.rows(of: words.say(.now, ["answer": listed.typed]), .aside, columns: layout.columns)
    }
  }
}
