import CSV
import Mailbox
import SampleForms
import Survey
import Testing

@Suite("A map and its table")
struct TableMapTests {
  private static let head = ",identifier,ID\niscm,column,ISCM\niscm_other,absent\nsubmitted_by,absent\n"

  @Test(
    "What is wrong with a line says where, what was found, what was expected and what to do",
    arguments: [
      (
        ",ignored,X",
        """
        map.csv:6 layout: found 'ignored', expected one of identifier, submitted, submitted-by, language, column, \
        one-hot, codes, labels, word, empty, absent, ignore, sheet, header; did you mean 'ignore'?
        """
      ),
      (
        "positon,column,X",
        "map.csv:6 question: found 'positon', expected a question of 'sample'; did you mean 'position'?"
      ),
      (
        "position,column,Y",
        "map.csv:6 column: found 'Y', expected a heading of answers.csv; write it as it stands there"
      ),
      (
        "position,column,X,,,,Yes",
        "map.csv:6 true: found 'Yes', expected nothing, since the layout column does not read it; take it out"
      ),
      (
        "position,one-hot,X,yes",
        "map.csv:6 true: found nothing, expected a value, which the layout one-hot needs; fill it in"
      ),
      (
        "position,one-hot,X,yes,,,1,0",
        """
        map.csv:6 choice: found no column of 'position' for 'no', 'in_process', expected one for each choice; add a line \
        for each, with the layout absent if the table did not offer it
        """
      ),
      (
        "position,one-hot,X,perhaps,,,1,0",
        "map.csv:6 choice: found 'perhaps', expected a code of the list 'position_status'"
      ),
      (
        "themes,column,X",
        "map.csv:6 layout: found 'column', but 'themes' takes several choices; use codes, labels or one-hot"
      ),
      (
        "themes,codes,X",
        "map.csv:6 delimiter: found nothing, expected what stands between two choices in a cell, such as ; or comma"
      ),
      (
        "position,codes,X,,,,,,;",
        "map.csv:6 delimiter: found ';', but 'position' takes one choice; take it out"
      ),
      (
        "chair_name,labels,X",
        "map.csv:6 layout: found 'labels', but 'chair_name' has no list of choices; use the layout column"
      ),
      (
        "position_date,column,X,,,,,,,dd/mm/yy",
        "map.csv:6 format: found 'dd/mm/yy', expected how the column writes what it holds, such as dd/mm/yyyy"
      ),
      (
        ",submitted,X,,,,,,,dd/mm/yyyy",
        "map.csv:6 format: found 'dd/mm/yyyy', expected how the column writes what it holds, such as dd/mm/yyyy hh:mm"
      ),
      (
        ",submitted,X,,,,,,,dd/mm/yyyy hh:mm",
        """
        map.csv:6 zone: found nothing, expected how far the column's clocks are from UTC, such as UTC or +02:00; fill it in
        """
      ),
      (
        ",submitted,X,,,,,,,dd/mm/yyyy hh:mm,CET",
        "map.csv:6 zone: found 'CET', expected how far the column's clocks are from UTC, such as UTC or +02:00"
      ),
      (
        "chair_name,column,ISCM\n,ignore,X",
        "map.csv:6 column: found 'ISCM' again, expected a column once; line 3 reads it already"
      ),
      (
        "iscm,column,X",
        "map.csv:6 question: found 'iscm' again, expected it once, as on line 3; take one out"
      ),
      (
        ",identifier,X",
        "map.csv:6 layout: found 'identifier' again, expected it once, as on line 2; take one out"
      ),
      (
        "position,column,X\nposition,word,,yes,No",
        "map.csv:7 value: found 'No', which means 'no' already for 'position'; take it out"
      ),
      (
        "chair_name,column,X\nposition,word,,yes,1",
        "map.csv:7 question: found 'position', which no line reads; add one, or take this out"
      ),
      (
        "position,column,X\n*,word,,yes,1",
        "map.csv:7 question: found '*' with a choice, expected the question that has the choice; name it"
      ),
      (
        "position,column,X\n*,empty,,,,blanc",
        "map.csv:7 state: found 'blanc', expected unknown, not_applicable or blank"
      ),
      (
        "position,column,X\nposition,absent",
        "map.csv:7 question: found 'position', which other lines read; take out one or the other"
      ),
      (
        ",language,X\n,language,,de,Deutsch",
        "map.csv:7 choice: found 'de', expected a language of the questionnaire: 'en', 'fr'"
      ),
      (",header,,,9\n", "map.csv:6 value: found '9', expected the number of the line with the headings"),
      (
        "",
        "answers.csv: found column C 'X', expected a line for it in map.csv; add one, with the layout ignore if it holds no answer"
      ),
    ])
  func lines(line: String, problem: String) {
    let text = TableText(Self.head + line, "ID|ISCM|X", "1|prague|")
    #expect(text.problems().first == problem)
  }

