public import Analysis
internal import Survey

/// Figures as JSON, for scripts.
///
/// Keys stand in a fixed order. A figure that compares waves has `waves` in place of `n` and `bases`, and counts in the
/// cells of its rows alone; a choice that a wave did not offer is `"offered": false`. What few figures have stands behind the rows, and only where there is something:
/// `by`, `codebook`, `total`, `filter`, `made`, `notes` (English), and `responses`, which leads from the codes of `who` to the
/// lines of the response files, and from there to the mails and tables that answers came from. In a row, `n` stands where it is not the figure's. A withheld count is null.
public struct JSONReport: Sendable {
  /// The words of the labels.
  public let edition: Edition
  /// The questionnaire that was asked for.
  public let questionnaire: String
  /// Its version.
  public let version: String

  /// Creates the renderer.
  ///
  /// - Parameters:
  ///   - edition: The words of the labels.
  ///   - questionnaire: The questionnaire that was asked for.
  ///   - version: Its version.
  public init(_ edition: Edition, questionnaire: String, version: String) {
    self.edition = edition
    self.questionnaire = questionnaire
    self.version = version
  }

  /// One document for all the figures: a line for each row.
  ///
  /// - Parameters:
  ///   - figures: What was counted.
  ///   - origins: Where single answers came from.
  /// - Returns: A JSON text with a line feed at its end.
  public func json(of figures: [Figure], origins: Origins = Origins()) -> String {
    let start =
      "{\"questionnaire\": \(JSON.string(questionnaire)), \"version\": \(JSON.string(version)), \"figures\": ["
    return start + figures.map { "\n  " + json(of: $0, origins) }.joined(separator: ",") + "]}\n"
  }

  private func json(of figure: Figure, _ origins: Origins) -> String {
    let isOfWaves = !figure.waves.isEmpty
    let head = members(
      [
        ("id", .string(figure.id.text)), ("questions", .strings(figure.questions.map(\.name.text))),
        ("statistic", .string(figure.statistic.rawValue)), ("base", .string(figure.base.rawValue)),
      ] + (isOfWaves ? [] : [("n", .optional(figure.n))]))
    let waves = figure.waves.map { "\n    " + wave($0).description }.joined(separator: ",")
    let rows = figure.rows.map { "\n    " + row($0, in: figure).description }.joined(separator: ",")
    let parts =
      [head, isOfWaves ? "\"waves\": [\(waves)]" : members([("bases", bases(figure.bases))])]
      + ["\"rows\": [\(rows)]"]
      + extras(figure).map { members([$0]) } + responses(figure, origins)
    return "{" + parts.joined(separator: ",\n   ") + "}"
  }

  private func members(_ members: [(key: String, value: JSON)]) -> String {
    JSON.members(members)
  }

  private func json(of repeats: RepeatBases) -> JSON {
    .object([
      ("group", .string(repeats.group.text)), ("units", .integer(repeats.units)),
      ("without", .integer(repeats.without)), ("repeats", .integer(repeats.repeats)),
      ("asked", .integer(repeats.asked)), ("answered", .integer(repeats.answered)),
      ("unknown", .integer(repeats.unknown)),
    ])
  }

  private func wave(_ wave: Wave) -> JSON {
    .object([
      ("wave", .string(wave.name)), ("questions", .strings(wave.questions.map(\.name.text))),
      ("n", .optional(wave.n)), ("bases", bases(wave.bases)), ("sources", .strings(wave.sources.map(\.text))),
    ])
  }

