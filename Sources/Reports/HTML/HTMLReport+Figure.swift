internal import Analysis
internal import Messages
internal import Survey

extension HTMLReport {
  /// A figure: its question, its drawing with what is counted, its numbers, and who stands behind them.
  ///
  /// - Parameters:
  ///   - figure: What was counted.
  ///   - id: Its name on the page; it may not be that of another part of it.
  ///   - origins: Where single answers came from.
  /// - Returns: A section.
  func section(of figure: Figure, id: String, _ origins: Origins) -> HTML {
    let worded = WordedFigure(figure, edition)
    let made: HTML? = worded.made.map { "<p class=\"made\">\($0)</p>\n" }
    let questions = edition.htmlQuestions(of: figure).map { "<p class=\"question\">\($0)</p>\n" as HTML }
    let notes = worded.notes.map { "<li>\($0)</li>" as HTML }
    return """
      <section class="figure" id="\(id)">
      <div class="whole">
      <h2>\(heading(of: figure))</h2>
      \(made)\(questions.joined())<figure>
      \(drawing(of: figure, worded, .wide, id: id))
      \(drawing(of: figure, worded, .narrow, id: id))
      <figcaption>
      <p>\(edition.paragraph(worded.counting))</p>
      \(figure.chains.map { chain(of: figure, $0, $1) })
      </figcaption>
      </figure>
      </div>
      \(table(of: figure, worded, id: id))
      \(quotations(in: worded))\(notes.isEmpty ? nil : "<ul class=\"notes\">\n\(notes)\n</ul>\n")\(behind(figure, origins))<p class="origin">\(origin(of: figure, worded))</p>
      </section>
      """
  }

  private func drawing(
    of figure: Figure, _ worded: WordedFigure, _ layout: FigureDrawing.Layout, id: String
  ) -> HTML {
    HTML(made: SVGReport(edition).drawing(of: figure, worded, layout, id: id))
  }

  /// A chain of bases, with the step that shares are shares of marked, below the wave that it is of.
  private func chain(of figure: Figure, _ wave: String?, _ bases: Bases) -> HTML {
    let unknown = (Phrase.unknown, edition.base(bases.unknown))
    let head: HTML? = wave.map { "<p class=\"wave\">\(edition.isolated($0))</p>\n" }
    let steps = chain(
      edition.namedSteps(of: bases), marked: figure.hasShares ? edition.name(of: figure.base) : nil,
      last: bases.isOfAnswers ? unknown : nil)
    return "\(head)\(steps)"
  }

  /// Steps of the chain of bases.
  ///
  /// - Parameters:
  ///   - steps: From the register down.
  ///   - marked: The step that shares are shares of.
  ///   - last: What stands beside the chain, and is no step of it.
  /// - Returns: A list.
  func chain(
    _ steps: [(name: Phrase, number: String)], marked: String? = nil,
    last: (name: Phrase, number: String)? = nil
  ) -> HTML {
    let items: [HTML] = steps.map { step in
      let kind: HTML = edition.say(step.name) == marked ? " class=\"base\"" : ""
      return "<li\(kind)>\(edition.say(step.name)) <b>\(step.number)</b></li>"
    }
    let end: [HTML] =
      last.map { ["<li class=\"aside\">\(edition.say($0.name)) <b>\($0.number)</b></li>"] } ?? []
    return "<ol class=\"chain\">\n\(items + end)\n</ol>"
  }

  /// What people said, below the bars that stand for it.
  private func quotations(in worded: WordedFigure) -> HTML? {
    let lines = worded.lines.filter { !$0.quotations.isEmpty }
    if lines.isEmpty { return nil }
    let groups: [HTML] = lines.map { line in
      let quotes: [HTML] = line.quotations.map { quotation in
        "<li><blockquote dir=\"auto\">\(quotation.text)</blockquote>\n<p>\(edition.isolated(quotation.who))</p></li>"
      }
      return "<h4>\(edition.html(line.labelParts))</h4>\n<ul>\n\(quotes)\n</ul>"
    }
    return "<div class=\"quotations\">\n<h3>\(edition.say(.inTheirWords))</h3>\n\(groups)\n</div>\n"
  }

  /// Who stands behind each number, and where their responses are to be found.
  private func behind(_ figure: Figure, _ origins: Origins) -> HTML? {
    guard figure.namesUnits else { return nil }
    let questions = [figure].questionsOfNamed
    let isTraced = figure.namesFew
    let groups: [HTML] = behind(figure).map { label, units in
      if !isTraced {
        let listed = units.prefix(Edition.mostListed).map(edition.name)
        let more: HTML? = edition.more(than: listed.count, of: units.count).map { " \($0)" }
        return "<p><b>\(label)</b> \(edition.names(listed))\(more)</p>"
      }
      return "<p><b>\(label)</b></p>\n<ul>\n\(units.map { item(of: $0, to: questions, origins) })\n</ul>"
    }
    if groups.isEmpty { return nil }
    return """
      <details>
      <summary>\(edition.say(.whoStandsBehind))</summary>
      \(groups)
      </details>

      """
  }

  private func behind(_ figure: Figure) -> [(label: HTML, units: [Participant])] {
    let rows = figure.orderedAnswers + figure.rows.filter { !$0.isAnswer }
    return rows.flatMap { row in
      let label = edition.html(edition.parts(of: row, figure))
      if figure.columns.isEmpty { return row.who.isEmpty ? [] : [(label, row.who)] }
      let parts: [(HTML, [Participant])] = zip(figure.columns, row.cells).filter { !$1.who.isEmpty }
        .map { ("\(label) / \(edition.html(edition.parts(of: $0, figure)))", $1.who) }
      return parts.isEmpty && !row.who.isEmpty ? [(label, row.who)] : parts
    }
  }

  private func origin(of figure: Figure, _ worded: WordedFigure) -> HTML {
    let hasFilter = !figure.filter.isEmpty
    let filter: HTML =
      "\(edition.labelled(edition.say(.filter), ""))<code dir=\"ltr\">\(figure.filter.onOneLine)</code>"
    let others = worded.origin.dropFirst(hasFilter ? 1 : 0).map { HTML($0) }
    return HTML(made: ((hasFilter ? [filter] : []) + others).map(\.source).joined(separator: "<br>\n"))
  }
}

extension Figure {
  /// Whether its units are so few that one can look for a name among them.
  var namesFew: Bool { namesUnits && unit != nil && largestBase <= FigureDrawing.mostNamed }
}
