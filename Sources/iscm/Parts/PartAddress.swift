internal import Glibc

/// Where a part of a response file is: a path, or an address that a cluster's file systems know, such as
/// `hdfs://host/part-1.csv`.
struct PartAddress {
  /// As it was written.
  let text: String

  /// What stands before the colon of an address, in small letters; nothing for a path.
  var scheme: String? {
    let start = text.prefix { $0 != "/" }
    guard start.last == ":", start.count > 2, start != text[...] else { return nil }
    let name = start.dropLast()
    let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    return isName ? name.lowercased() : nil
  }

  /// The same for all machines of a cluster: an absolute path, or an address.
  var absolute: String {
    switch scheme {
    case "file": "/" + text.dropFirst("file:".count).drop { $0 == "/" }
    case nil where !text.hasPrefix("/"): Self.currentFolder + "/" + text
    default: text
    }
  }

  private static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
