internal import Messages
internal import Survey
internal import Reports

extension Codebook {
  /// The codebook as Markdown, with a line feed at its end.
  var markdown: String {
    let say = edition.say
    var blocks = ["# " + title.markdown] + summary.map(\.markdown)
    for entry in entries {
      blocks.append("## " + entry.title.markdown)
      var facts = [
        edition.labelled(say(.codebookName).markdown, "`\(entry.name)`"),
        edition.labelled(say(.type).markdown, "`\(entry.kind)`"),
      ]
      if !entry.group.isEmpty {
        facts.append(edition.labelled(say(.codebookRepeat).markdown, "`\(entry.group)`"))
      }
      if !entry.relevant.isEmpty {
        let rules = entry.relevant.map { "`\($0.onOneLine.replacing("`", with: "'"))`" }
        facts.append(edition.labelled(say(.codebookAskedIf).markdown, rules.joined(separator: ", ")))
      }
      for wording in entry.wordings {
        let name = wording.language.name
        if languages.count > 1, !wording.label.isEmpty {
          facts.append(edition.labelled(name.markdown, wording.label.markdown))
        }
        if !wording.hint.isEmpty { facts.append("*\(wording.hint.markdown)*") }
      }
      blocks.append(facts.map { "- " + $0 }.joined(separator: "\n"))
      blocks.append("**\(line(of: entry).markdown)**")
      if !entry.categories.isEmpty { blocks.append(table(of: entry)) }
    }
    if edition.isRightToLeft { blocks = ["<div dir=\"rtl\">"] + blocks + ["</div>"] }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func table(of entry: Entry) -> String {
    let say = edition.say
    let labels = languages.count == 1 ? [say(.choice)] : languages.map(\.name)
    let heads = [say(.codebookCode)] + labels + [say(.count), say(.share)]
    var lines = [heads.map(\.markdown), ["---"] + labels.map { _ in "---" } + ["---:", "---:"]]
    for category in entry.categories {
      lines.append(
        ["`\(category.code)`"] + category.labels.map(\.markdown) + [
          say.number(category.count), category.share.map { say.share($0) } ?? "",
        ])
    }
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}
