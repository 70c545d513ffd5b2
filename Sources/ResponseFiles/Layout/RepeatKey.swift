package import Survey

/// The key of a repeat taken apart: `uuid:…/region[1]/event[2]`.
package struct RepeatKey: Sendable, Hashable {
  /// The id of the response.
  package let response: String
  /// The numbers of the repeat and of those around it, from 1, outermost first.
  package let numbers: [Int]

  /// Takes a key apart from its end; nothing where it is none of a repeat in these groups.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - groups: The repeat groups around the repeat, outermost first, its own the last; with none, the key is the id of a
  ///     response.
  ///   - history: What groups were called when earlier versions were answered.
  package init?(_ key: String, of groups: [Group.Name], _ history: FormHistory) {
    var rest = key[...]
    var numbers: [Int] = []
    for group in groups.reversed() {
      guard rest.last == "]", let open = rest.lastIndex(of: "["),
        let number = Int(rest[rest.index(after: open)...].dropLast()), number > 0,
        let name = Self.name(at: rest[..<open], group, history)
      else { return nil }
      numbers.append(number)
      rest = rest[..<open].dropLast(name.text.count + 1)
    }
    response = String(rest)
    self.numbers = numbers.reversed()
  }

  /// What a group is called at the end of a text; a name may itself hold a slash, and end as another does.
  private static func name(at text: Substring, _ group: Group.Name, _ history: FormHistory) -> Group.Name? {
    let names = [group] + history.groups.lazy.filter { $0.value == group }.map(\.key)
    return names.filter { text.hasSuffix("/\($0)") }.max { $0.text.count < $1.text.count }
  }
}