  @Test("What is missing is said: the identifier, whose answers they are, what the questionnaire requires")
  func missing() {
    #expect(
      TableText(",ignore,X", "X", "1").problems() == [
        """
        map.csv: found no line with the layout identifier, expected one: the column by which each row is known when it \
        comes again
        """,
        "map.csv: found no line for 'iscm', expected one: it says whose answers a row holds",
        """
        map.csv: found no line for 'iscm_other', which the questionnaire requires; add one, with the layout absent if the \
        table does not hold it
        """,
        """
        map.csv: found no line for 'submitted_by', which the questionnaire requires; add one, with the layout absent if \
        the table does not hold it
        """,
      ])
  }

  @Test("All problems are said at once, in the order of the map, then those of the table")
  func all() {
    let text = TableText(
      Self.head + "positon,column,X\nthemes,column,Y\n,ignore,Z", "ID|ISCM|X|Y|W", "1|prague|||")
    #expect(
      text.problems() == [
        "map.csv:6 question: found 'positon', expected a question of 'sample'; did you mean 'position'?",
        "map.csv:7 layout: found 'column', but 'themes' takes several choices; use codes, labels or one-hot",
        "map.csv:8 column: found 'Z', expected a heading of answers.csv; write it as it stands there",
        "answers.csv: found column E 'W', expected a line for it in map.csv; add one, with the layout ignore if it holds no answer",
      ])
  }

  @Test("A map that is none says so alone")
  func noMap() {
    let map = TableMap(Array("a,b\n1,2\n".utf8), path: "map.csv", sha256: "")
    let table = TableText("", "ID", "1").readTable
    #expect(throws: TableProblems.self) { try TableIntake(Sample.form).delivery(of: table, by: map) }
    do throws(TableProblems) { _ = try TableIntake(Sample.form).delivery(of: table, by: map) } catch {
      #expect(
        error.lines == [
          "map.csv:1: found no column 'question', expected question,layout,column and, as far as they are needed, choice,value,state,true,false,delimiter,format,zone,note; add it",
          "map.csv:1: found no column 'layout', expected question,layout,column and, as far as they are needed, choice,value,state,true,false,delimiter,format,zone,note; add it",
          "map.csv:1: found no column 'column', expected question,layout,column and, as far as they are needed, choice,value,state,true,false,delimiter,format,zone,note; add it",
          "map.csv:1: found a column 'a', expected none but question, layout, column, choice, value, state, true, false, delimiter, format, zone, note; call it note, or take it out",
          "map.csv:1: found a column 'b', expected none but question, layout, column, choice, value, state, true, false, delimiter, format, zone, note; call it note, or take it out",
        ])
    }
  }

  @Test("Columns of one heading, or of none, are named by their letters")
  func letters() {
    let map = Self.head + "chair_name,column,X\n,ignore,[E]"
    var text = TableText(map, "ID|ISCM|X|X|", "1|prague|Anna|Bela|9")
    #expect(
      text.problems() == [
        "map.csv:6 column: found 'X', which is the heading of several columns; write [C] or [D]"
      ])
    text.map = Self.head + "chair_name,column,[D]\n,ignore,[C]\n,ignore,[E]"
    #expect(text.problems() == [])
    #expect(text.forms().map(\.short) == [["iscm=prague", "chair_name=Bela"]])
  }

  @Test(
    "Semicolons and tabs separate as well as commas, whatever stands in the cells",
    arguments: CSVSeparator.allCases)
  func separators(separator: CSVSeparator) {
    var text = TableText(
      Self.head + "chair_name,column,\"X; a, b\"", "ID|ISCM|X; a, b", "1|prague|Anna; B,\tC")
    text.separator = separator
    #expect(text.problems() == [])
    #expect(text.forms().map(\.short) == [["iscm=prague", "chair_name=Anna; B,\tC"]])
  }

  @Test("A row of another length than the headings refuses the table, and so does what is no CSV")
  func ragged() {
    let text = TableText(Self.head, "ID|ISCM", "1|prague", "2", "3|prague|x")
    #expect(
      text.problems() == [
        "answers.csv:3: wrong number of cells: found 1, expected 2 as in the headings; quote a cell that holds a separator or a line end, and save the table again",
        "answers.csv:4: wrong number of cells: found 3, expected 2 as in the headings; quote a cell that holds a separator or a line end, and save the table again",
      ])
    let map = text.readMap
    let broken = ForeignTable(
      csv: Array("ID,ISCM\n1,\"prague\n".utf8), path: "answers.csv", sha256: "", columns: map.columns)
    do throws(TableProblems) {
      _ = try TableIntake(Sample.form).delivery(of: broken, by: map)
      Issue.record("it was read")
    } catch {
      #expect(
        error.lines == [
          "answers.csv: line 2, column 2: quotation mark that is never closed: found the end of the file, expected another '\"' for the one at byte 10; close the cell with a quotation mark"
        ])
    }
  }

  @Test("The headings may stand further down, in a sheet that the map names")
  func sheets() throws {
    var text = TableText(
      Self.head + ",header,,,3\n,sheet,,,Answers", "A report of 2018", "", "ID|ISCM", "1|prague", "",
      "3|almaty")
    text.isWorkbook = true
    #expect(text.problems() == [])
    #expect(text.forms().map(\.short) == [["iscm=prague"], ["iscm=almaty"]])
    let delivery = try text.delivery().get()
    #expect(delivery.letters.flatMap(\.parts).map(\.path) == ["4.bbbbbbbb", "6.bbbbbbbb"])
    text.map = Self.head + ",header,,,3\n,sheet,,,Answer"
    #expect(
      text.problems() == ["map.csv:7 value: found 'Answer', expected a sheet of answers.xlsx: 'Answers'"])
  }
}
