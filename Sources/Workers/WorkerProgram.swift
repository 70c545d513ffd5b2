internal import Glibc

/// A program that does the dangerous part of a job in a process of its own, and what it is allowed.
public struct WorkerProgram: Sendable, Hashable {
  /// Where it stands.
  public let path: String
  /// What it is given beside its name.
  public let arguments: [String]
  /// How many bytes of address space it may have.
  public var memory = 1 << 30
  /// How many seconds it may take for one document.
  public var seconds = 10.0
  /// How many bytes an answer may have.
  public var answerLimit = 1 << 28

  /// Names a program by its path.
  ///
  /// - Parameters:
  ///   - path: Where it stands.
  ///   - arguments: What it is given beside its name.
  public init(path: String, arguments: [String] = []) {
    self.path = path
    self.arguments = arguments
  }

  /// Finds a program that stands beside the running one, or in `../libexec/iscm` as it is installed.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - arguments: What it is given beside its name.
  /// - Throws: Where there is no such program.
  public init(beside name: String, arguments: [String] = []) throws(WorkerError) {
    let folder = Self.ownFolder ?? "."
    let places = ["\(folder)/\(name)", "\(folder)/../libexec/iscm/\(name)"]
    guard let path = places.first(where: { access($0, X_OK) == 0 }) else {
      throw WorkerError(path: places[0], code: ENOENT)
    }
    self.init(path: path, arguments: arguments)
  }

  /// The folder of the running program, symbolic links followed.
  private static var ownFolder: String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { room in
      guard let start = room.baseAddress else { return nil }
      let count = readlink("/proc/self/exe", start, room.count)
      guard count > 0, count < room.count else { return nil }
      let path = room[..<count].map { UInt8(bitPattern: $0) }
      guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      return String(decoding: path[..<slash], as: UTF8.self)
    }
  }

  /// What a worker finds in its environment, and nothing else: no variable of the caller's changes what it reads.
  static let environment = ["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no", "TZ=UTC"]
}
