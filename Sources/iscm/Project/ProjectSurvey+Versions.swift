internal import ResponseFiles
internal import Survey

extension ProjectSurvey {
  /// Refuses to take answers where the form was changed so that others, which are there, would be lost or mixed.
  ///
  /// - Parameter mechanism: Whose people are told; not where the files stand.
  /// - Throws: `Failure` with all such changes.
  func refuseConflicts(to mechanism: Mechanism? = nil) throws(Failure) {
    // Files that cannot be read are told of by what reads them; a form may be filled meanwhile.
    guard let conflicts = try? answers.conflicts(), !conflicts.isEmpty else { return }
    throw Failure(.unusableInput, .answersDoNotFit(path: answers.file(), conflicts), to: mechanism)
  }

  /// What is to be said of answers of earlier versions that have no place in the forms of some figures.
  ///
  /// - Parameters:
  ///   - forms: The forms, this one perhaps among them.
  ///   - versions: The versions of each form that rows answer, where they are known.
  /// - Returns: A line for each change of a form that does not fit.
  /// - Throws: `Failure` where files cannot be read.
  func conflicts(
    of forms: [Questionnaire], knowing versions: [Questionnaire.ID: Set<String>] = [:]
  ) throws(Failure) -> [String] {
    var lines: [String] = []
    for form in forms {
      do { lines += try folder(of: form).conflicts(knowing: versions[form.id]).map(\.description) } catch {
        throw Failure(.unusableInput, "\(error)")
      }
    }
    return lines
  }

  /// What was changed since answers were given, a line for each version.
  func changes() throws(Failure) -> [String] {
    do { return try answers.differences().map(\.description) } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }
}

extension ProjectPlan {
  /// The forms that some figures draw from.
  func sources(of figures: [Questionnaire.ID]) -> [Questionnaire] {
    var seen: Set<Questionnaire.ID> = []
    return figures.filter { seen.insert($0).inserted }.compactMap { forms[$0] }
  }
}

/// Tells a person of answers that have no place in a form.
///
/// - Returns: `findings` where there are any, or where there were others.
func tell(conflicts: [String], after outcome: Outcome) -> Outcome {
  for line in conflicts { complain(line) }
  return conflicts.isEmpty ? outcome : .findings
}
