import Calendar
import Glibc
import Messages
import ResponseFiles
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("The journal of a full-screen form")
struct ScreenJournalTests {
  static let start = Instant(secondsSinceEpoch: 1_541_695_320)

  /// A journal on disk that a screen writes, and how long it was after each event.
  final class Recorder {
    let journal: DraftJournal
    let path: String
    var ends: [Int]

    init(_ journal: DraftJournal, at path: String) {
      (self.journal, self.path) = (journal, path)
      ends = [contents(of: path)?.utf8.count ?? 0]
    }

    func keep(_ event: FormEvent) {
      do {
        try journal.append(event, at: start)
        ends.append(contents(of: path)?.utf8.count ?? 0)
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  /// Keys of every kind of event: choices, typing over pauses, a date that is none, undo, the review.
  static func fill(_ script: inout ScreenScript) {
    script.press("3<Tab>Mexi")
    script.screen.keepTyping()
    script.press("co \"City\", État")
    script.screen.keepTyping()
    script.press("<Tab><F7>")
    script.go(to: "position")
    script.press("1<Tab><Tab>in spring")
    script.screen.keepTyping()
    script.press(" 中<Tab><Tab><F4><Shift-F4>")
    script.go(to: "themes")
    script.press("<F5>2<F9><End><Enter><Up><Enter>")
    script.go(to: "pursuit")
    script.press("One<Enter><Enter>two")
    script.screen.keepTyping()
    script.go(to: "event_count")
    script.press("1<Tab>Launch<Tab>1<F8>")
    script.go(to: .repeats(RepeatPath("region")))
    script.press("2<Tab>Andes<F4>")
    script.screen.keepTyping()
    script.press("Alps<Tab>5<Tab>Steppe<Shift-Tab><Up><Del>2<Enter><F4>")
  }

  @Test("Cut at any byte, it opens where the person was, and lacks the last event at most")
  func cutAnywhere() throws {
    let folder = try ScreenFolder()
    let drafts = DraftFolder(path: folder.path + "/drafts", questionnaire: Sample.form)
    let opening = DraftOpening(
      formID: "sample", formVersion: "1", instanceID: "uuid:1", mode: .respondent, source: .form,
      openedAt: Self.start)
    let path = drafts.file(of: "uuid:1")
    var script = ScreenScript(FormSession(Sample.form))
    let events: [FormEvent]
    let ends: [Int]
    do {
      let recorder = try Recorder(drafts.begin(opening), at: path)
      script.desk.refuses = { event in
        recorder.keep(event)
        return false
      }
      Self.fill(&script)
      // The journal is closed, as when the process ends.
      script.desk.refuses = { _ in false }
      events = Array(script.desk.events.dropFirst())
      ends = recorder.ends
    }
    let kinds = Set(events.map { String(describing: $0).prefix { $0 != "(" } })
    #expect(
      kinds == [
        "answer", "typing", "clear", "notApplicable", "repeats", "remove", "stand", "list", "review", "undo",
        "redo",
      ])
    let whole = Array(try #require(contents(of: path)).utf8)
    #expect(ends.last == whole.count)
    var drawn = -1
    for length in (ends[0] - 1)...whole.count {
      try cut(whole[..<length], to: path)
      let count = ends.count { $0 <= length || $0 - 1 == length } - 1
      let (journal, draft) = try drafts.resume("uuid:1")
      #expect(draft.events == Array(events[..<count]), "\(length)")
      withExtendedLifetime(journal) {}
      if drawn == count { continue }
      drawn = count
      var session = FormSession(Sample.form)
      for event in draft.events { try session.apply(event) }
      var screen = FormScreen(
        session, words: FormText(Sample.form, in: Sample.english, say: Interface(.english)), desk: .closed)
      #expect(screen.draw().problems(rows: 24, columns: 80) == [])
      let place = events[..<count].reversed().lazy.compactMap { event -> Outline.Stop? in
        switch event {
        case .stand(let address): .question(address)
        case .list(let path), .remove(let path, _): .repeats(path)
        default: nil
        }
      }.first
      if let place, session.outline.stops.contains(place) { #expect(screen.place == place, "\(length)") }
    }
    #expect(drawn == events.count)
  }

  private func cut(_ bytes: ArraySlice<UInt8>, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    try #require(written == bytes.count)
  }
}
