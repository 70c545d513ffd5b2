internal import Workers

extension WorkerAnswer {
  /// Why a worker made nothing: what it said last, else how it ended; nothing where it answered.
  var refusal: String? {
    switch self {
    case .answered: nil
    case .died(_, let errors) where !errors.isEmpty:
      errors.split(separator: "\n").joined(separator: "; ")
    case .died, .timedOut, .outOfMemory, .garbled: description
    }
  }
}
