import Messages
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Keys pressed at random")
struct RandomKeysTests {
  /// A form at which keys are pressed, and what must hold after each.
  struct Player {
    let form: Questionnaire
    let language: Language
    let interface: InterfaceLanguage
    let glossary: Glossary
    let desk = TestDesk()
    private(set) var screen: FormScreen
    private(set) var submissions = 0

    init(
      _ form: Questionnaire, interface: InterfaceLanguage, fixed: [Address: Answer] = [:], glossary: Glossary
    ) {
      self.form = form
      self.interface = interface
      self.glossary = glossary
      language = form.language(interface.rawValue) ?? form.defaultLanguage
      desk.fixed = Set(fixed.keys)
      desk.events = fixed.map { .answer($0.key, $0.value) }
      screen = FormScreen(
        FormSession(form), words: FormText(form, in: language, say: Interface(interface)), desk: desk.desk())
      open()
    }

    /// Opens the form as it was left, or as its journal gives it back.
    private mutating func open(_ session: FormSession? = nil) {
      let size = screen.size
      screen = FormScreen(
        session ?? replayed() ?? FormSession(form),
        words: FormText(form, in: language, say: Interface(interface)),
        desk: desk.desk(), glossary: glossary)
      screen.size = size
    }

    func replayed() -> FormSession? {
      var session = FormSession(form)
      for event in desk.events {
        do { try session.apply(event) } catch {
          Issue.record("\(event) was recorded, and the form refuses it: \(error)")
          return nil
        }
      }
      return session
    }

    mutating func play(_ act: RandomKeys.Act) {
      switch act {
      case .resize(let size): screen.size = size
      case .pause: screen.keepTyping()
      case .desk(let share):
        var count = 0
        desk.refuses = { _ in
          count += 1
          return share > 0 && count.isMultiple(of: share)
        }
        desk.failures = share
      case .key(let key): press(key)
      }
      draw(after: act)
    }

    private mutating func press(_ key: Key) {
      let (place, typed) = (screen.place, screen.typed)
      switch screen.press(key) {
      case .edit(let text): screen.take(edited: text + " edited")
      case .end(.submitted):
        submissions += 1
        #expect(desk.responses.count == submissions)
        desk.events.removeAll { $0.changes == nil || !desk.fixed.contains($0.changes ?? "none") }
        open()
      case .end: open(screen.session)
      case .redraw, nil:
        // What stands in a repeat that was taken out went with it.
        if case .remove? = desk.events.last(where: { if case .list = $0 { false } else { true } }) { break }
        if let typed, case .question(let address)? = place, screen.place != place {
          expectKept(typed, at: address)
        }
      }
    }

    /// What stood in a field that was left is in the form.
    private func expectKept(_ typed: String, at address: Address) {
      let kept = screen.session.unfinished[address] ?? screen.session.entries[address]?.answer?.cell
      // A mark that joins the space before it is no white space.
      if typed.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
        #expect(kept == nil, "\(address)")
      } else if form.question(address.question)?.kind == .text {
        #expect(kept == typed, "\(address)")
      } else {
        #expect(
          kept != nil
            || typed.unicodeScalars.allSatisfy {
              $0.properties.isWhitespace || $0 == "\u{200F}" || $0 == "\u{202E}"
            }, "\(address) \(typed.debugDescription)")
      }
    }

    private mutating func draw(after act: RandomKeys.Act) {
      let frame = screen.draw()
      let size = screen.size
      let problems = frame.problems(rows: size.rows, columns: size.columns)
      #expect(problems == [], "after \(act) at \(size)")
      if size.rows >= 10, size.columns >= 30 {
        #expect(frame.rows.count == size.rows, "after \(act) at \(size)")
      }
    }

    /// The journal is the form.
    func check() {
      guard let again = replayed() else { return }
      #expect(again.entries == screen.session.entries)
      #expect(again.repeatCounts == screen.session.repeatCounts)
      #expect(again.unfinished == screen.session.unfinished)
      #expect(again.position == screen.session.position)
      for (address, entry) in screen.session.entries where desk.fixed.contains(address) {
        #expect(entry.answer?.choices == ["puebla"] || entry.answer?.choices == ["rcm"])
      }
    }
  }

  static func play(_ player: Player, seed: UInt64, keys: Int) {
    var player = player
    var random = RandomKeys(seed: seed)
    for _ in 0..<keys {
      player.play(random.next())
    }
    player.check()
  }

  @Test(
    "On the sample form: every picture is whole, and the journal is the form",
    arguments: 0..<60 as Range<UInt64>)
  func sample(seed: UInt64) {
    let player = Player(
      Sample.form, interface: InterfaceLanguage.allCases[Int(seed % 6)],
      fixed: seed.isMultiple(of: 3) ? ["iscm": .one("puebla")] : [:], glossary: Glossary())
    Self.play(player, seed: seed, keys: 1000)
  }

  @Test("On the form of 2018 too", arguments: 100..<140 as Range<UInt64>)
  func review(seed: UInt64) {
    let player = Player(
      Review2018.form, interface: InterfaceLanguage.allCases[Int(seed % 6)],
      fixed: seed.isMultiple(of: 3) ? ["iscm": .one("rcm")] : [:], glossary: Review2018.glossary)
    Self.play(player, seed: seed, keys: 1000)
  }
}

extension FormEvent {
  /// The question whose entry it changes by name.
  var changes: Address? {
    switch self {
    case .answer(let address, _), .typing(let address, _), .clear(let address), .notApplicable(let address),
      .unknown(let address):
      address
    case .repeats, .remove, .stand, .list, .review, .undo, .redo: nil
    }
  }
}
