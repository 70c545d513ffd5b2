import Foundation

/// A script of /bin/sh in a project, run to its end.
struct Run {
  /// What it wrote to standard output.
  let output: Data
  /// What it wrote to standard error.
  let errors: Data
  /// Its exit code; 128+n where a signal ended it.
  let code: Int32

  /// Runs a script with `iscm` first on its path.
  ///
  /// - Parameters:
  ///   - script: What /bin/sh is given.
  ///   - scratch: The project to run it in.
  ///   - input: Its standard input.
  ///   - environment: Variables beside, or in place of, those that every run has.
  /// - Throws: Why it cannot be started.
  init(
    _ script: String, in scratch: Scratch, input: Data = Data(), environment: [String: String] = [:]
  ) throws {
    self = try Started(script, in: scratch, input: input, environment: environment).finished()
  }

  var outputText: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }
}

/// A script that is running.
///
/// Its streams are files, not pipes: nobody has to read along, and no other child keeps them open.
struct Started {
  private let process = Process()
  private let streams: Streams

  init(
    _ script: String, in scratch: Scratch, input: Data = Data(), environment: [String: String] = [:]
  ) throws {
    streams = try Streams(input)
    // Libraries of other tests in this process have SIGPIPE ignored, which a child would inherit.
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["--default-signal=PIPE", "/bin/sh", "-c", script]
    process.currentDirectoryURL = URL(filePath: scratch.path)
    process.environment = Program.environment.merging(environment) { $1 }
    process.standardInput = streams.input
    process.standardOutput = streams.output
    process.standardError = streams.errors
    try process.run()
  }

  /// Its process id.
  var id: pid_t { process.processIdentifier }

  /// Waits for its end.
  func finished() throws -> Run {
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return Run(
      output: try streams.output.contents(), errors: try streams.errors.contents(),
      code: process.terminationStatus + (isSignal ? 128 : 0))
  }
}

extension Run {
  fileprivate init(output: Data, errors: Data, code: Int32) {
    self.output = output
    self.errors = errors
    self.code = code
  }
}

/// The three streams of a run, as files without a name.
private struct Streams {
  let input: FileHandle
  let output: FileHandle
  let errors: FileHandle

  init(_ data: Data) throws {
    input = try Self.file()
    output = try Self.file()
    errors = try Self.file()
    try input.write(contentsOf: data)
    try input.seek(toOffset: 0)
  }

  private static func file() throws -> FileHandle {
    let path = FileManager.default.temporaryDirectory.path() + "iscm-stream-\(UUID().uuidString)"
    guard FileManager.default.createFile(atPath: path, contents: nil) else {
      throw CocoaError(.fileWriteUnknown)
    }
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try FileHandle(forUpdating: URL(filePath: path))
  }
}

extension FileHandle {
  fileprivate func contents() throws -> Data {
    try seek(toOffset: 0)
    return try readToEnd() ?? Data()
  }
}
