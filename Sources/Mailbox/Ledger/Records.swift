internal import CSV
public import ResponseFiles
internal import Survey

/// The files that a run reads before it decides, and grows when it has decided.
public struct Records: Sendable {
  /// The folder of the responses; the ledger, decisions, senders and mails stand beside them.
  public let folder: ResponseFolder
  /// The mechanisms.
  public let register: Register

  /// Names the files.
  ///
  /// - Parameter folder: The folder of the responses.
  public init(_ folder: ResponseFolder) {
    self.folder = folder
    register = Register(of: folder.questionnaire)
  }

  /// Reads the list of senders.
  ///
  /// - Throws: `RecordsError` with all that is wrong with it.
  public func senders() throws(RecordsError) -> SenderList {
    let name = folder.sideName(SenderList.fileName)
    do {
      return try SenderList(folder.table(beside: name), path: path(name), register: register)
    } catch { throw RecordsError(error) }
  }

  /// Reads the ledger.
  ///
  /// - Throws: `RecordsError` with all that is wrong with it.
  public func ledger() throws(RecordsError) -> Ledger {
    let name = folder.sideName(Ledger.fileName)
    do {
      return try Ledger(folder.table(beside: name), path: path(name))
    } catch { throw RecordsError(error) }
  }

  /// Reads all that is known before anything is decided.
  ///
  /// - Returns: The books, and how long the files were that they were read from.
  /// - Throws: `RecordsError` with all that is wrong with them.
  public func books() throws(RecordsError) -> (books: Books, lengths: [String: Int]) {
    let decisionsName = folder.sideName(Decisions.fileName)
    do {
      // Looked at before they are read: what is written meanwhile is noticed when rows are stored.
      let lengths = try folder.lengths(
        of: folder.mainNames() + [folder.sideName(Ledger.fileName), decisionsName])
      let decisions = try Decisions(
        folder.table(beside: decisionsName), path: path(decisionsName), of: folder.questionnaire)
      var responses: [Response] = []
      _ = try folder.read { responses.append($0.response) }
      return (
        Books(ledger: try ledger(), decisions: decisions, responses: responses, register: register), lengths
      )
    } catch { throw RecordsError(error) }
  }

  /// Decides of mails beside what is known now, and stores what follows: all of it, or nothing.
  ///
  /// Where others write meanwhile, it decides anew beside what they wrote.
  ///
  /// - Parameters:
  ///   - deliveries: What came in.
  ///   - decisions: What a person decides of them now.
  ///   - settling: What decides.
  ///   - stores: Whether anything is written at all.
  /// - Returns: What was decided.
  /// - Throws: `RecordsError` where the files cannot be read, or nothing could be stored.
  public func settle(
    _ deliveries: [Delivery], deciding decisions: [Decision] = [], by settling: Settling, stores: Bool = true
  ) throws(RecordsError) -> Settlement {
    for _ in 0..<20 {
      var (books, lengths) = try books()
      for decision in decisions { books.decisions.append(decision) }
      let settlement = settling.settle(deliveries, in: books)
      if !settlement.unaccounted.isEmpty { throw .unaccounted(settlement.unaccounted) }
      if !stores || (settlement.rows.isEmpty && decisions.isEmpty) { return settlement }
      do throws(ResponseFileError) {
        try folder.append(
          settlement.responses, provenance: settlement.provenance,
          beside: settlement.sides(deciding: decisions, in: folder), ifAsRead: lengths)
        return settlement
      } catch {
        if case .changedSinceRead = error { continue }
        throw .notStored(error)
      }
    }
    throw .notStored(.changedSinceRead(path: folder.file()))
  }

  private func path(_ name: String) -> String {
    folder.path == "." ? name : folder.path.hasSuffix("/") ? folder.path + name : "\(folder.path)/\(name)"
  }
}

extension Settlement {
  /// The rows that are stored beside the responses.
  package func sides(deciding decisions: [Decision], in folder: ResponseFolder) -> [SideRows] {
    [
      sideRows(in: folder),
      SideRows(
        file: folder.sideName(Decisions.fileName), columns: Decision.columns, rows: decisions.map(\.cells)),
    ]
  }
}

/// Why a run decides nothing, or stores nothing.
public enum RecordsError: Error, Sendable, Hashable {
  /// A file cannot be read.
  case unreadable(ResponseFileError)
  /// What stands in a file cannot be understood.
  case problems(TableProblems)
  /// What was decided could not be stored; nothing was.
  case notStored(ResponseFileError)
  /// Mails have no final row: the program is wrong, and stores nothing.
  case unaccounted([String])

  init(_ error: any Error) {
    switch error {
    case let error as RecordsError: self = error
    case let error as TableProblems: self = .problems(error)
    case let error as ResponseFileError: self = .unreadable(error)
    default: preconditionFailure("Files of responses throw nothing else")
    }
  }

  /// Whether nothing was stored that should have been.
  public var isFailedCommit: Bool {
    switch self {
    case .unreadable, .problems: false
    case .notStored, .unaccounted: true
    }
  }

  /// A line a problem: where, what was found, what was expected and what to do.
  public var lines: [String] {
    switch self {
    case .unreadable(let error), .notStored(let error): ["\(error)"]
    case .problems(let problems): problems.lines
    case .unaccounted(let mails):
      mails.map {
        "the mail \($0) would have no final row; nothing was stored; tell whoever keeps this program"
      }
    }
  }
}
