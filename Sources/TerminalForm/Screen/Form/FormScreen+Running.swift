extension FormScreen {
  /// How long nothing is typed until what was typed is kept, in milliseconds.
  private static let pause = 500
  /// How long typing goes on at most until it is kept.
  private static let longest = Duration.seconds(1)

  /// Fills the form until it is submitted or left.
  ///
  /// - Parameters:
  ///   - terminal: Where the person is; it is left as it was found.
  ///   - notices: What there is to say first.
  /// - Returns: How it ended; `farewell` is what there is to say then.
  public mutating func run(
    at terminal: inout some ScreenTerminal, telling notices: [String] = []
  ) -> FormOutcome {
    for notice in notices { say(notice, .warning) }
    terminal.enter()
    size = terminal.size
    let clock = ContinuousClock()
    var lastKept = clock.now
    while true {
      terminal.show(draw())
      if keeping != .typing { lastKept = clock.now }
      var act: Act?
      switch terminal.next(within: keeping == .typing ? Self.pause : nil) {
      case .key(let key): act = press(key)
      case .pause: keepTyping()
      case .resized: size = terminal.size
      case .signal(let number):
        keepTyping()
        guard number == stopSignal else {
          // The terminal of a SIGHUP is gone: nothing is written to it.
          if number != hangUp {
            terminal.leave()
            _ = leave()
          }
          return .ended(bySignal: number)
        }
        terminal.stop()
        size = terminal.size
      }
      if keeping == .typing, clock.now - lastKept >= Self.longest { keepTyping() }
      switch act {
      case .redraw: terminal.redraw()
      case .edit(let text):
        terminal.leave()
        let edited = desk.edited(text)
        terminal.enter()
        size = terminal.size
        take(edited: edited)
      case .end(let outcome):
        terminal.leave()
        return outcome
      case nil: break
      }
    }
  }
}

/// SIGTSTP, by its number on Linux.
let stopSignal: Int32 = 20
