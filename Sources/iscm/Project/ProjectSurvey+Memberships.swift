internal import Analysis
internal import CSV
internal import Survey

extension ProjectSurvey {
  /// Which countries belong to which mechanisms: `membership.csv` and `countries.csv` beside the form, else among the
  /// project's lists.
  ///
  /// - Returns: The list, with everything that is wrong with it; nothing where one of the files is not there.
  /// - Throws: `Failure` where one of them cannot be read.
  func memberships() throws(Failure) -> MembershipList? {
    let folders = [folder] + project.listFolders(of: "\(folder)/questionnaire.csv")
    let files = ["membership.csv", "countries.csv"].compactMap { name in
      folders.map { "\($0)/\(name)" }.first(where: isFile)
    }
    guard files.count == 2 else { return nil }
    do {
      return MembershipList(
        try CSVReader(path: files[0]), file: files[0], countries: try CSVReader(path: files[1]),
        countryFile: files[1], languages: questionnaire.languages)
    } catch {
      throw Failure(.unusableInput, "\(files.joined(separator: ", ")): \(error)")
    }
  }
}
