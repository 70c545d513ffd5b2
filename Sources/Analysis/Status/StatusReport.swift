public import Calendar
public import Survey

/// Who of the register has answered, how and when, and who has not.
public struct StatusReport: Sendable {
  /// A unit of the register, or one that answered without being on it.
  public struct Unit: Sendable, Hashable {
    /// Its code on the register; the name that it gave itself where it is not on it.
    public let code: String
    /// Its name; empty where there is none.
    public let label: LocalizedText
    /// The name by which people call it (the register's column `short_name`); empty where it has none.
    public let shortName: String
    /// Of which type it is (the register's column `type`); empty where that is not stated.
    public let type: String
    /// Its regions (the register's column `regions`, separated by `|`).
    public let regions: [String]
    /// What it sent, in the order of the sources and of their files.
    public let submissions: [Submission]

    /// Whether anything came from it.
    public var hasAnswered: Bool { !submissions.isEmpty }
  }

  /// A response of a unit.
  public struct Submission: Sendable, Hashable {
    /// What became of it.
    public enum Standing: Sendable, Hashable {
      /// It counts.
      case counted
      /// A revision took its place.
      case superseded
      /// A newer response of the same unit counts, which does not say that it supersedes it.
      case passedOver
    }

    /// Where it stands.
    public let trace: Trace
    /// Through which door it came; nothing where the file names none that there is.
    public let source: Response.Source?
    /// When it was submitted; nothing where that is not known.
    public let submittedAt: Instant?
    /// What became of it.
    public let standing: Standing
  }

  /// How many units of a type or a region have answered.
  public struct Part: Sendable, Hashable {
    /// The type or the region, as the register has it; empty where it states none.
    public let name: String
    /// Units on the register.
    public let registered: Int
    /// Those of them that answered.
    public let answered: Int
  }

  /// The units of the register, in its order; empty where there is no register.
  public let register: [Unit]
  /// Units that answered and are not on the register.
  public let others: [Unit]
  /// How many are on the register; nothing where there is none, or where it depends on answers who is on it.
  public let registered: Int?
  /// Responses that came in and were not replaced by a revision.
  public let returned: Int
  /// Different units among them.
  public let distinct: Int
  /// By type, in the order in which the register first names them.
  public let types: [Part]
  /// By region, in the order in which the register first names them; a unit of two regions counts in both.
  public let regions: [Part]
  /// What was found in the response files.
  public let findings: Findings

  /// Whether what stands in `regions` adds up to more than the register.
  public var hasUnitsOfSeveralRegions: Bool { register.contains { $0.regions.count > 1 } }

  /// Finds out who has answered.
  ///
  /// - Parameters:
  ///   - unit: The question that says which unit a response is about.
  ///   - forms: The forms that ask it, the first one's register first.
  ///   - files: The response files, one for each form.
  ///   - effort: How they are read.
  /// - Throws: Why a file cannot be read at all.
  public init(
    by unit: Question.Name, forms: [Questionnaire], from files: [ResponseFile],
    effort: ReadingEffort = ReadingEffort()
  ) throws(AnalysisError) {
    let forms = Forms(forms)
    let texts = [unit] + [forms.otherName(of: unit)].compactMap { $0 }
    let need = Dataset.Need(forms: forms, questions: [], texts: texts)
    var data = try Dataset([need], files: files, effort: effort)
    let sources = data.files(of: forms)
    let table = UnitTable(by: unit, of: forms, sources: sources, in: &data)
    var builder = StatusBuilder(unit: unit, forms: forms, data: data, table: table)
    builder.gather()
    let frame = Frame(unit, forms: forms)
    register = (frame?.units ?? []).map { builder.unit($0) }
    others = builder.others(than: Set(register.map(\.code)))
    registered = frame.flatMap { $0.dependsOn.isEmpty ? $0.units.count : nil }
    returned = table.returned
    distinct = table.count
    types = Self.parts(register) { [$0.type] }
    regions = Self.parts(register) { $0.regions.isEmpty ? [""] : $0.regions }
    findings = data.findings
  }

  private static func parts(_ units: [Unit], _ names: (Unit) -> [String]) -> [Part] {
    var order: [String] = []
    var counts: [String: (registered: Int, answered: Int)] = [:]
    for unit in units {
      for name in names(unit) {
        if counts[name] == nil { order.append(name) }
        counts[name, default: (0, 0)].registered += 1
        if unit.hasAnswered { counts[name, default: (0, 0)].answered += 1 }
      }
    }
    return order.map { name in
      let count = counts[name] ?? (0, 0)
      return Part(name: name, registered: count.registered, answered: count.answered)
    }
  }
}
