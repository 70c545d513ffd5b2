internal import Analysis
internal import Reports
internal import ResponseFiles
internal import Survey

extension ProjectSurvey {
  /// Where the answers behind figures came from, of responses that came by mail or in a table.
  ///
  /// - Parameters:
  ///   - figures: The figures; those that name nobody lead nowhere.
  ///   - plan: The plan that they are of.
  /// - Returns: What `provenance.csv` knows of each answer.
  /// - Throws: `Failure` where that cannot be read.
  func origins(behind figures: [Figure], of plan: ProjectPlan) throws(Failure) -> Origins {
    let named = figures.filter { $0.showsWho && $0.attribution == .named }
    var found: [Response.ID: [Origins.Origin]] = [:]
    for form in Set(named.flatMap(\.sources)).compactMap({ plan.forms[$0] }) {
      do {
        let rows = try folder(of: form).provenance().rows
        found.merge(rows.mapValues { Self.origins($0) }) { first, _ in first }
      } catch {
        throw Failure(.unusableInput, "\(error)")
      }
    }
    return Origins(found)
  }

  /// What stands in a mail or a table, or was worked out or decided beside one: what was typed in has other sources.
  private static func origins(_ rows: [Provenance]) -> [Origins.Origin] {
    let evidence = Set(rows.map(\.evidence))
    let door: Response.Source = evidence.contains(.table) ? .table : .mail
    return rows.filter { $0.isOfOriginal }.map {
      Origins.Origin(
        question: $0.question, evidence: $0.evidence.text, door: door, source: $0.source, part: $0.part,
        place: $0.place)
    }
  }
}

extension Provenance {
  /// Whether its source is the hash of a mail or a table.
  fileprivate var isOfOriginal: Bool { source.utf8.count == 64 && source.allSatisfy(\.isHexDigit) }
}
