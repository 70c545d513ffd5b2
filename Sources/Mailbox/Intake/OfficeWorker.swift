package import Documents
internal import Glibc
package import Workers

/// LibreOffice, for the formats that nothing else reads without loss: it makes texts of OpenDocument of them.
///
/// It runs in a sandbox or not at all, and in a new one for each document: what a document did to it has no way into
/// the answers of the next.
package struct OfficeWorker: Sendable {
  /// What came of a document.
  package enum Conversion {
    /// A text of OpenDocument, which may be anything: it was made of what anybody wrote.
    case converted([UInt8])
    /// Why there is none.
    case failed(Finding)
    /// The same, where all its time went by.
    case late(Finding)
  }

  /// The room it runs in.
  package var sandbox = Sandbox()
  /// Where Debian's packages have it.
  package var folder = "/usr/lib/libreoffice/program"
  /// How many seconds a document may take: a form takes two, on a machine with much other work ten.
  package var seconds = 60.0
  /// How many bytes of address space each of its processes may have; a form is content with 700 MB.
  package var memory = 2 << 30

  /// How many bytes a text of OpenDocument may have.
  private static let answerLimit = 1 << 26
  private static let remedy =
    "install the Debian packages bubblewrap and libreoffice-writer-nogui and import it again, or ask for a .docx or .pdf"

  /// Names LibreOffice as Debian has it.
  package init() {
    sandbox.readable = ["/etc/fonts", "/etc/libreoffice", "/var/cache/fontconfig", "/var/lib/libreoffice"]
  }

  /// Has a document converted.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - format: What its bytes are: `.doc` or `.rtf`.
  /// - Returns: The text of OpenDocument, or a finding that says why there is none and what to do.
  package func convert(_ bytes: [UInt8], from format: Extract.Format) -> Conversion {
    let filter = format == .rtf ? "Rich Text Format" : "MS Word 97"
    let office = "\(folder)/soffice.bin"
    // Debian has the part for texts in a package of its own.
    let needed = [sandbox.path, office, "\(folder)/libswlo.so"]
    if let missing = needed.first(where: { access($0, R_OK) != 0 }) {
      return .failed(
        Finding(
          .noReader,
          detail:
            "LibreOffice in a sandbox reads .\(format.rawValue), and \(missing) is not here; \(Self.remedy)"))
    }
    var sandbox = sandbox
    sandbox.libraries = [folder]
    var program = sandbox.program(["/bin/sh", "-c", Self.script, "sh", office, filter, Self.settings])
    program.seconds = seconds
    program.memory = memory
    program.answerLimit = Self.answerLimit
    do throws(WorkerError) {
      var worker = Worker(program)
      return Self.conversion(try worker.answer(to: bytes), from: format)
    } catch {
      return .failed(Finding(.noReader, detail: "\(error)"))
    }
  }

  private static func conversion(_ answer: WorkerAnswer, from format: Extract.Format) -> Conversion {
    switch answer {
    case .answered(let bytes): return .converted(bytes)
    case .died(_, let errors) where errors.hasPrefix(Sandbox.errorPrefix):
      let words = errors.dropFirst(Sandbox.errorPrefix.count).prefix { !$0.isNewline }
      return .failed(
        Finding(
          .noReader,
          detail:
            "LibreOffice in a sandbox reads .\(format.rawValue), and bubblewrap makes none here (\(words)); "
            + "import it where it can, or ask for a .docx or .pdf"))
    case .died:
      return .failed(Finding(.broken, detail: "LibreOffice makes no text of the .\(format.rawValue)"))
    case .timedOut:
      return .late(Finding(.limit, detail: "LibreOffice, with the .\(format.rawValue): \(answer)"))
    case .outOfMemory:
      return .failed(Finding(.limit, detail: "LibreOffice, with the .\(format.rawValue): \(answer)"))
    case .garbled:
      return .failed(Finding(.broken, detail: "LibreOffice, with the .\(format.rawValue): \(answer)"))
    }
  }
}

extension OfficeWorker {
  /// What goes on in the sandbox, from the frame of a document to the frame of the answer.
  ///
  /// A new profile has LibreOffice end with 81, to be started again. It ends with 0 also where it made nothing.
  private static let script = """
    read -r length && head -c "$length" > form || exit 2
    mkdir -p profile/user && printf %s "$3" > profile/user/registrymodifications.xcu
    convert() {
      "$1" -env:UserInstallation=file:///tmp/profile --headless --norestore --nologo --infilter="$2" \
        --convert-to odt:writer8 form < /dev/null >&2
    }
    convert "$1" "$2"
    [ $? -ne 81 ] || convert "$1" "$2"
    [ -s form.odt ] && stat -c %s form.odt && cat form.odt
    """

  /// Its settings: no macro runs, no link is followed, no Java is started.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">\
    \(setting("Common/Security/Scripting", "DisableMacrosExecution", "true"))\
    \(setting("Common/Security/Scripting", "MacroSecurityLevel", "3"))\
    \(setting("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"))\
    \(setting("Writer/Content/Update", "Link", "2"))\
    \(setting("Java/VirtualMachine", "Enable", "false"))\
    </oor:items>
    """

  private static func setting(_ path: String, _ name: String, _ value: String) -> String {
    """
    <item oor:path="/org.openoffice.Office.\(path)"><prop oor:name="\(name)" oor:op="fuse">\
    <value>\(value)</value></prop></item>
    """
  }
}
