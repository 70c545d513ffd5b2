internal import CSV

/// Which records have something odd in them, by question and kind: all counted, the first of each kind with their
/// places, so that they can be looked at once more.
struct FindingLog: Hashable {
  /// What a finding is about.
  struct Subject: Hashable, Comparable {
    /// The place of the question among those that are read; nothing for what is about the row.
    let question: Int?
    let kind: Finding.Kind

    static func < (one: Subject, other: Subject) -> Bool {
      (one.question ?? -1, one.kind.rawValue) < (other.question ?? -1, other.kind.rawValue)
    }
  }

  struct Entry: Hashable {
    var count = 0
    var places: [CSVPlace] = []
  }

  private(set) var entries: [Subject: Entry] = [:]
  /// The record that is read.
  var place = CSVPlace()
  /// The question whose cell is read.
  var question: Int?

  init() {}

  /// Goes on to a record.
  mutating func begin(_ record: borrowing CSVRecord) {
    place = CSVPlace(offset: record.offset, records: record.number - 1, line: record.line)
    question = nil
  }

  mutating func note(_ kind: Finding.Kind) {
    let subject = Subject(question: question, kind: kind)
    entries[subject, default: Entry()].count += 1
    let count = entries[subject]?.places.count ?? 0
    if count < Findings.limit, entries[subject]?.places.last != place {
      entries[subject]?.places.append(place)
    }
  }

  /// Takes up the log of a part of the file that stands behind this one.
  mutating func append(_ part: FindingLog) {
    for (subject, entry) in part.entries {
      entries[subject, default: Entry()].count += entry.count
      let room = Findings.limit - (entries[subject]?.places.count ?? 0)
      entries[subject]?.places += entry.places.prefix(max(0, room))
    }
  }

  func write(to writer: inout ByteRecordWriter) {
    writer.append(list: entries.sorted { $0.key < $1.key }) { writer, entry in
      writer.append(UInt64((entry.key.question ?? -1) + 1))
      writer.append(entry.key.kind.rawValue)
      writer.append(UInt64(entry.value.count))
      writer.append(list: entry.value.places) { $0.append($1) }
    }
  }

  init(_ reader: inout ByteRecordReader) throws(SidecarDamage) {
    for _ in 0..<(try reader.count()) {
      let question = try reader.whole()
      guard let kind = Finding.Kind(rawValue: try reader.text()) else { throw SidecarDamage() }
      let count = try reader.whole()
      let places = try reader.list { (reader) throws(SidecarDamage) in try reader.place() }
      let subject = Subject(question: question == 0 ? nil : question - 1, kind: kind)
      entries[subject] = Entry(count: count, places: places)
    }
  }
}
