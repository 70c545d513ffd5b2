import CSV
import Coding
import Survey
import Testing

@Suite("Codebooks")
struct CodebookTests {
  static let text = """
    form,question,code,label,label::French (fr),keywords,note
    garden,why,sun,Enough sun,Assez de soleil,sun|bright light,ask Eva
    garden,why,soil,"Good, deep soil",,soil,
    garden,how,spade,With a spade,,,

    """

  @Test("A codebook has its codes in order, with labels and keywords in their languages")
  func reads() throws {
    let (codebook, problems) = reading(Self.text)
    #expect(problems == [])
    #expect(codebook.version == 1)
    #expect(codebook.codes(at: why).map(\.name) == ["sun", "soil"])
    let sun = try #require(codebook.code("sun", at: why))
    #expect(sun.label[french] == "Assez de soleil")
    #expect(sun.label[english] == "Enough sun")
    #expect(sun.keywords == [.unnamed: ["sun", "bright light"]])
    #expect(codebook.code("spade", at: why) == nil)
  }

  @Test("All problems of a codebook are told at once, each with its place and remedy")
  func problems() {
    let (_, problems) = reading(
      """
      form,question,code,label,version,retired,replaced_by
      garden,why,sun,Sun,1,,soil
      garden,why,sun,Sun,x,,
      garden,wy,a b,Rain,,,
      forest,why,tree,Tree,,,
      garden,size,big,Big,,,
      garden,why,soil,Soil,1,2,sand
      garden,why,soil

      """)
    #expect(
      problems == [
        "codebook.csv:3 code: 'sun' stands on line 2 already for this question; give it another name",
        "codebook.csv:3 version: 'x' is no version; write a whole number from 1, or leave it empty",
        "codebook.csv:4 question: 'wy' is no question of garden; did you mean 'why'?",
        "codebook.csv:4 code: 'a b' cannot name a code; use letters, digits, '-' and '_', without a space",
        "codebook.csv:5 form: there is no questionnaire 'forest'; write the form_id of one",
        "codebook.csv:6 question: 'size' is a choice from a list, but codes sort open answers; name a question that takes a text",
        "codebook.csv:8: the line has 3 cells, but the first line has 7; a text with a comma needs quotes",
      ])
    #expect(
      reading("form,question,kode,label\n").problems == [
        "codebook.csv:1 code: there is no column 'code'; add it to the first line",
        "codebook.csv:1 kode: 'kode' is no column of a codebook; did you mean 'code'?",
      ])
    #expect(
      reading("form,question,code,label,retired,replaced_by\ngarden,why,a,A,,b\ngarden,why,b,B,2,c\n")
        .problems == [
          "codebook.csv:2 replaced_by: a code that is in use cannot be replaced; write in 'retired' the version in which it was given up",
          "codebook.csv:3 replaced_by: 'c' is no code of this question; write the name of one, or leave it empty",
        ])
  }

  @Test("A code that was renamed counts as the last that stands for it; a circle stands for nothing")
  func standing() {
    let (codebook, problems) = reading(
      """
      form,question,code,label,version,retired,replaced_by
      garden,why,a,A,1,2,b
      garden,why,b,B,2,3,c
      garden,why,c,C,3,,
      garden,why,d,D,1,3,
      garden,why,e,E,1,3,f
      garden,why,f,F,1,3,e

      """)
    #expect(problems == [])
    #expect(codebook.version == 3)
    #expect(codebook.codesInUse(at: why).map(\.name) == ["c"])
    #expect(codebook.standing(of: "a", at: why) == .replaced(by: "c"))
    #expect(codebook.standing(of: "c", at: why) == .inUse)
    #expect(codebook.standing(of: "d", at: why) == .retired)
    #expect(codebook.standing(of: "e", at: why) == .retired)
    #expect(codebook.standing(of: "g", at: why) == .missing)
  }

  @Test("A code that is added raises the version and leaves every other cell as it was")
  func adds() throws {
    let before = reading(Self.text).codebook
    let (after, code) = before.adding("Été & rain", at: why)
    #expect(code.name == "ete_rain")
    #expect(after.version == 2)
    let (again, problems) = reading(String(decoding: try after.bytes(), as: UTF8.self))
    #expect(problems == [])
    #expect(again.codes.map(\.name) == ["sun", "soil", "ete_rain", "spade"])
    #expect(again.code("sun", at: why) == before.code("sun", at: why))
    #expect(again.code("ete_rain", at: why)?.version == 2)
    let text = String(decoding: try after.bytes(), as: UTF8.self)
    #expect(text.contains("\"ask Eva\""))
    #expect(after.adding("Été & rain", at: why).code.name == "ete_rain_2")
    #expect(Codebook.Code.Name(madeFrom: "土壌").text == "code")
  }

  @Test(
    "Keywords suggest: the beginning of a word, whatever its capitals and accents; several words as they stand"
  )
  func suggests() {
    let codebook = reading(Self.text).codebook
    #expect(codebook.suggestions(for: "SUNNY, and dry", at: why) == ["sun"])
    #expect(codebook.suggestions(for: "Bright  light;\ngood soils", at: why) == ["sun", "soil"])
    #expect(codebook.suggestions(for: "light and bright, subsoil", at: why) == [])
    #expect(codebook.suggestions(for: "sun", at: Codebook.Place(form: "garden", question: "how")) == [])
  }

  @Test("A codebook of Taguette goes out and comes in again without a change")
  func taguette() throws {
    let codebook = reading(Self.text).codebook
    let wording = { (label: LocalizedText) in label.text(in: english, fallback: english).text }
    let bytes = try TaguetteCodebook.bytes(
      of: codebook.codesInUse(at: why), counts: ["soil": 3], label: wording)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "\"tag\",\"description\",\"number of highlights\"\r\n\"sun\",\"Enough sun\",\"0\"\r\n"
        + "\"soil\",\"Good, deep soil\",\"3\"\r\n")
    let taken = codebook.importing(try TaguetteCodebook.tags(CSVReader(bytes)), at: why, label: wording)
    #expect(taken.codebook == codebook)
    #expect(taken.added + taken.changed + taken.notInFile == [])
  }

  @Test("What Taguette exports today comes in: new tags become codes, descriptions labels, in one version")
  func taguetteImport() throws {
    let tags = try TaguetteCodebook.tags(
      CSVReader(
        "Tag,parent,Description,number of highlights\nsun,,Much sun,4\nplants.tree cover,plants,,1\nRain,,,0\n,,,\n"
      ))
    let taken = reading(Self.text).codebook.importing(tags, at: why) {
      $0.text(in: english, fallback: english).text
    }
    #expect(taken.added == ["plants_tree_cover", "Rain"])
    #expect(taken.changed == ["sun"])
    #expect(taken.notInFile == ["soil"])
    #expect(taken.codebook.version == 2)
    #expect(taken.codebook.codes(at: why).map(\.version) == [2, 1, 2, 2])
    let again = reading(String(decoding: try taken.codebook.bytes(), as: UTF8.self))
    #expect(again.problems == [])
    #expect(again.codebook.version == 2)
    #expect(again.codebook.code("sun", at: why)?.label[french] == "Assez de soleil")
  }

  @Test("What is no codebook of Taguette is refused")
  func taguetteRefusals() {
    func refusal(_ text: String) -> TaguetteCodebook.Refusal? {
      do throws(TaguetteCodebook.Refusal) {
        _ = try TaguetteCodebook.tags(CSVReader(text))
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal("code,description\n") == .noTagColumn(found: ["code", "description"]))
    #expect(refusal("tag,name\n") == .severalTagColumns(found: ["tag", "name"]))
    #expect(refusal("tag,description\n,x\n") == .emptyTag(line: 2))
    #expect(refusal("tag,description\nx\n") == .raggedRow(line: 2, found: 1, expected: 2))
    #expect(refusal("") == .unreadable(.missingHeader))
  }
}