  private func bases(_ bases: Bases) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("registered", .optional(bases.registered)), ("returned", .integer(bases.returned)),
      ("distinct", .integer(bases.distinct)), ("asked", .optional(bases.asked)),
      ("answered", .optional(bases.answered)), ("unknown", .optional(bases.unknown)),
    ]
    if let coded = bases.coded { members.append(("coded", .integer(coded))) }
    return .object(members)
  }

  private func row(_ row: Row, in figure: Figure) -> JSON {
    var members: [(key: String, value: JSON)] = [("code", .optional(row.code))]
    if let state = row.state { members.append(("state", .string(state.rawValue))) }
    members.append(("label", .string(edition.dataLabel(of: row, figure))))
    if figure.waves.isEmpty {
      members.append(("count", .optional(row.count)))
      if row.n != figure.n { members.append(("n", .optional(row.n))) }
      members.append(("share", .optional(row.share)))
    }
    if figure.namesUnits, figure.waves.isEmpty {
      members.append(("who", .strings(row.who.map(\.codeWithRepeats))))
    }
    if !figure.columns.isEmpty {
      members.append(("cells", .array(zip(figure.columns, row.cells).map { cell($1, $0, in: figure) })))
    }
    if figure.namesUnits, !row.quotations.isEmpty {
      members.append(("quotations", .array(row.quotations.map(quotation))))
    }
    return .object(members)
  }

  private func quotation(_ quotation: Quotation) -> JSON {
    .object([
      ("who", .string(quotation.participant.code)), ("text", .optional(quotation.text)),
      ("question", .string(quotation.question.text)), ("evidence", .string(quotation.evidence.text)),
      ("coder", .string(quotation.coder)), ("source", .string(quotation.source)),
      ("response", .string(quotation.trace.response.text)),
    ])
  }

  private func cell(_ cell: Cell, _ column: Column, in figure: Figure) -> JSON {
    var members: [(key: String, value: JSON)] = [("code", .optional(column.code))]
    if let state = column.state { members.append(("state", .string(state.rawValue))) }
    members += [("label", .string(edition.dataLabel(of: column, figure))), ("count", .optional(cell.count))]
    if figure.isDivided { members.append(("n", .optional(column.n))) }
    if !cell.isOffered { members.append(("offered", .bool(false))) }
    members.append(("share", .optional(cell.share)))
    if figure.namesUnits { members.append(("who", .strings(cell.who.map(\.codeWithRepeats)))) }
    return .object(members)
  }

  private func extras(_ figure: Figure) -> [(key: String, value: JSON)] {
    var members: [(key: String, value: JSON)] = []
    if let by = figure.by { members.append(("by", .string(by.name.text))) }
    if let codebook = figure.codebook {
      members.append(
        ("codebook", .object([("file", .string(codebook.name)), ("version", .integer(codebook.version))])))
    }
    if let repeats = figure.repeats { members.append(("repeats", json(of: repeats))) }
    if let total = figure.total { members.append(("total", .integer(total))) }
    if !figure.filter.isEmpty { members.append(("filter", .string(figure.filter))) }
    if figure.isMade { members.append(("made", .bool(true))) }
    if !figure.notes.isEmpty { members.append(("notes", .strings(figure.notes.map(\.description)))) }
    return members
  }

  private func responses(_ figure: Figure, _ origins: Origins) -> [String] {
    let named = [figure].named
    if named.isEmpty { return [] }
    let questions = [figure].questionsOfNamed
    let lines = named.map { unit in
      let traces = unit.responses.map { trace($0, origins.origins(of: $0.response, to: questions)) }
      return "\n    " + members([(unit.code, .array(traces))])
    }
    return ["\"responses\": {\(lines.joined(separator: ","))}"]
  }

  private func trace(_ trace: Trace, _ origins: [Origins.Origin]) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("form", .string(trace.form.text)), ("id", .string(trace.response.text)),
      ("receipt", .string(Receipt(for: trace.response).description)), ("file", .string(trace.shortFile)),
      ("line", .integer(trace.line)),
    ]
    if !origins.isEmpty { members.append(("origins", .array(origins.map(origin)))) }
    return .object(members)
  }

  private func origin(_ origin: Origins.Origin) -> JSON {
    .object([
      ("question", .string(origin.question.description)), ("evidence", .string(origin.evidence)),
      ("source", .string(origin.source)), ("part", .string(origin.part)), ("place", .string(origin.place)),
    ])
  }
}
