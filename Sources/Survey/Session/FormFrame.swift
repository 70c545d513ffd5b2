internal import Calendar
internal import Expressions

/// What stays as it is while a form is filled, and expressions can see.
struct FormFrame: Sendable {
  /// The identity that the response will have.
  let id: Response.ID
  let mode: FormSession.Mode
  let startedAt: Instant
  /// Seconds by which the clock of who fills the form was ahead of UTC when it was opened.
  let localOffset: Int

  /// When the form was opened, on that clock.
  var now: DateTime { DateTime(startedAt, offset: localOffset) }
}

extension FormSession {
  /// The day on which the form was opened, where it was.
  var startedOn: CalendarDate { DateTime(startedAt, offset: localOffset).date }
}
