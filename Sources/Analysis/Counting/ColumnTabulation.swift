internal import Calendar
internal import Survey

/// Counts one figure where each response of one source is a unit, going over whole pieces of its columns.
///
/// Rows that are alike in all that matters are counted first, and what they mean is worked out once, by the same
/// `Tabulated.add` that counts unit by unit. What is alike: how a row stands to the questions (its profile), and
/// what it answers to the question that divides the rows (its part). The choices of a select_multiple are counted
/// bit by bit.
struct ColumnTabulation {
  private let tabulation: Tabulation
  private let view: UnitView
  private let file: ResponseRows

  /// More places than this in a table of profiles and parts are counted unit by unit.
  private static let mostPlaces = 1 << 20

  /// Nothing where units must be looked at one by one.
  init?(_ tabulation: Tabulation, _ view: UnitView) {
    guard tabulation.figure.unit == nil, view.units.sources.count == 1, !tabulation.namesUnits else {
      return nil
    }
    let file = view.data.files[view.units.sources[0]]
    guard tabulation.allDomains.allSatisfy({ file.columns[$0] != nil }) else { return nil }
    let axes = [tabulation.rowAxis, tabulation.by].compactMap { $0 }
    let several = axes.filter { view.data.domains[$0.domain].words != nil }
    // Two choices of one response may count as one; which, only the response tells.
    guard several.count < 2, several.allSatisfy({ !$0.isMerged }) else { return nil }
    self.tabulation = tabulation
    self.view = UnitView(
      data: view.data, units: UnitTable(rowsOf: view.units.sources[0], in: view.data))
    self.file = file
    guard profiles * parts <= Self.mostPlaces else { return nil }
  }

  // MARK: - Profiles and parts

  /// How many profiles there are: the codes of the one question, or what can stand in cells of several.
  private var profiles: Int {
    tabulation.rowAxis.map { view.data.domains[$0.domain].codeCount } ?? CellClasses.count
  }

  /// How many parts there are.
  private var parts: Int { tabulation.by.map { view.data.domains[$0.domain].codeCount } ?? 1 }

  /// Counts.
  ///
  /// - Parameters:
  ///   - now: What `now()` and `today()` mean in the filter.
  ///   - isOfPart: Whether the rows are a part of a file.
  /// - Returns: The same that counting unit by unit gives.
  func counted(now: Instant, isOfPart: Bool = false) -> Tabulated {
    var table = tabulation.empty(in: view.data)
    var chooser = RowChooser(tabulation.figure, view, file, now: now)
    var joint = [Int](repeating: 0, count: profiles * parts)
    var classes = tabulation.domains.map { _ in [Int](repeating: 0, count: CellClasses.codes.count) }
    var bits = tabulation.rowAxis.flatMap { choiceBits(of: $0, slots: parts) }
    var partBits = tabulation.by.flatMap { choiceBits(of: $0, slots: profiles) }
    var versions = VersionCounts(of: tabulation.domains, in: view.data, file, isOfPart: isOfPart)
    for piece in 0..<file.isSuperseded.pieceCount {
      let chosen = chooser.choose(piece)
      table.returned += chosen.returned
      table.units += chosen.returned
      let profile = profile(piece, chosen, &classes)
      let part = tabulation.by.map { codes(piece, $0.domain) }
      Self.count(profile, part, chosen.mask, parts: parts, in: &joint)
      if let axis = tabulation.rowAxis {
        bits?.add(file.columns[axis.domain], piece, slots: part, mask: chosen.mask)
      }
      if let by = tabulation.by {
        partBits?.add(file.columns[by.domain], piece, slots: profile, mask: chosen.mask)
      }
      versions.add(piece, mask: chosen.mask)
    }
    table.leftOut = chooser.leftOut
    table.versions = versions.tallies
    settle(joint, classes, bits, partBits, in: &table)
    return table
  }

  private func choiceBits(of axis: Axis, slots: Int) -> ChoiceBits? {
    view.data.domains[axis.domain].words.map {
      ChoiceBits(choices: view.data.domains[axis.domain].choices.count, words: $0, slots: slots)
    }
  }

  /// The codes of a question in a piece, made small numbers: the states from 0 to 3, then the places.
  private func codes(_ piece: Int, _ domain: Int) -> [UInt16] {
    file.columns[domain]?.codes.piece(piece).numbers ?? []
  }

  /// The profile of each row of a piece.
  private func profile(_ piece: Int, _ chosen: RowChooser.Chosen, _ classes: inout [[Int]]) -> [UInt16] {
    if let axis = tabulation.rowAxis { return codes(piece, axis.domain) }
    var profile = [UInt16](repeating: 0, count: chosen.mask.count)
    let last = UInt16(CellClasses.codes.count - 1)
    for (place, domain) in tabulation.domains.enumerated() {
      let kinds = codes(piece, domain).map { min($0, last) }
      for row in kinds.indices { profile[row] |= 1 << kinds[row] }
      Self.count(kinds, nil, chosen.mask, parts: 1, in: &classes[place])
    }
    return profile
  }

