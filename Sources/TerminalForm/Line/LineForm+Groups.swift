internal import Messages
internal import Survey

extension LineForm {
  /// Says which part, which compound question and which repeat come, where they are others than before.
  ///
  /// - Parameters:
  ///   - groups: The groups around the place, outermost first.
  ///   - repeats: The repeats around it.
  mutating func announce(_ groups: [Group.Name], in repeats: [Address.Repeat]) {
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
        announce(group, in: repeats, isShown: isShown)
      } else if !isShown {
        announce(group, in: repeats)
      }
    }
    shownGroups = inner
    shownRepeats = repeats
  }

  private mutating func announce(_ group: Group, in repeats: [Address.Repeat]) {
    if group.wording.label.isEmpty { return }
    let words = words.read(in: repeats)
    line("")
    line(words.text(group.wording.label))
    if !group.wording.hint.isEmpty { line(words.text(group.wording.hint)) }
  }

  private mutating func announce(_ group: Group, in repeats: [Address.Repeat], isShown: Bool) {
    guard let depth = repeats.firstIndex(where: { $0.group == group.name }) else { return }
    let steps = repeats[...depth]
    if isShown, shownRepeats.prefix(depth + 1) == steps { return }
    let path = RepeatPath(group.name, in: Array(repeats[..<depth]))
    let words = words.read(in: Array(steps))
    line("")
    line(
      words.say(
        .repeatOf,
        [
          "title": words.title(of: group), "number": String(repeats[depth].number),
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
