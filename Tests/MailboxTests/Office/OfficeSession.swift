import Mailbox
import Testing
import Workers

/// LibreOffice in a sandbox, as somebody who opens a document and saves it anew.
struct OfficeSession: ~Copyable {
  /// A format to save in.
  enum Format: String, CaseIterable, CustomTestStringConvertible {
    case docx, odt, doc, rtf

    var testDescription: String { rawValue }

    fileprivate var filter: String {
      switch self {
      case .docx: "MS Word 2007 XML"
      case .odt: "writer8"
      case .doc: "MS Word 97"
      case .rtf: "Rich Text Format"
      }
    }
  }

  /// Whether there is LibreOffice here, and bubblewrap makes a sandbox for it.
  static let isHere: Bool = {
    var worker = Worker(program("[ -r \"$1\" ] && read -r length && head -c \"$length\" && printf '0\\n'"))
    return (try? worker.answer(to: [])) == .answered([])
  }()

  /// Keeps documents under numbers, saves all of them anew, hands them out.
  private static let script = """
    number=0
    while read -r length; do
      head -c "$length" > request
      case "$(head -c 1 request)" in
        d) number=$((number + 1)); tail -c +2 request > "$number.docx"; printf '0\\n' ;;
        s) ending=$(tail -c +2 request | cut -d: -f1); filter=$(tail -c +2 request | cut -d: -f2); mkdir -p "$ending"
          save() {
            "$1" -env:UserInstallation=file:///tmp/profile --headless --norestore --nologo \\
              --convert-to "$ending:$filter" --outdir "$ending" *.docx < /dev/null >&2
          }
          save "$1"
          [ $? -ne 81 ] || save "$1"
          printf '0\\n' ;;
        g) name=$(tail -c +2 request); stat -c %s "$name" && cat "$name" || exit 1 ;;
      esac
    done
    """

  private static func program(_ script: String) -> WorkerProgram {
    let office = OfficeWorker()
    var sandbox = office.sandbox
    sandbox.libraries = [office.folder]
    var program = sandbox.program(["/bin/sh", "-c", script, "sh", "\(office.folder)/soffice.bin"])
    program.memory = 2 << 30
    program.seconds = 600
    return program
  }

  private var worker = Worker(Self.program(Self.script))
  private var count = 0

  /// Saves documents anew.
  ///
  /// - Parameters:
  ///   - documents: `.docx` files.
  ///   - formats: What to save them as.
  /// - Returns: Each of them, saved in each format.
  /// - Throws: Where LibreOffice did not.
  mutating func save(_ documents: [[UInt8]], as formats: [Format]) throws -> [Format: [[UInt8]]] {
    for document in documents { _ = try ask("d", document) }
    count += documents.count
    var saved: [Format: [[UInt8]]] = [:]
    for format in formats {
      _ = try ask("s", Array("\(format.rawValue):\(format.filter)".utf8))
      saved[format] = try (1...count).map { number in
        try ask("g", Array("\(format.rawValue)/\(number).\(format.rawValue)".utf8))
      }
    }
    return saved
  }

  private mutating func ask(_ verb: String, _ bytes: [UInt8]) throws -> [UInt8] {
    let answer = try worker.answer(to: Array(verb.utf8) + bytes)
    guard case .answered(let bytes) = answer else {
      Issue.record("\(answer)")
      throw CancellationError()
    }
    return bytes
  }
}
