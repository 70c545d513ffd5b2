extension String {
  /// The text as Markdown that reads as the text: on one line, with a backslash before each sign that means
  /// something to CommonMark, to tables or to formulas.
  package var markdown: String {
    var result = ""
    for scalar in onOneLine.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "&", "~", "#", "$":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
