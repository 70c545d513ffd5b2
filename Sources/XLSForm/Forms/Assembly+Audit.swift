internal import Expressions
internal import Survey

extension Assembly {
  /// What an audit can be told; nothing of it is done here, and it has to be right all the same.
  private static let auditWords: [String: [String]] = [
    "track-changes": ["true", "false"], "identify-user": ["true", "false"],
    "track-changes-reasons": ["on-form-edit"],
    "location-priority": ["no-power", "low-power", "balanced", "high-accuracy"],
  ]
  private static let auditPlaces = ["location-priority", "location-min-interval", "location-max-age"]

  /// Reports parameters of an audit that pyxform refuses, and that the others do nothing here.
  func checkAudit(_ parameters: Parameters, _ element: SurveyOutline.Element, problems: inout [FormProblem]) {
    let place = table.place(.parameters, in: element.row)
    let known = Self.auditWords.keys.sorted() + Self.auditPlaces.dropFirst()
    for (key, value) in parameters.values {
      if !known.contains(key) {
        let near = nearest(to: key, among: known)
        problems.report(.type(.unknownParameter(key, type: element.type, nearest: near)), at: place)
      } else if let words = Self.auditWords[key], !words.contains(value) {
        let expected = alternatives(words.map { "'\($0)'" })
        problems.report(.type(.badParameterValue(key, found: value, expected: expected)), at: place)
      } else if Self.auditWords[key] == nil, Int(value).map({ $0 < 0 }) ?? true {
        problems.report(
          .type(.badParameterValue(key, found: value, expected: "a whole number that is not negative")),
          at: place)
      } else {
        problems.report(.type(.auditNotKept(key)), at: place)
      }
    }
    let missing = Self.auditPlaces.filter { parameters[$0] == nil }
    if !missing.isEmpty, missing.count < Self.auditPlaces.count {
      problems.report(.type(.missingParameters(missing)), at: place)
    } else if let least = parameters["location-min-interval"].flatMap({ Int($0) }),
      let most = parameters["location-max-age"], let age = Int(most), age < least
    {
      problems.report(
        .type(
          .badParameterValue("location-max-age", found: most, expected: "at least 'location-min-interval'")),
        at: place)
    }
  }
}
