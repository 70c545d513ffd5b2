internal import Mails

/// What a server of the operator's own found of a mail's sender (RFC 8601).
public enum Authentication: Sendable, Hashable {
  /// No server was named, so that nothing is believed.
  case notAsked
  /// The named server says nothing of this mail.
  case missing(server: String)
  /// The sender's domain answers for the mail: by which method.
  case passed(String)
  /// It does not: what the server says.
  case failed(String)

  /// Judges a mail.
  ///
  /// Only the topmost header of the named server counts: others may be made up.
  ///
  /// - Parameters:
  ///   - headers: The mail's `Authentication-Results`, the topmost first.
  ///   - servers: The names of the operator's servers; where there is none, nothing is asked.
  ///   - address: Whom the mail says it is from.
  public init(_ headers: [String], by servers: Set<String>, from address: String) {
    guard let first = servers.sorted().first else {
      self = .notAsked
      return
    }
    let wanted = Set(servers.map { $0.lowercased() })
    let parsed = headers.lazy.compactMap { AuthenticationResults($0) }
    guard let found = parsed.first(where: { wanted.contains($0.server) })?.results else {
      self = .missing(server: first)
      return
    }
    let domain = address.lastIndex(of: "@").map { address[address.index(after: $0)...].lowercased() } ?? ""
    let said = found.map { "\($0.method)=\($0.result)" }.joined(separator: " ")
    if found.contains(where: { $0.method == "dmarc" && $0.result != "pass" && $0.result != "none" }) {
      self = .failed(said)
    } else if let method = found.first(where: { $0.answers(for: domain) }) {
      self = .passed("\(method.method)=pass")
    } else {
      self = .failed(said.isEmpty ? "none" : said)
    }
  }

  /// As the ledger has it.
  public var text: String {
    switch self {
    case .notAsked: ""
    case .missing: "missing"
    case .passed(let method): method
    case .failed(let said): said
    }
  }
}

extension AuthenticationResults.Result {
  /// Whether it says that the domain of the mail's `From` answers for the mail (RFC 7489, section 3.1, without a list of
  /// public suffixes: the domain itself, or for a signature one that the mail's is below).
  fileprivate func answers(for domain: String) -> Bool {
    guard result == "pass", !domain.isEmpty else { return false }
    let signer: String? =
      switch method {
      case "dmarc": properties["header.from"]
      case "dkim": properties["header.d"] ?? properties["header.i"]
      case "spf": properties["smtp.mailfrom"]
      default: nil
      }
    guard let named = signer?.split(separator: "@").last?.lowercased(), named.contains(".") else {
      return false
    }
    return domain == named || (method == "dkim" && domain.hasSuffix("." + named))
  }
}
