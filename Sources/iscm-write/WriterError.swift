/// Why a document cannot be made.
enum WriterError: Error, CustomStringConvertible {
  case noDefinition(String)
  case library(String, reason: String)

  var description: String {
    switch self {
    case .noDefinition(let what): "the definition cannot be read: \(what)"
    case .library(let name, let reason): "\(name): \(reason)"
    }
  }
}
