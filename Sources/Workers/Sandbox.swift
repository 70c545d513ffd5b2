/// A room for a program that is not ours and reads what others wrote, made by bubblewrap.
///
/// In it are the system's programs and libraries, only to be read, and an empty folder `/tmp` in memory, which is gone
/// with the room. There is no network, no other process, no project, no file of any person and no variable of the
/// caller's; the room ends with whoever started it. It has no `/proc`, which cannot be made in many containers.
public struct Sandbox: Sendable, Hashable {
  /// What stands before bubblewrap's own words where it cannot make a room.
  public static let errorPrefix = "bwrap: "

  /// The program that makes the room: where Debian's package bubblewrap has it.
  public var path = "/usr/bin/bwrap"
  /// Files and folders that can be read beside the system's programs; what is not there is left out.
  public var readable: [String] = []
  /// Where libraries are looked for beside the system's own folders.
  public var libraries: [String] = []
  /// How many bytes the files may have that are written.
  public var size = 1 << 28

  /// Describes a room with the system's programs alone.
  public init() {}

  /// Puts a program into a room of its own, in whose `/tmp` it begins.
  ///
  /// - Parameter command: The program by its path, and what it is given.
  /// - Returns: The program, with the limits of any other.
  public func program(_ command: [String]) -> WorkerProgram {
    WorkerProgram(path: path, arguments: arguments + ["--"] + command)
  }

  private var arguments: [String] {
    let home = "/tmp"
    var words = ["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]
    words += ["--setenv", "HOME", home, "--setenv", "PATH", "/usr/bin", "--setenv", "LC_ALL", "C.UTF-8"]
    words += ["--setenv", "TZ", "UTC"]
    // The loader finds what stands beside a program through /proc, which is not there.
    if !libraries.isEmpty { words += ["--setenv", "LD_LIBRARY_PATH", libraries.joined(separator: ":")] }
    words += ["--size", String(size), "--tmpfs", home]
    for folder in ["/usr/bin", "/usr/lib", "/usr/lib64", "/usr/share"] + readable {
      words += ["--ro-bind-try", folder, folder]
    }
    for folder in ["bin", "lib", "lib64"] { words += ["--symlink", "usr/\(folder)", "/\(folder)"] }
    for device in ["/dev/null", "/dev/urandom"] { words += ["--dev-bind", device, device] }
    return words + ["--chdir", home, "--remount-ro", "/"]
  }
}
