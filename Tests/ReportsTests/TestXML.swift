/// A strict reader of the XML that drawings are made of: it throws at the first thing that is not well-formed.
struct TestXML {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  struct Invalid: Error {
    let place: Int
    let expected: String
  }

  /// All elements in the order in which they begin.
  private(set) var elements: [Element] = []

  init(_ document: String) throws {
    let scalars = Array(document.unicodeScalars)
    var place = 0
    var open: [Int] = []
    func invalid(_ expected: String) -> Invalid { Invalid(place: place, expected: expected) }
    func isName(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII && (scalar.properties.isAlphabetic || "-:0123456789".unicodeScalars.contains(scalar))
    }
    func name() throws -> String {
      let start = place
      while place < scalars.count, isName(scalars[place]) { place += 1 }
      guard place > start, scalars[start].properties.isAlphabetic else { throw invalid("a name") }
      return String(String.UnicodeScalarView(scalars[start..<place]))
    }
    func text(until ends: Set<Unicode.Scalar>) throws -> String {
      var result = String.UnicodeScalarView()
      while place < scalars.count, !ends.contains(scalars[place]) {
        let scalar = scalars[place]
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: break
        default: throw invalid("a character of XML")
        }
        place += 1
        guard scalar == "&" else {
          result.append(scalar)
          continue
        }
        let entities: [(String, Unicode.Scalar)] = [
          ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("apos;", "'"),
        ]
        let rest = String(String.UnicodeScalarView(scalars[place..<min(place + 5, scalars.count)]))
        guard let entity = entities.first(where: { rest.hasPrefix($0.0) }) else { throw invalid("an entity") }
        result.append(entity.1)
        place += entity.0.unicodeScalars.count
      }
      return String(result)
    }
    func skipSpace() {
      while place < scalars.count, " \n".unicodeScalars.contains(scalars[place]) { place += 1 }
    }
    while place < scalars.count {
      guard scalars[place] == "<" else {
        let found = try text(until: ["<"])
        if let last = open.last {
          elements[last].text += found
        } else if found != "\n" {
          throw invalid("an element")
        }
        continue
      }
      place += 1
      if scalars[place] == "/" {
        place += 1
        let closing = try name()
        guard let last = open.popLast(), elements[last].name == closing else { throw invalid("another end") }
        guard scalars[place] == ">" else { throw invalid(">") }
        place += 1
        continue
      }
      if open.isEmpty, !elements.isEmpty { throw invalid("one root") }
      let tag = try name()
      var attributes: [String: String] = [:]
      skipSpace()
      while place < scalars.count, isName(scalars[place]) {
        let key = try name()
        guard attributes[key] == nil else { throw invalid("another attribute than \(key)") }
        guard scalars[place] == "=", scalars[place + 1] == "\"" else { throw invalid("=\"") }
        place += 2
        attributes[key] = try text(until: ["\"", "<"])
        guard scalars[place] == "\"" else { throw invalid("\"") }
        place += 1
        skipSpace()
      }
      elements.append(Element(name: tag, attributes: attributes))
      if scalars[place] == "/" {
        place += 1
      } else {
        open.append(elements.count - 1)
      }
      guard scalars[place] == ">" else { throw invalid(">") }
      place += 1
    }
    if !open.isEmpty { throw invalid("the end of an element") }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// Everything that is written in the drawing, without its title and description.
  var written: [String] { (all("text") + all("tspan")).map(\.text).filter { !$0.isEmpty } }
}
