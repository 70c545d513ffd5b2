internal import Analysis
internal import Messages

extension Edition {
  /// A figure in full sentences: everything that its picture shows, for those who cannot see it.
  func description(of figure: Figure, _ worded: WordedFigure) -> [String] {
    let rows = worded.lines.map { line in
      var parts = [figure.waves.isEmpty ? labelled(line.label, line.number.whole) : line.label]
      if !line.names.isEmpty { parts.append(listOfMany(line.names)) }
      let cells = zip(worded.columns, line.parts).map { column, part in
        let names = part.names.isEmpty || !figure.isDivided ? "" : " [\(listOfMany(part.names))]"
        return "\(column.label) \(part.number.whole)\(names)"
      }
      if !cells.isEmpty { parts.append(say.list(cells)) }
      return parts.joined(separator: " – ")
    }
    var bases: [String] = []
    if figure.isDivided {
      let columns = worded.columns.map { "\($0.label) \(base($0.n))" }
      bases.append(labelled(say(.base).capitalizedFirst, say.list(columns)))
    }
    let none = worded.answers.isEmpty ? [say(.noAnswerReceived).capitalizedFirst] : []
    return [worded.made].compactMap { $0 } + worded.questions + none + rows + bases
      + [paragraph(worded.counting)] + chains(of: figure) + worded.notes + worded.origin
  }
}
