/// How a language words every phrase, in the parts in which `Phrase` has them.
///
/// A language that lacks a part does not compile; a test finds a phrase that a part lacks.
package protocol Catalogue {
  /// What a form asks and what becomes of an answer.
  static var questions: [Phrase: String] { get }
  /// The menu of a form, its review and its end.
  static var menus: [Phrase: String] { get }
  /// What the full screen alone says.
  static var screen: [Phrase: String] { get }
  /// Figures, their bases and notes.
  static var figures: [Phrase: String] { get }
  /// What stands beside figures: claims, who has answered, how long it took.
  static var reports: [Phrase: String] { get }
  /// Codes of open answers, and those who give them.
  static var coding: [Phrase: String] { get }
  /// Files that are handed on: exports, workbooks, blank forms.
  static var documents: [Phrase: String] { get }

  /// All of them; a language keeps them, so that they are put together once.
  static var all: [Phrase: String] { get }
}

extension Catalogue {
  /// The parts, in the order of `Phrase`.
  package static var parts: [[Phrase: String]] {
    [questions, menus, screen, figures, reports, coding, documents]
  }

  /// The parts put together; no phrase may stand in two of them.
  static func together() -> [Phrase: String] {
    Dictionary(uniqueKeysWithValues: parts.joined().map { ($0.key, $0.value) })
  }
}

enum English: Catalogue { static let all = together() }

/// No-break spaces stand before : ; ? ! » and after «.
enum French: Catalogue { static let all = together() }

enum Spanish: Catalogue { static let all = together() }

enum Russian: Catalogue { static let all = together() }

/// In logical order.
///
/// A left-to-right mark stands before what a bidirectional terminal would turn round: a date, or a number with
/// its minus.
enum Arabic: Catalogue { static let all = together() }

enum Chinese: Catalogue { static let all = together() }
