public import Analysis
internal import Messages
public import Survey

/// Figures as Markdown (CommonMark with the tables of GitHub), a section for each.
public struct MarkdownReport: Sendable {
  /// The words.
  public let edition: Edition
  /// The level of a figure's heading, from 1 to 6.
  public let level: Int

  /// Creates the renderer.
  ///
  /// - Parameters:
  ///   - edition: The words.
  ///   - level: The level of a figure's heading; what is below 1 or above 6 counts as that.
  public init(_ edition: Edition, level: Int = 2) {
    self.edition = edition
    self.level = min(max(level, 1), 6)
  }

  /// The figures in order; behind the last stands where the responses of all units that they name are to be found.
  ///
  /// - Parameters:
  ///   - figures: What was counted.
  ///   - title: What stands above them, a level higher than their own headings; nothing for none.
  ///   - images: The address of each figure's picture, where it has one.
  ///   - status: Who has answered; nothing where nobody can tell, or where it is not to be shown.
  ///   - audit: What publications say, beside the data; nothing where nothing is claimed.
  ///   - origins: Where single answers came from.
  /// - Returns: Markdown with a line feed at its end.
  public func markdown(
    of figures: [Figure], title: String = "", images: [Figure.ID: String] = [:], status: StatusReport? = nil,
    audit: Audit? = nil, origins: Origins = Origins()
  ) -> String {
    var blocks = title.isEmpty ? [] : [heading(title, level: max(level - 1, 1))]
    if let status { blocks += self.blocks(of: status) }
    blocks += figures.flatMap { self.blocks(of: $0, image: images[$0.id]) }
    if let audit {
      blocks.append(heading(edition.say(.auditTitle)))
      blocks += self.blocks(of: audit, level: level + 1)
    }
    let traces = edition.traces(of: figures, origins)
    if !traces.isEmpty {
      blocks.append(heading(edition.say(.behindCounts)))
      let lines = traces.flatMap { ["- \($0.text.markdown)"] + $0.origins.map { "  - \($0.markdown)" } }
      blocks.append(lines.joined(separator: "\n"))
    }
    if edition.isRightToLeft { blocks = ["<div dir=\"rtl\">"] + blocks + ["</div>"] }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  func heading(_ title: String, level: Int? = nil) -> String {
    String(repeating: "#", count: level ?? self.level) + " " + title.markdown
  }

  private func blocks(of figure: Figure, image: String?) -> [String] {
    let worded = WordedFigure(figure, edition)
    var blocks = [heading(worded.title)]
    if let made = worded.made { blocks.append("> **\(made.markdown)**") }
    blocks += worded.questions.map(\.markdown)
    if let image { blocks.append("![\(worded.title.markdown)](<\(image)>)") }
    blocks += figure.columns.isEmpty ? [table(worded, figure)] : crossTabulation(worded, figure)
    blocks += quotations(in: worded)
    blocks.append("**\(edition.paragraph(worded.counting).markdown)**")
    blocks += edition.chains(of: figure).map(\.markdown)
    blocks.append((worded.notes + worded.origin).map { "- \($0.markdown)" }.joined(separator: "\n"))
    return blocks
  }

  private func table(_ worded: WordedFigure, _ figure: Figure) -> String {
    let say = edition.say
    var heads = [say(.choice), say(.count), say(.share)]
    if figure.namesUnits { heads.append(say(.who)) }
    var rows = worded.lines.map { line in
      let names = figure.namesUnits ? [edition.listOfMany(line.names).markdown] : []
      return [cell(line), line.number.count.markdown, line.number.percentage.markdown] + names
    }
    if worded.answers.isEmpty {
      let none = [say(.noAnswerReceived).capitalizedFirst.markdown]
      rows.insert(none + heads.dropFirst().map { _ in "" }, at: 0)
    }
    let lines = [heads.map(\.markdown), ["---", "---:", "---:"] + (figure.namesUnits ? ["---"] : [])] + rows
    return lines.map(tableLine).joined(separator: "\n")
  }

  private func crossTabulation(_ worded: WordedFigure, _ figure: Figure) -> [String] {
    let grid = CrossTabulation(worded, figure, edition)
    var lines = [[""] + grid.heads.map(\.markdown), ["---"] + grid.heads.map { _ in "---:" }]
    for (index, row) in grid.rows.enumerated() {
      let isAnswer = index < worded.answers.count
      let label = isAnswer ? row.label.markdown : "*\(row.label.markdown)*"
      lines.append([label] + row.cells.map(\.markdown))
    }
    let names = worded.lines.flatMap { line in
      // What is no code has no evidence by which its names could stand.
      if worded.tellsEvidence, line.state != nil, !line.names.isEmpty {
        return ["- " + edition.labelled(line.label, edition.listOfMany(line.names)).markdown]
      }
      return zip(worded.columns, line.parts).filter { !$1.names.isEmpty }.map { column, part in
        "- " + edition.labelled("\(line.label) / \(column.label)", edition.listOfMany(part.names)).markdown
      }
    }
    return [lines.map(tableLine).joined(separator: "\n")]
      + (names.isEmpty ? [] : [names.joined(separator: "\n")])
  }

  /// What people said, below the rows that stand for it.
  private func quotations(in worded: WordedFigure) -> [String] {
    worded.lines.filter { !$0.quotations.isEmpty }.flatMap { line in
      ["**\(edition.labelled(line.label, edition.say(.inTheirWords)).markdown)**"]
        + line.quotations.map { quotation in
          "> \(quotation.text.markdown)\n> – \(quotation.who.markdown)"
        }
    }
  }

  private func cell(_ line: WordedFigure.Line) -> String {
    line.state == nil ? line.label.markdown : "*\(line.label.markdown)*"
  }

  func tableLine(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
