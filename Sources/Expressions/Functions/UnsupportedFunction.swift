/// Functions that the specification or its dialects know and that are not supported here, with what to do instead.
enum UnsupportedFunction {
  /// What to do instead of calling a function, or nothing where no dialect has a function of that name.
  static func remedy(for name: String) -> String? { remedies[name] }

  private static let remedies: [String: String] = {
    var remedies = [String: String]()
    for (names, remedy) in families { for name in names { remedies[name] = remedy } }
    return remedies
  }()

  private static let families: [(names: [String], remedy: String)] = [
    (
      ["area", "enclosed-area", "distance", "geofence", "intersects"],
      "places cannot be asked here"
    ),
    (
      ["digest", "base64-decode", "base64-encode", "extract-signed"],
      "nothing is encoded here"
    ),
    (
      ["pulldata", "pull-data", "search", "lookup", "lookup_choices"],
      "use select_one_from_file, or instance('list')/root/item[…]"
    ),
    (["jr:itext"], "labels are shown in the language of the form by themselves; use jr:choice-name()"),
    (["thousandsep", "format-number"], "numbers are written in the language of the form by themselves"),
    (["property", "device-id"], "ask, or use a metadata question"),
    (["last"], "use count() of the same path"),
    (["substring"], "use substr(text, start, end), which counts from 0"),
    (["string-join"], "use join(separator, texts)"),
    (["upper-case", "lower-case"], "use translate(text, 'abc', 'ABC')"),
    (
      ["name", "local-name", "namespace-uri", "lang", "id", "node", "text", "comment"], "use names and paths"
    ),
    (["is-null", "exists", "empty"], "compare with ''"),
    (["current", "instance"], "current() takes nothing, and instance() the name of a list in quotes"),
    (["difference-in-months", "add-months"], "compute with days"),
  ]
}
