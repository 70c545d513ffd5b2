internal import CSV
internal import Reports
internal import ResponseFiles
internal import Survey

/// Makes a Frictionless data package: the tables as CSV, and `datapackage.json`, which says what stands in them.
///
/// The descriptor follows Data Package 1.0 and Table Schema 1.0 of frictionlessdata.io.
struct PackageMaker {
  private let export: Export

  init(_ export: Export) {
    var plain = export
    // Codes and names as the schema has them.
    plain.options.showsLabels = false
    plain.options.hasTags = false
    plain.options.isSpreadsheetSafe = false
    self.export = plain
  }

  /// The files, in a folder of their own.
  func files() throws(CSVWriteError) -> [ExportFile] {
    let folder = "datapackage/"
    var files = [ExportFile(folder + "datapackage.json", text: descriptor.indented() + "\n")]
    for table in export.tables {
      files.append(ExportFile(name: folder + path(of: table), contents: .bytes(try export.csv(of: table))))
    }
    for (name, rows) in [("questions", export.questionRows), ("choices", export.choiceRows)] {
      files.append(ExportFile(name: "\(folder)\(name).csv", contents: .bytes(try export.bytes(of: rows))))
    }
    return files
  }

  private func path(of table: ExportTable) -> String {
    (table.layout.group.map { "responses-" + $0.text.fileName } ?? "responses") + ".csv"
  }

  /// A name as data packages have it: small letters, digits, `.`, `_` and `-`.
  private func name(_ text: String) -> String {
    String(
      text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" })
  }

  private func name(of table: ExportTable) -> String {
    table.layout.group.map { name("responses-" + $0.text) } ?? "responses"
  }

  private var descriptor: JSON {
    let edition = export.edition
    return .object([
      ("profile", .string("tabular-data-package")), ("name", .string(name(export.questionnaire.id.text))),
      ("title", .string(edition.plainText(export.questionnaire.title))),
      ("description", .string(export.summary.joined(separator: " "))),
      ("version", .string(export.questionnaire.version)),
      (
        "resources",
        .array(
          export.tables.map(resource) + [
            list("questions", export.questionRows[0], key: ["name"]),
            list("choices", export.choiceRows[0], key: ["list", "name"]),
          ])
      ),
    ])
  }

  private func resource(_ table: ExportTable) -> JSON {
    var schema: [(key: String, value: JSON)] = [
      ("fields", .array(table.columns.map { field($0, in: table) })), ("missingValues", .strings([""])),
    ]
    if table.layout.group != nil {
      let outer = table.layout.repeats.dropLast().last
      let parent = export.tables.first { $0.layout.group == outer }
      let key = outer == nil ? ResponseMetadata.instanceID.heading : ResponseMetadata.key.heading
      schema.append(("primaryKey", .strings([ResponseMetadata.key.heading])))
      schema.append(
        (
          "foreignKeys",
          .array([
            .object([
              ("fields", .strings([ResponseMetadata.parentKey.heading])),
              (
                "reference",
                .object([
                  ("resource", .string(parent.map { name(of: $0) } ?? "responses")),
                  ("fields", .strings([key])),
                ])
              ),
            ])
          ])
        ))
    } else {
      schema.append(("primaryKey", .strings([ResponseMetadata.instanceID.heading])))
    }
    return resource(name(of: table), path: path(of: table), schema: schema)
  }

  private func resource(_ name: String, path: String, schema: [(key: String, value: JSON)]) -> JSON {
    .object([
      ("profile", .string("tabular-data-resource")), ("name", .string(name)), ("path", .string(path)),
      ("format", .string("csv")), ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
      ("schema", .object(schema)),
    ])
  }

  private func list(_ name: String, _ headings: [String], key: [String]) -> JSON {
    let fields = headings.map { JSON.object([("name", .string($0)), ("type", .string("string"))]) }
    return resource(
      name, path: name + ".csv",
      schema: [
        ("fields", .array(fields)), ("missingValues", .strings([""])), ("primaryKey", .strings(key)),
      ])
  }

  private func field(_ column: ExportColumn, in table: ExportTable) -> JSON {
    let kind = table.kind(of: column)
    var members: [(key: String, value: JSON)] = [
      ("name", .string(column.name)), ("type", .string(kind.schemaType)),
    ]
    switch column.content {
    case .metadata(let metadata, _):
      if metadata == .instanceID || metadata == .key {
        members.append(("constraints", .object([("required", .bool(true)), ("unique", .bool(true))])))
      }
    case .question(let question):
      members.append(("title", .string(export.label(of: question))))
      let hint = export.edition.plainText(question.wording.hint)
      if !hint.isEmpty { members.append(("description", .string(hint))) }
      if case .choice = kind {
        let names = ExportTable.choices(of: question, in: export.questionnaire, table.rows).map(\.text)
        members.append(("constraints", .object([("enum", .strings(names))])))
      }
    case .choice(let question, let choice):
      let label = question.list.map { export.label(of: choice, in: $0) } ?? choice.text
      members.append(("title", .string("\(export.label(of: question)) / \(label)")))
      members.append(("constraints", .object([("enum", .array([.integer(0), .integer(1)]))])))
    }
    return .object(members)
  }
}

extension ColumnKind {
  /// The type of Table Schema.
  fileprivate var schemaType: String {
    switch self {
    case .text, .names, .choice: "string"
    case .integer, .flag: "integer"
    case .decimal: "number"
    case .date: "date"
    case .time: "time"
    case .moment: "datetime"
    }
  }
}

extension JSON {
  /// The value over several lines, two spaces a level.
  func indented(_ level: Int = 0) -> String {
    let inner = String(repeating: " ", count: 2 * (level + 1))
    let outer = String(repeating: " ", count: 2 * level)
    switch self {
    case .array(let values) where values.contains { $0.isLong }:
      let lines = values.map { inner + $0.indented(level + 1) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members) where level < 3 || members.contains { $0.value.isLong }:
      let lines = members.map { "\(inner)\(JSON.string($0.key)): \($0.value.indented(level + 1))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    default: return description
    }
  }

  private var isLong: Bool {
    if case .object = self { return true }
    if case .array(let values) = self { return values.contains { $0.isLong } }
    return false
  }
}
