internal import Messages

/// What a person can have done, by a key or in the menu.
enum FormCommand: CaseIterable {
  case next, back, goTo, help, editor, undo, redo, all, none, notApplicable, clear, review, submit, export
  case lineForm, leave, addRepeat, removeRepeat

  /// The command of a function key.
  init?(functionKey number: Int) {
    switch number {
    case 1: self = .help
    case 2: self = .lineForm
    case 3: self = .editor
    case 4: self = .undo
    case 5: self = .all
    case 6: self = .none
    case 7: self = .notApplicable
    case 8: self = .clear
    case 9: self = .review
    default: return nil
    }
  }

  /// What the menu calls it.
  var phrase: Phrase {
    switch self {
    case .next: .menuNext
    case .back: .menuBack
    case .goTo: .menuGoTo
    case .help: .menuHelp
    case .editor: .menuEditor
    case .undo: .menuUndo
    case .redo: .menuRedo
    case .all: .menuAll
    case .none: .menuNone
    case .notApplicable: .menuNotApplicable
    case .clear: .menuClear
    case .review: .menuReview
    case .submit: .submit
    case .export: .menuExport
    case .lineForm: .menuLineForm
    case .leave: .leave
    case .addRepeat: .repeatAdd
    case .removeRepeat: .repeatRemove
    }
  }

  /// The key that does the same, where there is one.
  var key: String? {
    switch self {
    case .next: "Tab"
    case .back: "Shift-Tab"
    case .help: "F1"
    case .lineForm: "F2"
    case .editor: "F3"
    case .undo: "F4"
    case .redo: "Shift-F4"
    case .all: "F5"
    case .none: "F6"
    case .notApplicable: "F7"
    case .clear: "F8"
    case .review: "F9"
    case .leave: "Ctrl-C"
    case .goTo, .submit, .export, .addRepeat, .removeRepeat: nil
    }
  }
}
