/// The file in which columns are kept, as it is seen by whoever cannot use them.
struct SidecarFile: Sendable {
  /// Where it stands.
  let path: String
  /// Who may read it.
  let permissions: UInt32
  /// Is told why it is not used.
  let notice: (@Sendable (SidecarNotice) -> Void)?

  /// Says why what was kept is not used.
  func tell(_ reason: SidecarNotice.Reason) { notice?(SidecarNotice(path: path, reason: reason)) }

  /// Gives up what was kept and is damaged, unless somebody else is making it anew.
  func giveUp() {
    tell(.damaged)
    guard let frames = try? FrameFile(path, permissions: permissions), frames.isLocked else { return }
    frames.drop(from: 0)
  }
}
