internal import Digests
internal import ResponseFiles
internal import Survey

extension ColumnKeeper {
  /// All on which it depends what the columns are.
  static func fingerprint(
    of domains: [Domain], _ header: ResponseHeader, _ reader: ResponseRowsReader
  ) -> FastHash {
    var writer = ByteRecordWriter()
    // Raise this where the meaning of a cell changes.
    writer.append("iscm columns, meaning 3")
    writer.append(UInt64(reader.effort.grain.mostUnlisted))
    writer.append(reader.form.id.text)
    writer.append(reader.form.version)
    writer.append(reader.table.group?.text ?? "")
    writer.append(list: header.names) { $0.append($1) }
    let history = reader.form.history
    writer.append(list: history.questions.map { "\($0.key) \($0.value)" }.sorted()) { $0.append($1) }
    writer.append(list: history.retiredQuestions.map(\.text)) { $0.append($1) }
    writer.append(list: history.versions.sorted()) { $0.append($1) }
    let retired = history.retiredChoices.map { "\($0.key) \($0.value.map(\.text).sorted())" }
    writer.append(list: retired.sorted()) { $0.append($1) }
    for domain in domains {
      writer.append(domain.question.name.text)
      writer.append("\(domain.question.kind)")
      writer.append(list: domain.choices.map(\.name.text)) { $0.append($1) }
      let earlier = reader.form.question(domain.question.name)?.list.flatMap { history.choices[$0] } ?? [:]
      writer.append(list: earlier.map { "\($0.key) \($0.value)" }.sorted()) { $0.append($1) }
    }
    return FastHash(of: writer.bytes)
  }
}
