import Survey
import Testing

@testable import ResponseFiles

@Suite struct RepeatKeyTests {
  let history = FormHistory(groups: [Group.Name("meeting/session"): Group.Name("session")])

  @Test func tellsResponseAndNumbers() throws {
    let key = try #require(
      RepeatKey("uuid:1/region[2]/event[10]", of: [Group.Name("region"), Group.Name("event")], history))
    #expect(key.response == "uuid:1")
    #expect(key.numbers == [2, 10])
  }

  @Test(
    "a name may hold a slash, and end as the name of now does", arguments: ["meeting/session", "session"])
  func namesWithSlashes(name: String) throws {
    let key = try #require(RepeatKey("uuid:1/\(name)[3]", of: [Group.Name("session")], history))
    #expect(key.response == "uuid:1")
    #expect(key.numbers == [3])
  }

  @Test(arguments: [
    "uuid:1", "uuid:1/event[1]/", "uuid:1/event[0]", "uuid:1/event[x]", "uuid:1/other[1]", "event[1]",
  ])
  func nothingElseIsOne(text: String) {
    #expect(RepeatKey(text, of: [Group.Name("event")], history) == nil)
  }
}
