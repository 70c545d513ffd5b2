import Calendar
import Survey
import Testing
import XLSForm

@Suite("Lists of places")
struct PlaceListTests {
  private static let form = """
    | survey |
    | | type | name | label | choice_filter | calculation |
    | | select_one_from_file p.geojson | a | A | wells > 2 | |
    | | calculate | c | | | instance('p')/root/item[id = ${a}]/geometry |
    """

  private static func feature(
    _ properties: String = #"{"id": "a", "title": "A"}"#,
    _ geometry: String = #"{"type": "Point", "coordinates": [102.0, 0.5]}"#, more: String = ""
  ) -> String {
    #"{"type": "Feature", "properties": \#(properties), "geometry": \#(geometry)\#(more)}"#
  }

  private static func collection(_ features: String...) -> String {
    "{\"type\": \"FeatureCollection\", \"features\": [\n\(features.joined(separator: ",\n"))\n]}"
  }

  private func choices(_ list: String, _ form: String = Self.form) throws -> [Choice] {
    let folder = try TemporaryFolder(["p.geojson": list])
    return try load(form, listFolders: [folder.path]).questionnaire.lists["p.geojson"]?.choices ?? []
  }

  private func said(of list: String) throws -> String {
    let folder = try TemporaryFolder(["p.geojson": list])
    let form = """
      | survey |
      | | type | name | label |
      | | select_one_from_file p.geojson | a | A |
      """
    return problems(form, listFolders: [folder.path]).joined(separator: "\n")
      .replacing(folder.path + "/", with: "")
  }

