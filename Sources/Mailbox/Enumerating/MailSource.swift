internal import Documents

/// What stands in a source: a folder of mails, an mbox, a Maildir, a mail, a form.
///
/// A source is only ever read. All of it is accounted for: what is no mail and no form is `unknown`, and what is
/// passed over is said.
public struct MailSource: Sendable, Hashable {
  /// Something that was passed over.
  public struct Skipped: Sendable, Hashable {
    /// Why.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
      /// A symbolic link: it could lead anywhere.
      case link
      /// A device, a pipe or a socket.
      case special
      /// Its name begins with a point, as those of programs' own files do.
      case hidden
      /// A Maildir's `tmp`, whose mails are not yet whole.
      case unfinished
      /// A Maildir inside a Maildir: a folder of the mail program, such as the mails sent.
      case innerMaildir
    }

    /// What.
    public let path: String
    /// Why.
    public let reason: Reason
  }

  /// The source as it was named.
  public let path: String
  /// The mails and forms, sorted by the bytes of their paths, then by where they begin.
  public private(set) var items: [MailItem] = []
  /// What was passed over.
  public private(set) var skipped: [Skipped] = []

  /// Looks what stands in a source.
  ///
  /// - Parameter path: A file or a folder; a link is followed here, and nowhere below.
  /// - Throws: Why some of it cannot be read.
  public init(_ path: String) throws(MailboxError) {
    self.path = path
    switch try SourceFolder.Entry.Kind(path, followsLink: true) {
    case .file: try add(SourceFile(path, followsLink: true))
    case .folder: try add(SourceFolder(path: path), isTop: true)
    case .link, .other: throw .special(path: path)
    }
  }

  private mutating func add(_ folder: SourceFolder, isTop: Bool) throws(MailboxError) {
    let entries = try folder.entries()
    let folders = Set(entries.filter { $0.kind == .folder }.map(\.name))
    let isMaildir = folders.isSuperset(of: ["cur", "new"])
    if isMaildir, !isTop {
      skipped.append(Skipped(path: folder.path, reason: .innerMaildir))
      return
    }
    for entry in entries {
      if let reason = reason(toSkip: entry, isMaildir: isMaildir) {
        skipped.append(Skipped(path: entry.path, reason: reason))
      } else if entry.kind == .folder {
        if isMaildir, entry.name == "cur" || entry.name == "new" {
          try addMails(of: SourceFolder(path: entry.path))
        } else {
          try add(SourceFolder(path: entry.path), isTop: false)
        }
      } else {
        try add(SourceFile(entry.path))
      }
    }
  }

  /// Adds the files of a Maildir's folder: each is a mail, whatever its name.
  private mutating func addMails(of folder: SourceFolder) throws(MailboxError) {
    for entry in try folder.entries() {
      if let reason = reason(toSkip: entry, isMaildir: false) {
        skipped.append(Skipped(path: entry.path, reason: reason))
      } else if entry.kind == .folder {
        try add(SourceFolder(path: entry.path), isTop: false)
      } else {
        let file = try SourceFile(entry.path)
        items.append(MailItem(kind: .mail, path: entry.path, length: file.length))
      }
    }
  }

  private func reason(toSkip entry: SourceFolder.Entry, isMaildir: Bool) -> Skipped.Reason? {
    switch entry.kind {
    case .link: .link
    case .other: .special
    case .folder where isMaildir && entry.name == "tmp": .unfinished
    case .folder where isMaildir && entry.name.hasPrefix("."): .innerMaildir
    case .file, .folder: entry.name.hasPrefix(".") ? .hidden : nil
    }
  }

  private mutating func add(_ file: consuming SourceFile) throws(MailboxError) {
    let start = try file.bytes(from: 0, count: min(file.length, FileKind.startLength))
    switch FileKind(name: file.path, start: start) {
    case .mbox: items += try Mbox.items(of: file)
    case .mail: items.append(MailItem(kind: .mail, path: file.path, length: file.length))
    case .form(let format): items.append(MailItem(kind: .form(format), path: file.path, length: file.length))
    case .unknown: items.append(MailItem(kind: .unknown, path: file.path, length: file.length))
    }
  }
}
