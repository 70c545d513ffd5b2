/// A media type as a mail declares it, taken apart: `text/plain; charset="utf-8"; format=flowed`.
struct MediaType {
  /// Type and subtype in lower case.
  let essence: String
  private let parameters: [String: String]

  init(_ text: String) {
    var parts = text.split(separator: ";", omittingEmptySubsequences: false).map {
      String($0).withoutOuterSpaces
    }
    essence = parts.removeFirst().lowercased()
    var parameters: [String: String] = [:]
    for part in parts {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      let value = String(sides[1]).withoutOuterSpaces.filter { $0 != "\"" }
      parameters[String(sides[0]).withoutOuterSpaces.lowercased()] = value
    }
    self.parameters = parameters
  }

  /// The value of a parameter in lower case.
  subscript(name: String) -> String? { parameters[name]?.lowercased() }
}
