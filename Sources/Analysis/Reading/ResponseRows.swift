internal import ResponseFiles
internal import Survey

/// The rows of one response file, of which only the cells that are counted are kept, as small integers.
///
/// A row takes 36 bytes, and for each question two more; eight for each 64 choices of a select_multiple; four
/// where texts are kept.
struct ResponseRows {
  /// How many bytes a row takes without its cells.
  static let bytesPerRow =
    MemoryLayout<ResponseKey>.size + 2 * MemoryLayout<UInt32>.size + MemoryLayout<Int64>.size
    + MemoryLayout<UInt16>.size + MemoryLayout<UInt8>.size + MemoryLayout<Bool>.size

  let form: Questionnaire
  /// The file's volumes, each with its first row, and what it has no column or no file for.
  private(set) var volumes: [(name: String, first: Int, lacks: Lacks)] = []

  /// What the version that began a volume did not ask.
  struct Lacks {
    var questions: Set<Question.Name>
    /// Whether it lacks the repeat groups of which it is known.
    var repeats: [Group.Name: Bool] = [:]
  }
  /// The versions that rows answer.
  private(set) var versions: [String] = []
  /// The place of each row's version.
  private var versionPlaces = Segments<UInt16>()
  private var places: [String: UInt16] = [:]
  private var last: (version: String, place: UInt16)?
  /// What each version of the form asked.
  let asked: AskedVersions

  init(form: Questionnaire, asked: AskedVersions) {
    self.form = form
    self.asked = asked
  }

  var count = 0
  var keys = Segments<ResponseKey>()
  var records = Segments<UInt32>()
  var lines = Segments<UInt32>()
  /// Seconds since 1970 in UTC; `Int64.min` where it is not known.
  var submittedAt = Segments<Int64>()
  /// The place of the source in `Response.Source.allCases`; one more where it is none of them.
  var doors = Segments<UInt8>()
  /// Whether a row below it takes its place.
  var isSuperseded = Segments<Bool>()
  var otherIDs: [String] = []
  /// Of how many rows from the first on it is known that no two have the same id.
  var distinctCount = 0
  /// Rows that say that they supersede another, with that one's id.
  var revisions: [(row: Int, of: ResponseKey)] = []
  /// What no version of the form explains in the header of the first volume: `+heading` stands there, `-heading` lacks.
  var unexplained: [String] = []
  /// Whether they are rows of one of several volumes, or of several.
  var isOfVolumes = false
  /// Whether they are rows of parts of one file, which are named as volumes are.
  var isOfParts = false
  /// By row, how many more responses of its unit the parts did not keep.
  var unseen: [Int: Int] = [:]

  /// By the place of their question's domain; nothing where the form does not ask it.
  var columns: [ColumnCells?] = []

  /// The same file with no row of it taken up.
  var emptied: ResponseRows {
    var rows = self
    rows.count = 0
    rows.versionPlaces = Segments()
    rows.keys = Segments()
    rows.records = Segments()
    rows.lines = Segments()
    rows.submittedAt = Segments()
    rows.doors = Segments()
    rows.isSuperseded = Segments()
    rows.unseen = [:]
    rows.columns = columns.map { $0 == nil ? nil : ColumnCells() }
    return rows
  }

  /// Whether any row is superseded.
  var hasSuperseded: Bool {
    (0..<isSuperseded.pieceCount).contains { isSuperseded.piece($0).contains(true) }
  }

  func id(_ row: Int) -> Response.ID { keys[row].id(otherIDs) }

  func trace(_ row: Int) -> Trace {
    Trace(
      form: form.id, response: id(row), file: file(row), record: Int(records[row]), line: Int(lines[row]))
  }

  /// The file in which a row stands.
  func file(_ row: Int) -> String { volumes.last { $0.first <= row }?.name ?? "" }

  /// Goes on to the next volume.
  mutating func begin(volume name: String, lacking questions: Set<Question.Name>) {
    volumes.append((name, count, Lacks(questions: questions)))
  }

  /// Notes the version that the next row answers.
  mutating func append(version: String) {
    // Mostly that of the row before.
    if let last, last.version == version {
      versionPlaces.append(last.place)
      return
    }
    let place = place(ofVersion: version)
    last = (version, place)
    versionPlaces.append(place)
  }

