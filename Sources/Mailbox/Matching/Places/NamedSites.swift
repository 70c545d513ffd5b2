internal import Documents
internal import Survey

/// Places that are found by the names of boxes and fields: in PDFs, and outside of tables.
struct NamedSites {
  private let key: FormKey
  private var sites: [Address: Site] = [:]

  init(_ key: FormKey) { self.key = key }

  /// What was found, in the order of the form.
  var all: [Site] { key.questionnaire.inFormOrder(sites.keys).compactMap { sites[$0] } }

  /// Takes a block all of whose names are of one question, with the words in it.
  mutating func take(_ block: Block, for address: Address) {
    append(Content(of: block), to: address, at: block.place)
  }

  /// Takes what has a name from a block with names of several questions.
  ///
  /// - Returns: The rest of the block.
  mutating func takeNamed(from block: Block) -> Block {
    var rest = block
    rest.items = []
    for item in block.items {
      guard let name = item.name, let target = key.target(ofTag: name) else {
        rest.items.append(item)
        continue
      }
      var own = block
      own.items = [item]
      append(Content(of: own), to: target.address, at: block.place)
    }
    return rest
  }

  private mutating func append(_ content: Content, to address: Address, at place: Place) {
    var site = sites[address] ?? Site(address, at: place)
    site.isAttested = true
    site.content.append(content)
    sites[address] = site
  }
}
