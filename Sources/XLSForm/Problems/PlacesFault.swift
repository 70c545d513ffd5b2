extension FormProblem {
  /// What is wrong with a list of places in GeoJSON; features are counted from 1.
  public enum PlacesFault: Sendable, Hashable {
    /// The file is no JSON.
    case notJSON(found: String, expected: String)
    /// JSON that is no FeatureCollection; `found` is a sentence.
    case notCollection(found: String)
    /// A FeatureCollection without its array.
    case noFeatures
    /// More cells than any form has.
    case tooMany
    /// So much more is wrong than is told.
    case more(Int)
    /// Something else where a feature should be.
    case notFeature(found: String, feature: Int)
    /// A feature without a place.
    case noGeometry(feature: Int)
    /// A shape that ODK does not take; nothing where it has no type.
    case unsupportedGeometry(String?, feature: Int)
    /// A geometry with another member than its type and its coordinates.
    case foreignMember(String, feature: Int)
    /// Coordinates that are none of this shape.
    case badCoordinates(of: String, feature: Int)
    /// An object or an array where a cell should be.
    case nested(String, kind: String, feature: Int)
    /// A member that is there twice.
    case repeatedMember(String, feature: Int)
    /// A property with the name under which the coordinates are found.
    case propertyGeometry(feature: Int)
    /// A feature without what is to be stored.
    case noValue(String, feature: Int)
    /// Another feature has what is to be stored.
    case repeatedValue(String, feature: Int, first: Int)
    /// A feature without what people read.
    case noLabel(String, value: String, feature: Int)
  }
}

extension FormProblem.PlacesFault: CustomStringConvertible {
  /// Whether the form can be used in spite of it.
  public var severity: FormProblem.Severity {
    if case .noLabel = self { return .warning }
    return .error
  }

  /// Whether it is wrong with the list as a whole, and not with one of its features.
  var isOfList: Bool {
    switch self {
    case .notJSON, .notCollection, .noFeatures, .tooMany: true
    default: false
    }
  }

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .notJSON(let found, let expected):
      "this is no JSON: \(found) stands where \(expected) should; export the places as GeoJSON again"
    case .notCollection(let found):
      "this is no list of places: \(found), and should be a FeatureCollection; put the places into its array 'features'"
    case .noFeatures: "this FeatureCollection has no array 'features'; put the places into one"
    case .tooMany:
      "these are more places than any form has; leave out places, or properties that the form does not need"
    case .more(let count): "and so on, \(count) times more; mend what is told above, and check again"
    case .notFeature(let found, let feature):
      "place \(feature) is \(found), and should be an object of the type 'Feature'; mend it, or take it out"
    case .noGeometry(let feature):
      "feature \(feature) has no geometry, and ODK reads no list with such a feature; give it a Point, or take it out"
    case .unsupportedGeometry(let type, let feature):
      "feature \(feature) has a geometry \(type.map { "of the type '\($0)'" } ?? "without a type"), and ODK takes Point, "
        + "LineString and Polygon alone; write one of them"
    case .foreignMember(let name, let feature):
      "the geometry of feature \(feature) has '\(name)', and ODK takes 'type' and 'coordinates' alone; take it out"
    case .badCoordinates(let type, let feature):
      "the coordinates of feature \(feature) are none of a \(type); write \(Self.example(of: type))"
    case .nested(let name, let kind, let feature):
      "'\(name)' of feature \(feature) is an \(kind), and a choice has texts, numbers, true, false and null alone; write "
        + "its parts side by side, or take it out"
    case .repeatedMember(let name, let feature):
      "feature \(feature) has '\(name)' twice; take one of the two out"
    case .propertyGeometry(let feature):
      "feature \(feature) has a property 'geometry', which is where expressions find the coordinates; rename it"
    case .noValue(let name, let feature):
      "feature \(feature) has no '\(name)', which is to be stored; give it one, or name what all features have in the "
        + "form's parameters, as in 'value=code'"
    case .repeatedValue(let value, let feature, let first):
      "feature \(feature) has '\(value)', as feature \(first) has; give each its own"
    case .noLabel(let name, let value, let feature):
      "feature \(feature) has no '\(name)', so people read '\(value)'; write one"
    }
  }

  private static func example(of type: String) -> String {
    switch type {
    case "Point": "longitude and latitude, as in [102.5, 0.5]"
    case "LineString": "longitude and latitude of each point, as in [[102.5, 0.5], [103.5, 1]]"
    default: "its lines, the outer one first, as in [[[102.5, 0.5], [103.5, 1], [103.5, 0.5], [102.5, 0.5]]]"
    }
  }
}
