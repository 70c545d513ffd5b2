public import Analysis
internal import Messages
internal import Survey

/// A report as one page of HTML that needs nothing beside itself: no script, no font, no picture of its own.
///
/// Each figure is drawn twice, for a page and for a telephone; a style sheet shows the one that there is room for. By
/// night colours turn dark; in print they never do. Whatever is not in the interface's language says in which it is.
public struct HTMLReport: Sendable {
  /// The words.
  public let edition: Edition
  /// What the report is about: its questionnaire.
  public let questionnaire: String
  /// The questionnaire's version.
  public let version: String

  /// Creates the renderer.
  ///
  /// - Parameters:
  ///   - edition: The words.
  ///   - questionnaire: What the report is about: its questionnaire.
  ///   - version: The questionnaire's version.
  public init(_ edition: Edition, questionnaire: String, version: String) {
    self.edition = edition
    self.questionnaire = questionnaire
    self.version = version
  }

  /// The page: who was asked and who answered, then a section for each figure, then where the answers stand.
  ///
  /// - Parameters:
  ///   - figures: What was counted.
  ///   - title: What stands above them, in the edition's language of the form.
  ///   - status: Who has answered; nothing where nobody can tell.
  ///   - audit: What publications say, beside the data; nothing where nothing is claimed.
  ///   - origins: Where single answers came from.
  /// - Returns: A whole document with a line feed at its end.
  public func html(
    of figures: [Figure], title: String, status: StatusReport? = nil, audit: Audit? = nil,
    origins: Origins = Origins()
  ) -> String {
    let say = edition.say
    let names = figures.fileNames
    let sections =
      [status.map(section)].compactMap { $0 }
      + zip(figures, names).map { section(of: $0, id: $1, origins) }
      + [audit.map(section), traces(of: figures, origins)].compactMap { $0 }
    let heading = edition.html(title, in: edition.language)
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="\(say.language.rawValue)" dir="\(edition.isRightToLeft ? "rtl" : "ltr")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      \(HTML(made: StyleSheet.text))
      </style>
      </head>
      <body>
      <a class="skip" href="#page.report">\(say(.skipToFigures))</a>
      <header>
      <div class="inner">
      <h1>\(heading)</h1>
      <p>\(edition.isolated(version.isEmpty ? questionnaire : "\(questionnaire) · \(version)"))</p>
      </div>
      </header>
      <div class="body">
      <nav aria-labelledby="page.contents">
      <h2 id="page.contents">\(say(.contents))</h2>
      <ol>
      \(links(figures, names, hasStatus: status != nil, hasAudit: audit != nil))
      </ol>
      </nav>
      <main id="page.report">
      \(sections)
      </main>
      </div>
      </body>
      </html>

      """
    return page.source
  }

  private func links(
    _ figures: [Figure], _ names: [String], hasStatus: Bool, hasAudit: Bool
  ) -> [HTML] {
    let status: [HTML] =
      hasStatus ? ["<li><a href=\"#page.status\">\(edition.say(.whoHasAnswered))</a></li>"] : []
    let links: [HTML] = zip(figures, names).map { figure, name in
      "<li><a href=\"#\(name)\">\(heading(of: figure))</a></li>"
    }
    let traces: [HTML] =
      figures.named.isEmpty ? [] : ["<li><a href=\"#page.answers\">\(edition.say(.behindCounts))</a></li>"]
    let audit: [HTML] = hasAudit ? ["<li><a href=\"#page.audit\">\(edition.say(.auditTitle))</a></li>"] : []
    return status + links + audit + traces
  }

  /// The title of a figure.
  func heading(of figure: Figure) -> HTML {
    figure.title.isEmpty ? edition.isolated(figure.id.text) : edition.html(figure.title)
  }

  /// Where the responses of all units stand that a figure names; nothing where none does.
  private func traces(of figures: [Figure], _ origins: Origins) -> HTML? {
    let named = figures.named
    if named.isEmpty { return nil }
    let questions = figures.questionsOfNamed
    let listed = named.prefix(Edition.mostListed)
    let items = listed.map { item(of: $0, to: questions, origins) }
    let more: HTML? = edition.more(than: listed.count, of: named.count).map { "<li>\($0)</li>\n" }
    return """
      <section id="page.answers">
      <h2>\(edition.say(.behindCounts))</h2>
      <ul class="traces">
      \(items)
      \(more)</ul>
      </section>
      """
  }

  /// A unit with the lines of its responses, and below that where its answers came from.
  func item(of unit: Participant, to questions: Set<Question.Name>, _ origins: Origins) -> HTML {
    let trace = edition.trace(of: unit, to: questions, origins)
    let label = edition.say(.labelled, ["name": Self.name, "value": Self.value])
    let parts = label.split(separator: Self.name).flatMap { $0.split(separator: Self.value) }
    let between = parts.first.map(String.init) ?? " "
    let below: HTML? =
      trace.origins.isEmpty
      ? nil : "\n<ul>\n\(trace.origins.map { "<li>\($0)</li>" as HTML })\n</ul>"
    return
      "<li><strong>\(edition.isolated(edition.name(of: unit)))</strong>\(between)\(trace.places)\(below)</li>"
  }

  private static let name = "\u{FFFC}n"
  private static let value = "\u{FFFC}v"
}

extension [Figure] {
  /// The names of the files of the figures, without their ends; no two are alike, in whatever case.
  var fileNames: [String] {
    var taken: Set<String> = []
    return map { figure in
      let name = FileName(figure.id.text).text
      var free = name
      var number = 2
      while !taken.insert(free.lowercased()).inserted {
        free = "\(name)-\(number)"
        number += 1
      }
      return free
    }
  }
}
