import CSV
import Exports
import Messages
import Reports
import ResponseFiles
import SampleForms
import Survey
import Tables
import Testing

/// A form and responses that look random and are the same for the same seed, and an export of them.
struct Exported {
  let questionnaire: Questionnaire
  let responses: [Response]
  let export: Export

  init(seed: UInt64, _ options: ExportOptions = ExportOptions()) {
    var random = Random(seed: seed)
    let questionnaire = random.questionnaire()
    var responses: [Response] = []
    for _ in 0..<random.number(0...9) {
      responses.append(random.response(to: questionnaire, supersedes: responses.map(\.id)))
    }
    self.init(questionnaire, responses, options)
  }

  init(_ questionnaire: Questionnaire, _ responses: [Response], _ options: ExportOptions = ExportOptions()) {
    self.questionnaire = questionnaire
    self.responses = responses
    let language = questionnaire.defaultLanguage
    export = Export(
      responses, layout: ResponseLayout(of: questionnaire),
      edition: Edition(Interface(.english), language: language, fallback: language), options: options)
  }

  /// The bytes of each file of a format, by its name.
  func bytes(_ format: ExportFile.Format) throws -> [String: [UInt8]] {
    var bytes: [String: [UInt8]] = [:]
    for file in try export.files(format).files {
      if case .bytes(let contents) = file.contents { bytes[file.name] = contents }
    }
    return bytes
  }

  /// The workbook.
  func book() throws -> Book {
    guard case .book(let book) = try export.files(.xlsx).files.first?.contents else {
      throw ExportedError.noFile
    }
    return book
  }

  /// The files of SPSS, that of the responses first.
  func statistics() throws -> [StatisticsFile] {
    try export.files(.sav).files.compactMap { file in
      if case .statistics(let file) = file.contents { return file }
      return nil
    }
  }
}

enum ExportedError: Error {
  case noFile
}
