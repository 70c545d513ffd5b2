import Calendar
import Expressions
import Testing

@Suite("Clock, lists and chance")
struct ContextTests {
  @Test(
    "The clock is the one of the surroundings",
    arguments: [
      ("today()", "dateTime 2020-02-29T00:00:00.000+00:00"),
      ("now()", "dateTime 2020-02-29T16:42:07.250+00:00"),
      ("string(now())", "text 2020-02-29"),
      ("concat(today(), '!')", "text 2020-02-29!"),
      ("today() + 1", "number 18322"),
      ("format-date(today(), '%Y') - 18", "number 2002"),
      ("now() > today()", "boolean false"),
      ("decimal-time(now()) > 0.695", "boolean true"),
      ("int((today() - date('2000-03-01')) div 365.25)", "number 19"),
    ])
  func clock(expression: String, expected: String) { #expect(outcome(of: expression) == expected) }

  @Test(
    "Dates are read in local time, and the decimal of a date is in UTC",
    arguments: [
      ("date('2018-11-09')", "2018-11-09T00:00:00.000+03:00"),
      ("date-time('2018-11-09T10:00:00')", "2018-11-09T10:00:00.000+03:00"),
      ("date-time('2018-11-09T10:00:00Z')", "2018-11-09T13:00:00.000+03:00"),
      ("date-time('2018-11-09T23:30:00+01:00')", "2018-11-10T01:30:00.000+03:00"),
      ("date-time('2018-11-09T00:30:00+05:30')", "2018-11-08T22:00:00.000+03:00"),
      ("date(17844)", "2018-11-09T00:00:00.000+03:00"),
      ("date-time(17844)", "2018-11-09T03:00:00.000+03:00"),
      ("date(date-time('2018-11-09T22:00:00Z'))", "2018-11-10T00:00:00.000+03:00"),
      ("today()", "2020-02-29T00:00:00.000+03:00"),
      ("decimal-date-time('2018-11-09T15:00:00')", "17844.5"),
      ("decimal-time('2018-11-09T15:00:00Z')", "0.75"),
      ("number(date-time('2018-11-09T22:00:00Z'))", "17845"),
    ])
  func localTime(expression: String, expected: String) throws {
    let instant = try #require(Instant("2020-02-29T00:30:00Z"))
    let surroundings = Surroundings(now: DateTime(instant, offset: 3 * 3600))
    let context = EvaluationContext(node: Sample.form.document, surroundings: surroundings)
    let value = try Expression(parsing: expression).value(in: context)
    if case .dateTime(let moment) = value {
      #expect(moment.description == expected)
    } else {
      #expect(try value.text() == expected)
    }
  }

  @Test("West of Greenwich the offset has a minus")
  func west() {
    let moment = DateTime(localMilliseconds: -1, offset: -(9 * 3600 + 30 * 60))
    #expect(moment.description == "1969-12-31T23:59:59.999-09:30")
    #expect(moment.midnight.description == "1969-12-31T00:00:00.000-09:30")
    #expect(moment.daysSinceEpoch == -1)
  }

  @Test(
    "A list is reached by its name",
    arguments: [
      ("instance('states')/root/item[country = 'de']/label", "nodes Berlin|Bayern"),
      ("instance('states')/root/item[name = 'ge']/label", "nodes Genève"),
      ("count(instance('states')/root/item)", "number 3"),
      ("count(instance('states')/root/item[1]/*)", "number 3"),
      ("instance('states')/root/item[position() = 3]/name", "nodes ge"),
      ("instance('states')/root/item[2]/../../root/item[1]/name", "nodes be"),
      ("join(', ', instance('states')/root/item[selected('be ge', name)]/label)", "text Berlin, Genève"),
      ("instance('states')/root/item[name = current()/../one]/label", "nodes "),
      ("instance('states')/root/item[country = ${name}]/label", "nodes "),
      ("instance('states')/root/item[name = 'be']/population", "nodes "),
      ("instance('nowhere')/root/item", "error there is no list 'nowhere' for instance('nowhere')"),
    ])
  func lists(expression: String, expected: String) { #expect(outcome(of: expression) == expected) }

  @Test(
    "Chance comes from the surroundings alone",
    arguments: [
      ("random()", "number 0.07111111111111101"),
      ("uuid()", "text 12345678-9abc-4ef0-9234-56789abcdef0"),
      ("string-length(uuid(5))", "number 5"),
      ("uuid(0)", "text "),
      ("uuid(-3)", "text "),
    ])
  func chance(expression: String, expected: String) { #expect(outcome(of: expression) == expected) }

  @Test(
    "A seed gives the order that it gives in JavaRosa",
    arguments: [
      ("42", "be vd ge by"), ("0", "ge by vd be"), ("-1", "vd ge by be"), ("2147483647", "ge by vd be"),
      ("123456789012", "vd ge by be"), ("1.9", "by vd ge be"), ("'42'", "be vd ge by"),
      ("9999999999999999999", "by ge be vd"),
    ])
  func seeds(seed: String, order: String) throws {
    let list = ItemTable(name: "l", columns: ["name"], rows: [["be"], ["by"], ["ge"], ["vd"]])
    let surroundings = Surroundings(now: Sample.now, instance: { $0 == "l" ? list.document : nil })
    let context = EvaluationContext(node: Sample.form.document, surroundings: surroundings)
    let expression = try Expression(parsing: "join(' ', randomize(instance('l')/root/item/name, \(seed)))")
    #expect(try expression.text(in: context) == order)
  }

  @Test("A text is no seed, and the version is that of the form")
  func seedAndVersion() throws {
    #expect(outcome(of: "randomize(../rep, 'x')") == "error 'x' is no seed for randomize(); give a number")
    let surroundings = Surroundings(now: Sample.now, formVersion: "2018-11")
    let context = EvaluationContext(node: Sample.form.document, surroundings: surroundings)
    #expect(try Expression(parsing: "version()").text(in: context) == "2018-11")
  }

  @Test("Without a source of chance nothing is random", arguments: ["random()", "uuid()", "uuid(4)"])
  func noChance(expression: String) throws {
    let context = EvaluationContext(node: Sample.form.document, surroundings: Surroundings(now: Sample.now))
    let function = expression.prefix { $0 != "(" }
    let error = #expect(throws: EvaluationError.self) {
      try Expression(parsing: expression).value(in: context)
    }
    #expect(error?.description == "\(function)() cannot be used here: nothing may depend on chance")
  }
}
