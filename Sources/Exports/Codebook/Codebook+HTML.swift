internal import Messages
internal import Reports
internal import Survey

extension Codebook {
  /// The codebook as one HTML page that needs nothing else: light and dark, and readable on paper.
  var html: String {
    let contents = entries.enumerated().map { index, entry in
      "<li><a href=\"#q\(index + 1)\">\(entry.title.xml)</a></li>"
    }
    let sections = entries.enumerated().map { section($1, number: $0 + 1) }
    let direction = edition.isRightToLeft ? "rtl" : "ltr"
    return """
      <!DOCTYPE html>
      <html lang="\(edition.say.language.rawValue)" dir="\(direction)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.xml)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header>
      <h1>\(title.xml)</h1>
      \(summary.map { "<p>\($0.xml)</p>" }.joined(separator: "\n"))
      </header>
      <nav aria-label="\(edition.say(.codebookTitle).xml)">
      <ul>
      \(contents.joined(separator: "\n"))
      </ul>
      </nav>
      <main>
      \(sections.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private func section(_ entry: Entry, number: Int) -> String {
    let say = edition.say
    var lines = [
      "<section aria-labelledby=\"q\(number)\">", "<h2 id=\"q\(number)\">\(entry.title.xml)</h2>", "<dl>",
    ]
    var facts = [
      (say(.codebookName), "<code>\(entry.name.xml)</code>"), (say(.type), "<code>\(entry.kind.xml)</code>"),
    ]
    if !entry.group.isEmpty { facts.append((say(.codebookRepeat), "<code>\(entry.group.xml)</code>")) }
    if !entry.relevant.isEmpty {
      let rules = entry.relevant.map { "<code dir=\"ltr\">\($0.xml)</code>" }
      facts.append((say(.codebookAskedIf), rules.joined(separator: " ")))
    }
    lines += facts.map { "<div><dt>\($0.0.xml)</dt><dd>\($0.1)</dd></div>" }
    for wording in entry.wordings where languages.count > 1 && !wording.label.isEmpty {
      let attributes = attributes(of: wording.language)
      let hint = wording.hint.isEmpty ? "" : "<dd\(attributes)><em>\(wording.hint.xml)</em></dd>"
      lines.append(
        "<div><dt>\(wording.language.name.xml)</dt><dd\(attributes)>\(wording.label.xml)</dd>\(hint)</div>")
    }
    lines.append("</dl>")
    if languages.count == 1, let hint = entry.wordings.first?.hint, !hint.isEmpty {
      lines.append("<p\(attributes(of: languages[0]))><em>\(hint.xml)</em></p>")
    }
    lines += ["<p class=\"bases\">\(line(of: entry).xml)</p>"]
    if !entry.categories.isEmpty { lines.append(table(of: entry)) }
    return (lines + ["</section>"]).joined(separator: "\n")
  }

  private func attributes(of language: Language) -> String {
    guard !language.code.isEmpty else { return "" }
    let isRightToLeft = ["ar", "fa", "he", "ur"].contains(language.code.prefix { $0 != "-" })
    return " lang=\"\(language.code.xml)\" dir=\"\(isRightToLeft ? "rtl" : "ltr")\""
  }

  private func table(of entry: Entry) -> String {
    let say = edition.say
    let labels = languages.count == 1 ? [say(.choice)] : languages.map(\.name)
    let heads = [say(.codebookCode)] + labels
    let numbers = [say(.count), say(.share)]
    let rows = entry.categories.map { category in
      let cells = zip(category.labels, languages).map { "<td\(attributes(of: $1))>\($0.xml)</td>" }
      let share = category.share.map { say.share($0) } ?? ""
      return "<tr><th scope=\"row\"><code>\(category.code.xml)</code></th>\(cells.joined())"
        + "<td class=\"n\">\(say.number(category.count).xml)</td><td class=\"n\">\(share.xml)</td></tr>"
    }
    return """
      <div class="table" role="region" aria-label="\(entry.name.xml)" tabindex="0"><table>
      <caption>\(entry.title.xml)</caption>
      <thead><tr>\(heads.map { "<th scope=\"col\">\($0.xml)</th>" }.joined())\
      \(numbers.map { "<th scope=\"col\" class=\"n\">\($0.xml)</th>" }.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>
      """
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1b1f24; --soft: #4a5360; --paper: #fff; --line: #c9d1da; --link: #0b4f8a; \
    --shade: #f2f5f8 }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8ebef; --soft: #b3bcc7; --paper: #14181d; --line: #3a434e; \
    --link: #8cc4ff; --shade: #1d232a } }
    body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper); color: var(--ink); \
    font: 1rem/1.5 system-ui, sans-serif }
    h1 { font-size: 1.6rem; line-height: 1.25 }
    h2 { font-size: 1.15rem; line-height: 1.3; margin: 2rem 0 .5rem; border-top: 1px solid var(--line); padding-top: 1rem }
    a { color: var(--link) }
    nav ul { columns: 22rem; column-gap: 2.5rem; padding-inline-start: 1.2rem }
    nav li { break-inside: avoid }
    dl { margin: 0 } dl > div { display: grid; grid-template-columns: 8rem 1fr; gap: 0 .6rem }
    dt { color: var(--soft) } dd { margin: 0; grid-column: 2 }
    code { font-family: ui-monospace, monospace; font-size: .92em; overflow-wrap: anywhere }
    th code { overflow-wrap: normal }
    .bases { font-weight: 600; margin: .5rem 0 }
    .table { overflow-x: auto }
    table { border-collapse: collapse; width: 100% }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    th, td { text-align: start; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid var(--line); \
    font-weight: normal }
    thead th { background: var(--shade); font-weight: 600 }
    .n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap }
    @media print { nav { display: none } section { break-inside: avoid } body { max-width: none } }
    """
}
