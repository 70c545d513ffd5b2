/// A function that the specification, its dialects or other programs know and that is not supported here.
struct UnsupportedFunction {
  /// The program that alone has it; nothing where several have.
  let vendor: String?
  /// What to do instead of calling it.
  let remedy: String

  /// The function of a name, or nothing where nobody is known to have one.
  init?(_ name: String) {
    if let (vendor, remedy) = Self.known[name] {
      self.init(vendor: vendor, remedy: remedy)
    } else if let colon = name.firstIndex(of: ":"), !Self.ownPrefixes.contains(name[..<colon]) {
      self.init(prefix: name[..<colon], name: String(name[name.index(after: colon)...]))
    } else {
      return nil
    }
  }

  private init(vendor: String?, remedy: String) {
    self.vendor = vendor
    self.remedy = remedy
  }

  /// A function with a prefix, which says whose it is.
  private init(prefix: Substring, name: String) {
    vendor = Self.vendors[prefix] ?? "a program of its own, as its prefix says"
    if Function.named(name) != nil {
      remedy = "write \(name)() without the prefix"
    } else {
      remedy = Self.known[name]?.remedy ?? "use the functions of the ODK XForms specification"
    }
  }

  /// The prefixes of functions that ODK has: misspelt names get suggestions.
  private static let ownPrefixes: Set<Substring> = ["jr", "odk"]

  /// Whose a prefix is.
  private static let vendors: [Substring: String] = [
    "cc": "CommCare", "cht": "Medic's CHT", "orx": "OpenRosa's servers", "wq": "wq",
  ]

  private static let known: [String: (vendor: String?, remedy: String)] = {
    var known = [String: (vendor: String?, remedy: String)]()
    for (vendor, families) in [
      (nil, common), ("SurveyCTO", surveyCTO), ("CommCare", commCare), ("Medic's CHT", cht),
    ] {
      for (names, remedy) in families {
        for name in names { known[name] = (vendor, remedy) }
      }
    }
    return known
  }()

  private typealias Families = [(names: [String], remedy: String)]

  private static let noPlaces = "places cannot be asked here"
  private static let noCodes = "nothing is encoded here"
  private static let metadata = "ask, or use a metadata question"

  /// What several programs have, or take from later versions of XPath.
  private static let common: Families = [
    (["area", "enclosed-area", "distance", "geofence", "intersects"], noPlaces),
    (["digest", "base64-decode", "base64-encode", "extract-signed"], noCodes),
    (
      ["pulldata", "pull-data", "search", "lookup", "lookup_choices"],
      "use select_one_from_file, or instance('list')/root/item[…]"
    ),
    (["jr:itext"], "labels are shown in the language of the form by themselves; use jr:choice-name()"),
    (["thousandsep", "format-number"], "numbers are written in the language of the form by themselves"),
    (["device-id"], metadata),
    (["last"], "use count() of the same path"),
    (["substring"], "use substr(text, start, end), which counts from 0"),
    (["string-join"], "use join(separator, texts)"),
    (["upper-case", "lower-case"], "use translate(text, 'abc', 'ABC')"),
    (["replace"], "use translate(text, 'abc', 'xyz'), which replaces single characters"),
    (["distinct-values"], "choose with select_multiple, whose choices are there once"),
    (
      ["name", "local-name", "namespace-uri", "lang", "id", "node", "text", "comment"], "use names and paths"
    ),
    (["is-null", "exists", "empty"], "compare with ''"),
    (["current", "instance"], "current() takes nothing, and instance() the name of a list in quotes"),
    (["difference-in-months", "add-months"], "compute with days"),
    (["comment-status"], "there are no remarks of editors here"),
  ]

  private static let surveyCTO: Families = [
    (["choice-label"], "use jr:choice-name(${question}, '${question}')"),
    (
      ["count-if", "sum-if", "min-if", "max-if", "join-if"],
      "put the condition behind the question: sum(${cost}[. > 5])"
    ),
    (["index"], "use position(..)"),
    (["rank-index", "rank-index-if"], "count what is greater: count(${score}[. > 5]) + 1"),
    (["rank-value"], "ask with a question of type rank, and use selected-at()"),
    (["item-at"], "use selected-at(list, number), which takes spaces between the items"),
    (["count-items"], "use count-selected(list), which takes spaces between the items"),
    (["item-index", "item-present"], "use selected(list, item), which takes spaces between the items"),
    (["de-duplicate"], "choose with select_multiple, whose choices are there once"),
    (["distance-between", "geo-scatter", "short-geopoint"], noPlaces),
    (["hash"], noCodes),
    (["linebreak"], "write the line break into the text"),
    (["duration"], "compare the metadata questions 'start' and 'end'"),
    (["relevant"], "write what stands in the 'relevant' of the question"),
    (
      [
        "enumerator-name", "enumerator-id", "username", "device-info", "phone-call-log",
        "phone-call-duration",
        "collect-is-phone-app", "plug-in-metadata",
      ], metadata
    ),
  ]

  private static let commCare: Families = [
    (["cond"], "use if() inside of if()"),
    (["double"], "use number()"),
    (["sort", "sort-by"], "order the list in its file"),
    (["index-of"], "use position() in a repeat, or a column of the list"),
    (["join-chunked"], "use join() and substr()"),
    (["format-date-for-calendar"], "use format-date()"),
    (["id-compress", "checksum", "encrypt-string", "decrypt-string"], noCodes),
    (["json-property"], "use instance('list')/root/item[…]"),
    (["here", "is-point-inside-polygon", "closest-point-on-polygon"], noPlaces),
    (["sleep"], "nothing waits here; leave it out"),
  ]

  private static let cht: Families = [
    (["z-score"], "use instance('list')/root/item[…] with a table of the scores"),
    (["to-bikram-sambat"], "use format-date()"),
    (["add-date"], "compute with days"),
    (["difference-in-weeks", "difference-in-years"], "compute with days"),
  ]
}
