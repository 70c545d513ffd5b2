internal import Documents
internal import Survey

/// What a document says it is.
struct FormIdentity {
  private(set) var token = ""
  private(set) var version = ""
  private(set) var doubts: [MatchedForm.Doubt] = []
  /// Whether it is of the questionnaire; nothing where it does not say.
  private(set) var isOwn: Bool?

  init(_ properties: [Extract.Property], of key: FormKey) {
    func values(_ name: String) -> [String] {
      var values: [String] = []
      for property in properties where property.name.lowercased() == name && !property.value.bare.isEmpty {
        if !values.contains(property.value.bare) { values.append(property.value.bare) }
      }
      return values
    }
    let forms = values("iscm-form")
    let versions = values("iscm-version")
    let tokens = values("iscm-token").map { FormToken($0)?.description ?? $0 }
    version = versions.first ?? ""
    token = tokens.first ?? ""
    let others = forms.filter { $0 != key.questionnaire.id.text }
    if !forms.isEmpty { isOwn = others.count < forms.count }
    if !others.isEmpty { note(.otherForm, others, expected: key.questionnaire.id.text) }
    let otherVersions = versions.filter { $0 != key.questionnaire.version }
    if !otherVersions.isEmpty { note(.otherVersion, otherVersions, expected: key.questionnaire.version) }
    let otherHashes = values("iscm-hash").filter { $0.lowercased() != key.hash.description }
    if otherVersions.isEmpty, !otherHashes.isEmpty {
      note(.otherVersion, otherHashes, expected: key.hash.description)
    }
    if Set(tokens).count > 1 { note(.otherForm, tokens, expected: "one token") }
  }

  private mutating func note(_ reason: MatchedForm.Doubt.Reason, _ found: [String], expected: String) {
    let detail = "the document says \(found.joined(separator: ", ")), expected: \(expected)"
    doubts.append(MatchedForm.Doubt(reason, detail: detail))
  }
}
