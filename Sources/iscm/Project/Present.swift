internal import Calendar
internal import Chance
internal import Glibc
internal import Survey

/// The present and chance, as this run sees them.
///
/// `ISCM_NOW` (an instant, `2018-11-09T00:00:00Z`) and `ISCM_SEED` (a whole number) fix them, so that a script
/// makes the same bytes every time.
enum Present {
  /// The present.
  ///
  /// - Throws: `Failure` where `ISCM_NOW` is no instant.
  static func now() throws(Failure) -> Instant {
    guard let fixed = environment("ISCM_NOW") else {
      return Instant(secondsSinceEpoch: Int(time(nil)))
    }
    guard let instant = Instant(fixed) else {
      throw Failure(
        .unusableInput, "ISCM_NOW: '\(fixed)' is no instant; write it as 2018-11-09T00:00:00Z, or unset it")
    }
    return instant
  }

  /// By how many seconds the clock of this machine, or of the person who set `TZ`, is ahead of UTC.
  ///
  /// Where `ISCM_NOW` fixes the present it is the offset that is written there, on every machine.
  ///
  /// - Parameter instant: When.
  /// - Returns: Seconds east of UTC.
  static func localOffset(at instant: Instant) -> Int {
    if let fixed = environment("ISCM_NOW") { return Instant.offset(writtenIn: fixed) ?? 0 }
    var seconds = time_t(instant.secondsSinceEpoch)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return 0 }
    return local.tm_gmtoff
  }

  /// A new identity for a response.
  ///
  /// - Throws: `Failure` where `ISCM_SEED` is no number.
  static func newID() throws(Failure) -> Response.ID {
    guard let fixed = environment("ISCM_SEED") else {
      var source = SystemRandomNumberGenerator()
      return .random(using: &source)
    }
    guard let seed = UInt64(fixed) else {
      throw Failure(.unusableInput, "ISCM_SEED: '\(fixed)' is no whole number; write digits, or unset it")
    }
    var source = SeededRandom(seed: seed)
    return .random(using: &source)
  }

  /// The value of a variable of the environment; nothing where it is empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }
}
