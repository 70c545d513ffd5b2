/// The texts of a question or a group, and its number on paper.
public struct Wording: Sendable {
  /// The question itself.
  public let label: LocalizedText
  /// A short help that always stands below it.
  public let hint: LocalizedText
  /// A longer help that is shown on demand (XLSForm's `guidance_hint`).
  public let guidance: LocalizedText
  /// The number on the paper form, `11` or `25a` (our column `paper_no`); empty where it has none.
  public let paperNumber: String

  /// Creates the texts; all may be left out.
  public init(
    label: LocalizedText = LocalizedText(), hint: LocalizedText = LocalizedText(),
    guidance: LocalizedText = LocalizedText(), paperNumber: String = ""
  ) {
    self.label = label
    self.hint = hint
    self.guidance = guidance
    self.paperNumber = paperNumber
  }

  /// The digits that the paper number begins with: parts `25a` and `25b` are both question `25`.
  public var questionNumber: String { String(paperNumber.prefix { $0.isNumber }) }
}
