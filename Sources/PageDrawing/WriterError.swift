/// Why a document cannot be made.
package enum WriterError: Error, CustomStringConvertible {
  /// It was not said what to make.
  case noDefinition(String)
  /// A picture cannot be read or drawn.
  case noPicture(String)
  /// A library cannot do its part.
  case library(String, reason: String)

  /// The problem in one line.
  package var description: String {
    switch self {
    case .noDefinition(let what): "the definition cannot be read: \(what)"
    case .noPicture(let why): "the picture cannot be drawn: \(why)"
    case .library(let name, let reason): "\(name): \(reason)"
    }
  }
}
