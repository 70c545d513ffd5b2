internal import Survey

// The types by their spellings: those of XLSForm's documentation, and the old ones that pyxform 4.5.0 takes.
extension RowType {
  /// What a select command says.
  struct Command {
    var isMultiple = false
    var isFile = false
    var isRank = false
    var isExternal = false
    var isLoop = false
  }

  /// The types that stand alone.
  static let plain: [String: RowType] = {
    var types: [String: RowType] = [:]
    func add(_ type: RowType, _ spellings: String...) { for spelling in spellings { types[spelling] = type } }
    add(.question(.text), "text", "string", "q string", "add text prompt")
    add(.question(.integer), "integer", "int", "q int", "add integer prompt")
    add(.question(.decimal), "decimal", "q decimal", "add decimal prompt")
    add(.question(.date), "date", "q date", "add date prompt")
    add(.question(.time), "time")
    add(
      .question(.dateTime), "dateTime", "datetime", "date time", "q date time", "q dateTime",
      "add date time prompt", "add dateTime prompt")
    add(.question(.acknowledge), "acknowledge", "trigger", "q acknowledge", "add acknowledge prompt")
    add(.question(.note), "note", "q note", "add note prompt")
    add(.question(.calculate), "calculate", "q calculate", "add calculate prompt")
    add(.question(.hidden), "hidden")
    add(.question(.metadata(.start)), "start", "start time", "get start time")
    add(.question(.metadata(.end)), "end", "end time", "get end time")
    add(.question(.metadata(.today)), "today", "get today")
    add(.question(.metadata(.username)), "username", "uri:username")
    add(
      .question(.metadata(.deviceid)), "deviceid", "device id", "get device id", "imei", "uri:deviceid")
    add(
      .question(.metadata(.phonenumber)), "phonenumber", "get phone number", "uri:phonenumber")
    add(.question(.metadata(.email)), "email", "uri:email")
    add(.question(.metadata(.audit)), "audit")
    add(.range, "range")
    add(.externalList(ending: ".csv"), "csv-external")
    add(.externalList(ending: ".xml"), "xml-external")
    for (spelling, rule) in ImpliedRule.rules { add(.question(rule.kind), spelling) }
    add(.beginGroup, "begin_group", "begin group")
    add(.endGroup, "end_group", "end group")
    for word in ["repeat", "lgroup", "looped group"] {
      add(.beginRepeat, "begin_\(word)", "begin \(word)")
      add(.endRepeat, "end_\(word)", "end \(word)")
    }
    add(.beginLoop(list: ""), "begin_loop", "begin loop")
    add(.endLoop, "end_loop", "end loop")
    for block in KoboBlock.allCases {
      add(.beginKobo(block), block.begin, block.begin.replacing("_", with: " "))
      add(.endKobo(block), block.end, block.end.replacing("_", with: " "))
      if let row = block.rowType { add(.koboRow(block), row) }
    }
    add(.setting(.formTitle), "form_title", "set_form_title")
    add(.setting(.formID), "form_id", "set_form_id")
    for spelling in placesAndMedia { types[spelling] = .leftOut }
    return types
  }()

  /// What a terminal cannot ask, and a form can do without.
  private static let placesAndMedia = [
    "image", "photo", "q image", "q picture", "add image prompt", "add photo prompt", "audio", "q audio",
    "add audio prompt", "video", "q video", "add video prompt", "file", "add file prompt", "geopoint",
    "q geopoint", "geotrace", "q geotrace", "geoshape", "q geoshape", "gps", "location", "q location",
    "add location prompt", "start-geopoint", "background-geopoint", "background-audio", "barcode",
    "q barcode",
    "add barcode prompt", "osm", "simserial", "sim id", "get sim id", "uri:simserial", "subscriberid",
    "subscriber id", "get subscriber id", "uri:subscriberid",
  ]

  /// The types that a list follows.
  static let commands: [String: Command] = {
    var commands: [String: Command] = [:]
    func add(_ command: Command, _ spellings: String...) {
      for spelling in spellings { commands[spelling] = command }
    }
    add(Command(), "select_one", "select one", "select one from", "select1", "add select one prompt using")
    add(
      Command(isMultiple: true), "select_multiple", "select all that apply", "select all that apply from",
      "add select multiple prompt using")
    add(Command(isFile: true), "select_one_from_file", "select one from file")
    add(Command(isMultiple: true, isFile: true), "select_multiple_from_file", "select multiple from file")
    add(Command(isRank: true), "rank")
    add(Command(isExternal: true), "select_one_external")
    add(Command(isLoop: true), "begin_loop over", "begin loop over")
    return commands
  }()

  /// The spellings of today, for suggestions.
  static let currentCommands = [
    "select_one", "select_multiple", "select_one_from_file", "select_multiple_from_file", "rank",
  ]

  /// The spellings of today, for suggestions.
  static let currentTypes =
    [
      "text", "integer", "decimal", "date", "time", "dateTime", "note", "calculate", "acknowledge", "hidden",
      "range",
      "begin_group", "end_group", "begin_repeat", "end_repeat", "start", "end", "today", "username",
      "deviceid",
      "phonenumber", "email", "audit",
    ] + currentCommands
}
