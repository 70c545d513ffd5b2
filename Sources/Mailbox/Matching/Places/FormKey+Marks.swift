internal import Documents
internal import Survey

extension FormKey {
  /// The question that a mark like `[Q04]` means.
  func address(ofCode code: String) -> Address? { codes.address(of: code) }

  /// The question that a bookmark marks, `q04`.
  func address(ofBookmark name: String) -> Address? {
    bookmarked.value(of: ExactText(name)) {
      name.first == "q" || name.first == "Q" ? codes.address(of: String(name.dropFirst())) : nil
    }
  }

  /// The question, and the mark of the choice if there is one, that a tag or the name of a field means.
  func target(ofTag tag: String) -> MarkTarget? {
    targets.value(of: ExactText(tag)) { MarkTarget(tag, by: self) }
  }

  /// What is stored if a box is ticked, by its name.
  func stored(by box: Block.Box) -> String? {
    guard !box.name.isEmpty, let target = target(ofTag: box.name), let choice = target.choice else {
      return nil
    }
    return questions[target.address.question]?.stored(byMark: choice)
  }

  /// The questions that the names in a block mean: of its boxes and fields, and of the controls around them.
  func named(in block: Block) -> Set<Address> {
    let names = block.tags + block.items.compactMap(\.name)
    return Set(names.compactMap { target(ofTag: $0)?.address })
  }

  /// The questions whose marks a block shows.
  func shown(in block: Block) -> Set<Address> {
    Set(
      VisibleMark.all(in: block.text).compactMap { mark in
        if case .opening(let code) = mark { return address(ofCode: code) }
        return nil
      })
  }
}

/// What a tag or the name of a field means: `iscm:1:q04:yes`.
struct MarkTarget {
  let address: Address
  /// The mark of the choice, if there is one.
  let choice: String?

  fileprivate init?(_ tag: String, by key: FormKey) {
    let parts = tag.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0] == "iscm", parts[1] == "1",
      let address = key.address(ofBookmark: String(parts[2]))
    else { return nil }
    self.address = address
    choice = parts.count == 4 ? String(parts[3]) : nil
  }
}

extension Block.Item {
  /// The name of a box or a field.
  var name: String? {
    switch self {
    case .box(let box): box.name
    case .field(let name, _): name
    case .text: nil
    }
  }
}

extension Content {
  /// All that a block holds.
  init(of block: Block) {
    for line in Line.lines(of: block, leavingOut: { _ in false }) { append(line: line) }
  }
}
