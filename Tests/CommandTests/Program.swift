import Foundation

/// The program under test as it was built, and the package that it was built from.
enum Program {
  /// The folder of `iscm`: where the tests' own bundle stands, else where a debug build leaves it.
  static let folder: String = {
    let beside = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path()
    let candidates = [beside, package + "/.build/debug"]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0 + "/iscm") } ?? beside
  }()

  /// The root of the package.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path()
    .trimmingSuffix("/")

  /// What every run finds in its environment, and nothing else.
  static let environment = [
    "PATH": "\(folder.trimmingSuffix("/")):/usr/local/bin:/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "TERM": "dumb",
    "ISCM_NOW": "2018-11-09T10:14:33Z",
    "ISCM_SEED": "7",
  ]
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
