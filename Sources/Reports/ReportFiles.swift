public import Analysis
public import CSV
internal import Survey

/// The files of a report: for each figure a picture and its numbers, and one text that shows them all.
///
/// Nothing is written here; whoever asks for the files does that.
public struct ReportFiles: Sendable {
  /// A kind of file.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case svg, csv, json, markdown, html
    /// A workbook of all figures; `BookReport` makes it, and a worker packs it.
    case xlsx
    /// Drawn by a worker, as `drawings` says.
    case png, pdf
  }

  /// A file that is to be written.
  public struct File: Sendable, Hashable {
    /// Its name, without a folder: letters of ASCII, digits, hyphens, underscores and one full stop.
    public let name: String
    /// What it holds.
    public let bytes: [UInt8]
  }

  /// The words.
  public let edition: Edition
  /// What the report is about: its questionnaire.
  public let questionnaire: String
  /// The questionnaire's version.
  public let version: String
  /// What stands above the figures.
  public let title: String

  /// Creates the renderer.
  ///
  /// - Parameters:
  ///   - edition: The words.
  ///   - questionnaire: What the report is about: its questionnaire.
  ///   - version: The questionnaire's version.
  ///   - title: What stands above the figures in `report.md`; the questionnaire's name where nothing is said.
  public init(_ edition: Edition, questionnaire: String, version: String, title: String = "") {
    self.edition = edition
    self.questionnaire = questionnaire
    self.version = version
    self.title = title.isEmpty ? questionnaire : title
  }

  /// The files of some figures: `figure-2.svg`, `figure-2.csv`, `figure-2.json` for each, then `audit.csv`,
  /// `report.md` and `report.html`.
  ///
  /// - Parameters:
  ///   - figures: What was counted, in the order of the plan.
  ///   - formats: The kinds of files wanted; a report without pictures links none.
  ///   - status: Who has answered; nothing where nobody can tell. Where one of the figures may not name anybody, it
  ///     is not shown: who stands behind a number could be told from who answered at all.
  ///   - audit: What publications say, beside the data; nothing where nothing is claimed.
  ///   - origins: Where single answers came from.
  /// - Returns: The files in the order of the figures; no two names are alike, in whatever case.
  /// - Throws: `CSVWriteError.nulByte` if a text has a NUL.
  public func files(
    for figures: [Figure], formats: Set<Format> = Set(Format.allCases), status: StatusReport? = nil,
    audit: Audit? = nil, origins: Origins = Origins()
  ) throws(CSVWriteError) -> [File] {
    let status = figures.allSatisfy { $0.attribution == .named } ? status : nil
    var files: [File] = []
    var images: [Figure.ID: String] = [:]
    for (figure, name) in zip(figures, figures.fileNames) {
      if formats.contains(.svg) {
        images[figure.id] = name + ".svg"
        files.append(file(name + ".svg", SVGReport(edition).svg(of: figure)))
      }
      if formats.contains(.csv) {
        files.append(File(name: name + ".csv", bytes: try CSVReport(edition).csv(of: [figure])))
      }
      if formats.contains(.json) {
        let report = JSONReport(edition, questionnaire: questionnaire, version: version)
        files.append(file(name + ".json", report.json(of: [figure], origins: origins)))
      }
    }
    if let audit, formats.contains(.csv) {
      files.append(File(name: "audit.csv", bytes: try CSVReport(edition).csv(of: audit)))
    }
    if formats.contains(.markdown) {
      let text = MarkdownReport(edition).markdown(
        of: figures, title: title, images: images, status: status, audit: audit, origins: origins)
      files.append(file("report.md", text))
    }
    if formats.contains(.html) {
      let report = HTMLReport(edition, questionnaire: questionnaire, version: version)
      let text = report.html(of: figures, title: title, status: status, audit: audit, origins: origins)
      files.append(file("report.html", text))
    }
    return files
  }

  /// Which files in the folder of a report look like files of a figure and are of none of these: an earlier plan may have
  /// made them, or a figure had another name.
  ///
  /// - Parameters:
  ///   - names: The names of the files in the folder.
  ///   - figures: All figures of the plan.
  /// - Returns: Those names, in their order.
  public static func leftOver(among names: [String], figures: [Figure]) -> [String] {
    let present = Set(figures.fileNames + ["report", "audit"])
    let endings: Set = ["svg", "png", "pdf", "csv", "json"]
    return names.filter { name in
      let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      return parts.count == 2 && endings.contains(parts[1]) && !parts[0].isEmpty
        && !present.contains(parts[0])
    }
  }

  private func file(_ name: String, _ text: String) -> File { File(name: name, bytes: Array(text.utf8)) }
}
