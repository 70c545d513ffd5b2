/// What stands between the cells of a record.
///
/// What this project writes has commas. Other tools, and spreadsheets where a comma marks decimals, write others.
public enum CSVSeparator: UInt8, Sendable, Hashable, CaseIterable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
}
