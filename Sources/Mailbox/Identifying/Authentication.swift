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
    let parsed = headers.lazy.map(Results.init)
    guard let results = parsed.first(where: { wanted.contains($0.server) }) else {
      self = .missing(server: first)
      return
    }
    let domain = address.lastIndex(of: "@").map { address[address.index(after: $0)...].lowercased() } ?? ""
    let said = results.methods.map { "\($0.method)=\($0.result)" }.joined(separator: " ")
    if results.methods.contains(where: { $0.method == "dmarc" && $0.result != "pass" && $0.result != "none" })
    {
      self = .failed(said)
    } else if let method = results.methods.first(where: { $0.answers(for: domain) }) {
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

/// One header `Authentication-Results`, taken apart.
private struct Results {
  struct Method {
    let method: String
    let result: String
    let properties: [String: String]

    /// Whether it says that the domain of the mail's `From` answers for the mail (RFC 7489, section 3.1, strict or
    /// relaxed without a list of public suffixes: the domain itself, or one above it that the mail's is below).
    func answers(for domain: String) -> Bool {
      guard result == "pass", !domain.isEmpty else { return false }
      let signer: String? =
        switch method {
        case "dmarc": properties["header.from"]
        case "dkim": properties["header.d"] ?? properties["header.i"]
        case "spf": properties["smtp.mailfrom"]
        default: nil
        }
      guard let named = signer?.split(separator: "@").last.map(String.init), named.contains(".") else {
        return false
      }
      return domain == named || (method == "dkim" && domain.hasSuffix("." + named))
    }
  }

  var server = ""
  var methods: [Method] = []

  init(_ header: String) {
    let pieces = Self.withoutComments(header).split(separator: ";", omittingEmptySubsequences: false)
    server = (pieces.first?.split(whereSeparator: \.isWhitespace).first).map { $0.lowercased() } ?? ""
    for piece in pieces.dropFirst() {
      let words = piece.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
      guard let first = words.first?.split(separator: "=", maxSplits: 1), first.count == 2 else { continue }
      var properties: [String: String] = [:]
      for word in words.dropFirst() {
        let halves = word.split(separator: "=", maxSplits: 1).map(String.init)
        if halves.count == 2, properties[halves[0]] == nil {
          properties[halves[0]] = halves[1].filter { $0 != "\"" && $0 != "<" && $0 != ">" }
        }
      }
      methods.append(Method(method: String(first[0]), result: String(first[1]), properties: properties))
    }
  }

  /// The header without its comments, and without what stands between quotation marks: both may hold anything.
  private static func withoutComments(_ header: String) -> String {
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    var kept = ""
    for sign in header {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch sign {
      case "\\": isEscaped = true
      case "\"" where depth == 0: isQuoted.toggle()
      case "(" where !isQuoted: depth += 1
      case ")" where !isQuoted && depth > 0: depth -= 1
      default: if depth == 0 && !isQuoted { kept.append(sign) }
      }
    }
    return kept
  }
}
