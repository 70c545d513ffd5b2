internal import CSV
internal import Digests
internal import Survey

/// How far a sidecar goes, and what its numbers stand for.
struct SidecarState {
  /// What the columns were made by: another form, or another way to read, makes other columns.
  var fingerprint: FastHash
  /// The place behind the last record that is in it.
  var place = CSVPlace()
  /// The file as it was then; by it alone a file is known again that nobody has touched.
  var stamp: FileStamp
  /// What the file held up to that place.
  var prints: [BlockPrint] = []
  var rowCount = 0
  var segmentCount = 0
  /// Of how many rows from the first on no two have the same id.
  var distinctCount = 0
  /// The questions whose answers are kept as they were written.
  var texts: [Int] = []
  /// For each question the answers that are no choice.
  var unlisted: [[String]] = []
  /// The ids that are no UUID.
  var others: [String] = []
  /// The versions that rows answer.
  var versions: [String] = []
  /// Rows of versions that the form does not know, in the order of their first rows.
  var seen: [(version: String, line: Int, rows: Int)] = []
  /// Rows that supersede another.
  var revisions: [(row: Int, of: ResponseKey)] = []
  var log = FindingLog()

  /// Makes its bytes.
  var bytes: [UInt8] {
    var writer = ByteRecordWriter()
    writer.append(fingerprint.low)
    writer.append(fingerprint.high)
    writer.append(place)
    stamp.write(to: &writer)
    writer.append(list: prints) { writer, print in
      writer.append(UInt64(print.offset))
      writer.append(UInt64(print.length))
      writer.append(print.hash.low)
      writer.append(print.hash.high)
    }
    for number in [rowCount, segmentCount, distinctCount] { writer.append(UInt64(number)) }
    writer.append(list: texts) { $0.append(UInt64($1)) }
    writer.append(list: unlisted) { writer, names in writer.append(list: names) { $0.append($1) } }
    writer.append(list: others) { $0.append($1) }
    writer.append(list: versions) { $0.append($1) }
    writer.append(list: seen) { writer, seen in
      writer.append(seen.version)
      writer.append(UInt64(seen.line))
      writer.append(UInt64(seen.rows))
    }
    writer.append(list: revisions) { writer, revision in
      writer.append(UInt64(revision.row))
      writer.append(revision.of.high)
      writer.append(revision.of.low)
    }
    log.write(to: &writer)
    return writer.bytes
  }

  /// Reads its bytes.
  init(_ bytes: [UInt8]) throws(SidecarDamage) {
    var reader = ByteRecordReader(bytes)
    fingerprint = FastHash(low: try reader.number(), high: try reader.number())
    place = try reader.place()
    stamp = try FileStamp(&reader)
    prints = try reader.list { (reader) throws(SidecarDamage) in
      BlockPrint(
        offset: try reader.whole(), length: try reader.whole(),
        hash: FastHash(low: try reader.number(), high: try reader.number()))
    }
    rowCount = try reader.whole()
    segmentCount = try reader.whole()
    distinctCount = try reader.whole()
    texts = try reader.list { (reader) throws(SidecarDamage) in try reader.whole() }
    unlisted = try reader.list { (reader) throws(SidecarDamage) in
      try reader.list { (reader) throws(SidecarDamage) in try reader.text() }
    }
    others = try reader.list { (reader) throws(SidecarDamage) in try reader.text() }
    versions = try reader.list { (reader) throws(SidecarDamage) in try reader.text() }
    seen = try reader.list { (reader) throws(SidecarDamage) in
      (try reader.text(), try reader.whole(), try reader.whole())
    }
    revisions = try reader.list { (reader) throws(SidecarDamage) in
      (try reader.whole(), ResponseKey(high: try reader.number(), low: try reader.number()))
    }
    log = try FindingLog(&reader)
  }

  init(fingerprint: FastHash, stamp: FileStamp, questions: Int) {
    self.fingerprint = fingerprint
    self.stamp = stamp
    unlisted = Array(repeating: [], count: questions)
  }
}

extension ByteRecordWriter {
  mutating func append(_ place: CSVPlace) {
    append(UInt64(place.offset))
    append(UInt64(place.records))
    append(UInt64(place.line))
    append(place.followsCarriageReturn)
  }
}

extension ByteRecordReader {
  /// A number that counts something.
  mutating func whole() throws(SidecarDamage) -> Int {
    // Nothing is as long; and some of these may be added up.
    guard let number = Int(exactly: try number(UInt64.self)), number < 1 << 56 else { throw SidecarDamage() }
    return number
  }

  mutating func place() throws(SidecarDamage) -> CSVPlace {
    CSVPlace(
      offset: try whole(), records: try whole(), line: try whole(), followsCarriageReturn: try flag())
  }
}

extension FileStamp {
  fileprivate func write(to writer: inout ByteRecordWriter) {
    for number in [device, inode, size, modifiedAt, changedAt] {
      writer.append(UInt64(bitPattern: Int64(number)))
    }
  }

  fileprivate init(_ reader: inout ByteRecordReader) throws(SidecarDamage) {
    var numbers: [Int] = []
    for _ in 0..<5 { numbers.append(Int(Int64(bitPattern: try reader.number(UInt64.self)))) }
    self.init(
      device: numbers[0], inode: numbers[1], size: numbers[2], modifiedAt: numbers[3], changedAt: numbers[4])
  }
}
