import ResponseFiles
import SampleForms
import Survey
import TemporaryFolders
import Testing

@Suite("Responses of several versions")
struct EvolutionTests {
  @Test(
    "Every answer is read as it was given, under the names of now, over three versions",
    arguments: UInt64(0)..<80)
  func nothingIsLost(seed: UInt64) throws {
    var random = Random(seed: seed)
    var form = random.questionnaire()
    let temporary = try TemporaryFolder()
    var expected: [Response] = []
    for version in 1...3 {
      if version > 1 {
        let evolution = Evolution(of: form, version: "v\(version)", &random)
        form = evolution.form
        expected = expected.map(evolution.now)
      }
      let folder = ResponseFolder(path: temporary("a"), questionnaire: form)
      #expect(try folder.conflicts() == [])
      #expect(try folder.responses().responses.map(\.response) == expected)
      for _ in 0..<random.number(0...2) {
        let batch = (0..<random.number(1...3)).map { _ in
          random.response(to: form, supersedes: expected.map(\.id))
        }
        try folder.append(batch)
        expected += batch
      }
      let (read, findings) = try folder.responses()
      #expect(findings == [])
      #expect(read.map(\.response) == expected)
      #expect(try folder.append(expected).alreadyStored == expected.map(\.id))
    }
  }

  @Test(
    "A change by which answers would be lost is refused, and no byte is changed", arguments: UInt64(0)..<80)
  func nothingIsMixed(seed: UInt64) throws {
    var random = Random(seed: seed)
    let form = random.questionnaire()
    let temporary = try TemporaryFolder()
    let folder = ResponseFolder(path: temporary("a"), questionnaire: form)
    let responses = (0..<4).map { _ in random.response(to: form) }
    try folder.append(responses)
    guard let broken = Breakage(of: form, holding: responses, &random) else { return }
    let before = names(in: folder.path).map { ($0, bytes(of: "\(folder.path)/\($0)")) }
    let next = ResponseFolder(path: folder.path, questionnaire: broken.form)
    #expect(try next.conflicts().contains { $0.name == broken.name }, "\(broken)")
    do throws(ResponseFileError) {
      try next.append([random.response(to: broken.form)])
      Issue.record("stored: \(broken)")
    } catch {
      guard case .answersDoNotFit(_, let conflicts) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(conflicts.contains { $0.name == broken.name })
    }
    let after = names(in: folder.path).map { ($0, bytes(of: "\(folder.path)/\($0)")) }
    #expect(before.map(\.0) == after.map(\.0))
    #expect(before.map(\.1) == after.map(\.1))
    #expect(try next.responses().responses.map(\.response.id) == responses.map(\.id))
  }
}

/// A form from which something was taken that answers hang on.
private struct Breakage: CustomStringConvertible {
  let form: Questionnaire
  /// What the rows call it.
  let name: String
  let description: String

  init?(of form: Questionnaire, holding responses: [Response], _ random: inout Random) {
    var ways: [(name: String, how: String, change: (Item) -> Item?)] = []
    var choices = form.lists["colours"]?.choices ?? []
    for placed in form.placed where placed.question.hasColumn && placed.question.name != "submitted_by" {
      let name = placed.question.name
      let answers = responses.flatMap { Self.answers(to: name, in: $0.answers) }
      guard let answer = answers.first else { continue }
      ways.append((name.text, "removed", { Self.is($0, name) ? nil : $0 }))
      if placed.question.kind == .text, answers.contains(where: { Int($0.cell) == nil }) {
        let other = Question(name: name, kind: .integer)
        ways.append((name.text, "another type", { Self.is($0, name) ? .question(other) : $0 }))
      }
      if let chosen = answer.choices.first {
        ways.append((name.text, "without \(chosen)", { $0 }))
      }
    }
    for group in form.repeatGroups where responses.contains(where: { Self.has(group.name, in: $0.answers) }) {
      ways.append(
        (
          group.name.text, "asked once",
          { item in
            guard case .group(let found) = item, found.name == group.name else { return item }
            return .group(Group(name: group.name, items: found.items))
          }
        ))
    }
    if ways.isEmpty { return nil }
    let way = random.one(of: ways)
    // What is asked of the list can be answered still.
    choices.append(Choice(name: "spare", label: LocalizedText()))
    if way.how.hasPrefix("without ") { choices.removeAll { "without \($0.name)" == way.how } }
    var items = Self.items(form.items, way.change)
    items.append(.question(Question(name: "one_more", kind: .text)))
    self.form = Questionnaire(
      id: form.id, version: "next", title: form.title, languages: form.languages,
      defaultLanguage: form.defaultLanguage, items: items,
      lists: [ChoiceList(name: "colours", choices: choices)])
    name = way.name
    description = "\(way.name) \(way.how)"
  }

  private static func `is`(_ item: Item, _ name: Question.Name) -> Bool {
    if case .question(let question) = item { question.name == name } else { false }
  }

  private static func items(_ items: [Item], _ change: (Item) -> Item?) -> [Item] {
    items.compactMap { item in
      guard let changed = change(item) else { return nil }
      guard case .group(let group) = changed else { return changed }
      return .group(
        Group(name: group.name, repetition: group.repetition, items: Self.items(group.items, change)))
    }
  }

  private static func answers(to name: Question.Name, in answers: Response.Answers) -> [Answer] {
    let own = answers[name].answer.map { [$0] } ?? []
    // White space alone is blank to a file.
    return own.filter { !$0.cell.allSatisfy(\.isWhitespace) }
      + answers.repeats.values.flatMap { $0.flatMap { Self.answers(to: name, in: $0) } }
  }

  private static func has(_ group: Group.Name, in answers: Response.Answers) -> Bool {
    answers.repeats[group]?.isEmpty == false
      || answers.repeats.values.contains { $0.contains { has(group, in: $0) } }
  }
}
