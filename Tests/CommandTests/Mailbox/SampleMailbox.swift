import CSV
import Foundation
import Testing

/// The mails that `Tools/sample-mailbox` makes, with what it says of them: nothing here comes from `iscm` but `expected`.
enum SampleMailbox {
  static let form = "gcm-review-2018"
  static let responses = "Responses/\(form)"
  static let folder = "\(Program.package)/Tests/CommandTests/SampleMailbox"

  /// The names of its mails, in their order.
  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/mails")) ?? []
    return names.filter { $0.hasSuffix(".eml") }.sorted()
  }()

  static func mail(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(folder)/mails/\(name)"))
  }

  /// A project with the list of senders and, in `mails`, some mails or all.
  static func scratch(_ mails: [String] = names) throws -> Scratch {
    let scratch = try Scratch(responses: false)
    for name in mails { try scratch.write(mail(name), to: "mails/\(name)") }
    try scratch.write(
      Data(contentsOf: URL(filePath: "\(folder)/senders.csv")), to: "\(responses)/senders.csv")
    return scratch
  }

  /// The rows of a CSV file, each as its cells by headings.
  static func rows(of data: Data?) throws -> [[String: String]] {
    let table = try CSVTable(CSVReader(Array(try #require(data))))
    try #require(table.ragged.isEmpty)
    return table.rows.map { row in
      Dictionary(zip(table.header.names, row.cells), uniquingKeysWith: { first, _ in first })
    }
  }

  /// The rows of a file of the sample.
  static func rows(_ name: String) throws -> [[String: String]] {
    try rows(of: Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
  }

  /// A part of a mail.
  struct Part: Hashable, CustomStringConvertible {
    let mail: String
    let part: String
    var description: String { part.isEmpty ? mail : "\(mail), part \(part)" }
  }

  /// The final rows of the ledger by the names of the mails, in which `mails` are the first copies.
  static func finals(in scratch: Scratch) throws -> [Part: [String: String]] {
    var finals: [Part: [String: String]] = [:]
    for row in try rows(of: scratch.read("\(responses)/mail-ledger.csv")) {
      let hash = row["mail_sha256"] ?? ""
      let kept = try #require(scratch.read("\(responses)/mail/\(hash).eml"))
      let name = try #require(originals[kept], "a mail that is not in the sample")
      finals[Part(mail: name, part: row["part_path"] ?? "")] = row
    }
    return finals
  }

  /// The name of each mail by its bytes; of a copy, that of the first.
  private static let originals: [Data: String] = {
    Dictionary(
      names.compactMap { name in (try? mail(name)).map { ($0, name) } }, uniquingKeysWith: { min($0, $1) })
  }()

  /// The number by which people call a part.
  static func number(of part: Part, in scratch: Scratch) throws -> Int {
    let hash = try #require(finals(in: scratch)[part]?["mail_sha256"], "\(part)")
    var keys: [String] = []
    for row in try rows(of: scratch.read("\(responses)/mail-ledger.csv")) {
      let key = "\(row["mail_sha256"] ?? "") \(row["part_path"] ?? "")"
      if !keys.contains(key) { keys.append(key) }
    }
    return try #require(keys.firstIndex(of: "\(hash) \(part.part)")) + 1
  }

  /// The files that an import writes, but for the mails that it keeps.
  static let files = ["responses.csv", "mail-ledger.csv", "provenance.csv", "decisions.csv"]

  /// Those of them that a project has.
  static func stored(in scratch: Scratch) -> [String: Data] {
    var stored: [String: Data] = [:]
    for name in files { stored[name] = scratch.read("\(responses)/\(name)") }
    return stored
  }

  /// Holds what was written against what is expected of it; ISCM_RECORD=1 writes that anew.
  static func expect(_ found: [String: Data], in folder: String) throws {
    for (name, data) in found.sorted(by: { $0.key < $1.key }) {
      let path = "\(Self.folder)/expected/\(folder)/\(name)"
      if ProcessInfo.processInfo.environment["ISCM_RECORD"] == "1" {
        try FileManager.default.createDirectory(
          atPath: "\(Self.folder)/expected/\(folder)", withIntermediateDirectories: true)
        try data.write(to: URL(filePath: path))
        Issue.record("recorded \(folder)/\(name); look at the difference, then run without ISCM_RECORD")
        continue
      }
      let expected = FileManager.default.contents(atPath: path) ?? Data()
      if data == expected { continue }
      let lines = [data, expected].map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
      let place =
        zip(lines[0], lines[1]).enumerated().first { $1.0 != $1.1 }?.offset
        ?? min(lines[0].count, lines[1].count)
      Issue.record(
        """
        \(folder)/\(name) differs in line \(place + 1): found
        \(lines[0].dropFirst(place).first ?? "its end"), expected
        \(lines[1].dropFirst(place).first ?? "its end")
        """)
    }
  }
}
