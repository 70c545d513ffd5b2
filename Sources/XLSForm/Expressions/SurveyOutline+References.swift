internal import Expressions

extension SurveyOutline {
  /// What is wrong with a reference to a name, wherever it stands.
  ///
  /// - Parameter name: What stands between `${` and `}`.
  /// - Returns: Nothing where the name means one question or group, or where the form does not have it.
  func fault(ofReference name: String) -> FormProblem.ExpressionFault? {
    if let asked = lastSavedName(name) {
      let fault = fault(ofReference: asked)
      if fault?.severity == .error { return fault }
      guard named[asked] == nil else { return .lastSaved("${\(name)}") }
      return .unknownReference(asked, nearest: nearest(to: asked, among: elements.map(\.name)))
    }
    guard let places = named[name] else { return nil }
    // Two rows of one name in one group are a problem of their own.
    if Set(places.map { elements[$0].parent }).count > 1 {
      let rows = places.map { elements[$0].row.number }
      return .ambiguous(name, rows: rows.enumerated().filter { !rows[..<$0].contains($1) }.map(\.element))
    }
    switch elements[places[0]].content {
    case .leftOut(isUnreadable: false): return .refersToSkipped(name)
    case .specifyOther(let select): return .refersToOther(name, of: select)
    default: return nil
    }
  }
}

/// What ODK writes into each response beside its answers, and a form may name: the identity of the response.
let responseNames = ["instanceID"]

/// The question of `${last-saved#name}`, an answer of the response before; nothing for any other reference.
func lastSavedName(_ reference: String) -> String? {
  let mark = "last-saved#"
  return reference.hasPrefix(mark) ? String(reference.dropFirst(mark.count)) : nil
}

/// The names in `${…}` in a text, each once, in their order.
func references(in text: String) -> [String] {
  guard text.utf8.contains(UInt8(ascii: "$")) else { return [] }
  var names: [String] = []
  var rest = text[...]
  while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
    let name = String(rest[start.upperBound..<end])
    if !names.contains(name) { names.append(name) }
    rest = rest[end...]
  }
  return names
}
