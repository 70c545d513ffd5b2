import Chance
import Survey
import Testing
import XLSForm

@Suite("Marks of style in the texts of a form")
struct MarkupTests {
  /// What is written in a form, and what people read.
  struct Reading: CustomTestStringConvertible {
    let written: String
    let read: String

    init(_ written: String, _ read: String) { (self.written, self.read) = (written, read) }

    var testDescription: String { written.debugDescription }
  }

  static let emphasis = [
    Reading("**strong**", "strong"), Reading("__strong__", "strong"), Reading("*emphasis*", "emphasis"),
    Reading("_emphasis_", "emphasis"), Reading("***both***", "both"), Reading("**a _b_ c**", "a b c"),
    Reading("**Do** this, *not* that.", "Do this, not that."), Reading("(_see below_).", "(see below)."),
    Reading("**two\nlines**", "two\nlines"), Reading("*5* of *10*", "5 of 10"), Reading("**Q1**a", "Q1a"),
    Reading("请**勿**填写", "请勿填写"), Reading("请*勿*填写", "请勿填写"), Reading("_été_", "été"),
    Reading("*required, *optional*", "*required, optional"), Reading("**bold _em** x_", "bold _em x_"),
    Reading("**https://example.org/a_b_c**", "https://example.org/a_b_c"),
  ]

  static let headings = [
    Reading("# Title", "Title"), Reading("###### Title", "Title"),
    Reading("Before\n## Title\nbehind", "Before\nTitle\nbehind"),
    Reading("# **Title**", "Title"), Reading("### of children", "of children"),
    Reading("# ${name}", "${name}"),
    Reading("# <span style=\"font-family:cursive;color:purple\">Both.</span>", "Both."),
  ]

  static let links = [
    Reading("This [contains a link](http://example.com).", "This contains a link (http://example.com)."),
    Reading("[https://example.org](https://example.org)", "https://example.org"),
    Reading("[**https://example.org**](https://example.org)", "https://example.org"),
    Reading("[](https://example.org)", "https://example.org"),
    Reading("[a\\_b](https://example.org/a\\_b?c=1&amp;d=2)", "a_b (https://example.org/a_b?c=1&d=2)"),
    Reading("[us](mailto:me_and_you@example.org)", "us (me_and_you@example.org)"),
    Reading("[Map](https://example.org/?q=${lat},${lon})", "Map (https://example.org/?q=${lat},${lon})"),
    Reading("[${a}](${a})", "${a} (${a})"),
    Reading("<a href=\"https://example.org\">Read *this*</a>.", "Read this (https://example.org)."),
    Reading("<a href='https://example.org'>https://example.org</a>", "https://example.org"),
    Reading("<a name=\"x\">text</a>", "text"),
  ]

  static let tags = [
    Reading("Going <span style=\"color:red\">red</span>", "Going red"),
    Reading("Going <span style=“color: red”>red</span>", "Going red"),
    Reading("<b>b</b> <I>i</I> <u>u</u> H<sub>2</sub>O", "b i u H2O"),
    Reading("one<br>two <br/> three<br />\nfour", "one\ntwo\nthree\nfour"), Reading("a<br><br>b", "a\n\nb"),
    Reading("<p style=\"text-align:center\">one</p><p>two</p>", "one\ntwo"),
    Reading("Which?<ul><li>this</li><li>that</li></ul>", "Which?\nthis\nthat"),
    Reading("<h1>Title</h1>text", "Title\ntext"),
  ]

  static let signs = [
    Reading("\\*a\\* \\_b\\_ \\# c\\\\d", "*a* _b_ # c\\d"), Reading("\\# Title", "# Title"),
    Reading("&lt;b&gt; &amp;lt; &quot;x&quot;", "<b> &lt; \"x\""), Reading("5&nbsp;km", "5\u{A0}km"),
    Reading("**${a_b}** and ${c_d}", "${a_b} and ${c_d}"), Reading("_${a}_", "${a}"),
    Reading("*${_a_}* ${last-saved#b_c_}", "${_a_} ${last-saved#b_c_}"),
  ]

  /// What is no mark, or could be none.
  static let plain = [
    "5 * 3 * 2", "5*3*2", "2**3**4", "(a+b)*c + (d+e)*f", "x**2 + y**2", "${a}*${b}*2", "${a}_${b}_${c}",
    "* required", "Name* and address*", "Name *, address *", "(*), (**)", "*** good, ** fair, * poor",
    "* one\n* two", "*one\ntwo*", "snake_case_name", "_private and other_name", "a__b__c", "__", "**", "*",
    "____ and ____", "I, ___(name)___, agree", "__/__/____", "__:__", "_ _ _", "first_last@example.org",
    "_me_@example.org", "@_me_", "https://example.org/_a_/*b*", "a < b", "a <b and c> d", "<your name>",
    "1<2>3",
    "<a and b>", "#1", "#Title", "C# code", "# of children", "####### seven", "# ", "[x]", "[1] (2)",
    "[1](2)",
    "[note](see below)", "C:\\data", "R&D", "&copy;", "$*{a}", "$**{a}**", "<br>", "<p></p>", "&nbsp;", "\\",
    "&",
    "<", "[", "<span style=\"color:${a}\">",
  ]

