internal import Documents
internal import Survey

/// A place for the answer to a question, and how certain it is that it is.
struct Site {
  let address: Address
  /// Where it begins.
  let place: Place
  /// Which copy of the form it is of: a mail may quote another.
  var copy = 0
  /// Between which ends of forms it stands.
  var run = 0
  /// What stands in it.
  var content = Content()
  /// The cell whose content that is to the letter, if it is of one cell.
  var cell: Block.Body?
  /// What stands in it, where that is an answer to the letter as response files keep it, in a place where no form prints
  /// anything: then nothing is left to read.
  var stored: String?
  /// What stands directly behind it, and is not ours.
  var behind = Content()
  var grade = MatchedForm.Grade.exact
  /// Whether its own wording, or a mark that only we make, proves that it is of this questionnaire.
  var isAttested = false
  /// Whether its own wording stands beside it, or its name and not its number says what it is for: then it is of the
  /// same question whatever the version of the form.
  var isWorded = false
  /// Whether its doubts stand though nothing can be read in it.
  var speaksThoughBlank = false
  /// What makes it uncertain.
  var doubts: [(reason: MatchedForm.Doubt.Reason, detail: String)] = []

  init(_ address: Address, at place: Place) {
    self.address = address
    self.place = place
  }

  /// Says why a person must look at it.
  mutating func doubt(_ reason: MatchedForm.Doubt.Reason, _ detail: String) {
    doubts.append((reason, detail))
    grade = .proposed
  }
}
