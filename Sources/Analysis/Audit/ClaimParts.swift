internal import Coding
internal import Survey

/// The units of a figure, sorted by their part in what a claim says.
struct ClaimParts {
  /// The least and the most that the data can hold.
  let range: ClosedRange<Int>
  /// The units, by part; parts without a unit are left out.
  let evidence: [Audit.Evidence]

  /// Sorts the units.
  ///
  /// - Parameters:
  ///   - figure: What was counted for the claim, with its units.
  ///   - claim: The claim.
  ///   - codings: What coders say of answers, by form.
  ///   - names: Units and choices by their codes.
  init(
    _ figure: Figure, of claim: Claim, codings: [Questionnaire.ID: Codings], names: [String: Participant]
  ) {
    var parts = Sorting()
    switch claim.measure {
    case .returned, .distinct: parts.add(choicesOf: figure, names: names)
    case .count: parts.add(choices: Set(claim.codes.map(\.text)), of: figure)
    case .blank: parts.add(statesOf: figure, counting: .blank)
    case .any: parts.add(choices: ["yes"], of: figure)
    case .total where figure.statistic == .distinct: parts.add(choicesOf: figure, names: names)
    case .total: parts.add(countriesOf: figure)
    case .most: parts.add(longestOf: figure)
    }
    // Whoever was coded has answered: that decides what is about having answered at all.
    if claim.measure == .blank || claim.measure == .any {
      parts.move(from: .unknown, to: .coded) { unit in
        unit.responses.contains { trace in
          claim.questions.contains {
            codings[trace.form]?.verdicts(trace.response, $0).isEmpty == false
          }
        }
      }
    }
    for case .filterUnknown(_, let who) in figure.notes {
      parts.add(
        .unknown, who.map { names[$0] ?? Participant(code: $0, label: LocalizedText(), responses: []) })
    }
    let least =
      switch claim.measure {
      case .any: parts.count(.counted) + parts.count(.coded)
      case .total: figure.total ?? parts.count(.counted)
      case .most: figure.rows.compactMap(\.count).max() ?? 0
      case .returned, .distinct, .count, .blank: parts.count(.counted)
      }
    range = least...least + (figure.statistic == .distinct ? parts.open : parts.count(.unknown))
    evidence = parts.evidence
  }

  /// Units on their way into parts, each at most once in a part.
  private struct Sorting {
    private var units: [Audit.Evidence.Part: [Participant]] = [:]
    /// Choices that unknown records may hold beside those that were counted.
    private(set) var open = 0

    func count(_ part: Audit.Evidence.Part) -> Int { units[part]?.count ?? 0 }

    var evidence: [Audit.Evidence] {
      Audit.Evidence.Part.allCases.compactMap { part in
        units[part].flatMap { $0.isEmpty ? nil : Audit.Evidence(part: part, units: $0) }
      }
    }

    mutating func add(_ part: Audit.Evidence.Part, _ new: [Participant]) {
      var all = units[part] ?? []
      var seen = Set(all.map(\.code))
      for unit in new where seen.insert(unit.code).inserted { all.append(unit) }
      units[part] = all
    }

    mutating func move(
      from part: Audit.Evidence.Part, to other: Audit.Evidence.Part, where holds: (Participant) -> Bool
    ) {
      let all = units[part] ?? []
      units[part] = all.filter { !holds($0) }
      add(other, all.filter(holds))
    }

    /// The units of a count, by what they chose; who chose several is counted where one of them counts.
    mutating func add(choices codes: Set<String>, of figure: Figure) {
      for row in figure.rows where row.state == nil && row.code.map(codes.contains) == true {
        add(.counted, row.who)
      }
      let counted = Set((units[.counted] ?? []).map(\.code))
      for row in figure.rows where row.state != nil || row.code.map(codes.contains) != true {
        add(Self.part(of: row.state, in: figure), row.who.filter { !counted.contains($0.code) })
      }
    }

    /// The units of a question, by whether they answered.
    mutating func add(statesOf figure: Figure, counting state: RowState) {
      for row in figure.rows {
        for (column, cell) in zip(figure.columns, row.cells) {
          add(column.state == state ? .counted : Self.part(of: column.state, in: figure), cell.who)
        }
      }
    }

    /// The choices that were ever chosen, and the records that chose several.
    mutating func add(choicesOf figure: Figure, names: [String: Participant]) {
      var records: [String: (unit: Participant, count: Int)] = [:]
      var order: [String] = []
      for row in figure.rows {
        guard let code = row.code else {
          if row.state == .unknown, row.count != 0 { open = max(open, row.who.count) }
          continue
        }
        if row.count == 0 { continue }
        let name = names[code]
        add(
          .counted,
          [
            Participant(
              code: code, label: name?.label ?? row.label, shortName: name?.shortName ?? "",
              responses: row.who.flatMap(\.responses))
          ])
        for unit in row.who {
          if records[unit.code] == nil { order.append(unit.code) }
          records[unit.code] = (unit, (records[unit.code]?.count ?? 0) + 1)
        }
      }
      let shared = order.compactMap { records[$0] }.filter { $0.count > 1 }.map(\.unit)
      add(.shared, shared.sorted { ($0.responses.first?.line ?? 0) < ($1.responses.first?.line ?? 0) })
      let chosen = count(.counted)
      // An unknown record may name any of the others.
      if open > 0 { open = max(0, names.count - chosen) }
    }

    /// The countries that make the difference between counts: those that not everybody counts.
    mutating func add(countriesOf figure: Figure) {
      for case .countedBesideMemberStates(let countries) in figure.notes {
        for (part, kind) in [
          (Audit.Evidence.Part.territories, MembershipList.Country.Kind.territory), (.nonMembers, .nonMember),
        ] {
          add(
            part,
            countries.filter { $0.kind == kind }.map { Self.named($0.code, $0.label) })
        }
      }
    }

    /// What the largest count is of.
    mutating func add(longestOf figure: Figure) {
      let most = figure.rows.compactMap(\.count).max()
      for row in figure.rows where row.count == most && row.state == nil {
        add(.counted, [Self.named(row.code ?? "", row.label)])
      }
      for row in figure.rows where row.state == .unknown { add(.unknown, row.who) }
    }

    /// What has a name instead of a short one.
    private static func named(_ code: String, _ label: LocalizedText) -> Participant {
      Participant(code: code, label: label, responses: []).listedByLabel
    }

    private static func part(of state: RowState?, in figure: Figure) -> Audit.Evidence.Part {
      switch state {
      case nil where figure.statistic == .any: .blank
      case nil, .unlisted: .otherwise
      case .blank: .blank
      case .unknown: .unknown
      case .notApplicable, .notAsked: .notAsked
      case .noRepeats: .otherwise
      case .noCode, .disputed, .uncoded: .otherwise
      }
    }
  }
}
