internal import Analysis
internal import CSV
internal import Survey

extension ProjectSurvey {
  /// Reads a map of waves.
  ///
  /// - Parameters:
  ///   - path: Its file.
  ///   - name: What the plan calls it.
  ///   - form: Finds a questionnaire by its id, or gives nothing where there is none.
  /// - Returns: The map, with everything that is wrong with it.
  /// - Throws: `Failure` where the file cannot be opened.
  func waveMap(
    at path: String, named name: String, form: (Questionnaire.ID) -> Questionnaire?
  ) throws(Failure) -> WaveMap {
    let reader: CSVReader
    do { reader = try CSVReader(path: path) } catch { throw Failure(.unusableInput, "\(path): \(error)") }
    return WaveMap(
      reader, name: name, file: path, language: questionnaire.defaultLanguage, form: form)
  }
}
