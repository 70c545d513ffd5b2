internal import Survey

/// The rows of a part that can still count once all parts are there, where units are told apart by a question.
///
/// Of each unit the newest row is kept, with the first of the others, which messages name; how many more there are is
/// counted.
struct KeptRows {
  private let rows: ResponseRows
  private let data: Dataset
  /// The domains of the questions that are needed of a row.
  private let domains: [Int]
  /// The rows that are kept, in their order, with how many more each stands for.
  private let kept: [(row: Int, unseen: Int)]

  /// - Parameters:
  ///   - file: The place of the file in the data.
  ///   - data: The data.
  ///   - unit: The question that tells units apart.
  ///   - forms: The forms that ask it.
  ///   - domains: The domains of the questions that are needed.
  init(of file: Int, in data: Dataset, unit: Question.Name, forms: Forms, domains: Set<Int>) {
    self.data = data
    rows = data.files[file]
    self.domains = domains.sorted()
    var builder = UnitTableBuilder(unit: unit, forms: forms, sources: [file], data: data)
    builder.add(0)
    kept = builder.kept.sorted { $0.row < $1.row }
  }

  /// Writes the rows, as the part's own or as those of a form that every part has.
  func write(to writer: inout PartialWriter, of form: String?) {
    for (number, one) in kept.enumerated() {
      let row = one.row
      let time = rows.submittedAt[row]
      let head = [
        rows.id(row).text, String(rows.records[row]), String(rows.lines[row]), rows.file(row),
        time == .min ? "" : String(time), rows.versions[rows.version(row)], String(one.unseen),
      ]
      writer.say(
        ["row", String(number)], head + domains.filter { rows.columns[$0] != nil }.map { cell(row, $0) },
        of: form)
    }
  }

  private func cell(_ row: Int, _ domain: Int) -> String {
    let code = rows.code(row, domain)
    if let state = code.state { return "\(domain)!\(state.rawValue)" }
    let kept = data.domains[domain]
    switch kept.keeping {
    case .one: return "\(domain)=\(kept.name(at: code.place))"
    case .several(let words):
      // No name of a select_multiple holds white space.
      return "\(domain)="
        + rows.places(row, domain, words: words).map { kept.name(at: $0) }.joined(separator: " ")
    case .presence: return "\(domain)\(code == .misfit ? "~" : "=")"
    case .text:
      let number = rows.columns[domain]?.texts[row] ?? 0
      return "\(domain)\(code == .misfit ? "~" : "=")\(kept.texts[Int(number)])"
    }
  }
}

extension UnitTableBuilder {
  /// Of each unit of the first source the row that counts, and the first of the others; with how many more there are.
  var kept: [(row: Int, unseen: Int)] {
    identities.indices.flatMap { unit -> [(row: Int, unseen: Int)] in
      let (others, count) = others(unit, 0)
      let shown = others.sorted().prefix(Findings.limit)
      return rows(unit).prefix(1).filter { $0 >= 0 }.map { (Int($0), count - shown.count) }
        + shown.map { (Int($0), 0) }
    }
  }
}

/// Puts rows that parts have kept together again.
struct KeptRowsReader {
  private var keys = ResponseKeys()

  /// Takes up a row.
  ///
  /// - Parameters:
  ///   - words: What the part says of it.
  ///   - rows: Where it goes.
  ///   - domains: The domains of its questions.
  /// - Returns: Whether it is a row.
  mutating func read(_ words: [String], into rows: inout ResponseRows, _ domains: inout [Domain]) -> Bool {
    guard words.count >= 7, let record = UInt32(words[1]), let line = UInt32(words[2]),
      let unseen = Int(words[6])
    else { return false }
    if rows.volumes.last?.name != words[3] { rows.begin(volume: words[3], lacking: []) }
    var cells: [Int: (mark: Character, text: Substring)] = [:]
    for word in words.dropFirst(7) {
      let digits = word.prefix { $0.isNumber }
      guard let domain = Int(digits), domains.indices.contains(domain),
        let mark = word.dropFirst(digits.count).first
      else { return false }
      cells[domain] = (mark, word.dropFirst(digits.count + 1))
    }
    let row = rows.count
    rows.count += 1
    rows.keys.append(Array(words[0].utf8).withUnsafeBytes { keys.key($0) })
    rows.otherIDs = keys.others
    rows.records.append(record)
    rows.lines.append(line)
    rows.submittedAt.append(Int64(words[4]) ?? .min)
    rows.doors.append(0)
    rows.isSuperseded.append(false)
    rows.append(version: words[5])
    if unseen > 0 { rows.unseen[row] = unseen }
    for domain in domains.indices where rows.columns[domain] != nil {
      let cell = cells[domain] ?? ("!", Substring(RowState.notAsked.rawValue))
      guard rows.columns[domain]?.append(cell.mark, cell.text, row, &domains[domain]) == true else {
        return false
      }
    }
    return true
  }
}

extension ColumnCells {
  /// Takes up what a part has kept of a cell.
  fileprivate mutating func append(
    _ mark: Character, _ text: Substring, _ row: Int, _ domain: inout Domain
  ) -> Bool {
    let state = CellCode.states.first { $0.state?.rawValue == String(text) }
    if mark == "!", state == nil { return false }
    let isState = mark == "!"
    var code = isState ? state ?? .notAsked : mark == "~" ? .misfit : .present
    switch domain.keeping {
    case .presence: break
    case .one: if !isState { code = CellCode(place: domain.place(of: String(text))) }
    case .text: texts.append(isState ? 0 : UInt32(domain.number(of: String(text))))
    case .several(let words):
      var set = [UInt64](repeating: 0, count: words)
      for name in isState ? [] : text.split(separator: " ") {
        let place = domain.place(of: String(name))
        if place < domain.choices.count {
          set[place / 64] |= 1 << UInt64(place % 64)
        } else {
          unlisted[row, default: []].append(place)
        }
      }
      for word in set { sets.append(word) }
    }
    codes.append(code)
    return true
  }
}

extension CellCode {
  fileprivate static let states: [CellCode] = [.notApplicable, .blank, .unknown, .notAsked]
}
