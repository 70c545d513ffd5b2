internal import Analysis
internal import Messages

extension Edition {
  /// A figure in full sentences: everything that its picture shows, for those who cannot see it.
  func description(of figure: Figure, _ worded: WordedFigure) -> [String] {
    let rows = worded.lines.map { line in
      var parts = [labelled(line.label, line.number.whole)]
      if !line.names.isEmpty { parts.append(say.list(line.names)) }
      let cells = zip(worded.columns, line.parts).map { column, part in
        let names = part.names.isEmpty || figure.by == nil ? "" : " [\(say.list(part.names))]"
        return "\(column.label) \(part.number.whole)\(names)"
      }
      if !cells.isEmpty { parts.append(say.list(cells)) }
      return parts.joined(separator: " – ")
    }
    var bases: [String] = []
    if figure.by != nil {
      let columns = worded.columns.map { "\($0.label) \($0.n.map(say.number) ?? say(.suppressed))" }
      bases.append(labelled(say(.base).capitalizedFirst, say.list(columns)))
    }
    let none = worded.answers.isEmpty ? [say(.noAnswerReceived).capitalizedFirst] : []
    return [worded.made].compactMap { $0 } + worded.questions + none + rows + bases
      + [paragraph(worded.counting), chain(of: figure.bases)] + worded.notes + worded.origin
  }
}
