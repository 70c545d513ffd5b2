/// What a server found out about a sender (RFC 8601): believed only from the operator's own server.
public struct AuthenticationResults: Sendable, Hashable {
  /// One method's result.
  public struct Result: Sendable, Hashable {
    /// The method in lower case: `spf`, `dkim`, `dmarc`.
    public let method: String
    /// What came of it, in lower case: `pass`, `fail`, `none`.
    public let result: String
    /// What was judged, by property: `header.from`, `smtp.mailfrom`, `header.d`.
    public let properties: [String: String]
  }

  /// The server that says so, in lower case.
  public let server: String
  /// What it says.
  public let results: [Result]

  /// Reads the value of a header `Authentication-Results`; nothing where it names no server.
  ///
  /// - Parameter value: The value, unfolded.
  public init?(_ value: String) {
    let clauses = Self.clauses(value)
    guard let server = clauses.first?.first, !server.contains("=") else { return nil }
    self.server = server.lowercased()
    results = clauses.dropFirst().compactMap { words in
      let pairs = words.compactMap { word -> (String, String)? in
        guard let equals = word.firstIndex(of: "=") else { return nil }
        return (word[..<equals].lowercased(), String(word[word.index(after: equals)...]))
      }
      guard let (name, result) = pairs.first, let method = name.split(separator: "/").first else {
        return nil
      }
      return Result(
        method: String(method), result: result.lowercased(),
        properties: Dictionary(pairs.dropFirst(), uniquingKeysWith: { first, _ in first }))
    }
  }

  /// The words between semicolons, without remarks in brackets and without quotation marks.
  private static func clauses(_ value: String) -> [[String]] {
    var clauses: [[String]] = [[]]
    var word = ""
    var depth = 0
    var (isQuoted, isEscaped) = (false, false)
    func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" }
    func end() {
      if !word.isEmpty { clauses[clauses.count - 1].append(word) }
      word = ""
    }
    for character in value {
      if isEscaped {
        if depth == 0 { word.append(character) }
        isEscaped = false
      } else if character == "\\", isQuoted || depth > 0 {
        isEscaped = true
      } else if depth > 0 {
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        word.append(character)
      } else if character == "(" {
        depth = 1
      } else if isSpace(character) || character == ";" {
        end()
        if character == ";" { clauses.append([]) }
      } else {
        word.append(character)
      }
    }
    end()
    return clauses
  }
}

extension Mail {
  /// What a server found out about the sender, the newest first.
  ///
  /// - Parameter server: The operator's server; what others say is not believed. One that writes such headers takes
  ///   those away that came with its own name.
  /// - Returns: What it says; nothing where the server says nothing.
  public func authentication(by server: String) -> [AuthenticationResults] {
    values("authentication-results").compactMap(AuthenticationResults.init)
      .filter { $0.server == server.lowercased() }
  }
}
