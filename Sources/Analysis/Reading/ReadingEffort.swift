internal import CSV
internal import Glibc

/// With what effort response files are read.
public struct ReadingEffort: Sendable {
  /// How many threads read a large file.
  public var threads: Int
  /// From how many bytes on a file is a large one; nothing means that libcsv alone reads all files.
  public var largeFile: Int?
  /// Is told how many bytes of how many of a large file are done with.
  public var progress: (@Sendable (_ path: String, _ done: Int, _ length: Int) -> Void)?

  /// Whether what was read of a large file is kept beside it, and used the next time.
  public var keepsColumns = false
  /// Is told what nobody has to look at, but may want to know: why what was kept cannot be used.
  public var notice: (@Sendable (SidecarNotice) -> Void)?

  /// The folder where rows are put that are too many to be held, in a file without a name.
  public var folderForRows = "/var/tmp"

  /// How finely the work is cut.
  package var grain = Grain()

  /// How finely the work is cut; a test cuts it finer than anybody else, to see that it does not matter.
  package struct Grain: Sendable {
    /// How many bytes a thread takes at once; nothing for the usual.
    package var blockSize: Int?
    /// How many rows are kept beside a file as one piece; somewhat more, since parts are not cut.
    package var segmentLength = 1 << 16
    /// How many ids are held against each other at once; where there are more, they are gone over again.
    package var idsAtOnce = 1 << 20
    /// About how many bytes of rows are held, where they need not all be held at once.
    package var mostHeld = 1 << 25
    /// How many different answers that are no choice have a name of their own, for each question; this one changes
    /// what is counted.
    package var mostUnlisted = 1000
    /// How many such answers a thread remembers before it forgets them and begins anew.
    package var mostNamesOfThread = 1 << 14
  }

  /// A file of fewer bytes is read before a thread has started.
  public static let usualLargeFile = 1 << 22

  /// One thread in which libcsv alone reads all files from start to end: what every other effort must come to.
  public static let plain = ReadingEffort(threads: 1, largeFile: nil)

  /// How many threads this machine runs at once.
  public static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Creates an effort.
  public init(
    threads: Int = Self.processors, largeFile: Int? = Self.usualLargeFile,
    progress: (@Sendable (_ path: String, _ done: Int, _ length: Int) -> Void)? = nil
  ) {
    self.threads = max(1, threads)
    self.largeFile = largeFile
    self.progress = progress
  }
}

extension ReadingEffort {
  /// A reader of a large file.
  func reader(of file: SharedFile) -> CSVParallelReader {
    guard let blockSize = grain.blockSize else { return CSVParallelReader(file, threads: threads) }
    return CSVParallelReader(file, threads: threads, blockSize: blockSize, kernel: .best)
  }
}

extension ResponseFile.Volume {
  /// Opens it where it is large enough for several threads, or for one that does not read everything.
  func largeFile(_ effort: ReadingEffort) throws(CSVError) -> SharedFile? {
    guard let least = effort.largeFile else { return nil }
    switch content {
    case .path(let path, let length):
      guard let length, length >= least else { return nil }
      return try SharedFile(path: path, length: length)
    case .bytes(let bytes): return bytes.count >= least ? SharedFile(bytes, path: name) : nil
    case .missing: return nil
    }
  }
}
