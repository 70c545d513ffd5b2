internal import Expressions
public import CSV
public import Survey

/// Which States belong to which units of a register: `membership.csv`, with the countries of `countries.csv`.
public struct MembershipList: Sendable {
  /// A State, or a territory that is listed beside States.
  public struct Country: Sendable, Hashable {
    /// What a country is in law.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// A Member State of the United Nations.
      case memberState = "un_member"
      /// A State, or an entity counted as one, that is no Member State of the United Nations.
      case nonMember = "non_member"
      /// A territory or area.
      case territory
    }

    /// Its code, ISO 3166-1 alpha-3 where there is one.
    public let code: String
    /// Its name.
    public let label: LocalizedText
    /// What it is in law.
    public let kind: Kind
  }

  /// How a country belongs to a unit; only members count.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case member, observer, partner
  }

  /// A line of the list.
  struct Membership: Sendable {
    let unit: String
    /// The place of the country.
    let country: Int
    let status: Status
    let line: Int
    /// Every cell of the line, in the order of the columns.
    let cells: [String]
  }

  /// The countries, in the order of their file.
  public let countries: [Country]
  /// Everything that is wrong, in the order of the files.
  public let problems: [PlanProblem]
  /// What messages and notes call the list.
  public let file: String
  let memberships: [Membership]
  /// The unit of each whole line of the list, whatever else is wrong with it.
  private let units: [(name: String, line: Int)]
  /// The headings of the list.
  let columns: [String]

  /// The columns that the list must have.
  private static let needed = ["iscm_id", "country", "status"]

  /// Reads the list.
  ///
  /// - Parameters:
  ///   - memberships: `iscm_id, country, status` and what else, such as `as_of` and `basis`, before the header.
  ///   - file: What messages call it.
  ///   - countries: `code, name, kind`, before the header; the name in other languages as `name_fr` or `name::French`.
  ///   - countryFile: What messages call it.
  ///   - languages: Those of the form, in which names are wanted.
  public init(
    _ memberships: consuming CSVReader, file: String, countries: consuming CSVReader, countryFile: String,
    languages: [Language] = []
  ) {
    var problems: [PlanProblem] = []
    let nations = Self.countries(countries, file: countryFile, languages, &problems)
    var places: [String: Int] = [:]
    for (place, country) in nations.enumerated() { places[country.code] = place }
    let table = Self.table(memberships, file: file, needed: Self.needed, &problems)
    var found: [Membership] = []
    var units: [(name: String, line: Int)] = []
    for row in table?.rows ?? [] {
      guard let table, row.cells.count == table.header.count else { continue }
      units.append((table[row, "iscm_id"], row.line))
      let code = table[row, "country"]
      let status = table[row, "status"]
      let words = Status.allCases.map(\.rawValue)
      if places[code] == nil {
        let reason = PlanProblem.Reason.noSuchCountry(code, file: countryFile)
        problems.append(PlanProblem(.cell(file: file, line: row.line, column: "country"), reason))
      }
      if Status(rawValue: status) == nil {
        let reason = PlanProblem.Reason.notAmong(
          found: status, expected: words, suggestion: nearest(to: status, among: words))
        problems.append(PlanProblem(.cell(file: file, line: row.line, column: "status"), reason))
      }
      guard let country = places[code], let status = Status(rawValue: status) else { continue }
      found.append(
        Membership(
          unit: table[row, "iscm_id"], country: country, status: status, line: row.line, cells: row.cells))
    }
    self.countries = nations
    self.problems =
      problems.filter { !$0.place.isOf(file) } + Self.byLine(problems.filter { $0.place.isOf(file) })
    self.file = file
    self.memberships = found
    self.units = units
    self.columns = table?.header.names ?? []
  }

  private static func countries(
    _ reader: consuming CSVReader, file: String, _ languages: [Language],
    _ problems: inout [PlanProblem]
  ) -> [Country] {
    guard let table = table(reader, file: file, needed: ["code", "name", "kind"], &problems) else {
      return []
    }
    let translations = languages.compactMap { language in
      language.place(ofTranslated: "name", in: table.header.names).map { (language, $0) }
    }
    return table.rows.compactMap { row in
      guard row.cells.count == table.header.count else { return nil }
      let kind = table[row, "kind"]
      guard let known = Country.Kind(rawValue: kind) else {
        let words = Country.Kind.allCases.map(\.rawValue)
        let reason = PlanProblem.Reason.notAmong(
          found: kind, expected: words, suggestion: nearest(to: kind, among: words))
        problems.append(PlanProblem(.cell(file: file, line: row.line, column: "kind"), reason))
        return nil
      }
      var texts: [Language: String] = [.unnamed: table[row, "name"]]
      for (language, place) in translations { texts[language] = row.cells[place] }
      return Country(code: table[row, "code"], label: LocalizedText(texts), kind: known)
    }
  }

  /// What is wrong with the list, and with its units by a register.
  ///
  /// - Parameter register: Every unit that may have members; nothing where no register is known.
  /// - Returns: The problems in the order of the files.
  func problems(by register: [Choice]?) -> [PlanProblem] {
    guard let register else { return problems }
    let names = register.map(\.name.text)
    let known = Set(names)
    let unknown = units.filter { !known.contains($0.name) }.map { unit in
      PlanProblem(
        .cell(file: file, line: unit.line, column: "iscm_id"),
        unit.name.isEmpty
          ? .empty(expected: "the name of a mechanism, as the register has it")
          : .notOnRegister(found: unit.name, suggestion: nearest(to: unit.name, among: names)))
    }
    let isOfList = { (problem: PlanProblem) in problem.place.isOf(file) }
    return problems.filter { !isOfList($0) } + Self.byLine(unknown + problems.filter(isOfList))
  }

  /// Problems of one file in the order of its lines; those of a line stay as they are.
  private static func byLine(_ problems: [PlanProblem]) -> [PlanProblem] {
    problems.enumerated().sorted { ($0.element.place.line, $0.offset) < ($1.element.place.line, $1.offset) }
      .map(\.element)
  }

  /// A table that has the columns it needs, and what is wrong with its lines; nothing, and why, where it lacks one.
  private static func table(
    _ reader: consuming CSVReader, file: String, needed: [String], _ problems: inout [PlanProblem]
  ) -> CSVTable? {
    let table: CSVTable
    do { table = try CSVTable(reader) } catch {
      problems.append(PlanProblem(.file(file), .unreadable(error)))
      return nil
    }
    let missing = needed.filter { table.header[$0] == nil }
    let line = table.header.position.line
    for name in missing {
      problems.append(PlanProblem(.cell(file: file, line: line, column: name), .columnMissing(name)))
    }
    let broken = table.rows.filter { $0.cells.count != table.header.count }
    for row in broken {
      let reason = PlanProblem.Reason.wrongCellCount(found: row.cells.count, expected: table.header.count)
      problems.append(PlanProblem(.cell(file: file, line: row.line, column: needed[0]), reason))
    }
    return missing.isEmpty ? table : nil
  }
}
