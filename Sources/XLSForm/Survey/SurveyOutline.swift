internal import Survey

/// The sheet `survey` as a tree of rows: what stands in which group, under which name.
struct SurveyOutline {
  /// A question, a group or a repeat.
  struct Element {
    enum Content {
      case question(Question.Kind)
      /// A number on a scale; `isWhole` is whether its answers are.
      case range(Scale, isWhole: Bool)
      case select(RowType.Select)
      case group(isRepeat: Bool)
      /// The text question that `or_other` adds to the select named.
      case specifyOther(select: String)
      /// A question that cannot be asked here, or whose type cannot be read.
      case leftOut(isUnreadable: Bool)
    }

    let row: Workbook.Row
    /// The type as it is written.
    let type: String
    let name: String
    let content: Content
    /// The group in which it stands, as a place in `elements`.
    let parent: Int?
    /// The name in the questionnaire: that of the sheet, or with the groups around it where it is there twice.
    var uniqueName: String

    var isGroup: Bool {
      if case .group = content { return true }
      return false
    }

    var isRepeat: Bool {
      if case .group(isRepeat: true) = content { return true }
      return false
    }
  }

  /// All elements in the order of the sheet; a group stands before what is in it.
  private(set) var elements: [Element] = []
  /// The elements that stand in each group; those outside of all groups stand under nothing.
  private(set) var children: [Int?: [Int]] = [:]
  /// The files of lists that no question chooses from, with their rows: `csv-external`, `xml-external`.
  private(set) var externalLists: [(file: String, row: Workbook.Row)] = []
  /// Settings that stand among the questions, as old forms have them.
  private(set) var settings: [SettingsColumn: String] = [:]
  /// The elements of each name.
  private(set) var named: [String: [Int]] = [:]

  /// More groups in each other than this are a mistake.
  static let depthLimit = 50

  /// Adds a list that expressions alone read.
  mutating func addExternalList(_ file: String, _ row: Workbook.Row) { externalLists.append((file, row)) }

  /// Adds an element to the innermost open group.
  mutating func add(_ element: Element) {
    children[element.parent, default: []].append(elements.count)
    named[element.name, default: []].append(elements.count)
    elements.append(element)
  }

  mutating func set(_ setting: SettingsColumn, to value: String) { settings[setting] = value }

  mutating func rename(_ index: Int, to name: String) { elements[index].uniqueName = name }

  /// The groups around an element, outermost first.
  func groups(around index: Int) -> [Int] {
    var groups: [Int] = []
    var next = elements[index].parent
    while let group = next {
      groups.append(group)
      next = elements[group].parent
    }
    return groups.reversed()
  }

  /// The repeats around an element, outermost first.
  func repeats(around index: Int) -> [Int] { groups(around: index).filter { elements[$0].isRepeat } }
}
