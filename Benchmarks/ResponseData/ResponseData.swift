import ArgumentParser
import CSV

/// Writes a large response file of a form: made up, valid, and the same for the same seed.
///
/// Each row is made from its number alone, so that a file that grows, and one in parts, hold the same rows.
@main
struct ResponseData: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "response-data",
    abstract: "Write a large response file, made up with a fixed seed.",
    discussion: """
      response-data FORM.csv --megabytes 1000 --into responses.csv
      response-data FORM.csv --append 1 --into responses.csv
      response-data FORM.csv --rows 1000000 --parts 16 --into FOLDER

      The same rows come in one file, in parts (part-0001.csv …), and where a file grows. Says how many rows \
      were written and how many bytes.
      """)

  @Argument(help: "The form, an XLSForm file; without repeats, asked by what single choices say.")
  var form: String

  @Option(help: "A folder with the lists that do not stand beside the form; may come several times.")
  var lists: [String] = []

  @Option(help: "The file that is written; with --parts the folder that takes them.")
  var into: String

  @Option(help: "How many rows.")
  var rows: Int?

  @Option(help: "How large the file is at least, all parts together: millions of bytes.")
  var megabytes: Double?

  @Option(help: "Append rows to the file: this many percent of those that it has.")
  var append: Double?

  @Option(help: "Into how many files, each with a header.")
  var parts: Int?

  @Option(help: "What the rows are drawn with.")
  var seed: UInt64 = 2018

  func validate() throws {
    guard [rows != nil, megabytes != nil, append != nil].count(where: { $0 }) == 1 else {
      throw ValidationError("Name one of --rows, --megabytes and --append.")
    }
    if append != nil, parts != nil { throw ValidationError("--append goes to one file, not to --parts.") }
    if let parts, parts < 1 { throw ValidationError("--parts is at least 1.") }
  }

  func run() throws {
    let columns = try DataColumns(form: form, lists: lists, seed: seed)
    var rows = RowMaker(columns)
    let written: (rows: Int, bytes: Int)
    if let append {
      let first = try Self.rows(in: into)
      let count = Int((Double(first) * append / 100).rounded())
      var file = try DataFile.appending(to: into)
      while file.rows < count { try rows.write(number: first + file.rows + 1, to: &file) }
      written = try file.close()
    } else {
      written = try write(&rows, columns)
    }
    print("\(written.rows) rows, \(written.bytes) bytes")
  }

  /// Writes a whole file, or its parts, each up to its share.
  private func write(_ maker: inout RowMaker, _ columns: DataColumns) throws -> (rows: Int, bytes: Int) {
    let count = parts ?? 1
    var total = (rows: 0, bytes: 0)
    for part in 1...count {
      let digits = String(part)
      let name = "part-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".csv"
      var file = try DataFile.creating(parts == nil ? into : "\(into)/\(name)", headings: columns.headings)
      let share = Double(part) / Double(count)
      let lastRow = rows.map { Int(Double($0) * share) } ?? Int.max
      let lastByte = megabytes.map { Int($0 * 1e6 * share) } ?? Int.max
      while total.rows + file.rows < lastRow, total.bytes + file.bytes < lastByte {
        try maker.write(number: total.rows + file.rows + 1, to: &file)
      }
      let written = try file.close()
      total = (total.rows + written.rows, total.bytes + written.bytes)
    }
    return total
  }

  /// How many rows a file has, its header not counted.
  private static func rows(in path: String) throws -> Int {
    var reader = try CSVReader(path: path)
    reader.keep(columns: [])
    var records = 0
    while try reader.next() { records += 1 }
    return max(records - 1, 0)
  }
}
