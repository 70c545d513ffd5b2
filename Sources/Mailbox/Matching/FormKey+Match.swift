public import Documents
internal import Survey

extension FormKey {
  /// Matches a document to the questionnaire.
  ///
  /// Whether the answers keep the questionnaire's rules is looked at when the response is made of them.
  ///
  /// - Parameter extract: What the document holds.
  /// - Returns: The answers, and what a person must decide.
  public func match(_ extract: Extract) -> MatchedForm {
    let scan = DocumentScanner(extract, by: self)
    let identity = FormIdentity(scan.properties, of: self)
    var form = MatchedForm(isForm: identity.isOwn ?? !scan.sites.isEmpty)
    form.token = identity.token
    form.version = identity.version
    form.doubts = identity.doubts
    form.unplaced = scan.unplaced
    guard form.isForm else {
      form.unplaced = extract.blocks.compactMap { block in
        let text = Content(of: block).evidence.bare
        return text.isRuled ? nil : MatchedForm.Unplaced(text: text, place: block.place)
      }
      form.doubts += Self.doubts(of: extract.findings, at: scan.sites)
      return form
    }
    var sites = scan.sites
    // Codes alone, without a word of ours, may be anybody's.
    if identity.isOwn != true, sites.count(where: \.isAttested) * 2 < sites.count {
      for index in sites.indices where !sites[index].isAttested {
        sites[index].doubt(.editedQuestion, "nothing but its number says which form this is of")
      }
    }
    if form.isOfOtherVersion {
      // A number may be another question's since.
      for index in sites.indices where !sites[index].isWorded {
        sites[index].doubt(
          .editedQuestion, "the form is of another version, and its mark alone says what this answers")
      }
      form.absent = Set(questions.keys).subtracting(sites.filter(\.isWorded).map(\.address.question))
    }
    var readings = SiteReadings(self)
    for site in sites { readings.take(site) }
    readings.finish()
    form.answers = readings.answers
    form.doubts += readings.doubts
    form.unplaced += readings.unplaced
    form.doubts += Self.doubts(of: extract.findings, at: sites)
    if identity.isOwn != true { form.findHeading(above: sites) }
    if let recipient = recipients[identity.token] { form.take(recipient.choice, for: recipient.question) }
    return form
  }

  /// What was found in a document, as doubts: a tracked change counts where an answer stands.
  private static func doubts(of findings: [Finding], at sites: [Site]) -> [MatchedForm.Doubt] {
    findings.compactMap { finding in
      let site = sites.first { site in
        finding.place.map { place in site.place == place || site.content.places.contains(place) } ?? false
      }
      if finding.kind == .trackedChange, site == nil { return nil }
      return MatchedForm.Doubt(
        MatchedForm.Doubt.Reason(finding.kind), at: site?.address, place: finding.place,
        detail: finding.detail)
    }
  }
}

extension MatchedForm {
  /// Tells the heading of a form that was laid out elsewhere: we did not issue its words, and nobody answers there.
  fileprivate mutating func findHeading(above sites: [Site]) {
    guard sites.allSatisfy({ $0.place.table != nil }), let first = sites.map(\.place.line).min() else {
      return
    }
    for index in unplaced.indices where unplaced[index].place.table == nil {
      unplaced[index].isHeading = unplaced[index].place.line < first
    }
  }

  /// Takes whom the blank was made for: that is no answer, and an answer must not say otherwise.
  fileprivate mutating func take(_ choice: Choice.Name, for question: Question.Name) {
    let address = Address(question)
    given = Given(address: address, choice: choice)
    guard let index = answers.firstIndex(where: { $0.address == address }) else { return }
    if answers[index].cell == choice.text {
      answers.remove(at: index)
    } else {
      doubts.append(
        Doubt(
          .marksDisagree, at: address, place: answers[index].place,
          detail: "the form was made for \(choice), and says \(answers[index].evidence)"))
    }
  }
}

extension MatchedForm.Doubt.Reason {
  /// The same as a reason to doubt.
  init(_ kind: Finding.Kind) {
    self =
      switch kind {
      case .trackedChange: .trackedChange
      case .boxDisagrees: .boxDisagrees
      case .appearanceDisagrees: .appearanceDisagrees
      case .encrypted: .encrypted
      case .limit: .limit
      case .broken: .broken
      case .refused: .refused
      case .noReader: .noReader
      case .charset: .charset
      case .unread: .unread
      case .struckOut: .struckOut
      }
  }
}
