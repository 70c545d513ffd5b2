public import CSV
public import Survey

/// Who may send answers for which mechanism: `senders.csv`, with the columns `mechanism` and `address`.
///
/// `mechanism` is a name of the register, or `*` for whoever may hand on the answers of all, such as the operator's own
/// colleagues. `address` is an address, or `@` and a domain for all of its addresses. A row whose mechanism is `server`
/// names a mail server of the operator's own, whose `Received` and `Authentication-Results` are believed.
public struct SenderList: Sendable {
  /// The name of its file beside `responses.csv`.
  public static let fileName = "senders.csv"

  /// For which mechanisms an address may send.
  public struct Permission: Sendable, Hashable {
    /// The mechanisms by name.
    public var mechanisms: Set<Choice.Name> = []
    /// Whether it may hand on the answers of all.
    public var isForAll = false

    /// Whether nothing may be sent.
    var isNone: Bool { mechanisms.isEmpty && !isForAll }
    /// Whether the answers of a mechanism may be sent.
    func covers(_ mechanism: Choice.Name) -> Bool { isForAll || mechanisms.contains(mechanism) }
  }

  /// The operator's own mail servers, in lower case.
  public private(set) var servers: Set<String> = []
  private var rules: [String: Permission] = [:]

  /// Creates a list of nobody.
  public init() {}

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - table: What the file holds; nothing where there is none: nobody is listed then.
  ///   - path: What to call the file in problems.
  ///   - register: The mechanisms that there are.
  /// - Throws: All that is wrong with it, a line a problem.
  public init(_ table: CSVTable?, path: String, register: Register) throws(TableProblems) {
    guard let table else { return }
    var problems = TableProblems.problems(of: table, columns: ["mechanism", "address"], path: path)
    let hasColumns = TableProblems.hasColumns(table, columns: ["mechanism", "address"])
    for row in table.rows where hasColumns && row.cells.count == table.header.count {
      let mechanism = table[row, "mechanism"].trimmed
      let address = table[row, "address"].trimmed.lowercased()
      if mechanism == "server" {
        if address.isEmpty || address.contains(where: { $0.isWhitespace || $0 == "@" }) {
          problems.append(
            "\(path):\(row.line) address: found '\(address)', expected a server's name: mx.example.org")
        }
        servers.insert(address)
        continue
      }
      if mechanism != "*", !register.has(Choice.Name(mechanism)) {
        problems.append(
          "\(path):\(row.line) mechanism: found '\(mechanism)', expected a name of the register, * for all, or server"
        )
      }
      let halves = address.split(separator: "@", omittingEmptySubsequences: false)
      if halves.count != 2 || halves[1].isEmpty || address.contains(where: \.isWhitespace) {
        problems.append(
          "\(path):\(row.line) address: found '\(address)', expected an address, or @ and a domain: @example.org"
        )
      }
      if mechanism == "*" {
        rules[address, default: Permission()].isForAll = true
      } else {
        rules[address, default: Permission()].mechanisms.insert(Choice.Name(mechanism))
      }
    }
    if !problems.isEmpty { throw TableProblems(lines: problems) }
  }

  /// For which mechanisms an address may send: by itself, and by its domain.
  ///
  /// - Parameter address: `chair@example.org`; upper and lower case are the same. A domain does not cover those
  ///   below it.
  /// - Returns: Nothing permitted where the list does not have it.
  public func permission(of address: String) -> Permission {
    let address = address.lowercased()
    var found = rules[address] ?? Permission()
    if let at = address.lastIndex(of: "@"), at != address.startIndex,
      let domain = rules[String(address[at...])]
    {
      found.mechanisms.formUnion(domain.mechanisms)
      found.isForAll = found.isForAll || domain.isForAll
    }
    return found
  }
}
