/// The colours of a picture in a palette of 256 entries.
///
/// Areas keep their colour exactly. Where there are too many shades along the edges of letters and patterns, a shade takes
/// the entry next to it, at most `widestStep` of 255 away: no eye sees that, and the file has a third of the bytes.
struct IndexedColors {
  /// What a pixel may be away from its own colour, in each of red, green and blue.
  static let widestStep = 8
  private static let most = 256
  /// What covers more than one of so many pixels is an area.
  private static let areaPart = 2_000

  /// The entries of the palette, as pixels have them.
  let palette: [UInt32]
  /// The entry for each colour, by its place.
  let codes: [UInt8]

  /// Finds the closest palette; nothing where 256 entries are too few.
  ///
  /// - Parameter runs: The picture.
  init?(_ runs: ColorRuns) {
    let colors = runs.colors
    let area = runs.counts.reduce(0, +) / Self.areaPart
    // What there is most of comes first, and so keeps its colour.
    let order = colors.indices.sorted { left, right in
      (runs.counts[right], colors[left]) < (runs.counts[left], colors[right])
    }
    for step in 0...Self.widestStep {
      var palette: [UInt32] = []
      for place in order {
        let isFar = !palette.contains { Self.distance($0, colors[place]) <= step }
        if isFar || runs.counts[place] > area && !palette.contains(colors[place]) {
          palette.append(colors[place])
        }
        if palette.count > Self.most { break }
      }
      if palette.count > Self.most { continue }
      self.palette = palette
      codes = colors.map { color in
        var best = (code: 0, distance: Int.max)
        for (code, entry) in palette.enumerated() {
          let distance = Self.distance(entry, color)
          if distance < best.distance { best = (code, distance) }
        }
        return UInt8(best.code)
      }
      return
    }
    return nil
  }

  /// How far two colours are from each other where they are farthest.
  private static func distance(_ one: UInt32, _ other: UInt32) -> Int {
    func part(_ shift: UInt32) -> Int { abs(Int(one >> shift & 255) - Int(other >> shift & 255)) }
    return max(part(0), part(8), part(16))
  }
}
