internal import Analysis
internal import Messages

extension HTMLReport {
  /// The numbers of a figure.
  func table(of figure: Figure, _ worded: WordedFigure, id: String) -> HTML {
    let isPlain = figure.columns.isEmpty
    let body = isPlain ? plainTable(figure, worded) : crossTabulation(figure, worded)
    let kind =
      isPlain ? figure.namesFew ? "plain named" : "plain" : figure.waves.isEmpty ? "grid" : "grid waves"
    let table: HTML = """
      <table class="\(kind)">
      <caption id="\(id).numbers">\(edition.say(.numbers))<span class="hidden"> – \(heading(of: figure))</span></caption>
      \(body)
      </table>
      """
    // A table of many columns is wider than a telephone: it moves by itself, also with keys.
    return isPlain
      ? table
      : "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"\(id).numbers\">\n\(table)\n</div>"
  }

  private func plainTable(_ figure: Figure, _ worded: WordedFigure) -> HTML {
    let say = edition.say
    let hasNames = figure.namesFew
    let names: HTML? = hasNames ? "<th scope=\"col\" class=\"names\">\(say(.who))</th>" : nil
    func row(_ line: WordedFigure.Line) -> HTML {
      let names: HTML? = hasNames ? "<td class=\"names\">\(edition.names(Array(line.names)))</td>" : nil
      return
        "<tr><th scope=\"row\">\(edition.html(line.labelParts))</th><td>\(line.number.count)</td><td>\(line.number.percentage)</td>\(names)</tr>"
    }
    var answers = worded.answers.map(row)
    if answers.isEmpty {
      let width = hasNames ? "4" : "3"
      answers = ["<tr><td colspan=\"\(width)\">\(say(.noAnswerReceived).capitalizedFirst)</td></tr>"]
    }
    return """
      <thead>
      <tr><th scope="col">\(say(.choice))</th><th scope="col">\(say(.count))</th><th scope="col">\(say(.share))</th>\(names)</tr>
      </thead>
      <tbody>
      \(answers)
      </tbody>\(states(worded.states.map(row)))
      """
  }

  private func states(_ rows: [HTML]) -> HTML? {
    rows.isEmpty ? nil : "\n<tbody class=\"states\">\n\(rows)\n</tbody>"
  }

  private func crossTabulation(_ figure: Figure, _ worded: WordedFigure) -> HTML {
    let grid = CrossTabulation(worded, figure, edition)
    let columns = figure.columns.map { edition.html(edition.parts(of: $0, figure)) }
    let others = grid.heads.dropFirst(columns.count).map { HTML($0) }
    let heads = (columns + others).map { "<th scope=\"col\">\($0)</th>" as HTML }
    let rows: [HTML] = grid.rows.enumerated().map { index, row in
      let label = index < worded.lines.count ? edition.html(worded.lines[index].labelParts) : HTML(row.label)
      let cells = row.cells.map { "<td>\($0)</td>" as HTML }
      return "<tr><th scope=\"row\">\(label)</th>\(cells.joined())</tr>"
    }
    let answers = Array(rows.prefix(worded.answers.count))
    let body: HTML? = answers.isEmpty ? nil : "\n<tbody>\n\(answers)\n</tbody>"
    return """
      <thead>
      <tr><td></td>\(heads.joined())</tr>
      </thead>\(body)\(states(Array(rows.dropFirst(answers.count))))
      """
  }
}
