internal import Calendar
internal import Expressions
internal import Survey

/// Counts of how many units each country is a member.
struct MembershipCount {
  private let figure: PlannedFigure
  private let list: MembershipList
  private let frame: Frame?
  private let view: UnitView
  private let now: Instant

  init(
    _ figure: PlannedFigure, _ list: MembershipList, frame: Frame?, _ view: UnitView, now: Instant
  ) {
    self.figure = figure
    self.list = list
    self.frame = frame
    self.view = view
    self.now = now
  }

  /// The figure: a row for each country that is a member of any of the units, in the order of the countries.
  func figure(isMade: Bool) -> Figure {
    let units = units
    var members: [Int: [Int]] = [:]
    var counted: Set<Int> = []
    var others = 0
    var failure: EvaluationError?
    var failures = 0
    let places = Dictionary(
      units.enumerated().map { ($1.name.text, $0) }, uniquingKeysWith: { first, _ in first })
    let items = figure.filter.map { _ in ItemTable(list, units: units).items }
    for (index, membership) in list.memberships.enumerated() {
      guard let unit = places[membership.unit] else { continue }
      do throws(EvaluationError) {
        if let filter = figure.filter, let items, try !holds(filter, items[index]) { continue }
      } catch {
        failures += 1
        failure = failure ?? error
        continue
      }
      counted.insert(unit)
      if membership.status == .member {
        members[membership.country, default: []].append(unit)
      } else {
        others += 1
      }
    }
    let n = figure.filter == nil ? units.count : counted.count
    let rows = members.keys.sorted().map { place in
      let country = list.countries[place]
      let who = (members[place] ?? []).sorted()
      return Row(
        code: country.code, label: country.label, count: who.count, n: n,
        share: n > 0 ? Double(who.count) / Double(n) : nil, who: who.map { participant(units[$0]) })
    }
    let listed = Set(list.memberships.map(\.unit))
    let silent = units.filter { !listed.contains($0.name.text) }
    var notes = kinds(members.keys.sorted())
    if others > 0 { notes.append(.othersThanMembers(count: others)) }
    if !silent.isEmpty, figure.filter == nil { notes.append(.noMemberList(who: silent.map(\.name.text))) }
    if let failure { notes.append(.filterFailed(count: failures, reason: failure.description)) }
    let subject = figure.forms.subject(figure.questions[0])
    return Figure(
      id: figure.id, title: figure.title.isEmpty ? subject.label : figure.title, questions: [subject],
      statistic: .memberships, base: figure.base, n: n,
      bases: Bases(
        registered: frame.flatMap { $0.dependsOn.isEmpty ? $0.units.count : nil },
        returned: view.units.returned, distinct: view.units.count, asked: 0,
        answered: 0, unknown: 0, isOfAnswers: false),
      rows: rows, total: rows.count, sources: figure.sources, filter: figure.filter?.source ?? "",
      unit: figure.unit, attribution: figure.attribution, showsWho: figure.showsWho, chart: figure.chart,
      notes: notes, isMade: isMade)
  }

  /// The units whose members are counted: those on the register, or those of them that returned anything.
  private var units: [Choice] {
    let all = frame?.units ?? []
    guard figure.base != .registered, let unit = figure.unit,
      let domain = view.data.domain(unit, of: figure.forms)
    else { return all }
    let returned = Set(
      view.units.identities.compactMap { identity in
        if case .listed(let place) = identity { view.data.domains[domain].choices[place].name } else { nil }
      })
    return all.filter { returned.contains($0.name) }
  }

  private func holds(_ filter: Expression, _ item: any Node) throws(EvaluationError) -> Bool {
    try filter.isTrue(
      in: EvaluationContext(
        node: item, origin: AnswersNode(values: [:], place: .form),
        surroundings: Surroundings(now: DateTime(now, offset: 0))))
  }

  /// What countries that are counted are no Member States of the United Nations.
  private func kinds(_ places: [Int]) -> [Note] {
    let others = places.map { list.countries[$0] }.filter { $0.kind != .memberState }
    return others.isEmpty ? [] : [.countedBesideMemberStates(others)]
  }

  private func participant(_ unit: Choice) -> Participant {
    Participant(
      code: unit.name.text, label: unit.label, shortName: unit.attributes["short_name"] ?? "", responses: [])
  }
}

extension ItemTable {
  /// Memberships as a filter sees them: their own columns, those of the unit on the register, and the country's.
  init(_ list: MembershipList, units: [Choice]) {
    let byName = Dictionary(units.map { ($0.name.text, $0) }, uniquingKeysWith: { first, _ in first })
    let headings = Self.headings(of: units)
    self.init(
      name: "membership", columns: list.columns + ["kind"] + headings,
      rows: list.memberships.map { membership in
        let unit = byName[membership.unit]
        return membership.cells + [list.countries[membership.country].kind.rawValue]
          + headings.map { unit?.attributes[$0] ?? "" }
      })
  }

  static func headings(of units: [Choice]) -> [String] { Set(units.flatMap(\.attributes.keys)).sorted() }
}

extension MembershipList {
  /// The columns that a filter may name.
  ///
  /// Nothing where the list could not be read: then nobody can tell.
  func columns(with units: [Choice]) -> [String] {
    columns.isEmpty ? [] : columns + ["kind"] + ItemTable.headings(of: units)
  }

  /// What a filter may ask of each column: what stands there, and every word that may.
  func values(with units: [Choice]) -> [String: [String]] {
    var values: [String: [String]] = [:]
    for (place, column) in columns.enumerated() where values[column] == nil {
      values[column] = memberships.map { $0.cells[place] }
    }
    values["iscm_id", default: []] += units.map(\.name.text)
    values["country", default: []] += countries.map(\.code)
    values["status", default: []] += Status.allCases.map(\.rawValue)
    values["kind", default: []] += Country.Kind.allCases.map(\.rawValue)
    for heading in ItemTable.headings(of: units) where !columns.contains(heading) {
      values[heading, default: []] += units.compactMap { $0.attributes[heading] }
    }
    return values.mapValues { found in
      var seen: Set<String> = [""]
      return found.filter { seen.insert($0).inserted }
    }
  }
}
