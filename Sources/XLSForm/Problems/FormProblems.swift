/// All that is wrong with a form that cannot be used: its errors, and the warnings beside them.
public struct FormProblems: Error, Sendable, Hashable {
  /// The problems in the order of the file; at least one is an error.
  public let problems: [FormProblem]

  /// Those that keep the form from being used, in the order of the file.
  public var errors: [FormProblem] { problems.filter { $0.severity == .error } }

  /// Those that do not.
  public var warnings: [FormProblem] { problems.filter { $0.severity == .warning } }

  /// Puts problems in the order of the file and leaves out what is said twice.
  ///
  /// - Parameters:
  ///   - problems: The problems in any order.
  ///   - file: The form's own file, whose problems come first; those of list files follow, file by file.
  ///   - sheets: The sheets of a workbook in their order.
  init(_ problems: [FormProblem], of file: String, sheets: [String] = []) {
    let order = Dictionary(zip(sheets, 1...), uniquingKeysWith: { first, _ in first })
    var files = [file: 0]
    for problem in problems where files[problem.place.file] == nil { files[problem.place.file] = files.count }
    var known: Set<FormProblem> = []
    self.problems = problems.enumerated()
      .filter { known.insert($0.element).inserted }
      .map {
        let place = $0.element.place
        let sheet = place.isInWorkbook ? place.sheet.flatMap { order[$0] } ?? 0 : 0
        return (key: (files[place.file] ?? 0, sheet, place.line ?? 0, $0.offset), problem: $0.element)
      }
      .sorted { $0.key < $1.key }
      .map(\.problem)
  }
}

extension FormProblems: CustomStringConvertible {
  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
