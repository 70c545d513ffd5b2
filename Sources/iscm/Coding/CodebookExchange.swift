internal import CSV
internal import Coding
internal import ResponseFiles
internal import Survey
internal import TerminalForm

/// A question's codes to Taguette, and back.
struct CodebookExchange {
  let survey: ProjectSurvey
  let codebook: ProjectCodebook
  let place: Codebook.Place
  let words: FormText

  /// The wording of a label in the language that was asked for; unmarked, since it goes to another program.
  private func wording(_ label: LocalizedText) -> String {
    label.text(in: words.language, fallback: survey.questionnaire.defaultLanguage).text
  }

  /// Writes the codes that are in use, with how many answers have each.
  func export(to file: String) throws(Failure) -> Outcome {
    let codes = codebook.codebook.codesInUse(at: place)
    if codes.isEmpty {
      throw Failure(
        .unusableInput, "\(codebook.path): no code of '\(place.question)' is in use; add one first")
    }
    let codings = Codings(try survey.codingsNow().rows)
    var counts: [Codebook.Code.Name: Int] = [:]
    for id in try survey.currentResponses().map(\.response.id) {
      let verdicts = codings.verdicts(id, place.question)
      if verdicts.isEmpty { continue }
      for entry in Decision(verdicts, codebook: codebook.codebook, at: place).entries {
        counts[entry.code, default: 0] += 1
      }
    }
    let bytes: [UInt8]
    do {
      bytes = try TaguetteCodebook.bytes(of: codes, counts: counts, label: wording)
    } catch {
      throw Failure(.unusableInput, "\(codebook.path): \(error)")
    }
    if file == "-" {
      emit(bytes)
    } else {
      try WholeFile(file).write(bytes)
      show("\(file)\n")
    }
    return .done
  }

  /// Takes the tags of a file in, and says what became of them.
  func take(from file: String) throws(Failure) -> Outcome {
    let name = file == "-" ? "standard input" : file
    let tags: [TaguetteCodebook.Tag]
    do {
      tags = try TaguetteCodebook.tags(
        try file == "-" ? CSVReader(descriptor: 0, path: name) : CSVReader(path: file))
    } catch {
      throw Failure(.unusableInput, "\(name): \(error)")
    }
    let taken = try survey.changing(codebook) { now in
      let taken = now.importing(tags, at: place, label: wording)
      return (taken.codebook, taken)
    }
    let parts: [(String, [Codebook.Code.Name])] = [
      ("added", taken.added), ("changed", taken.changed), ("not in the file, kept", taken.notInFile),
    ]
    show("\(codebook.path): version \(taken.codebook.version)\n")
    for (what, codes) in parts where !codes.isEmpty {
      show("\(what): \(codes.map(\.text).joined(separator: ", "))\n")
    }
    return .done
  }
}
