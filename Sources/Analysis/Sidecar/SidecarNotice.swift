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
  }

  /// The file beside the response file.
  public let path: String
  /// Why it is not used.
  public let reason: Reason

  /// What was found, and what is done.
  public var description: String {
    let found =
      switch reason {
      case .fileChanged: "found columns of other rows than the response file now has where it was read before"
      case .madeOtherwise: "found columns of another form, or of another version of this program"
      case .damaged: "found bytes that are not those that were written"
      }
    return "\(path): \(found); the response file is read anew, and they are made anew"
  }
}
