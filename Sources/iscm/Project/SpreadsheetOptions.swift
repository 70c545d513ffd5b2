internal import ArgumentParser

/// Whether CSV is written for a spreadsheet program.
struct SpreadsheetOptions: ParsableArguments {
  @Flag(help: "In CSV: put an apostrophe before a cell that a spreadsheet program would take for a formula.")
  var spreadsheetSafe = false
}