  @Test("Features are choices, and expressions see their columns")
  func session() throws {
    let list = Self.collection(
      Self.feature(#"{"title": "Alta", "wells": 3}"#, more: #", "id": "v1""#),
      Self.feature(#"{"id": "v2", "title": "Baja", "wells": 2.0}"#))
    let folder = try TemporaryFolder(["p.geojson": list])
    let form = try load(Self.form, listFolders: [folder.path])
    #expect(form.warnings.isEmpty)
    var session = FormSession(form.questionnaire, id: "uuid:1", startedAt: Instant(secondsSinceEpoch: 0))
    let place = Address(Question.Name("a"))
    #expect(session.choices(at: place).map(\.name) == ["v1"])
    #expect(session.choices(at: place).first?.label == LocalizedText(unlocalized: "Alta"))
    try session.apply(.answer(place, .one("v1")))
    #expect(session.outline.workedOut(Address(Question.Name("c"))) == "0.5 102.0 0 0")
  }

  @Test("Parameters name other columns, in languages too")
  func parameters() throws {
    let form = """
      | survey |
      | | type | name | label::English (en) | label::French (fr) | parameters |
      | | rank p.geojson | r | R | R | |
      | | select_multiple_from_file p.geojson | a | A | A | value=code label=place |
      """
    let folder = try TemporaryFolder([
      "p.geojson": Self.collection(
        Self.feature(#"{"id": "a", "title": "T", "code": 7, "place": "Rome", "place_fr": "Rome la Grande"}"#))
    ])
    let lists = try load(form, listFolders: [folder.path]).questionnaire.lists
    let list = try #require(lists["p.geojson value=code label=place"])
    #expect(list.choices.map(\.name) == ["7"])
    let french = Language(name: "French", code: "fr")
    #expect(list["7"]?.label.shown(in: french, fallback: .unnamed) == "Rome la Grande")
    #expect(lists["p.geojson"]?.choices.map(\.name) == ["a"])
  }

  struct Cells: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let feature: String
    let cells: [String: String]

    init(_ name: String, _ feature: String, _ cells: [String: String]) {
      (self.testDescription, self.feature, self.cells) = (name, feature, cells)
    }

    /// A feature of which the geometry alone matters.
    init(_ geometry: String, _ text: String) {
      self.init(
        geometry, PlaceListTests.feature(#"{"id": "a", "title": "A"}"#, geometry),
        ["id": "a", "title": "A", "geometry": text])
    }
  }

  /// What the JavaRosa that pyxform 4.5.0 brings made of the same features (its `GeoJsonExternalInstance`).
  @Test(
    "Cells are those of JavaRosa",
    arguments: [
      Cells("Point and text", feature(), ["id": "a", "title": "A", "geometry": "0.5 102.0 0 0"]),
      Cells(
        "The feature's own id wins", feature(more: #", "id": "top""#),
        ["id": "top", "title": "A", "geometry": "0.5 102.0 0 0"]),
      Cells(
        "An id that is a number", feature(#"{"title": "A"}"#, more: #", "id": 5"#),
        ["id": "5", "title": "A", "geometry": "0.5 102.0 0 0"]),
      Cells(
        "Spellings of numbers and words",
        feature(
          #"{"id": 5, "title": 5.0, "b": 1e3, "c": true, "d": null, "e": 0.10, "f": 12345678901234567890, "g": -0, "h": 1E-7, "i": ""}"#
        ),
        [
          "id": "5", "title": "5.0", "b": "1e3", "c": "true", "d": "", "e": "0.10",
          "f": "12345678901234567890",
          "g": "-0", "h": "1E-7", "i": "", "geometry": "0.5 102.0 0 0",
        ]),
      Cells(
        "Escapes", feature(#"{"id": "\u0061\/", "title": "\u00e9\ud83d\ude00\"\\\n."}"#),
        ["id": "a/", "title": "é😀\"\\\n.", "geometry": "0.5 102.0 0 0"]),
      Cells(
        "Members that mean nothing", feature(more: #", "bbox": [1, 2, [{"a": []}]], "x": {"y": {}}"#),
        ["id": "a", "title": "A", "geometry": "0.5 102.0 0 0"]),
      Cells(#"{"coordinates": [102, 5, 7], "type": "Point"}"#, "5 102 0 0"),
      Cells(#"{"type": "Point", "coordinates": [1e2, 1.50]}"#, "1.5 100.0 0 0"),
      Cells(#"{"type": "Point", "coordinates": [0.00001, 12345678.9]}"#, "1.23456789E7 1.0E-5 0 0"),
      Cells(#"{"type": "Point", "coordinates": [-0, -0.0]}"#, "-0.0 0 0 0"),
      Cells(#"{"type": "LineString", "coordinates": [[1, 2, 9], [3.5, 4]]}"#, "2 1 0 0; 4 3.5 0 0"),
      Cells(#"{"type": "LineString", "coordinates": []}"#, ""),
      Cells(
        #"{"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [1, 2]], [[5, 5]]]}"#,
        "2 1 0 0; 4 3 0 0; 2 1 0 0"),
      Cells(#"{"type": "Polygon", "coordinates": []}"#, ""),
    ])
  func cells(_ example: Cells) throws {
    #expect(try choices("\u{FEFF}" + Self.collection(example.feature)).first?.attributes == example.cells)
  }

  @Test("A property that a feature does not have is no element")
  func missing() throws {
    let list = Self.collection(
      Self.feature(#"{"id": "a", "title": "A", "x": null}"#), Self.feature(#"{"id": "b", "title": "B"}"#))
    #expect(try choices(list).map { $0.attributes["x"] } == ["", nil])
  }

  @Test("All that is wrong with features is said at once, each by its number")
  func faults() throws {
    let list = Self.collection(
      "[1]",
      #"{"type": "Place"}"#,
      Self.feature(#"{"id": "a", "title": {"en": "A"}, "x": [1], "id": "b"}"#),
      Self.feature(#"{"id": "b", "title": "B"}"#, "null"),
      Self.feature(#"{"id": "b", "geometry": "g"}"#, #"{"type": "MultiPoint", "coordinates": [[1, 2]]}"#),
      Self.feature(#"{"title": "C"}"#, #"{"type": "Point", "coordinates": ["1", "2"]}"#),
      Self.feature("null", #"{"type": "Point", "coordinates": [1]}"#),
      Self.feature(#"{"id": "e", "title": "E"}"#, #"{"type": "LineString", "coordinates": [1, 2]}"#),
      Self.feature(#"{"id": "f", "title": "F"}"#, #"{"type": "Polygon", "coordinates": [[1, 2]]}"#),
      Self.feature(#"{"id": "g", "title": "G"}"#, #"{"type": "Point", "coordinates": [1, 2], "bbox": [1]}"#),
      Self.feature(#"{"id": "h", "title": "H"}"#, #"{"coordinates": [1, 2]}"#))
    #expect(
      try said(of: list) == """
        p.geojson:2: place 1 is a JSON array, and should be an object of the type 'Feature'; mend it, or take it out
        p.geojson:3: place 2 is of the type 'Place', and should be an object of the type 'Feature'; mend it, or take it out
        p.geojson:4: 'title' of feature 3 is an object, and a choice has texts, numbers, true, false and null alone; write \
        its parts side by side, or take it out
        p.geojson:4: 'x' of feature 3 is an array, and a choice has texts, numbers, true, false and null alone; write its \
        parts side by side, or take it out
        p.geojson:4: feature 3 has 'id' twice; take one of the two out
        p.geojson:4 title: feature 3 has no 'title', so people read 'b'; write one
        p.geojson:5: feature 4 has no geometry, and ODK reads no list with such a feature; give it a Point, or take it out
        p.geojson:5 id: feature 4 has 'b', as feature 3 has; give each its own
        p.geojson:6: feature 5 has a property 'geometry', which is where expressions find the coordinates; rename it
        p.geojson:6: feature 5 has a geometry of the type 'MultiPoint', and ODK takes Point, LineString and Polygon alone; \
        write one of them
        p.geojson:6 id: feature 5 has 'b', as feature 3 has; give each its own
        p.geojson:7: the coordinates of feature 6 are none of a Point; write longitude and latitude, as in [102.5, 0.5]
        p.geojson:7 id: feature 6 has no 'id', which is to be stored; give it one, or name what all features have in the \
        form's parameters, as in 'value=code'
        p.geojson:8: the coordinates of feature 7 are none of a Point; write longitude and latitude, as in [102.5, 0.5]
        p.geojson:8 id: feature 7 has no 'id', which is to be stored; give it one, or name what all features have in the \
        form's parameters, as in 'value=code'
        p.geojson:9: the coordinates of feature 8 are none of a LineString; write longitude and latitude of each point, as \
        in [[102.5, 0.5], [103.5, 1]]
        p.geojson:10: the coordinates of feature 9 are none of a Polygon; write its lines, the outer one first, as in \
        [[[102.5, 0.5], [103.5, 1], [103.5, 0.5], [102.5, 0.5]]]
        p.geojson:11: the geometry of feature 10 has 'bbox', and ODK takes 'type' and 'coordinates' alone; take it out
        p.geojson:12: feature 11 has a geometry without a type, and ODK takes Point, LineString and Polygon alone; write one \
        of them
        """)
  }

  @Test("A list without the columns says which it has")
  func columns() throws {
    #expect(
      try said(of: Self.collection(Self.feature(#"{"code": "a", "name": "A"}"#))) == """
        p.geojson: there is no column 'id' to take the value from; the columns are code, name, geometry: name one in the \
        form's parameters, 'value=code'
        p.geojson: there is no column 'title' to take the label from; the columns are code, name, geometry: name one in \
        the form's parameters, 'label=code'
        """)
    #expect(try said(of: Self.collection()) == "p.geojson: the list 'p.geojson' has no choices; add some")
  }

  @Test(
    "What is no FeatureCollection is told",
    arguments: [
      ("[]", "it is a JSON array"), (#""x""#, "it is a JSON text"), ("{}", "it has no type"),
      (feature(), "its type is 'Feature'"), (#"{"features": []}"#, "it has no type"),
    ])
  func collections(_ list: String, found: String) throws {
    #expect(
      try said(of: list)
        == "p.geojson: this is no list of places: \(found), and should be a FeatureCollection; put the places into its "
        + "array 'features'")
  }

  @Test(
    "What is no JSON is told with its line",
    arguments: [
      ("", 1, "the end of the file stands where a value should"),
      ("{\n", 2, "the end of the file stands where a name in quotation marks should"),
      ("{\n'a': 1}", 2, "''' stands where a name in quotation marks should"),
      ("{\"a\" 1}", 1, "'1' stands where ':' should"),
      ("{\"a\": 1 2}", 1, "'2' stands where ',' or '}' should"),
      ("[1,]", 1, "']' stands where a value should"),
      ("[nul]", 1, "'n' stands where 'null' should"),
      ("[NaN]", 1, "'N' stands where a value should"),
      ("[01]", 1, "'1' stands where ',' or ']' should"),
      ("[1.]", 1, "']' stands where a digit should"),
      ("[-]", 1, "']' stands where a digit should"),
      ("[\"a\nb\"]", 1, "a control character stands where '\"' at the end of a text should"),
      (#"["\x"]"#, 1, #"an unknown escape stands where \" \\ \/ \b \f \n \r \t or \u should"#),
      (#"["\ud800"]"#, 1, "an escape that is no character stands where a character should"),
      (#"["\u0000"]"#, 1, "an escape that is no character stands where a character should"),
      (#"["\u12"]"#, 1, #"'\u' without a number stands where four digits of base 16 should"#),
      (#"["\"#, 1, #"an unknown escape stands where \" \\ \/ \b \f \n \r \t or \u should"#),
      ("{} x", 1, "'x' stands where the end of the file should"),
      (
        String(repeating: "[", count: 2_000_000), 1,
        "one value more in another stands where no more than 1000 should"
      ),
    ])
  func notJSON(_ list: String, line: Int, complaint: String) throws {
    let said = try said(of: list).split(separator: "\n").first { $0.contains("no JSON") }
    #expect(said == "p.geojson:\(line): this is no JSON: \(complaint); export the places as GeoJSON again")
  }

  @Test("A list of more cells than any form has is refused, and what is wrong behind it is not looked for")
  func tooMany() throws {
    // Each feature adds a column, so that the table grows with the square of the file.
    let features = (1...1500).map { Self.feature(#"{"id": "\#($0)", "title": "A", "c\#($0)": 1}"#) }
    let list = "{\"type\": \"FeatureCollection\", \"features\": [\(features.joined(separator: ",")), 1]}"
    #expect(
      try said(of: list)
        == "p.geojson:1: these are more places than any form has; leave out places, or properties that the form does not need"
    )
  }

  @Test("Of a thousand faults no more are told than that there are more")
  func manyFaults() throws {
    let list = #"{"type": "FeatureCollection", "features": ["# + String(repeating: "1, ", count: 4000) + "1]}"
    let said = try said(of: list).split(separator: "\n")
    #expect(said.count == 1001)
    #expect(said.last == "p.geojson:1: and so on, 3001 times more; mend what is told above, and check again")
  }
}
