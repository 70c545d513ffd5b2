/// Something that reads what others wrote, and must neither crash nor hang on it.
///
/// A target is a file beside this one, `Fuzz+NAME.swift`, with a `static let` of this type, and an entry in `all`. Its
/// words stand in `Dictionaries/NAME.dict` and its first inputs in `Seeds/NAME/`, both of which may be missing.
struct FuzzTarget: Sendable {
  /// What `Tools/fuzz` is told.
  let name: String
  /// Reads the bytes of one input; what it gives does not count.
  let read: @Sendable ([UInt8]) -> Void

  /// All targets.
  static let all: [FuzzTarget] = [.expressions, .csv, .markdown, .xlsx, .lists, .responses]
}

/// Ends the run where something does not hold that must; `precondition` says nothing in optimized code.
func hold(_ truth: Bool, _ message: @autoclosure () -> String) {
  if !truth { fatalError(message()) }
}
