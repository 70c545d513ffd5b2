/// Why what was kept beside a response file is not used; nobody has to do anything.
public struct SidecarNotice: Sendable, Hashable, CustomStringConvertible {
  /// What became of it.
  public enum Reason: Sendable, Hashable {
    /// The response file is another one, or was changed where it was read before.
    case fileChanged
    /// The form is another one, or another version of this program made it.
    case madeOtherwise
    /// It is not what was written.
    case damaged
    /// Something else stands there, which is left alone.
    case notOurs
  }

  /// The file beside the response file.
  public let path: String
  /// Why it is not used.
  public let reason: Reason

  /// What was found, and what is done.
  public var description: String {
    let found: String
    switch reason {
    case .fileChanged:
      found = "found columns of other rows than the response file now has where it was read before"
    case .madeOtherwise: found = "found columns of another form, or of another version of this program"
    case .damaged: found = "found bytes that are not those that were written"
    case .notOurs:
      return
        "\(path): found something that this program did not make, or that has another name too, expected a file of "
        + "columns or none; it is left alone, and the response file is read without; move it away, or give "
        + "--no-sidecar"
    }
    return "\(path): \(found); the response file is read anew, and they are made anew"
  }
}
