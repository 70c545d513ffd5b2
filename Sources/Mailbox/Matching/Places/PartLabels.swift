internal import Survey

/// The labels of the parts of a compound question, by which their answers are told apart in one cell.
struct PartLabels {
  private let parts: [(name: Question.Name, labels: [[String]])]

  init(_ questions: [Question], in key: FormKey) {
    parts = questions.map { question in
      let number = key.numbering.label(of: question.name) ?? ""
      let letters = number.drop(while: \.isNumber).lowercased()
      let labels = question.wording.label.languages.compactMap { question.wording.label[$0]?.letterWords }
      let lettered =
        letters.isEmpty ? [] : labels.map { [letters] + $0 } + labels.map { [number.lowercased()] + $0 }
      return (question.name, (lettered + labels).filter { !$0.isEmpty })
    }
  }

  /// The answers behind the labels.
  ///
  /// - Parameter text: The cell: each label begins a line, and stands in the order of the form.
  /// - Returns: Each part that has a label, and what stands behind it; nothing where anything stands before the first
  ///   label, or where a label stands twice or out of order.
  func split(_ text: String) -> [(Question.Name, String)]? {
    var found: [(part: Int, text: String)] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if let (part, rest) = start(of: line) {
        guard part > found.last?.part ?? -1 else { return nil }
        found.append((part, rest))
      } else if found.isEmpty {
        guard line.isRuled else { return nil }
      } else {
        found[found.count - 1].text += "\n" + line
      }
    }
    return found.isEmpty ? nil : found.map { (parts[$0.part].name, $0.text) }
  }

  /// The part whose label a line begins with, and what stands behind it.
  private func start(of line: Substring) -> (part: Int, rest: String)? {
    let words = line.parts
    var best: (part: Int, count: Int)?
    for part in parts.indices {
      for label in parts[part].labels where label.count > best?.count ?? 0 {
        var count = 0
        var letters: [String] = []
        for word in words where letters.count < label.count {
          count += 1
          let own = Word(word).letters
          if !own.isEmpty { letters.append(own) }
        }
        // French sets a space before its marks.
        while count < words.count, words[count].allSatisfy({ ":?.;".contains($0) }) { count += 1 }
        let ends = words.prefix(count).last.map { ":?.".contains($0.last ?? " ") } ?? false
        if letters == label, ends || count == words.count { best = (part, count) }
      }
    }
    guard let best else { return nil }
    let rest = words.count > best.count ? String(line[words[best.count].startIndex...]) : ""
    return (best.part, rest)
  }
}
