internal import ResponseFiles
internal import Survey

/// What earlier versions of a form could not say of one question.
struct VersionTally: Sendable, Hashable {
  /// Units, and the versions that they answered, in the order in which those were met.
  struct Units: Sendable, Hashable {
    var count = 0
    var versions: [String] = []

    mutating func add(_ other: Units) {
      count += other.count
      for version in other.versions where !versions.contains(version) { versions.append(version) }
    }
  }

  let question: Question.Name
  /// Units that answered a version which did not ask it.
  private(set) var absent = Units()
  /// Units that could not make some choices.
  private(set) var added: [[Choice.Name]: Units] = [:]

  init(_ question: Question.Name) { self.question = question }

  /// Adds units, counted in the data that follows.
  ///
  /// - Parameters:
  ///   - units: The units.
  ///   - choices: The choices that they could not make; nothing where they were not asked at all.
  mutating func add(_ units: Units, without choices: [Choice.Name]?) {
    if let choices {
      added[choices, default: Units()].add(units)
    } else {
      absent.add(units)
    }
  }

  /// Adds what was tallied in the data that follows.
  mutating func add(_ other: VersionTally) {
    absent.add(other.absent)
    for (choices, units) in other.added { added[choices, default: Units()].add(units) }
  }

  /// What a reader must know.
  var notes: [Note] {
    var notes: [Note] = []
    if absent.count > 0 {
      notes.append(.notAskedByVersion(question: question, count: absent.count, versions: absent.versions))
    }
    for (choices, units) in added.sorted(by: { $0.value.first < $1.value.first }) {
      notes.append(
        .choicesAddedSince(
          question: question, choices: choices.map(\.text), count: units.count, versions: units.versions))
    }
    return notes
  }
}

extension VersionTally.Units {
  fileprivate var first: String { versions.first ?? "" }
}

/// Finds what versions of a form could not say of a question.
struct VersionOffers {
  private let rows: ResponseRows
  private let question: Question.Name
  /// The choices of now that each version did not offer.
  private let missing: [[Choice.Name]]
  /// Whether each version is known not to have asked it.
  private let isUnasked: [Bool]

  init(_ question: Question.Name, _ rows: ResponseRows) {
    self.rows = rows
    self.question = question
    missing = rows.versions.map { Self.missing(in: $0, of: question, rows) }
    isUnasked = rows.versions.map { rows.asked.isKnown($0, toLack: question) }
  }

  /// Whether all rows answer the form as it is now, so that there is nothing to be told.
  static func isOfOne(_ rows: ResponseRows) -> Bool {
    !rows.tellsByVolumes && rows.versions.allSatisfy { $0 == rows.form.version }
  }

  /// Tallies units of one version.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - row: The row of one of them.
  ///   - isAsked: Whether they were asked the question.
  ///   - tally: Where they are tallied.
  func add(_ count: Int, row: Int, isAsked: Bool, to tally: inout VersionTally) {
    let version = rows.version(row)
    guard rows.versions.indices.contains(version) else { return }
    let name = rows.versions[version]
    let units = VersionTally.Units(count: count, versions: [name])
    if !isAsked {
      if isLacking(row) { tally.add(units, without: nil) }
    } else if !missing[version].isEmpty {
      tally.add(units, without: missing[version])
    }
  }

  /// Whether a row answers a version that is known not to have asked the question.
  func isLacking(_ row: Int) -> Bool {
    let version = rows.version(row)
    return isUnasked.indices.contains(version) && (isUnasked[version] || rows.lacks(question, row))
  }

  private static func missing(
    in version: String, of name: Question.Name, _ rows: ResponseRows
  ) -> [Choice.Name] {
    guard let question = rows.form.question(name), let list = rows.form.choices(of: question),
      let offered = rows.asked.choices(of: name, in: version)
    else { return [] }
    return list.choices.map(\.name).filter { !offered.contains($0) }
  }
}

extension UnitView {
  /// What earlier versions could not say of some questions.
  ///
  /// - Parameters:
  ///   - domains: The domains of the questions.
  ///   - units: The units that are counted.
  ///   - isOfPart: Whether they are of a part of a file, whose other parts may be of other versions.
  /// - Returns: A tally for each question.
  func versionTallies(on domains: [Int], of units: [Int], isOfPart: Bool) -> [VersionTally] {
    var tallies = domains.map { VersionTally(data.domains[$0].question.name) }
    if !isOfPart, self.units.sources.allSatisfy({ VersionOffers.isOfOne(data.files[$0]) }) { return tallies }
    for (place, domain) in domains.enumerated() {
      let offers = self.units.sources.map { VersionOffers(tallies[place].question, data.files[$0]) }
      for unit in units {
        let (code, source) = cell(unit, domain)
        guard let source, let row = self.units.row(unit, source) else { continue }
        offers[source].add(1, row: row, isAsked: code != .notAsked, to: &tallies[place])
      }
    }
    return tallies
  }
}
