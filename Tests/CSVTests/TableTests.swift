import CSV
import Testing

@Suite("Tables")
struct TableTests {
  @Test("A table has a header, and rows by the names of columns")
  func table() throws {
    let table = try CSVTable(CSVReader("code,label\r\n\r\nnone,\"No, \"\"none\"\"\"\r\nyes,Yes\r\n"))
    #expect(table.header.names == ["code", "label"])
    #expect(table.header.count == 2)
    #expect(table.header["label"] == 1)
    #expect(table.header["Label"] == nil)
    #expect(table.header.problems.isEmpty)
    #expect(table.rows.map { table[$0, "label"] } == ["No, \"none\"", "Yes"])
    #expect(table.rows.map { table[$0, "other"] } == ["", ""])
    #expect(table.rows.map(\.line) == [3, 4])
    #expect(table.ragged.isEmpty)
  }

  @Test("Names that are empty or there twice are told with their places")
  func header() throws {
    let header = try CSVTable(CSVReader("\na,,b,a,\n")).header
    #expect(header.names == ["a", "", "b", "a", ""])
    #expect(header["a"] == 0)
    #expect(header[""] == nil)
    #expect(
      header.problems.map(\.description) == [
        "line 2, column 2: column without a name: found an empty cell, expected a name; "
          + "write one or delete the column",
        "line 2, column 4: column name used twice: found 'a', which is the name of column 1, "
          + "expected another; rename or delete one of the two",
        "line 2, column 5: column without a name: found an empty cell, expected a name; "
          + "write one or delete the column",
      ])
    #expect(header.problems.map(\.position.column) == [2, 4, 5])
  }

  @Test("Records that are too short or too long are told and kept")
  func ragged() throws {
    let table = try CSVTable(CSVReader("a,b,c\n1,2\n3,4,5\n6,7,8,9,10\n\"\"\n"))
    #expect(table.rows.map(\.cells) == [["1", "2"], ["3", "4", "5"], ["6", "7", "8", "9", "10"], [""]])
    #expect(table[table.rows[0], "c"] == "")
    #expect(
      table.ragged.map(\.description) == [
        "line 2, column 3: wrong number of cells: found 2, expected 3; "
          + "add the missing ones as empty cells, or quote a cell that holds a line break",
        "line 4, column 4: wrong number of cells: found 5, expected 3; "
          + "remove the surplus ones, or quote a cell that holds a comma",
        "line 5, column 2: wrong number of cells: found 1, expected 3; "
          + "add the missing ones as empty cells, or quote a cell that holds a line break",
      ])
    #expect(table.ragged.map(\.position.offset) == [6, 16, 27])
  }

  @Test("A table needs a header", arguments: ["", "\u{FEFF}", "\n\n"])
  func noHeader(text: String) {
    do {
      _ = try CSVTable(CSVReader(text))
      Issue.record("A table without a header was read")
    } catch {
      #expect(
        error.description
          == "no header: found no record, expected a first line that names the columns; write one")
      #expect(error.position == nil)
    }
  }

  @Test("A small file is read as rows, each with its place")
  func rows() throws {
    let rows = try CSVReader("\u{FEFF}survey,type,\"na\nme\"\n\n,text,q1\nsettings\n").rows()
    #expect(rows.map(\.cells) == [["survey", "type", "na\nme"], ["", "text", "q1"], ["settings"]])
    #expect(rows.map(\.line) == [1, 4, 5])
    #expect(rows[1][2] == "q1")
    #expect(rows[2][1] == "")
    #expect(rows[2][nil] == "")
    #expect(rows[1].position(ofColumn: 2) == CSVPosition(record: 2, line: 4, column: 3, offset: 24))
  }
}
