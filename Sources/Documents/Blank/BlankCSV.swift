public import CSV
internal import Survey

/// A blank form as CSV, `name,number,question,choices,value,state`: `fill --answers` takes it when it is filled.
///
/// First what the form says of itself, then a line a question. `value` takes the names of choices, several separated
/// by spaces; `state` takes `not_applicable` or `unknown` in place of a value.
public struct BlankCSV: Sendable {
  private let form: BlankForm

  /// Names the form.
  public init(_ form: BlankForm) { self.form = form }

  /// The columns.
  public static let columns = ["name", "number", "question", "choices", "value", "state"]

  /// The file.
  ///
  /// - Returns: Its bytes.
  /// - Throws: `CSVWriteError.nulByte` if a text has a NUL.
  public func bytes() throws(CSVWriteError) -> [UInt8] {
    var writer = CSVWriter()
    try writer.append(record: Self.columns)
    for property in form.properties {
      try writer.append(record: [property.name, "", "", "", property.value, ""])
    }
    for line in form.lines {
      let question = ([line.label, line.hint] + line.remarks + line.jumps).filter { !$0.isEmpty }
      try writer.append(record: [
        line.address.description, line.number, question.joined(separator: "\n"), choices(of: line),
        value(of: line), "",
      ])
    }
    return writer.takeBytes()
  }

  private func choices(of line: BlankForm.Line) -> String {
    guard case .boxes(let options, _) = line.space else { return "" }
    return options.map { $0.name == $0.label ? $0.name : "\($0.name) = \($0.label)" }.joined(separator: "\n")
  }

  /// The mechanism that the form is for; whatever else is asked is for others to answer.
  private func value(of line: BlankForm.Line) -> String {
    line.address == form.given?.address ? form.given?.name.text ?? "" : ""
  }
}
