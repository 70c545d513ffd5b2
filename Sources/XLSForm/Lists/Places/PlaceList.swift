internal import Expressions
internal import Survey

/// A list of places in GeoJSON (RFC 7946): each feature of a FeatureCollection is a choice.
///
/// Its columns are those that JavaRosa gives the items of such a file: the members of `properties`, `id` (that of the
/// feature, where it has one, and not that of its properties), and `geometry` as ODK writes places. Numbers keep their
/// spelling; null is an empty cell.
struct PlaceList {
  /// One place.
  struct Feature {
    /// Which it is, from 1.
    let number: Int
    let line: Int
    /// What stands in each column that it has.
    let cells: [Int: String]
  }

  /// The names of the columns in the order in which they come.
  private(set) var headings: [String] = []
  private(set) var features: [Feature] = []
  /// Whether all features are known: where not, nobody can say what the list lacks.
  private(set) var isWhole = false
  /// What is wrong, with its line.
  private(set) var faults: [(line: Int?, fault: FormProblem.PlacesFault)] = []

  private var reader: JSONReader
  private var places: [String: Int] = [:]
  /// How much more is wrong than is told.
  private var unreported = 0

  /// How many cells a list may have, empty ones among them.
  private static let mostCells = 2_000_000
  /// A file of another kind can have something wrong at each of its bytes.
  private static let mostFaults = 1000

  /// Reads a list, as far as it can be read.
  init(_ bytes: [UInt8]) {
    reader = JSONReader(bytes)
    do throws(JSONReader.Fault) {
      try readCollection()
      try reader.end()
      isWhole = unreported == 0 && !faults.contains { $0.fault.isOfList }
    } catch {
      report(.notJSON(found: error.found, expected: error.expected), line: error.line)
    }
    if unreported > 0 { faults.append((reader.line, .more(unreported))) }
  }

  private mutating func report(_ fault: FormProblem.PlacesFault, line: Int?) {
    if faults.count == Self.mostFaults {
      unreported += 1
    } else {
      faults.append((line, fault))
    }
  }

  private mutating func readCollection() throws(JSONReader.Fault) {
    let kind = try reader.kind()
    guard kind == .object else {
      report(.notCollection(found: "it is a JSON \(kind)"), line: nil)
      return try reader.skip()
    }
    try reader.enter()
    var type: String?
    var hasFeatures = false
    while let name = try reader.nextMember() {
      switch name {
      case "type": type = try textual()
      case "features":
        hasFeatures = try reader.kind() == .array
        if hasFeatures { try readFeatures() } else { try reader.skip() }
      default: try reader.skip()
      }
    }
    if type != "FeatureCollection" {
      report(.notCollection(found: type.map { "its type is '\($0)'" } ?? "it has no type"), line: nil)
    } else if !hasFeatures {
      report(.noFeatures, line: nil)
    }
  }

  private mutating func readFeatures() throws(JSONReader.Fault) {
    try reader.enter()
    var number = 0
    while try reader.nextItem() {
      number += 1
      try readFeature(number)
      if number * headings.count > Self.mostCells {
        return try endWithTooMany()
      }
    }
  }

  /// Leaves the other features behind, and those that were read.
  private mutating func endWithTooMany() throws(JSONReader.Fault) {
    report(.tooMany, line: reader.line)
    features = []
    while try reader.nextItem() { try reader.skip() }
  }

  private mutating func readFeature(_ number: Int) throws(JSONReader.Fault) {
    let kind = try reader.kind()
    let line = reader.line
    guard kind == .object else {
      report(.notFeature(found: "a JSON \(kind)", feature: number), line: line)
      return try reader.skip()
    }
    try reader.enter()
    var type: String?
    var id: String?
    var geometry: String?
    var hasGeometry = false
    var cells: [Int: String] = [:]
    while let name = try reader.nextMember() {
      switch name {
      case "type": type = try textual()
      case "id": id = try cell(named: "id", of: number)
      case "properties":
        if try reader.kind() == .object { cells = try properties(of: number) } else { try reader.skip() }
      case "geometry":
        hasGeometry = try reader.kind() == .object
        if hasGeometry { geometry = try self.geometry(of: number) } else { try reader.skip() }
      default: try reader.skip()
      }
    }
    guard type == "Feature" else {
      return report(
        .notFeature(found: type.map { "of the type '\($0)'" } ?? "without a type", feature: number),
        line: line)
    }
    if !hasGeometry { report(.noGeometry(feature: number), line: line) }
    if let id { cells[column("id")] = id }
    if let geometry { cells[column("geometry")] = geometry }
    features.append(Feature(number: number, line: line, cells: cells))
  }

