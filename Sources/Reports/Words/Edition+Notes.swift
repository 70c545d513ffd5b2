internal import Analysis
internal import Messages
internal import Survey

extension Edition {
  /// The notes of a figure, a sentence each.
  func notes(of figure: Figure) -> [String] { figure.notes.map { sentence($0, figure) } }

  /// `2 (Aruba, Niue)`.
  private func listed(_ labels: [LocalizedText]) -> String {
    say.number(labels.count) + (labels.isEmpty ? "" : " (\(say.list(labels.map(text))))")
  }

  private func sentence(_ note: Note, _ figure: Figure) -> String {
    switch note {
    case .nobodyAnswered(let asked, let unknown):
      return say(.noteNobodyAnswered, ["asked": say.number(asked), "unknown": say.number(unknown)])
    case .someUnknown(let unknown, let asked):
      return say(.noteSomeUnknown, ["asked": say.number(asked), "unknown": say.number(unknown)])
    case .filterUnknown(let count, let who):
      let names = who.isEmpty ? "" : " (\(say.list(who.map(\.onOneLine))))"
      return say(.noteFilterUnknown, ["count": say.number(count) + names])
    case .outsideRegister(let count):
      return say(.noteOutsideRegister, ["count": say.number(count)])
    case .unlisted(let question, let codes):
      return say(.noteUnlisted, ["question": question.text, "answers": say.list(codes.map(\.onOneLine))])
    case .notAskedByVersion(let question, let count, let versions):
      return say(
        .noteNotAskedByVersion,
        [
          "question": question.text, "count": say.number(count),
          "versions": say.list(versions.map(\.onOneLine)),
        ])
    case .choicesAddedSince(let question, let choices, let count, let versions):
      return say(
        .noteChoicesAddedSince,
        [
          "question": question.text, "choices": say.list(choices.map(\.onOneLine)),
          "count": say.number(count),
          "versions": say.list(versions.map(\.onOneLine)),
        ])
    case .suppressed(let threshold):
      return say(.noteSuppressed, ["most": say.number(threshold - 1)])
    case .baseSuppressed(let threshold):
      return say(.noteBaseSuppressed, ["most": say.number(threshold - 1)])
    case .registerDepends(let names):
      return say(.noteRegisterDepends, ["names": say.list(names)])
    case .filterFailed(let count, let reason):
      return say(.noteFilterFailed, ["count": say.number(count), "reason": reason.onOneLine])
    case .countedBesideMemberStates(let countries):
      let territories = countries.filter { $0.kind == .territory }.map(\.label)
      let others = countries.filter { $0.kind != .territory }.map(\.label)
      return say(.noteBesideMemberStates, ["territories": listed(territories), "others": listed(others)])
    case .othersThanMembers(let count):
      return say(.noteOthersThanMembers, ["count": say.number(count)])
    case .noMemberList(let who): return say(.noteNoMemberList, ["names": say.list(who.map(\.onOneLine))])
    case .uncodedAnswers(let count): return say(.noteUncoded, ["count": say.number(count)])
    case .codersDisagree(let answers, let codes):
      return say(
        .noteCodersDisagree, ["count": say.number(answers), "codes": say.list(codes.map(\.onOneLine))])
    case .codesReplaced(let codes):
      return say(.noteCodesReplaced, ["codes": say.list(codes.map(\.onOneLine))])
    case .repeats(let bases):
      return say(
        .noteRepeats,
        [
          "group": bases.group.text, "repeats": say.number(bases.repeats), "units": say.number(bases.units),
          "without": say.number(bases.without), "asked": say.number(bases.asked),
          "answered": say.number(bases.answered), "unknown": say.number(bases.unknown),
        ])
    case .codesNotInUse(let codes):
      return say(.noteCodesNotInUse, ["codes": say.list(codes.map(\.onOneLine))])
    case .ofWave(let wave, let note): return labelled(wave.onOneLine, sentence(note, figure))
    case .choicesRenamed(let choices):
      return say(.noteChoicesRenamed, ["choices": say.list(choices.map(\.onOneLine))])
    case .askedDifferently: return say(.noteAskedDifferently)
    }
  }
}
