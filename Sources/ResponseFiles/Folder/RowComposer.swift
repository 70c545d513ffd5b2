internal import Calendar
internal import Survey

/// Responses as rows, for each file.
struct RowComposer {
  let layout: ResponseLayout

  /// The row of a response in the main file.
  func row(of response: Response) -> ComposedRow {
    var row = row(of: response.answers, in: layout.main)
    let metadata: [ResponseMetadata: String] = [
      .instanceID: response.id.text, .formID: response.formID.text, .formVersion: response.formVersion,
      .source: response.source.rawValue, .startedAt: response.startedAt?.description ?? "",
      .submittedAt: response.submittedAt?.description ?? "", .supersedes: response.supersedes?.text ?? "",
    ]
    for (column, cell) in metadata { row.cells[column.heading] = cell }
    // Where the form asks who submits, the answer stands there already.
    let submitter = ResponseMetadata.submittedBy.heading
    if (row.cells[submitter] ?? "").isEmpty { row.cells[submitter] = response.submittedBy }
    return row
  }

  /// The rows of a response in the files of the repeat groups.
  func repeats(of response: Response) -> [Group.Name: [ComposedRow]] {
    var rows: [Group.Name: [ComposedRow]] = [:]
    add(response.answers, key: response.id.text, directlyIn: nil, to: &rows)
    return rows
  }

  private func add(
    _ answers: Response.Answers, key: String, directlyIn outer: Group.Name?,
    to rows: inout [Group.Name: [ComposedRow]]
  ) {
    for table in layout.children where table.repeats.dropLast().last == outer {
      guard let group = table.group else { continue }
      for (index, each) in (answers.repeats[group] ?? []).enumerated() {
        let own = table.key(number: index + 1, in: key)
        var row = row(of: each, in: table)
        row.cells[ResponseMetadata.parentKey.heading] = key
        row.cells[ResponseMetadata.key.heading] = own
        rows[group, default: []].append(row)
        add(each, key: own, directlyIn: group, to: &rows)
      }
    }
  }

  private func row(of answers: Response.Answers, in table: ResponseTable) -> ComposedRow {
    var row = ComposedRow()
    var lists: [ResponseMetadata: [String]] = [:]
    for column in table.columns {
      guard let question = column.question else { continue }
      switch answers[question.name] {
      case .answered(let answer): row.cells[column.heading] = answer.cell
      case .blank: row.blanks.insert(column.heading)
      case .notApplicable, .unknown, .notAsked: break
      }
    }
    for question in table.questions {
      switch answers[question.name] {
      case .notApplicable: lists[.notApplicable, default: []].append(question.name.text)
      case .unknown: lists[.unknown, default: []].append(question.name.text)
      case .notAsked: lists[.notAsked, default: []].append(question.name.text)
      case .answered, .blank: break
      }
    }
    lists[.unknown, default: []] += RepeatWord.words(for: answers.unknownRepeats)
    lists[.notAsked, default: []] += RepeatWord.words(for: answers.unaskedRepeats)
    for list in ResponseMetadata.lists {
      row.cells[list.heading] = (lists[list] ?? []).joined(separator: " ")
    }
    return row
  }
}
