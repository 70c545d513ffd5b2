internal import CSV
internal import Survey
internal import Tables

/// What a list file holds, whatever it is written in: headings, and rows with as many cells.
struct ListTable {
  /// What becomes a choice.
  struct Row {
    let line: Int
    /// Which feature of a list of places it is, from 1.
    var feature: Int?
    /// A cell for each heading; nothing where the row has no such element.
    let cells: [String?]
  }

  let headings: [String]
  /// The line of the headings.
  let line: Int?
  private(set) var rows: [Row] = []

  /// Reads a list file.
  ///
  /// - Parameters:
  ///   - place: The file; its ending says what it is written in.
  ///   - name: What its problems call it.
  ///   - xml: What reads a list in XML.
  ///   - problems: Where all that is wrong with the file as a table is reported.
  init?(
    at place: FormProblem.Place, named name: String, xml: XLSForm.WorkbookReader?,
    problems: inout [FormProblem]
  ) {
    if place.file.hasSuffix(".xml") {
      self.init(xmlAt: place, named: name, with: xml, problems: &problems)
    } else if place.file.hasSuffix(".geojson") {
      self.init(placesAt: place, problems: &problems)
    } else {
      self.init(csvAt: place, named: name, problems: &problems)
    }
  }

  private init?(csvAt place: FormProblem.Place, named name: String, problems: inout [FormProblem]) {
    do {
      let table = try CSVTable(CSVReader(path: place.file))
      for problem in table.header.problems {
        problems.report(.list(.badHeading(problem)), at: place.at(line: problem.position.line))
      }
      for ragged in table.ragged {
        problems.report(.list(.ragged(ragged)), at: place.at(line: ragged.position.line))
      }
      let headings = table.header.names.map(\.trimmed)
      self.headings = headings
      line = table.header.position.line
      rows = table.rows.map { row in Row(line: row.line, cells: headings.indices.map { row[$0].trimmed }) }
    } catch .missingHeader {
      problems.report(.list(.empty(name)), at: place)
      return nil
    } catch {
      problems.report(.file(.notCSV(error)), at: place.at(line: error.position?.line))
      return nil
    }
  }

  private init?(
    xmlAt place: FormProblem.Place, named name: String, with reader: XLSForm.WorkbookReader?,
    problems: inout [FormProblem]
  ) {
    do throws(FormProblem.FileFault) {
      let bytes = try bytes(ofFile: place.file)
      guard let reader else { throw .noReader(reason: "no program for lists in XML was named") }
      let book = try reader(bytes)
      if let refusal = book.refusal {
        problems.report(.list(.notXMLList(refusal)), at: place)
        return nil
      }
      guard let sheet = book.sheets.first, let header = sheet.rows.first, !header.cells.isEmpty else {
        problems.report(.list(.empty(name)), at: place)
        return nil
      }
      headings = header.cells
      line = header.number
      rows = sheet.rows.dropFirst().map { row in
        Row(
          line: row.number,
          cells: header.cells.indices.map { $0 < row.cells.count ? row.cells[$0].trimmed : "" })
      }
    } catch {
      problems.report(.file(error), at: place)
      return nil
    }
  }

  private init?(placesAt place: FormProblem.Place, problems: inout [FormProblem]) {
    do throws(FormProblem.FileFault) {
      let list = PlaceList(try bytes(ofFile: place.file))
      for (line, fault) in list.faults { problems.report(.places(fault), at: place.at(line: line)) }
      guard list.isWhole, !list.features.isEmpty || list.faults.isEmpty else { return nil }
      headings = list.headings
      line = nil
      rows = list.features.map { feature in
        Row(
          line: feature.line, feature: feature.number,
          cells: list.headings.indices.map { feature.cells[$0] })
      }
    } catch {
      problems.report(.file(error), at: place)
      return nil
    }
  }
}
