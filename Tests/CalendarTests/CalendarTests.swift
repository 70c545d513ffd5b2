import Calendar
import Testing

@Suite("Dates, times and instants")
struct CalendarTests {
  @Test(
    "A date is read only as the calendar has it",
    arguments: [
      ("2018-11-09", true), ("2020-02-29", true), ("2019-02-29", false), ("1900-02-29", false),
      ("2000-02-29", true), ("2018-13-01", false), ("2018-1-01", false), ("2018-11-9", false), ("", false),
      ("2018-11-31", false), ("09/11/2018", false), ("2018-11-09 ", false), ("+018-11-09", false),
    ])
  func dates(text: String, isDate: Bool) {
    #expect((CalendarDate(text) != nil) == isDate)
    if isDate { #expect(CalendarDate(text)?.description == text) }
  }

  @Test("Days since 1970 and back, over four centuries")
  func days() {
    for days in stride(from: -150_000, through: 150_000, by: 37) {
      #expect(CalendarDate(daysSinceEpoch: days).daysSinceEpoch == days)
    }
    #expect(CalendarDate(daysSinceEpoch: 0).description == "1970-01-01")
    #expect(CalendarDate(daysSinceEpoch: 17_844).description == "2018-11-09")
  }

  @Test("The offset that is written behind an instant")
  func offsets() {
    #expect(Instant.offset(writtenIn: "2018-11-09T23:30:00-05:30") == -19_800)
    #expect(Instant.offset(writtenIn: "2018-11-09T23:30:00Z") == 0)
    #expect(Instant.offset(writtenIn: "2018-11-09T23:30:00") == nil)
    #expect(Instant.offset(writtenIn: "2018-11-09") == nil)
  }

  @Test(
    "An instant is read in any offset and written in UTC",
    arguments: [
      ("2018-11-09T10:14:33Z", "2018-11-09T10:14:33Z"),
      ("2018-11-09T10:14:33.250+03:00", "2018-11-09T07:14:33Z"),
      ("2018-11-09T22:30:00-05:30", "2018-11-10T04:00:00Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
    ])
  func instants(text: String, written: String) {
    #expect(Instant(text)?.description == written)
  }

  @Test(
    "What is no instant is refused",
    arguments: [
      "2018-11-09", "2018-11-09T10:14:33", "T10:14:33Z", "x", "2018-11-09T10:14:33.Z",
      "2018-11-09T10:14:33.halfZ", "2018-11-09T10:14Z03:00", "2018-11-09T10:14+03:00:59",
    ])
  func notInstants(text: String) { #expect(Instant(text) == nil) }
}
