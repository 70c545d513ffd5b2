internal import Expressions
internal import Survey

/// What the type of a row of the sheet `survey` says.
enum RowType: Hashable {
  /// A question without a list.
  case question(Question.Kind)
  /// A number on a scale, which the parameters give.
  case range
  /// A list in a file that no question chooses from, for expressions: `csv-external`, `xml-external`.
  case externalList(ending: String)
  case select(Select)
  case beginGroup, beginRepeat, endGroup, endRepeat
  /// A group for each choice of a list, which old forms have; empty where the list is missing.
  case beginLoop(list: String)
  case endLoop
  /// A block of rows of KoboToolbox's form builder, and a row in it.
  case beginKobo(KoboBlock), endKobo(KoboBlock), koboRow(KoboBlock)
  /// A setting that stands among the questions, as old forms have it.
  case setting(SettingsColumn)
  /// A type of XLSForm that cannot be asked here, and that a form can do without.
  case leftOut

  /// A question with a list.
  struct Select: Hashable {
    let isMultiple: Bool
    /// Whether its choices are put in an order.
    let isRank: Bool
    /// Whether its list stands on the sheet `external_choices`.
    let isExternal: Bool
    /// The name of the list as it is written; empty where it is missing.
    let list: String
    let isFile: Bool
    let hasOther: Bool

    /// The question of a repeat whose answers are the choices: `select_one ${name}`.
    var listedQuestion: String? {
      guard list.hasPrefix("${"), list.hasSuffix("}") else { return nil }
      let name = String(list.dropFirst(2).dropLast()).trimmed
      return isXMLName(name) ? name : nil
    }
    /// Whether the type names a file in so many words, so that parameters can name its columns.
    var takesColumns = false
  }

  /// Reads a type as pyxform spells it, old spellings among them; case matters, the number of spaces does not.
  init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if let plain = Self.plain[words.joined(separator: " ")] {
      self = plain
    } else if let begin = Self.beginning(words) {
      self = begin
    } else if words.first == "osm", words.count == 2 {
      // Tags of a list of their own, `osm building_tags`.
      self = .leftOut
    } else if let select = Self.select(words) {
      self = select
    } else {
      return nil
    }
  }

  /// `begin looped group over list`, of which pyxform passes over the list.
  private static func beginning(_ words: [String]) -> RowType? {
    guard words.dropLast().last == "over", let type = plain[words.dropLast(2).joined(separator: " ")] else {
      return nil
    }
    return [.beginGroup, .beginRepeat].contains(type) ? type : nil
  }

  /// `command list` or `command list or_other`.
  private static func select(_ words: [String]) -> RowType? {
    var words = words
    var hasOther = false
    for ending in [["or", "specify", "other"], ["or", "other"], ["or_other"]]
    where words.count > ending.count + 1 && Array(words.suffix(ending.count)) == ending {
      words.removeLast(ending.count)
      hasOther = true
    }
    if let command = commands[words.joined(separator: " ")] {
      return select(command, list: "", hasOther: hasOther)
    }
    guard let list = words.popLast(), let command = commands[words.joined(separator: " ")] else { return nil }
    return select(command, list: list, hasOther: hasOther)
  }

  private static func select(_ command: Command, list: String, hasOther: Bool) -> RowType {
    if command.isLoop { return .beginLoop(list: list) }
    // pyxform takes a file's name behind `select_one` too.
    let isFile = command.isFile || listFileEndings.contains { list.hasSuffix($0) }
    return .select(
      Select(
        isMultiple: command.isMultiple, isRank: command.isRank, isExternal: command.isExternal, list: list,
        isFile: isFile, hasOther: hasOther, takesColumns: command.isFile))
  }

  /// The type that somebody who wrote another most likely meant.
  static func nearest(to text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let lengths = Array((1..<max(1, min(words.count, 5))).reversed())
    // A command that is right, with something wrong behind it: `select_one yes_no or_othr`.
    for length in lengths where commands[words[..<length].joined(separator: " ")]?.isLoop == false {
      let isOther = words.dropFirst(length + 1).first.map {
        Expressions.nearest(to: $0, among: ["or_other"]) != nil
      }
      return (words[...length] + (isOther == true ? ["or_other"] : [])).joined(separator: " ")
    }
    for length in lengths {
      let command = words[..<length].joined(separator: "_")
      if let near = Expressions.nearest(to: command, among: currentCommands) {
        // Old spellings have a word more: `select all that apply from yes_no`.
        return ([near] + words[length...].drop { ["from", "using"].contains($0) }).joined(separator: " ")
      }
    }
    return Expressions.nearest(to: words.joined(separator: " "), among: currentTypes)
      ?? Expressions.nearest(to: words.joined(separator: "_"), among: currentTypes)
  }
}

/// The endings of list files that XLSForm knows.
let listFileEndings = [".csv", ".xml", ".geojson"]
