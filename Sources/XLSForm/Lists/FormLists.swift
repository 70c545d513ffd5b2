internal import Survey

/// The lists of a form: those of the sheet `choices`, and the files that its questions name.
struct FormLists {
  /// A list while it is put together.
  struct List {
    let name: ChoiceList.Name
    var choices: [Choice]
    /// The names by which expressions find its columns; nothing where they are not known.
    let columns: [String]?

    var instanceID: String { ChoiceList(name: name, choices: []).instanceID }

    /// Whether it comes from a file, and not from the one named.
    func isOfOtherFile(than file: String) -> Bool {
      listFileEndings.contains { name.text.hasSuffix($0) || name.text.contains("\($0) ") }
        && name.text != file && !name.text.hasPrefix(file + " ")
    }
  }

  /// In the order of the sheet, then in that in which the questions name the files.
  private(set) var all: [List] = []
  /// The lists of the sheet `external_choices`, by the names that they have there.
  private(set) var external: [String: ChoiceList.Name] = [:]
  /// The lists whose first choice has nothing to show, with the place of that choice.
  var bareStarts: [ChoiceList.Name: (choice: String, place: FormProblem.Place)] = [:]
  /// Whether the sheet `choices` could be read, so that a list that is not here is not there.
  let areKnown: Bool
  private var places: [ChoiceList.Name: Int] = [:]

  /// The list of a name.
  subscript(name: ChoiceList.Name) -> List? { places[name].map { all[$0] } }

  /// The names of the lists of the sheet `choices`, for suggestions.
  var names: [String] { all.map(\.name.text) }

  init(areKnown: Bool = true) { self.areKnown = areKnown }

  mutating func add(_ list: List) {
    places[list.name] = all.count
    all.append(list)
  }

  /// Adds the lists of the sheet `external_choices`; one whose name a list of the form has gets a name of its own.
  mutating func add(external lists: FormLists) {
    for list in lists.all {
      let name = self[list.name] == nil ? list.name : ChoiceList.Name("\(list.name) (external_choices)")
      external[list.name.text] = name
      add(List(name: name, choices: list.choices, columns: list.columns))
    }
  }

  /// Whether the sheet `choices` too has a list of a name that is on the sheet `external_choices`.
  func isOnBothSheets(_ name: String) -> Bool { external[name].map { $0.text != name } ?? false }

  mutating func add(_ choice: Choice, to name: ChoiceList.Name) {
    if let place = places[name] { all[place].choices.append(choice) }
  }

  /// The columns of each list that `instance()` can name.
  var columnsByInstance: [String: [String]] {
    Dictionary(all.map { ($0.instanceID, $0.columns ?? []) }, uniquingKeysWith: { first, _ in first })
  }
}