  /// The place of a version, which rows answer.
  @discardableResult mutating func place(ofVersion version: String) -> UInt16 {
    // More than that are all taken for one; no form has so many.
    let place = places[version] ?? UInt16(clamping: versions.count)
    if places[version] == nil, versions.count < Int(UInt16.max) {
      places[version] = place
      versions.append(version)
    }
    return place
  }

  /// The place of each row's version.
  var versionNumbers: Segments<UInt16> { versionPlaces }

  /// Notes the versions that the next rows answer.
  mutating func append(versionPlaces places: [UInt16]) { versionPlaces.append(piece: places) }

  /// Whether two rows stand in one volume.
  func isSameVolume(_ one: Int, _ other: Int) -> Bool {
    volumes.count < 2 || volumes.last { $0.first <= one }?.first == volumes.last { $0.first <= other }?.first
  }

  /// Takes up the rows of a part of the file that stands behind these.
  ///
  /// - Parameters:
  ///   - part: The rows; their columns must be those of these, in these domains' numbers.
  ///   - partKeys: The keys of the part in these rows' numbers, where they are others.
  mutating func append(_ part: ResponseRows, keys partKeys: Segments<ResponseKey>? = nil) {
    let before = count
    let partKeys = partKeys ?? part.keys
    for (row, unseen) in part.unseen { self.unseen[before + row] = unseen }
    count += part.count
    keys.append(contentsOf: partKeys)
    records.append(contentsOf: part.records)
    lines.append(contentsOf: part.lines)
    submittedAt.append(contentsOf: part.submittedAt)
    doors.append(contentsOf: part.doors)
    isSuperseded.append(contentsOf: part.isSuperseded)
    if part.versions == versions {
      versionPlaces.append(contentsOf: part.versionPlaces)
    } else {
      for row in 0..<part.count { append(version: part.versions[part.version(row)]) }
    }
    for (place, cells) in part.columns.enumerated() {
      if let cells { columns[place]?.append(cells, at: before) }
    }
  }

  /// Whether the version that began a row's file did not ask a question.
  func lacks(_ name: Question.Name, _ row: Int) -> Bool {
    lacks(row)?.questions.contains(name) == true
  }

  /// Whether the version that began a row's file did not ask for repeats of a group; nothing where files do not tell.
  func lacks(repeatsOf group: Group.Name, _ row: Int) -> Bool? { lacks(row)?.repeats[group] }

  private func lacks(_ row: Int) -> Lacks? {
    tellsByVolumes ? volumes.last { $0.first <= row }?.lacks : nil
  }

  /// Whether the volume that a row stands in tells what was asked.
  var tellsByVolumes: Bool { !isOfParts && (isOfVolumes || volumes.count > 1) }

  /// Notes what each volume lacks of a repeat group.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - repeats: The rows of its files.
  ///   - files: By volume, the names of the files of repeat groups.
  mutating func note(_ group: Group.Name, _ repeats: ResponseRows?, in files: [String: [Group.Name: String]])
  {
    for place in volumes.indices {
      guard let own = files[volumes[place].name] else { continue }
      let there = own[group].flatMap { name in repeats?.volumes.first { $0.name == name } }
      volumes[place].lacks.repeats[group] = own[group] == nil
      volumes[place].lacks.questions.formUnion(
        there?.lacks.questions ?? (own[group] == nil ? Set(form.columns(of: group).map(\.name)) : []))
    }
  }

  /// The place of a row's version.
  func version(_ row: Int) -> Int { Int(versionPlaces[row]) }

  /// What the row says of a question; not asked, where the form has no such question.
  func code(_ row: Int, _ domain: Int) -> CellCode { columns[domain]?.codes[row] ?? .notAsked }

  /// The choices at a row of a select_multiple, in the order of the list, then those that are on no list.
  func places(_ row: Int, _ domain: Int, words: Int) -> [Int] {
    guard let column = columns[domain] else { return [] }
    var places: [Int] = []
    for word in 0..<words {
      var bits = column.sets[row * words + word]
      while bits != 0 {
        places.append(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return places + (column.unlisted[row] ?? [])
  }
}
