internal import ArgumentParser
internal import Glibc
internal import Messages
internal import ResponseFiles
internal import XLSForm

/// How a command ends: the exit codes that scripts rely on.
enum Outcome: Int32 {
  /// All is done.
  case done = 0
  /// Done, but something waits for a person, or disagrees.
  case findings = 1
  /// The input cannot be used; nothing was done.
  case unusableInput = 2
  /// Answers are saved as a draft, and not submitted.
  case saved = 3
  /// A commit failed; nothing was written.
  case commitFailed = 4
}

/// Why a command cannot do what it was asked to.
struct Failure: Error {
  /// The exit code.
  let outcome: Outcome
  /// What people read: where, what was found, what was expected, what to do; a line a problem.
  let lines: [String]
  /// How many of the lines are errors of a form and how many its warnings; nothing where they are not told apart.
  let counts: (errors: Int, warnings: Int)?
  /// What follows from the lines, for whoever wanted to do more than look for problems.
  let conclusion: String?

  init(_ outcome: Outcome, _ lines: [String]) {
    self.outcome = outcome
    self.lines = lines
    counts = nil
    conclusion = nil
  }

  /// Tells why a form cannot be used: what keeps it from that first, then what does not, marked as such.
  ///
  /// - Parameters:
  ///   - problems: All that is wrong with the form.
  ///   - file: Its file.
  init(_ problems: FormProblems, of file: String) {
    outcome = .unusableInput
    lines = (problems.errors + problems.warnings).map(\.marked)
    counts = (problems.errors.count, problems.warnings.count)
    conclusion = "\(file): the form cannot be used until its errors are mended: \(problems.errors.count)"
  }

  init(_ outcome: Outcome, _ line: String) { self.init(outcome, [line]) }

  /// Tells why files of responses cannot be used; to a mechanism's own people without saying where they stand.
  init(_ outcome: Outcome, _ error: ResponseFileError, to mechanism: Mechanism?) {
    self.init(outcome, mechanism == nil ? error.description : error.reason)
  }
}

extension Failure: CustomStringConvertible {
  /// What people read.
  var description: String { lines.joined(separator: "\n") }
}

extension ParsableCommand {
  /// Runs a command's work, says on standard error why it failed, and ends with its exit code.
  func conclude(_ work: () throws -> Outcome) throws {
    defer { PassingLine.clear() }
    do {
      let outcome = try work()
      if outcome != .done { throw ExitCode(outcome.rawValue) }
    } catch let failure as Failure {
      for line in failure.lines + [failure.conclusion].compactMap(\.self) { complain(line) }
      throw ExitCode(failure.outcome.rawValue)
    }
  }
}

/// Writes a line for people to standard error.
func complain(_ line: String) {
  PassingLine.clear()
  writeAll(line.harmless + "\n", to: STDERR_FILENO)
}

/// Writes a text for people to standard output.
func show(_ text: String) { emit(text.harmless) }

/// Writes data for programs to standard output, to the byte.
func emit(_ data: String) { emit(Array(data.utf8)) }

/// Writes bytes for programs to standard output.
func emit(_ bytes: [UInt8]) {
  PassingLine.clear()
  writeAll(bytes, to: STDOUT_FILENO)
}

/// Writes a text as it is.
func writeAll(_ text: String, to descriptor: Int32) { writeAll(Array(text.utf8), to: descriptor) }

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
  var bytes = bytes[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    if count <= 0 { return }
    bytes = bytes.dropFirst(count)
  }
}
