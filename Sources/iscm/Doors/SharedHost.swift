internal import Glibc

/// A session that somebody opens from afar, at an account that others use too: what sshd's `ForceCommand` starts.
enum SharedHost {
  /// What is believed of those who connect: which terminal they have, which language they speak, what helps them.
  private static let believed = [
    "TERM", "LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "NO_COLOR", "ACCESSIBLE",
  ]

  /// Closes the session: nothing but the form can be done in it.
  ///
  /// sshd may pass on what those who connect have in their environment. So `ISCM_NOW` and `ISCM_SEED` say no more
  /// when a response was sent and which id it has, no variable names a program to start, and none a file to read.
  /// SIGTSTP stops nothing: nobody could continue what was stopped.
  static func close() {
    let kept = believed.compactMap { name in Present.environment(name).map { (name, $0) } }
    clearenv()
    for (name, value) in kept { setenv(name, value, 1) }
    signal(SIGTSTP, SIG_IGN)
  }
}
