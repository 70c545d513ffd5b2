import Expressions
import Testing

@Suite("The check of an expression against a form")
struct ProblemTests {
  static let scope = FormScope(
    [
      .init("age", .number), .init("first_name", .text), .init("born", .date), .init("seen", .dateTime),
      .init("position", .selectOne(["yes", "no", "dont_know"])),
      .init("reasons", .selectMultiple(["work", "study", "family"])),
      .init("rating", .selectOne(["1", "2", "3"])), .init("country", .selectOne(nil)),
      .init("states", .selectOne((1...20).map { "state_\($0)" })), .init("total", .other),
      .init("grp", .group),
      .init("member", .repeatGroup), .init("who", .text, repeats: ["member"]),
      .init("pet", .repeatGroup, repeats: ["member"]), .init("kind", .text, repeats: ["member", "pet"]),
    ], lists: ["countries": ["name", "label", "region"], "anything": []])

  private func problems(of text: String, at name: String? = "total", filtering columns: [String]? = nil)
    throws
    -> [String]
  {
    try Expression(parsing: text).problems(in: Self.scope.at(name, filtering: columns)).map(\.description)
  }

  @Test("A sound expression has no problems", arguments: soundExpressions)
  func sound(text: String) throws { #expect(try problems(of: text) == []) }

  static let soundExpressions = [
    "${age} >= 18 and selected(${reasons}, 'work')", "${position} = 'yes' or 'no' = ${position}",
    "${position} = ''",
    "${position} != 'dont_know'", "${reasons} = 'work study'", "${rating} > 1", "${rating} = 1",
    "${rating} = '1'",
    "${country} = 'whatever'", "selected(${country}, 'x')", "sum(${age}) + count(${member})", "max(${who})",
    "join(', ', ${who})", "concat(${who})", "${born} > date('2018-01-01')", "${born} = '2018-01-01'",
    "${first_name} > '2018'", "instance('countries')/root/item[region = 'x' and name = ${country}]/label",
    "instance('anything')/root/item[foo = 1]/bar", "jr:choice-name(${position}, '${position}')",
    "jr:choice-name(${position}, '/data/position')", "../age + /data/age", "/data/member/who",
    "indexed-repeat(${who}, ${member}, 1)", "${member}[who = 'x']/who", "count(${member}[position() = 1])",
    "regex(${first_name}, '[a-z]+')", "format-date(${born}, '%d %b %Y')", "date('2018-11-09')", "date('')",
    "weighted-checklist(1, 2, ${age}, 1, ${rating}, 2)", "concat()", "uuid() = random()",
    "selected(., 'anything')",
    "round(${age}) + round(${age}, 2)", "current()/../age", "if(${age} > 1, 'a', 'b') = 'zzz'",
    "selected(${reasons}, concat('wo', 'rk'))", "indexed-repeat(${kind}, ${member}, 1, ${pet}, 2)",
    "${grp} = ''",
  ]

  @Test("A problem says where, what was found and what to do", arguments: unsoundExpressions)
  func unsound(text: String, expected: [String]) throws { #expect(try problems(of: text) == expected) }

  static let unsoundExpressions: [(String, [String])] = [
    ("${agee} > 1", ["character 1: there is no question 'agee'; did you mean 'age'?"]),
    ("${age} = 'old'", ["character 10: 'age' is a number, and 'old' is none; write a number"]),
    ("'x' <= ${age}", ["character 1: 'age' is a number, and 'x' is none; write a number"]),
    (
      "if(1 = 1, ${age}, 2)",
      [
        "character 4: this is always true, so if() never gives its third argument; name a question in it, "
          + "or write the other argument alone"
      ]
    ),
    (
      "${position} = 'yes' and ${position} = 'no'",
      [
        "character 1: this never holds: two conditions on 'position' exclude each other; write 'or', "
          + "or take one away"
      ]
    ),
    (
      "indexed-repeat(${who}, ${pet}, 1)",
      ["character 24: 'who' is not in the repeat 'pet'; name a repeat that it is in"]
    ),
    ("current() = 1", ["character 1: current() needs a path behind it; write current()/."]),
    (
      "count(instance('countries'))",
      [
        "character 7: instance('countries') needs a path behind it; "
          + "write instance('countries')/root/item[…]"
      ]
    ),
    ("1 + ${xyz}", ["character 5: there is no question 'xyz'; add it, or name another"]),
    (
      "${agee} + ${fist_name}",
      [
        "character 1: there is no question 'agee'; did you mean 'age'?",
        "character 11: there is no question 'fist_name'; did you mean 'first_name'?",
      ]
    ),
    ("age > 1", ["character 1: 'age' is no value; write ${age}"]),
    (
      "${position} = yes",
      ["character 15: 'yes' is no value; a text needs quotes: 'yes', and a truth is true()"]
    ),
    (
      "../agee", ["character 4: no question is called 'agee', so the path leads nowhere; did you mean 'age'?"]
    ),
    (
      "/data/nothing/age",
      [
        "character 7: no question is called 'nothing', so the path leads nowhere; write ${…} in its place"
      ]
    ),
    (
      "${member}[whoo = 1]",
      [
        "character 11: no question is called 'whoo', so the path leads nowhere; did you mean 'who'?"
      ]
    ),
    (
      "slected(${reasons}, 'work')",
      ["character 1: there is no function 'slected'; did you mean 'selected()'?"]
    ),
    ("xyzzy(1)", ["character 1: there is no function 'xyzzy'"]),
    ("area(${first_name})", ["character 1: area() is not supported; places cannot be asked here"]),
    (
      "pulldata('a', 'b', 'c', ${age})",
      [
        "character 1: pulldata() is not supported; use select_one_from_file, or instance('list')/root/item[…]"
      ]
    ),
    (
      "choice-label(${age}, 'x') = cond(true(), 1, 2)",
      [
        "character 1: choice-label() is a function of SurveyCTO, and ODK has none of that name; use "
          + "jr:choice-name(${question}, '${question}')",
        "character 29: cond() is a function of CommCare, and ODK has none of that name; use if() inside of if()",
      ]
    ),
    (
      "wq:length(${age})",
      [
        "character 1: wq:length() is a function of wq, and ODK has none of that name; use the functions of the ODK "
          + "XForms specification"
      ]
    ),
    (
      "fn:string-length(fn:upper-case('x'))",
      [
        "character 1: fn:string-length() is a function of a program of its own, as its prefix says, and ODK has none of "
          + "that name; write string-length() without the prefix",
        "character 18: fn:upper-case() is a function of a program of its own, as its prefix says, and ODK has none of that "
          + "name; use translate(text, 'abc', 'ABC')",
      ]
    ),
    (
      "jr:choicename(${age}, '${age}')",
      ["character 1: there is no function 'jr:choicename'; did you mean 'jr:choice-name()'?"]
    ),
    (
      "1 + substring('abc', 1)",
      [
        "character 5: substring() is not supported; use substr(text, start, end), which counts from 0"
      ]
    ),
    (
      "current(1)",
      [
        "character 1: current() is not supported; current() takes nothing, and instance() the name of a list in quotes"
      ]
    ),
    ("if(1, 2)", ["character 1: if(condition, then, else) takes 3 arguments, not 2"]),
    ("true(1)", ["character 1: true() takes no arguments, not 1"]),
    ("substr('a')", ["character 1: substr(text, start, end?) takes 2 or 3 arguments, not 1"]),
    ("not()", ["character 1: not(condition) takes 1 argument, not 0"]),
    ("uuid(1, 2)", ["character 1: uuid(length?) takes 0 or 1 arguments, not 2"]),
    ("join()", ["character 1: join(separator, text…) takes 1 argument or more, not 0"]),
    ("checklist(1)", ["character 1: checklist(least, most, factor…) takes 2 arguments or more, not 1"]),
    (
      "weighted-checklist(1, 2, 3)",
      [
        "character 1: weighted-checklist(least, most, factor…, weight…) takes 2 arguments and any number of pairs, not 3"
      ]
    ),
    (
      "indexed-repeat(${who}, ${member})",
      [
        "character 1: indexed-repeat(question, repeat, index, repeat…, index…) takes 3 arguments and any number of "
          + "pairs, not 2"
      ]
    ),
    (
      "indexed-repeat(${kind}, ${member}, 1, 'pet', 2)",
      [
        "character 39: argument 4 of indexed-repeat() must be a question or a path"
      ]
    ),
    (
      "count('x') + sum(1)",
      [
        "character 7: argument 1 of count() must be a question or a path",
        "character 18: argument 1 of sum() must be a question or a path",
      ]
    ),
    (
      "${position} = 'Yes'",
      [
        "character 15: 'position' has no choice 'Yes'; did you mean 'yes'?; its choices are yes, no, dont_know"
      ]
    ),
    (
      "'maybe' != ${position}",
      [
        "character 1: 'position' has no choice 'maybe'; its choices are yes, no, dont_know"
      ]
    ),
    ("${position} = 1", ["character 15: 'position' has no choice '1'; its choices are yes, no, dont_know"]),
    ("${rating} = 4", ["character 13: 'rating' has no choice '4'; its choices are 1, 2, 3"]),
    (
      "selected(${reasons}, 'stdy')",
      [
        "character 22: 'reasons' has no choice 'stdy'; did you mean 'study'?; its choices are work, study, family"
      ]
    ),
    (
      "selected(../position, 'x')",
      [
        "character 23: 'position' has no choice 'x'; its choices are yes, no, dont_know"
      ]
    ),
    (
      "${reasons} = 'work fun'",
      [
        "character 14: 'reasons' has no choice 'fun'; its choices are work, study, family"
      ]
    ),
    ("${states} = 'state_21'", ["character 13: 'states' has no choice 'state_21'; did you mean 'state_1'?"]),
    ("${states} = 'elsewhere'", ["character 13: 'states' has no choice 'elsewhere'"]),
    (
      "selected(${rating}, 1)",
      [
        "character 21: the second argument of selected() is the name of a choice; put it in quotes: '1'"
      ]
    ),
    (
      "instance('contries')/root/item",
      ["character 1: there is no list 'contries'; did you mean 'countries'?"]
    ),
    ("instance('x')/root/item[a = 1]", ["character 1: there is no list 'x'; add it to the choices"]),
    (
      "instance('countries')/root/item[regoin = 'x']/lable",
      [
        "character 33: the list has no column 'regoin'; did you mean 'region'?",
        "character 47: the list has no column 'lable'; did you mean 'label'?",
      ]
    ),
    (
      "instance('countries')/root/item/capital",
      [
        "character 33: the list has no column 'capital'; its columns are name, label, region"
      ]
    ),
    (
      "jr:choice-name(${position}, '${positon}')",
      [
        "character 29: there is no question 'positon'; did you mean 'position'?"
      ]
    ),
    ("regex(${first_name}, '[a-z')", ["character 22: '[a-z' cannot be read as a regular expression"]),
    (
      "regex(${first_name}, concat('[', 'a-z'))",
      ["character 22: '[a-z' cannot be read as a regular expression"]
    ),
    (
      "string-length(date(concat('20', '18'))) > 2",
      [
        "character 15: this fails whatever is answered: '2018' is no date; "
          + "write it as 2018-11-09 or 2018-11-09T10:14:33"
      ]
    ),
    (
      "format-date(${born}, '%d %B %Y')",
      [
        "character 22: '%B' is no part of a date; use %Y %y %m %n %b %d %e %H %h %M %S %3 %a %W or %%"
      ]
    ),
    (
      "${born} > date('2018-02-30')",
      [
        "character 16: '2018-02-30' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"
      ]
    ),
    (
      "${born} > '2018-01-01'",
      [
        "character 11: a date is compared with a text, which never holds; write date('2018-01-01')"
      ]
    ),
    (
      "'2018-01-01' <= ${seen}",
      [
        "character 1: a date is compared with a text, which never holds; write date('2018-01-01')"
      ]
    ),
    (
      "${age} | ${rating}",
      ["character 1: '|' (the union of two paths) is not supported; use two expressions"]
    ),
    (
      "${who} = 'x'",
      [
        "character 1: 'who' is in the repeat 'member' and has a value for each of its instances; say which with "
          + "indexed-repeat(), or use sum(), join(), max() or count()"
      ]
    ),
    (
      "${who}",
      [
        "character 1: 'who' is in the repeat 'member' and has a value for each of its instances; say which with "
          + "indexed-repeat(), or use sum(), join(), max() or count()"
      ]
    ),
    (
      "concat('a', ${who})",
      [
        "character 13: 'who' is in the repeat 'member' and has a value for each of its instances; say which with "
          + "indexed-repeat(), or use sum(), join(), max() or count()"
      ]
    ),
  ]

  @Test(
    "Where an expression stands decides what it may say",
    arguments: [
      ("${who} = 'x' and ${age} > 1", "who", []), ("count(${pet}) + ${age}", "who", []),
      ("${kind}", "kind", []),
      (
        "${kind} = 'cat'", "who",
        [
          "character 1: 'kind' is in the repeat 'pet' and has a value for each of its instances; say which with "
            + "indexed-repeat(), or use sum(), join(), max() or count()"
        ]
      ),
      ("${who} != ''", "member", []),
      ("count(${member}[${who} = 'x']) + count(${pet}[${who} != ${kind}])", "total", []),
      (
        "count(${member}[${kind} = 'cat'])", "total",
        [
          "character 17: 'kind' is in the repeat 'pet' and has a value for each of its instances; say which with "
            + "indexed-repeat(), or use sum(), join(), max() or count()"
        ]
      ),
      (". = 'yes'", "position", []),
      (
        ". != 'maybe'", "position",
        [
          "character 6: 'position' has no choice 'maybe'; its choices are yes, no, dont_know"
        ]
      ),
      (
        "not(selected(., 'wrok'))", "reasons",
        [
          "character 17: 'reasons' has no choice 'wrok'; did you mean 'work'?; its choices are work, study, family"
        ]
      ),
      (
        ". > '2018-01-01'", "born",
        [
          "character 5: a date is compared with a text, which never holds; write date('2018-01-01')"
        ]
      ),
      (". = 'yes'", "nowhere", []),
    ] as [(String, String, [String])])
  func place(text: String, name: String, expected: [String]) throws {
    #expect(try problems(of: text, at: name) == expected)
  }

  @Test(
    "In a choice filter a bare name is a column of the list",
    arguments: [
      ("region = ${country}", []), ("name = 'x' or position() = 1", []), ("selected(${reasons}, name)", []),
      ("regoin = 'x'", ["character 1: the list has no column 'regoin'; did you mean 'region'?"]),
      ("age > 1", ["character 1: the list has no column 'age'; its columns are name, label, region"]),
      ("region = ${contry}", ["character 10: there is no question 'contry'; did you mean 'country'?"]),
    ] as [(String, [String])])
  func choiceFilter(text: String, expected: [String]) throws {
    #expect(try problems(of: text, at: "country", filtering: ["name", "label", "region"]) == expected)
  }

  @Test("Columns that are not known are not checked")
  func unknownColumns() throws { #expect(try problems(of: "foo = 1", filtering: []) == []) }

  @Test(
    "What ODK takes all the same is a warning",
    arguments: [
      ("${position} = 'x'", true), ("age = 1", true), ("${born} > 'x'", true), ("../x", true),
      ("${x}", false),
      ("f()", false), ("area(1)", false), ("not()", false), ("count(1)", false), ("${who}", false),
      ("property('username')", true), ("property('user')", false),
      ("jr:choice-name(${rating}, ${rating})", false),
      ("regex('a', '[')", false), ("instance('x')/root", false), ("selected(${rating}, 1)", false),
    ])
  func warnings(text: String, isWarning: Bool) throws {
    let problems = try Expression(parsing: text).problems(in: Self.scope)
    #expect(problems.map(\.isWarning) == [isWarning])
  }
}
