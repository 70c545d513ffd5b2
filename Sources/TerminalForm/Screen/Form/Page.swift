internal import Survey

/// What stands on one screen: a question, or the parts of a compound one, with the notes before it.
struct Page: Equatable {
  /// The notes that are read first.
  let notes: [Address]
  /// Where a person stops; never none.
  ///
  /// A note with no question behind it is a stop of its own.
  let stops: [Outline.Stop]
  /// The compound question, if it has a group of its own.
  let group: Group.Name?

  /// Whether it has several parts, of which one has the focus.
  var isCompound: Bool { stops.count > 1 }
}

extension Page {
  /// What makes stops stand together.
  fileprivate enum Bond: Equatable {
    /// The compound question: a group that has a number, or that an appearance of XLSForm puts on one screen.
    case group(Group.Name, [Address.Repeat])
    /// The same number: 1 and 1a.
    case number(String, [Address.Repeat])
    case alone(Outline.Stop)
  }

  /// The pages of a form, in order.
  ///
  /// - Parameters:
  ///   - stops: Where a person stops on the way through it.
  ///   - words: The form.
  /// - Returns: Pages that together hold every stop once.
  static func pages(of stops: [Outline.Stop], in words: FormText) -> [Page] {
    var pages: [Page] = []
    var notes: [Address] = []
    var open: [Outline.Stop] = []
    var bond: Bond?
    /// Which groups stand on one page: a form has many questions in few groups.
    var together: [Group.Name: Bool] = [:]
    func close() {
      if open.isEmpty { return }
      var group: Group.Name?
      if case .group(let name, _) = bond { group = name }
      pages.append(Page(notes: notes, stops: open, group: group))
      (notes, open) = ([], [])
    }
    for stop in stops {
      // A note at the end of a repeat is none of what follows behind it.
      if open.isEmpty, let last = notes.last, !stop.repeats.starts(with: last.repeats) {
        pages.append(Page(notes: notes.dropLast(), stops: [.question(last)], group: nil))
        notes = []
      }
      if let note = stop.note(in: words.questionnaire) {
        close()
        notes.append(note)
        continue
      }
      let next = Bond(of: stop, behind: open.last, in: words, was: bond, &together)
      if next != bond { close() }
      open.append(stop)
      bond = next
    }
    close()
    if let last = notes.popLast() { pages.append(Page(notes: notes, stops: [.question(last)], group: nil)) }
    return pages
  }
}

/// The appearances of groups whose questions stand on one screen; a `table-list` is a grid of selects.
private let onOneScreen: Set = ["field-list", "table-list"]

extension Page.Bond {
  fileprivate init(
    of stop: Outline.Stop, behind previous: Outline.Stop?, in words: FormText, was: Page.Bond?,
    _ known: inout [Group.Name: Bool]
  ) {
    guard case .question(let address) = stop else {
      self = .alone(stop)
      return
    }
    let together = words.questionnaire.groups(around: address.question).last { name in
      if let known = known[name] { return known }
      let isTogether = words.questionnaire.group(name).map { group in
        !group.isRepeat
          && (!group.wording.paperNumber.isEmpty || !group.appearance.isDisjoint(with: onOneScreen))
      }
      known[name] = isTogether ?? false
      return isTogether ?? false
    }
    if let together {
      self = .group(together, address.repeats)
    } else if let was, case .question(let before) = previous, before.repeats == address.repeats,
      address.question.text == before.question.text + "_other"
    {
      // What `or_other` adds is asked where "other" is chosen.
      self = was
    } else if let number = words.numbering.number(of: address.question) {
      self = .number(number, address.repeats)
    } else {
      self = .alone(stop)
    }
  }
}

extension Outline.Stop {
  /// The address of a question or a note.
  var address: Address? {
    if case .question(let address) = self { return address }
    return nil
  }

  /// The note that the stop is, if it is one: it takes no answer.
  func note(in form: Questionnaire) -> Address? {
    guard case .question(let address) = self, !form.isAsked(address.question) else { return nil }
    return address
  }
}
