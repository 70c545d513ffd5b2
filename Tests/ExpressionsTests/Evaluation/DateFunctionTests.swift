import Expressions
import Testing

@Suite("Functions: dates")
struct DateFunctionTests {
  @Test("A function of dates gives what JavaRosa gives", arguments: cases)
  func value(expression: String, expected: String) { #expect(outcome(of: expression) == expected) }

  static let cases = [
    ("date('2018-11-09')", "dateTime 2018-11-09T00:00:00.000+00:00"),
    ("date('2018-1-9')", "dateTime 2018-01-09T00:00:00.000+00:00"),
    ("date('2018-11-09T12:30:00+02')", "dateTime 2018-11-09T10:30:00.000+00:00"),
    ("date('2018-11-09T23:30:00-02:00')", "dateTime 2018-11-10T01:30:00.000+00:00"),
    ("date('2018-02-30')", "error '2018-02-30' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"),
    ("date('2020-02-29')", "dateTime 2020-02-29T00:00:00.000+00:00"),
    ("date('2019-02-29')", "error '2019-02-29' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"),
    ("date('2018-13-01')", "error '2018-13-01' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"),
    ("date('x')", "error 'x' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"),
    ("date('')", "text "),
    (
      "date(' 2018-11-09 ')", "error ' 2018-11-09 ' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"
    ),
    ("date(17844)", "dateTime 2018-11-09T00:00:00.000+00:00"),
    ("date(17844.7)", "dateTime 2018-11-09T00:00:00.000+00:00"),
    ("date(-1.5)", "dateTime 1969-12-31T00:00:00.000+00:00"),
    ("date(0 div 0)", "number NaN"),
    (
      "date(99999999999)", "error '9.9999999999E10' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"
    ),
    ("date(true())", "error 'true' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"),
    ("date(/data/dt)", "dateTime 2018-11-09T00:00:00.000+00:00"),
    ("date-time('2018-11-09')", "dateTime 2018-11-09T00:00:00.000+00:00"),
    ("date-time('2018-11-09T10:14')", "dateTime 2018-11-09T10:14:00.000+00:00"),
    ("date-time('2018-11-09T10:14:33')", "dateTime 2018-11-09T10:14:33.000+00:00"),
    ("date-time('2018-11-09T10:14:33.5Z')", "dateTime 2018-11-09T10:14:33.500+00:00"),
    ("date-time('2018-11-09T10:14:33.5678')", "dateTime 2018-11-09T10:14:33.567+00:00"),
    ("date-time('2018-11-09T10:14:33.')", "dateTime 2018-11-09T10:14:33.000+00:00"),
    ("date-time('2018-11-09T10:14:33+5:30')", "dateTime 2018-11-09T04:44:33.000+00:00"),
    ("date-time('2018-11-09T1:2:3')", "dateTime 2018-11-09T01:02:03.000+00:00"),
    (
      "date-time('2018-11-09T24:00:00')",
      "error '2018-11-09T24:00:00' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"
    ),
    (
      "date-time('2018-11-09T10:60')",
      "error '2018-11-09T10:60' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"
    ),
    (
      "date-time('2018-11-09 10:14:33')",
      "error '2018-11-09 10:14:33' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"
    ),
    (
      "date-time('2018-11-09Tx')",
      "error '2018-11-09Tx' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"
    ),
    ("date-time('T10:00')", "error 'T10:00' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"),
    ("date-time(17844.5)", "dateTime 2018-11-09T12:00:00.000+00:00"),
    ("date-time(-1.5)", "dateTime 1969-12-30T12:00:00.000+00:00"),
    ("date-time(/data/dt)", "dateTime 2018-11-09T10:14:33.000+00:00"),
    ("decimal-date-time('2018-11-09')", "number 17844"),
    ("decimal-date-time('2018-11-09T12:00:00')", "number 17844.5"),
    ("decimal-date-time('2018-11-09T12:00:00+12:00')", "number 17844"),
    ("decimal-date-time('')", "text "),
    ("decimal-date-time(5)", "number 5"),
    ("decimal-date-time('x')", "error 'x' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"),
    ("decimal-time('2018-11-09T12:00:00')", "number 0.5"),
    ("decimal-time(0.75)", "number 0.75"),
    ("decimal-time(-0.25)", "number 0.75"),
    ("decimal-time('')", "text "),
    ("format-date('2018-11-09', '%Y-%m-%d')", "text 2018-11-09"),
    ("format-date('2018-01-09', '%e/%n/%y')", "text 9/1/18"),
    ("format-date('2018-11-09', '%a %e %b %Y')", "text Fri 9 Nov 2018"),
    ("format-date('', '%Y')", "text "),
    ("format-date('x', '%Y')", "error 'x' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"),
    ("format-date(17844.5, '%Y-%m-%d %H')", "text 2018-11-09 12"),
    ("format-date('2018-11-09', '%%')", "text %"),
    (
      "format-date('2018-11-09', 'a%')",
      "error '%' in the date format 'a%' is not known; use %Y %y %m %n %b %d %e %H %h %M %S %3 %a %W or %%"
    ),
    (
      "format-date('2018-11-09', '%j')",
      "error '%j' in the date format '%j' is not known; use %Y %y %m %n %b %d %e %H %h %M %S %3 %a %W or %%"
    ),
    ("format-date(/data/blank, '%Y')", "text "),
    ("format-date-time('2018-01-09T08:04:03.007', '%Y-%m-%dT%H:%M:%S.%3')", "text 2018-01-09T08:04:03.007"),
    ("format-date-time('2018-01-09T08:04:03.007', '%h')", "text 8"),
    ("format-date-time(/data/dt, '%d.%m.%Y %H:%M')", "text 09.11.2018 10:14"),
  ]
}
