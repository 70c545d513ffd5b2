/// The columns of the sheet `survey`.
enum SurveyColumn: String, SheetColumn {
  case type, name, label, hint
  case guidanceHint = "guidance_hint"
  case required
  case requiredMessage = "required_message"
  case relevant, constraint
  case constraintMessage = "constraint_message"
  case calculation
  case defaultValue = "default"
  case choiceFilter = "choice_filter"
  case repeatCount = "repeat_count"
  case appearance
  case readOnly = "read_only"
  case trigger, parameters
  case image, audio, video
  case bigImage = "big-image"
  case saveTo = "save_to"
  case disabled
  case bindType = "bind::type"
  /// KoboToolbox's: the lists of its blocks, and what is said where a ranking has a choice twice.
  case scoreChoices = "kobo--score-choices"
  case rankItems = "kobo--rank-items"
  case rankMessage = "kobo--rank-constraint-message"
  case matrixList = "kobo--matrix_list"
  /// Ours: the number on the paper form.
  case paperNumber = "paper_no"
  /// Ours: whether a failed constraint stands in the way.
  case constraintSeverity = "constraint_severity"

  static let otherSpellings: [String: SurveyColumn] = [
    "command": .type, "tag": .name, "value": .name, "caption": .label, "readonly": .readOnly,
    "relevance": .relevant, "calculate": .calculation, "constraining_message": .constraintMessage,
    "requiredmsg": .requiredMessage, "count": .repeatCount, "jr:count": .repeatCount,
    "bind::required": .required, "bind::relevant": .relevant, "bind::constraint": .constraint,
    "bind::calculate": .calculation, "bind::readonly": .readOnly,
    "bind::jr:constraintmsg": .constraintMessage, "bind::jr:requiredmsg": .requiredMessage,
    "control::appearance": .appearance, "control::jr:count": .repeatCount,
    "body::appearance": .appearance, "body::jr:count": .repeatCount,
    "media::image": .image, "media::audio": .audio, "media::video": .video,
    "media::big-image": .bigImage, "bind::entities:saveto": .saveTo,
  ]

  static let suggests = true

  var isTranslated: Bool {
    switch self {
    case .label, .hint, .guidanceHint, .requiredMessage, .constraintMessage: true
    default: isMedia
    }
  }
}
