/// The columns of the sheet `choices`; any other is an attribute that a `choice_filter` can read.
enum ChoicesColumn: String, SheetColumn {
  case listName = "list_name"
  case name, label, image, audio, video
  case bigImage = "big-image"

  static let otherSpellings: [String: ChoicesColumn] = [
    "value": .name, "caption": .label, "media::image": .image, "media::audio": .audio,
    "media::video": .video, "media::big-image": .bigImage,
  ]

  // Attributes may have any name.
  static let suggests = false

  var isTranslated: Bool { self != .listName && self != .name }
}
