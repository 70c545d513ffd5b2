internal import Survey
internal import TerminalForm

extension ProjectSurvey {
  /// Writes a form as it stands to a text file in the folder we are in, to be read or printed.
  ///
  /// - Returns: The file's name; the same form goes to the same file.
  /// - Throws: `Failure` where it cannot be written.
  func export(_ session: FormSession, words: FormText) throws(Failure) -> String {
    let file = "\(questionnaire.id)-\(Receipt(for: session.id)).txt"
    try WholeFile(file, isPrivate: true).write(Array(words.sheet(of: session).utf8))
    return file
  }
}
