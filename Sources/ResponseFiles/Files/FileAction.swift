/// What was to be done to a file or a folder when the system refused.
public enum FileAction: String, Sendable, Hashable {
  case create, open, read, write, sync, truncate, lock, delete, list, rename

  /// What could not be: `cannot be written`.
  var participle: String {
    switch self {
    case .create: "created"
    case .open: "opened"
    case .read: "read"
    case .write: "written"
    case .sync: "saved to the disk"
    case .truncate: "cut back"
    case .lock: "locked"
    case .delete: "deleted"
    case .list: "listed"
    case .rename: "renamed"
    }
  }
}
