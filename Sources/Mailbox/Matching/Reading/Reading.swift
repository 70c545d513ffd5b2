/// What a place for an answer says.
enum Reading: Hashable {
  case blank
  /// An answer as the response file keeps it.
  case value(String)
  /// Something was meant, and nobody but a person can say what.
  case unclear(MatchedForm.Doubt.Reason, String)
}
