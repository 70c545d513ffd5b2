import SampleForms
import Survey
import Testing

@Suite("The way through the lists of repeats")
struct WayTests {
  private func stops() throws -> [Outline.Stop] {
    var session = FormSession(
      [Sample.ask("before", .text)] + RemovalTests.items + [Sample.ask("after", .text)])
    try session.apply(.repeats(RemovalTests.event, 2))
    try session.apply(.repeats(RemovalTests.guests(of: 1), 1))
    return session.outline.stops
  }

  @Test(
    "Behind its last question a repeat leads back to its list, the innermost first; a list leads behind all")
  func onward() throws {
    let stops = try stops()
    #expect(stops.next(after: "before") == .repeats(RemovalTests.event))
    #expect(stops.next(after: .repeats(RemovalTests.event)) == "event[1]/title")
    #expect(stops.next(after: "event[1]/title") == "event[1]/number")
    #expect(stops.next(after: "event[1]/number") == .repeats(RemovalTests.guests(of: 1)))
    #expect(stops.next(after: "event[1]/guest[1]/role") == .repeats(RemovalTests.guests(of: 1)))
    #expect(stops.next(behind: RemovalTests.guests(of: 1)) == .repeats(RemovalTests.event))
    #expect(stops.next(after: .repeats(RemovalTests.guests(of: 2))) == .repeats(RemovalTests.event))
    #expect(stops.next(behind: RemovalTests.event) == "after")
    #expect(stops.next(after: "after") == nil)
  }

  @Test("Back leads to the list that one is in, or behind which one is")
  func back() throws {
    let stops = try stops()
    #expect(stops.last(before: "after") == .repeats(RemovalTests.event))
    #expect(stops.last(before: "event[2]/title") == .repeats(RemovalTests.event))
    #expect(stops.last(before: .repeats(RemovalTests.guests(of: 1))) == "event[1]/number")
    #expect(stops.last(before: "event[1]/guest[1]/name") == .repeats(RemovalTests.guests(of: 1)))
    #expect(stops.last(before: .repeats(RemovalTests.event)) == "before")
    #expect(stops.last(before: "before") == nil)
  }

  @Test("The repeats of a counted group are gone through one after the other")
  func counted() throws {
    var session = FormSession.sample()
    try session.enter("2", at: "event_count")
    let stops = session.outline.stops
    #expect(stops.next(after: "event[1]/event_public") == "event[2]/event_title")
    #expect(stops.last(before: "event[2]/event_title") == "event[1]/event_public")
  }
}