  private static func count(
    _ profile: [UInt16], _ part: [UInt16]?, _ mask: [UInt8], parts: Int, in joint: inout [Int]
  ) {
    // Rows that follow each other are often alike; two tables in turn do not wait for each other.
    var other = joint.count > mostDoubled ? [] : [Int](repeating: 0, count: joint.count)
    let isDoubled = !other.isEmpty
    joint.withUnsafeMutableBufferPointer { joint in
      other.withUnsafeMutableBufferPointer { other in
        profile.withUnsafeBufferPointer { profile in
          mask.withUnsafeBufferPointer { mask in
            (part ?? []).withUnsafeBufferPointer { part in
              let hasParts = !part.isEmpty
              for row in profile.indices {
                let place = Int(profile[row]) &* parts &+ (hasParts ? Int(part[row]) : 0)
                if isDoubled, row & 1 == 1 {
                  other[place] &+= Int(mask[row])
                } else {
                  joint[place] &+= Int(mask[row])
                }
              }
            }
          }
        }
      }
    }
    for place in other.indices where other[place] != 0 { joint[place] += other[place] }
  }

  /// Tables of more places are too large to be made anew for each piece.
  private static let mostDoubled = 1 << 10

  // MARK: - What they mean

  private func standing(_ profile: Int) -> Standing {
    tabulation.rowAxis == nil
      ? Standing(CellClasses.codes.indices.filter { profile & 1 << $0 != 0 }.map { CellClasses.codes[$0] })
      : Standing([CellCode(number: profile)])
  }

  /// The rows of a profile; none where they are the bits of a select_multiple, or questions.
  private func rows(_ profile: Int, _ standing: Standing) -> [Int] {
    switch tabulation.rows {
    case .questions: []
    case .any: [tabulation.anyRow(standing)]
    case .choices(let axis): slots(profile, of: axis)
    }
  }

  private func slots(_ number: Int, of axis: Axis) -> [Int] {
    let code = CellCode(number: number)
    if let state = code.state { return [axis.slot(of: state)] }
    return view.data.domains[axis.domain].words == nil ? [axis.slot(ofPlace: code.place)] : []
  }

  private func settle(
    _ joint: [Int], _ classes: [[Int]], _ bits: ChoiceBits?, _ partBits: ChoiceBits?,
    in table: inout Tabulated
  ) {
    let base = tabulation.countingBase
    for profile in 0..<profiles {
      let standing = standing(profile)
      let rows = rows(profile, standing)
      for part in 0..<parts {
        let count = joint[profile * parts + part]
        if count == 0 { continue }
        table.add(count, standing)
        table.add(count, standing, rows: rows, column: 0, base: base)
        guard let by = tabulation.by else { continue }
        for slot in slots(part, of: by) {
          table.add(count, standing, rows: rows, column: 1 + slot, base: base)
        }
      }
      guard let by = tabulation.by, let partBits else { continue }
      partBits.forEach(slot: profile) { place, count in
        table.add(count, standing, rows: rows, column: 1 + by.slot(ofPlace: place), base: base)
      }
    }
    if case .questions = tabulation.rows {
      for (row, counts) in classes.enumerated() {
        for (kind, count) in counts.enumerated() {
          table[row, tabulation.column(of: CellClasses.codes[kind])] += count
        }
      }
    }
    guard let axis = tabulation.rowAxis, let bits else { return }
    for part in 0..<parts {
      bits.forEach(slot: part) { place, count in
        let row = axis.slot(ofPlace: place)
        table[row, 0] += count
        for slot in tabulation.by.map({ slots(part, of: $0) }) ?? [] { table[row, 1 + slot] += count }
      }
    }
  }
}

/// What can stand in a cell as far as `Standing` looks at it: a state, or some answer.
enum CellClasses {
  /// One code for each, in the order of `CellCode.number`.
  static let codes: [CellCode] = [.notApplicable, .blank, .unknown, .notAsked, .present]
  /// How many sets of them there are.
  static let count = 1 << codes.count
}

extension [CellCode] {
  /// The small numbers of all, made several at once.
  fileprivate var numbers: [UInt16] {
    withUnsafeBufferPointer { codes in
      [UInt16](unsafeUninitializedCapacity: codes.count) { room, filled in
        for row in codes.indices { room[row] = codes[row].number }
        filled = codes.count
      }
    }
  }
}

extension CellCode {
  /// A small number: the states from 0 to 3, then the places.
  var number: UInt16 { raw &- Self.notApplicable.raw }

  init(number: Int) { self.init(raw: UInt16(truncatingIfNeeded: number) &+ Self.notApplicable.raw) }
}

extension Domain {
  /// How many different codes its cells can have, states included.
  var codeCount: Int {
    switch keeping {
    case .one: Axis.states.count + placeCount
    case .several, .presence, .text: Axis.states.count + 2
    }
  }

  /// How many words the choices of a row take; nothing where a row has one.
  var words: Int? {
    if case .several(let words) = keeping { return words }
    return nil
  }
}

extension Tabulation {
  /// The choices that the rows are; nothing where they are none.
  var rowAxis: Axis? {
    if case .choices(let axis) = rows { return axis }
    return nil
  }
}
