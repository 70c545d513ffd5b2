public import Survey

/// The files that the responses to a questionnaire are kept in, and their columns.
public struct ResponseLayout: Sendable {
  /// The questionnaire that is answered.
  public let questionnaire: Questionnaire
  /// The file with one row for each response.
  public let main: ResponseTable
  /// The files of the repeat groups, with one row for each repeat; an outer group comes before those in it.
  public let children: [ResponseTable]

  /// Lays out the files of a questionnaire.
  public init(of questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    self.main = ResponseTable(of: nil, in: questionnaire)
    self.children = questionnaire.repeatGroups.map { ResponseTable(of: $0.name, in: questionnaire) }
  }

  /// The main file and the files of the repeat groups.
  public var tables: [ResponseTable] { [main] + children }

  /// The file of a repeat group, or the main file for none.
  public func table(of group: Group.Name?) -> ResponseTable? { tables.first { $0.group == group } }
}
