/// The columns of the sheet `settings` that mean something here; the others are kept in the workbook.
enum SettingsColumn: String, SheetColumn {
  case formTitle = "form_title"
  case formID = "form_id"
  case version
  case defaultLanguage = "default_language"
  /// The name of the root of paths, `/data/…`.
  case name
  case addNoneOption = "add_none_option"
  case publicKey = "public_key"
  case instanceName = "instance_name"
  case allowChoiceDuplicates = "allow_choice_duplicates"
  case cleanTextValues = "clean_text_values"

  static let otherSpellings: [String: SettingsColumn] = [
    "set_form_title": .formTitle, "title": .formTitle, "set_form_id": .formID, "id_string": .formID,
  ]

  static let suggests = true

  static func overruling(_ heading: String, in headings: [String]) -> String? {
    heading == "id_string" && headings.contains("form_id") ? "form_id" : nil
  }

  var isTranslated: Bool { false }
}
