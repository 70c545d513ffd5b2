public import Calendar
public import Documents

/// One mail as it was read: its headers and its parts, not those of a mail inside it.
public struct Mail: Sendable, Hashable {
  /// A header that matters here, unfolded and its encoded words decoded.
  public struct Header: Sendable, Hashable {
    /// Its name as it was written.
    public let name: String
    /// What it says.
    public let value: String

    /// Creates a header.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// An address of a header.
  public struct Address: Sendable, Hashable {
    /// The header in lower case: `from`, `sender`, `reply-to`, `to`, `cc`.
    public let header: String
    /// The name before the address; it proves nothing.
    public let name: String
    /// The address as it was written: `chair@example.org`.
    public let address: String

    /// Creates an address.
    public init(header: String, name: String, address: String) {
      self.header = header
      self.name = name
      self.address = address
    }
  }

  /// The note of a server that took the mail on (RFC 5321, section 4.4).
  public struct Received: Sendable, Hashable {
    /// The server that wrote it, in lower case; empty where it does not say.
    public let by: String
    /// When.
    public let date: Instant?

    /// Creates a note.
    public init(by: String, date: Instant?) {
      self.by = by
      self.date = date
    }
  }

  /// The part of type message/rfc822 that it stands in; nothing for the mail itself.
  public var path: PartPath?
  /// The headers that matter here, in the order of the mail.
  public var headers: [Header] = []
  /// The addresses of its headers.
  public var addresses: [Address] = []
  /// What it says of when it was sent; nothing where it does not say so, or not readably.
  public var date: Instant?
  /// The servers that it came through, the last one first.
  public var received: [Received] = []
  /// Its parts in their order, also those that hold parts.
  public var parts: [MailPart] = []

  /// Creates a mail with nothing in it.
  ///
  /// - Parameter path: The part that it stands in.
  public init(path: PartPath? = nil) { self.path = path }

  /// What the first header of a name says.
  ///
  /// - Parameter name: The name; upper and lower case are the same.
  public subscript(name: String) -> String? { values(name).first }

  /// What all headers of a name say.
  ///
  /// - Parameter name: The name; upper and lower case are the same.
  /// - Returns: Their values, in the order of the mail.
  public func values(_ name: String) -> [String] {
    let name = name.lowercased()
    return headers.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// Whom the mail says it is from; several where it names several.
  public var from: [Address] { addresses.filter { $0.header == "from" } }

  /// When the mail arrived, as a server of the operator's own noted it.
  ///
  /// The first notes were written last. One that stands behind that of a foreign server may be made up.
  ///
  /// - Parameter servers: The names of the operator's servers, in lower case; where none is named, the first note
  ///   counts, which the last server wrote.
  /// - Returns: The newest of these notes' dates.
  public func received(by servers: Set<String>) -> Instant? {
    if servers.isEmpty { return received.first?.date }
    return received.prefix { servers.contains($0.by) }.first?.date
  }
}

/// A mail and the mails inside it: each of them is a submission of its own.
public struct MailBundle: Sendable, Hashable {
  /// The mail itself, then those inside it in their order; none where it could not be read.
  public var mails: [Mail]
  /// What a person must look at before anything is taken from any of them.
  public var findings: [Finding]

  /// Creates a bundle.
  public init(mails: [Mail] = [], findings: [Finding] = []) {
    self.mails = mails
    self.findings = findings
  }
}
