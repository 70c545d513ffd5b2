internal import Survey

/// Counts, over pieces of one file, what versions of its form could not say of some questions.
struct VersionCounts {
  private let file: ResponseRows
  private let domains: [Int]
  private let offers: [VersionOffers]
  private(set) var tallies: [VersionTally]

  /// - Parameters:
  ///   - domains: The questions.
  ///   - data: The data.
  ///   - file: The rows.
  ///   - isOfPart: Whether the rows are a part of a file, whose other parts may be of other versions.
  init(of domains: [Int], in data: Dataset, _ file: ResponseRows, isOfPart: Bool) {
    self.file = file
    self.domains = domains
    tallies = domains.map { VersionTally(data.domains[$0].question.name) }
    offers = !isOfPart && VersionOffers.isOfOne(file) ? [] : tallies.map { VersionOffers($0.question, file) }
  }

  /// Counts a piece; pieces must come in their order.
  mutating func add(_ piece: Int, mask: [UInt8]) {
    if offers.isEmpty { return }
    let first = piece * Segments<CellCode>.pieceLength
    for (place, domain) in domains.enumerated() {
      guard let codes = file.columns[domain]?.codes.piece(piece) else { continue }
      var start = 0
      // Rows that follow each other are mostly of one version and one kind.
      while start < mask.count {
        var end = start
        var count = 0
        while end < mask.count, isAlike(first + start, first + end, codes[start], codes[end]) {
          count += Int(mask[end])
          end += 1
        }
        if count > 0 {
          offers[place].add(
            count, row: first + start, isAsked: codes[start] != .notAsked, to: &tallies[place])
        }
        start = end
      }
    }
  }

  private func isAlike(_ one: Int, _ other: Int, _ code: CellCode, _ otherCode: CellCode) -> Bool {
    file.version(one) == file.version(other) && (code == .notAsked) == (otherCode == .notAsked)
      && file.isSameVolume(one, other)
  }
}