  private mutating func properties(of feature: Int) throws(JSONReader.Fault) -> [Int: String] {
    var cells: [Int: String] = [:]
    try reader.enter()
    while let name = try reader.nextMember() {
      let line = reader.line
      if name == "geometry" { report(.propertyGeometry(feature: feature), line: line) }
      // As in JavaRosa, null is an element in which nothing stands.
      let cell = try cell(named: name, of: feature) ?? ""
      if cells.updateValue(cell, forKey: column(name)) != nil {
        report(.repeatedMember(name, feature: feature), line: line)
      }
    }
    return cells
  }

  /// The text of a cell; nothing where it is null, or cannot be a cell.
  private mutating func cell(named name: String, of feature: Int) throws(JSONReader.Fault) -> String? {
    let kind = try reader.kind()
    let line = reader.line
    switch try reader.scalar() {
    case .text(let text)?: return text.trimmed
    case .number(let number)?: return number
    case .boolean(let word)?: return word
    case .null?: return nil
    case nil:
      report(.nested(name, kind: kind.rawValue, feature: feature), line: line)
      return nil
    }
  }

  /// A text; nothing where it is something else.
  private mutating func textual() throws(JSONReader.Fault) -> String? {
    if case .text(let text)? = try reader.scalar() { return text }
    return nil
  }

  private mutating func column(_ name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = headings.count
    headings.append(name)
    return headings.count - 1
  }

  // MARK: Geometry

  private mutating func geometry(of feature: Int) throws(JSONReader.Fault) -> String? {
    let line = reader.line
    try reader.enter()
    var type: String?
    var coordinates: JSONReader?
    var foreign: String?
    while let name = try reader.nextMember() {
      switch name {
      case "type": type = try textual()
      case "coordinates":
        // What they have to be is known when the type is, which may come behind them.
        coordinates = reader
        try reader.skip()
      default:
        foreign = foreign ?? name
        try reader.skip()
      }
    }
    guard let type, let shape = Shape(rawValue: type) else {
      report(.unsupportedGeometry(type, feature: feature), line: line)
      return nil
    }
    if let foreign { report(.foreignMember(foreign, feature: feature), line: line) }
    guard var coordinates, let text = try shape.text(of: &coordinates) else {
      report(.badCoordinates(of: type, feature: feature), line: line)
      return nil
    }
    return text
  }

  /// The shapes that ODK takes.
  private enum Shape: String {
    case point = "Point"
    case line = "LineString"
    case polygon = "Polygon"

    /// The coordinates as ODK writes them, or nothing where they are none of this shape.
    ///
    /// That is `latitude longitude 0 0`, with `; ` between those of a line; of a polygon, its outer line.
    func text(of reader: inout JSONReader) throws(JSONReader.Fault) -> String? {
      switch self {
      case .point: return try Self.position(&reader)
      case .line: return try Self.positions(&reader)
      case .polygon:
        guard try reader.kind() == .array else { return nil }
        try reader.enter()
        return try reader.nextItem() ? try Self.positions(&reader) : ""
      }
    }

    private static func positions(_ reader: inout JSONReader) throws(JSONReader.Fault) -> String? {
      guard try reader.kind() == .array else { return nil }
      try reader.enter()
      var texts: [String] = []
      while try reader.nextItem() {
        guard let text = try position(&reader) else { return nil }
        texts.append(text)
      }
      return texts.joined(separator: "; ")
    }

    /// Longitude and latitude; what follows them, such as a height, is not kept: as in JavaRosa.
    private static func position(_ reader: inout JSONReader) throws(JSONReader.Fault) -> String? {
      guard try reader.kind() == .array else { return nil }
      try reader.enter()
      var numbers: [String] = []
      while try reader.nextItem() {
        guard case .number(let number)? = try reader.scalar(), let text = javaText(of: number) else {
          return nil
        }
        if numbers.count < 2 { numbers.append(text) }
      }
      return numbers.count == 2 ? "\(numbers[1]) \(numbers[0]) 0 0" : nil
    }

    /// A coordinate as JavaRosa spells it: whole numbers as they are, others as Java does; nothing beyond all numbers.
    private static func javaText(of number: String) -> String? {
      if number == "-0" { return "0" }
      guard number.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }) else {
        return number
      }
      return Double(number).flatMap { $0.isFinite ? $0.javaSpelling : nil }
    }
  }
}
