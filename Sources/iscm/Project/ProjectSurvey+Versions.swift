internal import ResponseFiles
internal import Survey

extension ProjectSurvey {
  /// Refuses to take answers where the form was changed so that others, which are there, would be lost or mixed.
  ///
  /// - Parameter mechanism: Whose people are told; not where the files stand.
  /// - Throws: `Failure` with all such changes.
  func refuseConflicts(to mechanism: Mechanism? = nil) throws(Failure) {
    do { try answers.checkMayGrow() } catch { throw Failure(.unusableInput, error, to: mechanism) }
    // Files that cannot be read are told of by what reads them; a form may be filled meanwhile.
    guard let conflicts = try? answers.conflicts(), !conflicts.isEmpty else { return }
    throw Failure(.unusableInput, .answersDoNotFit(path: answers.file(), conflicts), to: mechanism)
  }

  /// Whether the definition of the form says something else now than when it was opened.
  var hasChanged: Bool {
    guard let now = try? project.survey(name).questionnaire else { return true }
    let columns = { (form: Questionnaire) in form.placed.filter(\.question.hasColumn).map(\.question.name) }
    return now.version != questionnaire.version || columns(now) != columns(questionnaire)
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
  ///
  /// - Returns: What other versions asked; and what somebody has to mend, where the form asks otherwise than it did under
  ///   the version that it has now.
  /// - Throws: `Failure` where files cannot be read.
  func changes() throws(Failure) -> (notes: [String], problems: [String]) {
    let differences: [VersionDifference]
    do { differences = try answers.differences() } catch {
      throw Failure(.unusableInput, "\(error)")
    }
    let remedy =
      questionnaire.version.isEmpty
      ? "write a version in its settings"
      : "write another version in its settings, so that the two can be told apart"
    // Where it was not kept what was asked, a column that is missing may have been taken out of the file.
    let unraised = differences.filter { $0.isOfNow && $0.isKnown }
    return (
      differences.filter { !unraised.contains($0) }.map(\.description),
      unraised.map {
        "\(answers.file()): the form was changed since answers came in, and its version was not: \($0); \(remedy)"
      }
    )
  }
}

extension ProjectPlan {
  /// The forms that some figures draw from.
  func sources(of figures: [Questionnaire.ID]) -> [Questionnaire] {
    var seen: Set<Questionnaire.ID> = []
    return figures.filter { seen.insert($0).inserted }.compactMap { forms[$0] }
  }
}

/// Tells a person of answers that have no place in a form, or that nothing reads.
///
/// - Returns: `findings` where there are any, or where there were others.
func tell(conflicts: [String], after outcome: Outcome) -> Outcome {
  for line in conflicts { complain(line) }
  return conflicts.isEmpty ? outcome : .findings
}
