internal import Messages
internal import Survey

extension LineForm {
  /// Says which part, which compound question and which repeat come, where they are others than before.
  mutating func announceGroups(around address: Address) {
    let groups = session.questionnaire.placed(address.question)?.groups ?? []
    let part = groups.first.flatMap { words.numbering.part(ofGroup: $0) }
    if let part, part != shownPart {
      line("")
      line(
        words.say(
          .part,
          [
            "part": String(part), "parts": String(words.numbering.partTitles.count),
            "title": words.text(words.numbering.partTitles[part - 1]),
          ]))
      shownPart = part
    }
    let inner = part == nil ? groups : Array(groups.dropFirst())
    for name in inner {
      guard let group = session.questionnaire.group(name) else { continue }
      let isShown = shownGroups.contains(name)
      if group.isRepeat {
        announce(group, around: address, isShown: isShown)
      } else if !isShown {
        announce(group)
      }
    }
    shownGroups = inner
    shownRepeats = address.repeats
  }

  private mutating func announce(_ group: Group) {
    if group.wording.label.isEmpty { return }
    line("")
    line(words.text(group.wording.label))
    if !group.wording.hint.isEmpty { line(words.text(group.wording.hint)) }
  }

  private mutating func announce(_ group: Group, around address: Address, isShown: Bool) {
    guard let depth = address.repeats.firstIndex(where: { $0.group == group.name }) else { return }
    let steps = address.repeats[...depth]
    if isShown, shownRepeats.prefix(depth + 1) == steps { return }
    let path = RepeatPath(group.name, in: Array(address.repeats[..<depth]))
    line("")
    line(
      words.say(
        .repeatOf,
        [
          "title": words.title(of: group), "number": String(address.repeats[depth].number),
          "count": String(session.outline.count(of: path)),
        ]))
    if !isShown, !group.wording.hint.isEmpty { line(words.text(group.wording.hint)) }
  }
}

extension FormText {
  /// The label of a group; its name where the form gives it none.
  func title(of group: Group) -> String {
    let label = text(group.wording.label)
    return label.isEmpty ? group.name.text : label
  }
}
