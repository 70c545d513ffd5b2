public import Calendar

/// What came in at one time: a mail with the mails inside it, or a form that an operator put in by hand.
public struct Delivery: Sendable, Hashable {
  /// How it came.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// By mail.
    case mail
    /// As a file of its own; it has no sender, the operator answers for it.
    case file
  }

  /// The hash of its bytes in hexadecimal digits: its identity, whatever it says of itself.
  public let sha256: String
  /// The file in which it stood, as it was named.
  public let source: String
  /// Where in that file it begins, in bytes.
  public let offset: Int
  /// How it came.
  public let kind: Kind
  /// The mail, then the mails inside it; none where it could not be read.
  public var letters: [Letter]
  /// What a person must look at before anything is taken from any of them.
  public var doubts: [MatchedForm.Doubt]

  /// Creates a delivery.
  public init(
    sha256: String, source: String, offset: Int = 0, kind: Kind = .mail, letters: [Letter] = [],
    doubts: [MatchedForm.Doubt] = []
  ) {
    self.sha256 = sha256
    self.source = source
    self.offset = offset
    self.kind = kind
    self.letters = letters
    self.doubts = doubts
  }

  /// The mail itself; nothing where it could not be read.
  public var envelope: Letter? { letters.first }

  /// When it came: as the operator's server noted it, else as the sender dates it.
  public var time: Instant? { envelope?.received ?? envelope?.date }
}

/// A mail, or a mail inside it: a submission of its own.
public struct Letter: Sendable, Hashable {
  /// An address of its `From`.
  public struct Sender: Sendable, Hashable {
    /// The name before the address; it proves nothing.
    public let name: String
    /// The address, `chair@example.org`.
    public let address: String

    /// Creates an address.
    public init(name: String = "", address: String) {
      self.name = name
      self.address = address
    }
  }

  /// A part that was read for answers.
  public struct Part: Sendable, Hashable {
    /// Where it stands in the mail, `1.2`; a form that came as a file has `1`.
    public let path: String
    /// The hash of its bytes.
    public let sha256: String
    /// What it is: `docx`, `text`; what it says that it is, where no reader knows it.
    public let format: String
    /// Which reader read it.
    public let reader: String
    /// What it answers.
    public let form: MatchedForm

    /// Creates a part.
    public init(path: String, sha256: String, format: String, reader: String = "", form: MatchedForm) {
      self.path = path
      self.sha256 = sha256
      self.format = format
      self.reader = reader
      self.form = form
    }
  }

  /// What no person wrote to answer.
  public enum Automatic: String, Sendable, Hashable, CaseIterable {
    case autoReply = "auto_reply"
    case bounce
    case calendar
    case receipt
  }

  /// Its `Message-ID`; it identifies nothing.
  public var messageID: String
  /// Its `Date`, to the letter.
  public var dateHeader: String
  /// Its `Date`; nothing where there is none, or none that can be read.
  public var date: Instant?
  /// When a server of the operator's own took it.
  public var received: Instant?
  /// Whom it says it is from.
  public var from: [Sender]
  /// Its subject.
  public var subject: String
  /// Its `Authentication-Results`, the topmost first.
  public var authentication: [String]
  /// What made it, where no person did.
  public var automatic: Automatic?
  /// The parts that were read for answers.
  public var parts: [Part]
  /// Whether it has words or files that a person should see, where no part of it is a form.
  public var hasContent: Bool

  /// Creates a mail.
  public init(
    messageID: String = "", dateHeader: String = "", date: Instant? = nil, received: Instant? = nil,
    from: [Sender] = [], subject: String = "", authentication: [String] = [], automatic: Automatic? = nil,
    parts: [Part] = [], hasContent: Bool = false
  ) {
    self.messageID = messageID
    self.dateHeader = dateHeader
    self.date = date
    self.received = received
    self.from = from
    self.subject = subject
    self.authentication = authentication
    self.automatic = automatic
    self.parts = parts
    self.hasContent = hasContent
  }
}
