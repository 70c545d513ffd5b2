internal import Glibc

/// A program that is run to its end, whose output goes into files.
struct ChildProgram {
  private let path: String
  private let arguments: [String]
  private let output: String
  private let errors: String

  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: What stands behind its name.
  ///   - output: The file for its standard output.
  ///   - errors: The file for its standard error.
  init(_ path: String, _ arguments: [String], output: String, errors: String) {
    self.path = path
    self.arguments = arguments
    self.output = output
    self.errors = errors
  }

  /// Runs it; an interrupt of the terminal ends both.
  ///
  /// - Returns: Its exit code; 128 more than the signal that ended it; -1 where it cannot be started.
  func run() -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0o600)
    if errors == output {
      posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, flags, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this process ignores, a shell or a virtual machine may rely on.
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    sigaddset(&usual, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let words = ([path] + arguments).map { strdup($0) }
    let environment = Self.environment.map { strdup($0) }
    defer { (words + environment).forEach { free($0) } }
    guard posix_spawn(&process, path, &actions, &attributes, words + [nil], environment + [nil]) == 0 else {
      return -1
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  private static var environment: [String] {
    var found: [String] = []
    var place = environ
    while let entry = place.pointee {
      found.append(String(cString: entry))
      place += 1
    }
    return found
  }
}
