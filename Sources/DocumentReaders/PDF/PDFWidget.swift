/// One place of a form in a PDF where something can be entered.
struct PDFWidget {
  /// What can be entered, and what was.
  enum Value: Equatable {
    /// A box: what its value says, and what its state says that is drawn.
    case box(isTicked: Bool, isDrawnTicked: Bool)
    /// Text, or what is chosen of a list.
    case text(String)
  }

  /// The full name of its field; a radio button's has its own state behind it.
  var name: String
  /// The full name of its field.
  var fieldName: String
  /// Where it lies on its page, measured from the page's own origin.
  var area: PDFArea
  /// The page, from 1.
  var page: Int
  var value: Value
  /// Whether it is drawn at all.
  var isVisible: Bool
}

/// A rectangle on a page, in points.
struct PDFArea: Equatable {
  var left: Double
  var low: Double
  var right: Double
  var high: Double

  /// Whether another one is the same, as far as programs round.
  func isNear(_ other: PDFArea) -> Bool {
    max(abs(left - other.left), abs(low - other.low), abs(right - other.right), abs(high - other.high)) < 1
  }

  /// Whether a point lies in it.
  func contains(_ x: Double, _ y: Double) -> Bool { left <= x && x <= right && low <= y && y <= high }

  /// The height of its middle.
  var middle: Double { (low + high) / 2 }
}
