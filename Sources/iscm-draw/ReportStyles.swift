internal import PageDrawing

extension PageStyle {
  private static let blue = (red: 0.12, green: 0.23, blue: 0.34)
  private static let grey = (red: 0.29, green: 0.29, blue: 0.29)

  /// The look of a paragraph of a report.
  static func ofReport(_ name: String) -> PageStyle? {
    switch name {
    case "title": PageStyle(size: 22, color: blue, isBold: true, after: 4)
    case "subtitle": PageStyle(size: 10, color: grey, after: 18)
    case "warning": PageStyle(size: 10, color: (0.36, 0.27, 0), isBold: true, after: 5)
    case "question": PageStyle(size: 9.5, color: grey, after: 5)
    case "counting": PageStyle(size: 9.5, isBold: true, after: 4)
    case "body": PageStyle(size: 9.5, after: 5)
    case "note": PageStyle(size: 8.5, color: grey, after: 3)
    default: nil
    }
  }

  /// The look of a heading of a report.
  static func heading(_ level: Int) -> PageStyle {
    switch level {
    case 1: PageStyle(size: 15, color: blue, isBold: true, after: 5)
    case 2: PageStyle(size: 11, color: blue, isBold: true, after: 4)
    default: PageStyle(size: 9.5, isBold: true, after: 3)
    }
  }

  static let item = PageStyle(size: 9, after: 2.5)
  static let contents = PageStyle(size: 9.5, after: 4)
  static let head = PageStyle(size: 8.5, isBold: true, after: 0)
  static let cell = PageStyle(size: 8.5, after: 0)
  static let mutedCell = PageStyle(size: 8.5, color: grey, isItalic: true, after: 0)
  static let margin = PageStyle(size: 8, color: (0.35, 0.35, 0.35), after: 0)
}
