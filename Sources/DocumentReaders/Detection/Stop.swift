internal import Documents

/// Why reading cannot go on; what was read before it stands.
struct Stop: Error {
  /// What a person is told.
  let finding: Finding

  init(_ kind: Finding.Kind, at place: Place? = nil, _ detail: String) {
    finding = Finding(kind, at: place, detail: detail)
  }
}
