public import CSV
internal import Messages
public import Survey

extension Codebook {
  /// The codebook with one more code, in a version that is one higher.
  ///
  /// - Parameters:
  ///   - label: What people read.
  ///   - place: The question whose answers it sorts.
  ///   - name: Its name; made from the label where nothing is said.
  /// - Returns: The codebook, and the code that came.
  public func adding(
    _ label: String, at place: Place, name: Code.Name? = nil
  ) -> (codebook: Codebook, code: Code) {
    let name = name ?? freeName(for: label, at: place)
    let code = Code(
      place: place, name: name, label: LocalizedText(unlocalized: label), version: version + 1)
    var (headings, rows) = widened(by: ["version"])
    let cells: [String: String] = [
      "form": place.form.text, "question": place.question.text, "code": name.text, labelHeading: label,
      "version": String(code.version),
    ]
    // Behind the other codes of its question.
    let index = (codes.lastIndex { $0.place == place } ?? codes.count - 1) + 1
    rows.insert(headings.map { cells[$0] ?? "" }, at: index)
    var codes = codes
    codes.insert(code, at: index)
    return (Codebook(codes: codes, headings: headings, rows: rows), code)
  }

  /// The codebook with another label of a code, in a version that is one higher.
  ///
  /// - Parameters:
  ///   - name: The code.
  ///   - place: Its question.
  ///   - label: What people read now.
  /// - Returns: The codebook; as it was where it has no such code.
  public func relabelling(_ name: Code.Name, at place: Place, to label: String) -> Codebook {
    guard let index = codes.firstIndex(where: { $0.name == name && $0.place == place }) else { return self }
    let version = version + 1
    var (headings, rows) = widened(by: ["version"])
    for (column, cell) in [(labelHeading, label), ("version", String(version))] {
      if let place = headings.firstIndex(of: column) { rows[index][place] = cell }
    }
    let old = codes[index]
    var codes = codes
    codes[index] = Code(
      place: place, name: name, label: LocalizedText(unlocalized: label), keywords: old.keywords,
      version: version, retired: old.retired, replacedBy: old.replacedBy)
    return Codebook(codes: codes, headings: headings, rows: rows)
  }

  /// The codebook as a file: every cell that was read, in its place.
  ///
  /// - Returns: UTF-8 with a line feed behind each row.
  /// - Throws: `CSVWriteError.nulByte` if a text has a NUL.
  public func bytes() throws(CSVWriteError) -> [UInt8] {
    var writer = CSVWriter(lineEnd: .lf)
    try writer.append(record: headings)
    for row in rows { try writer.append(record: row) }
    return writer.takeBytes()
  }

  /// The column of the labels that people read who ask for no language.
  private var labelHeading: String {
    headings.contains("label") ? "label" : headings.first { $0.hasPrefix("label::") } ?? "label"
  }

  private func widened(by columns: [String]) -> (headings: [String], rows: [[String]]) {
    let missing = columns.filter { !headings.contains($0) }
    return (headings + missing, rows.map { $0 + missing.map { _ in "" } })
  }

  /// A name for a label that no code of the question has.
  private func freeName(for label: String, at place: Place) -> Code.Name {
    let taken = Set(codes(at: place).map(\.name))
    let own = Code.Name(madeFrom: label)
    var name = own
    var number = 2
    while taken.contains(name) {
      name = Code.Name("\(own)_\(number)")
      number += 1
    }
    return name
  }
}

extension Codebook.Code.Name {
  /// Makes a name of what people read: `Technical secretariats` becomes `technical_secretariats`.
  ///
  /// Letters with marks lose them; a label of another script gives `code`.
  public init(madeFrom label: String) {
    var name = ""
    for scalar in label.folded.unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, !name.hasSuffix("_") {
        name += "_"
      }
    }
    if name.utf8.count > 40 { name = String(name.prefix(40)) }
    while name.hasSuffix("_") { name.removeLast() }
    self.init(name.isEmpty ? "code" : name)
  }
}