  @Test("People read a text without its marks", arguments: emphasis + headings + links + tags + signs)
  func marks(reading: Reading) {
    #expect(Markup(reading.written).plain == reading.read)
  }

  @Test("What is not clearly a mark stays as it is written", arguments: plain)
  func kept(text: String) {
    #expect(Markup(text).plain == text)
  }

  private static let pieces = [
    "*", "**", "***", "_", "__", "\\", "#", "# ", "## ", "<", ">", "<b>", "</b>", "<br>", "<p>", "</p>",
    "<li>",
    "<a href=\"https://example.org\">", "<a href=\"${a}\">", "</a>", "[", "]", "](https://example.org)",
    "](${b})",
    "](", ")", "&lt;", "&nbsp;", "&", "$", "{", "}", "${", "${a_b}", "${_c_}", "https://", "@", "a", "B", "7",
    "é", "移",
    "e\u{301}", "👩‍👧", " ", " ", "\n", "\r\n", ",", ".", "(",
  ]

  @Test(
    "Any text keeps its references in their order, and never crashes", arguments: 0..<2_000 as Range<UInt64>)
  func references(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let written = (0..<Int.random(in: 1...20, using: &random)).map { _ in
      Self.pieces.randomElement(using: &random) ?? ""
    }.joined()
    func references(_ text: String) -> [Substring] { text.matches(of: /\$\{[^$}]*\}/).map(\.output) }
    let read = Markup(written).plain
    #expect(
      references(read) == references(written), "\(written.debugDescription) reads \(read.debugDescription)")
    #expect(!read.isEmpty)
  }

  @Test("A text without a sign that marks is read as it is", arguments: 0..<200 as Range<UInt64>)
  func unmarked(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = Self.pieces.filter { !$0.contains(where: "*_#<[\\&".contains) }
    let written = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
    #expect(Array(Markup(written).plain.utf8) == Array(written.utf8))
  }

  @Test("Long texts of marks that never end are read in no time")
  func endless() {
    for piece in ["*a ", "_a ", "**a ", "[a](https://", "<b ", "${ ", "<a href=x>", "[", "*a _b_ "] {
      let written = String(repeating: piece, count: 30_000 / piece.utf8.count)
      let time = ContinuousClock().measure { #expect(!Markup(written).plain.isEmpty) }
      #expect(time < .seconds(5), "\(piece): \(time)")
    }
  }
}

@Suite("A form with marks of style")
struct MarkedFormTests {
  private static let form = """
    survey
    ,type,name,label::English (en),label::French (fr),hint,guidance_hint,required,required_message,constraint,constraint_message
    ,text,a_b,**Name** of *${a_b}*,# Nom,[More](https://example.org),_Ask_,yes,<b>Say</b> it,. != 'x',Not `x`: \\*
    ,select_one c,d,Choose<br>one,Un <i>choix</i>
    ,select_one_from_file l.csv,e,Snake_case 2*3*4,# de lieux
    choices
    ,list_name,name,label::English (en),label::French (fr)
    ,c,_x_,"<span style=""color:green"">Yes</span>",**Oui**
    settings
    ,form_title,form_id
    ,The *form*,f

    """

  private func loaded() throws -> LoadedForm {
    let lists = try TemporaryFolder(["l.csv": "name,label,label_fr\n*n*,**Place** &amp; time,_Lieu_\n"])
    return try load(Self.form, named: "form.csv", listFolders: [lists.path])
  }

  @Test("Labels, hints, messages and choices are read plain, names and the title as they are")
  func texts() throws {
    let form = try loaded().questionnaire
    func read(_ text: LocalizedText?) -> [String?] {
      [LanguageTests.english, LanguageTests.french].map { text?.text(in: $0, fallback: $0).text }
    }
    let name = try #require(form.question("a_b"))
    #expect(read(name.wording.label) == ["Name of ${a_b}", "Nom"])
    #expect(read(name.wording.hint).first == "More (https://example.org)")
    #expect(read(name.wording.guidance).first == "Ask")
    #expect(read(name.requiredMessage).first == "Say it")
    #expect(read(name.constraint?.message).first == "Not `x`: *")
    let choice = try #require(form.question("d"))
    #expect(read(choice.wording.label) == ["Choose\none", "Un choix"])
    #expect(read(form.choices(of: choice)?["_x_"]?.label) == ["Yes", "Oui"])
    let place = try #require(form.question("e"))
    #expect(read(place.wording.label) == ["Snake_case 2*3*4", "# de lieux"])
    let listed = try #require(form.choices(of: place)?["*n*"])
    #expect(read(listed.label) == ["Place & time", "Lieu"])
    // What expressions look up is what stands in the file.
    #expect(listed.attributes["label"] == "**Place** &amp; time")
    #expect(read(form.title).first == "The *form*")
  }

  @Test("The file keeps its marks")
  func file() throws {
    let workbook = try loaded().workbook
    let written = try workbook.csv()
    #expect(String(decoding: written, as: UTF8.self) == Self.form)
    let viaMarkdown = try XLSForm.workbook(Array(workbook.markdown().utf8), as: .md, named: "form.md")
      .workbook
    #expect(try viaMarkdown.csv() == written)
  }
}
