import CSV

/// A CSV file that stands in a test.
func table(_ text: String) throws -> CSVTable { try CSVTable(CSVReader(Array(text.utf8))) }
