internal import Calendar
internal import Survey

extension ResponseLayout {
  /// Where two responses of one id differ, each place as an address or a heading.
  ///
  /// - Parameters:
  ///   - one: A response.
  ///   - other: The other.
  ///   - askedOnly: Whether what nobody is asked is left out: metadata, and what the form works out.
  /// - Returns: The places in the order of the form; answers are the same where their cells are.
  func differences(between one: Response, and other: Response, askedOnly: Bool) -> [String] {
    var places: [String] = []
    if !askedOnly {
      if one.id != other.id { places.append(ResponseMetadata.instanceID.heading) }
      if one.formVersion != other.formVersion { places.append(ResponseMetadata.formVersion.heading) }
      if one.source != other.source { places.append(ResponseMetadata.source.heading) }
      if one.startedAt != other.startedAt { places.append(ResponseMetadata.startedAt.heading) }
      if one.submittedAt != other.submittedAt { places.append(ResponseMetadata.submittedAt.heading) }
      // Where the form asks who submits, its answer may say more than the caller.
      if !one.submittedBy.isEmpty && one.submittedBy != other.submittedBy {
        places.append(ResponseMetadata.submittedBy.heading)
      }
    }
    if one.supersedes != other.supersedes { places.append(ResponseMetadata.supersedes.heading) }
    add(one.answers, other.answers, in: main, repeats: [], askedOnly: askedOnly, to: &places)
    return places
  }

  private func add(
    _ one: Response.Answers, _ other: Response.Answers, in table: ResponseTable,
    repeats: [Address.Repeat], askedOnly: Bool, to places: inout [String]
  ) {
    let known = Set(table.questions.map(\.name))
    for question in table.questions where !askedOnly || question.isAsked {
      if one[question.name].asStored != other[question.name].asStored {
        places.append(Address(question.name, in: repeats).description)
      }
    }
    // What has no column would be lost.
    for name in Set(one.states.keys).union(other.states.keys).subtracting(known).sorted()
    where one[name] != other[name] {
      places.append(Address(name, in: repeats).description)
    }
    let groups = children.filter { $0.repeats.dropLast().last == table.group }
    for inner in groups {
      guard let group = inner.group else { continue }
      let (ones, others) = (one.repeats[group] ?? [], other.repeats[group] ?? [])
      let isAlike =
        one.unknownRepeats.contains(group) == other.unknownRepeats.contains(group)
        && one.unaskedRepeats.contains(group) == other.unaskedRepeats.contains(group)
      if ones.count != others.count || !isAlike {
        places.append(RepeatPath(group, in: repeats).description)
        continue
      }
      for (index, pair) in zip(ones, others).enumerated() {
        add(
          pair.0, pair.1, in: inner, repeats: repeats + [Address.Repeat(group: group, number: index + 1)],
          askedOnly: askedOnly, to: &places)
      }
    }
    let unknown = Set(one.repeats.keys).union(other.repeats.keys).subtracting(groups.compactMap(\.group))
    for group in unknown.sorted() where one.repeats[group] ?? [] != other.repeats[group] ?? [] {
      places.append(RepeatPath(group, in: repeats).description)
    }
  }
}

extension AnswerState {
  /// What a file keeps of it: a kind of state, and a cell.
  ///
  /// A value that the form works out is a text wherever it is made, and of its question's kind wherever it is
  /// read; the cell is the same. White space alone is blank.
  fileprivate var asStored: AnswerState {
    guard case .answered(let answer) = self else { return self }
    let cell = answer.cell
    return cell.allSatisfy(\.isWhitespace) ? .blank : .answered(.text(cell))
  }
}
