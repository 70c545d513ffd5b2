internal import Analysis
internal import Messages
public import Survey

extension Edition {
  /// The name by which a unit is listed: the short one, else the full one, else its code.
  func name(of unit: StatusReport.Unit) -> String {
    if !unit.shortName.isEmpty { return unit.shortName.onOneLine }
    return unit.label.isEmpty ? unit.code.onOneLine : text(unit.label)
  }

  /// What a door is called: `answers file`, `interview`.
  ///
  /// - Parameter source: The door.
  /// - Returns: Words in the interface's language.
  public func name(of source: Response.Source) -> String {
    switch source {
    case .form: say(.doorForm)
    case .line: say(.doorLine)
    case .answers: say(.doorAnswers)
    case .mail: say(.doorMail)
    case .interview: say(.doorInterview)
    case .table: say(.doorTable)
    }
  }

  /// What a type or a region of the register is called; as the register has it where that is none that we know.
  func name(ofPart name: String) -> String {
    let phrase: Phrase? =
      switch name {
      case "rcp": .typeRCP
      case "irf": .typeIRF
      case "global": .typeGlobal
      case "Africa": .regionAfrica
      case "Americas": .regionAmericas
      case "Asia": .regionAsia
      case "Asia and Pacific": .regionAsiaPacific
      case "Europe": .regionEurope
      case "Europe (Eurasia)": .regionEurasia
      case "Global": .regionGlobal
      case "Middle East": .regionMiddleEast
      default: nil
      }
    return phrase.map { say($0).capitalizedFirst } ?? name.onOneLine
  }

  /// How and when a response came, where it stands, and what became of it where it does not count.
  func line(of submission: StatusReport.Submission) -> String {
    var parts: [String] = []
    if let source = submission.source { parts.append(name(of: source)) }
    if let time = submission.submittedAt { parts.append(say.moment(time)) }
    parts.append(place(of: submission.trace))
    return say.list(parts + standing(of: submission))
  }

  /// What became of a response that does not count; nothing of one that does.
  func standing(of submission: StatusReport.Submission) -> [String] {
    switch submission.standing {
    case .counted: []
    case .superseded: [say(.superseded)]
    case .passedOver: [say(.passedOver)]
    }
  }

  /// The first steps of the chain of bases, without what is about one question.
  func chain(of status: StatusReport, arrow: String?) -> String {
    let bases = Bases(
      registered: status.registered, returned: status.returned, distinct: status.distinct, asked: 0,
      answered: 0, unknown: 0, isOfAnswers: false)
    return steps(of: bases).map(\.glued).joined(separator: " \(arrow ?? self.arrow) ")
  }
}
