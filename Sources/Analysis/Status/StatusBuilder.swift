internal import Calendar
internal import Survey

/// Gathers what each unit sent, also what does not count any more.
struct StatusBuilder {
  private let forms: Forms
  private let unit: Question.Name
  private let data: Dataset
  private let table: UnitTable
  private let identifier: UnitIdentifier
  private var submissions: [UnitIdentity: [StatusReport.Submission]] = [:]

  init(unit: Question.Name, forms: Forms, data: Dataset, table: UnitTable) {
    self.unit = unit
    self.forms = forms
    self.data = data
    self.table = table
    identifier = UnitIdentifier(unit, of: forms, in: data)
  }

  mutating func gather() {
    for place in table.sources.indices {
      let file = data.files[table.sources[place]]
      var counted: Set<Int> = []
      for unit in 0..<table.count {
        if let row = table.row(unit, place) { counted.insert(row) }
      }
      for row in 0..<file.count {
        let standing: StatusReport.Submission.Standing =
          file.isSuperseded[row] ? .superseded : counted.contains(row) ? .counted : .passedOver
        submissions[identifier.identity(row, source: place, file), default: []]
          .append(submission(row, file, standing))
      }
    }
  }

  private func submission(
    _ row: Int, _ file: ResponseRows, _ standing: StatusReport.Submission.Standing
  ) -> StatusReport.Submission {
    let doors = Response.Source.allCases
    let door = Int(file.doors[row])
    let seconds = file.submittedAt[row]
    return StatusReport.Submission(
      trace: file.trace(row), source: door < doors.count ? doors[door] : nil,
      submittedAt: seconds == .min ? nil : Instant(secondsSinceEpoch: Int(seconds)), standing: standing)
  }

  /// A unit of the register, with what it sent.
  func unit(_ choice: Choice) -> StatusReport.Unit {
    let place = forms.choices(of: unit).firstIndex { $0.name == choice.name }
    return unit(choice, place.flatMap { submissions[.listed($0)] } ?? [])
  }

  private func unit(_ choice: Choice, _ submissions: [StatusReport.Submission]) -> StatusReport.Unit {
    let regions = (choice.attributes["regions"] ?? "").split(separator: "|").map { String($0).trimmed }
    return StatusReport.Unit(
      code: choice.name.text, label: choice.label, shortName: choice.attributes["short_name"] ?? "",
      type: choice.attributes["type"] ?? "", regions: regions, submissions: submissions)
  }

  /// The units that sent something and are not among those named.
  func others(than names: Set<String>) -> [StatusReport.Unit] {
    let choices = forms.choices(of: unit)
    return submissions.keys.sorted { $0.precedes($1) }.compactMap { identity in
      let sent = submissions[identity] ?? []
      if case .listed(let place) = identity {
        return names.contains(choices[place].name.text) ? nil : unit(choices[place], sent)
      }
      return StatusReport.Unit(
        code: identifier.name(identity), label: LocalizedText(), shortName: "", type: "", regions: [],
        submissions: sent)
    }
  }
}
