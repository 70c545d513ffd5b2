import Calendar
import Messages
import Testing

@Suite("How dates read")
struct DatesTests {
  @Test(
    "A day and a moment read unambiguously in every language",
    arguments: [
      (InterfaceLanguage.english, "9 November 2018", "8 Nov 2018 16:42 UTC"),
      (.french, "9 novembre 2018", "8 nov. 2018 à 16:42 UTC"),
      (.spanish, "9 de noviembre de 2018", "8 de nov. de 2018 a las 16:42 UTC"),
      (.russian, "9 ноября 2018 года", "8 нояб. 2018 года в 16:42 UTC"),
      (.arabic, "9 تشرين الثاني/نوفمبر 2018", "8 تشرين الثاني/نوفمبر 2018، الساعة 16:42 UTC"),
      (.chinese, "2018年11月9日", "2018年11月8日 16:42 UTC"),
    ])
  func reading(language: InterfaceLanguage, day: String, moment: String) throws {
    let interface = Interface(language)
    #expect(interface.date(try #require(CalendarDate("2018-11-09"))) == day)
    #expect(interface.moment(try #require(Instant("2018-11-08T16:42:59Z"))) == moment)
  }

  @Test("The first of a month is an ordinal in French")
  func first() throws {
    #expect(Interface(.french).date(try #require(CalendarDate("2019-01-01"))) == "1er janvier 2019")
    #expect(Interface(.french).moment(Instant(secondsSinceEpoch: 0)) == "1er janv. 1970 à 00:00 UTC")
  }

  @Test("No two months read alike", arguments: InterfaceLanguage.allCases)
  func months(language: InterfaceLanguage) throws {
    let interface = Interface(language)
    let days = try (1...12).map { try #require(CalendarDate(year: 2020, month: $0, day: 5)) }
    let instants = days.map { Instant(secondsSinceEpoch: $0.daysSinceEpoch * 86_400) }
    #expect(Set(days.map(interface.date)).count == 12)
    #expect(Set(instants.map(interface.moment)).count == 12)
  }
}
