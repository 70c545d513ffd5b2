import DocumentReaders
import Foundation
import Testing
import XLSForm

/// The forms of the folder `Forms`, one rule each, good and bad.
///
/// `Tools/check-forms` holds the verdicts before pyxform and ODK
/// Validate; here stands what is said of them.
@Suite("Forms with one rule each")
struct FormCorpusTests {
  private static let folder = "\(packageFolder)/Tests/XLSFormTests/Forms"
  /// What stands beside the forms for their questions.
  private static let lists =
    ["places.csv", "towns.csv", "towns.xml", "villages.geojson"]
    + ["twice", "empty-column", "ragged", "no-label"].map { "list-\($0).csv" }
  private static let golden = "\(packageFolder)/Tests/XLSFormTests/Golden/forms.txt"

  @Test("What is said of each says where, what was found and what to do")
  func said() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    var text = ""
    for name in names where !Self.lists.contains(name) {
      text += "\(name): \(verdict(on: name))\n"
    }
    if ProcessInfo.processInfo.environment["ISCM_RECORD"] == "1" {
      try Data(text.utf8).write(to: URL(filePath: Self.golden))
      Issue.record("recorded; look at the difference, then run without ISCM_RECORD")
      return
    }
    let expected = try String(contentsOfFile: Self.golden, encoding: .utf8)
    for (found, expected) in zip(text.split(separator: "\n"), expected.split(separator: "\n")) {
      #expect(found == expected)
    }
    #expect(text == expected)
  }

  private func verdict(on name: String) -> String {
    func lines(_ problems: [FormProblem]) -> String {
      problems.map {
        "\n  \($0.severity == .error ? "error" : "warning"): "
          + "\($0)".replacing(Self.folder + "/", with: "").replacing("'\(Self.folder)'", with: "'.'")
      }.joined()
    }
    do {
      let form = try XLSForm.load(
        path: "\(Self.folder)/\(name)",
        xmlLists: { bytes throws(FormProblem.FileFault) in XMLListReader.read(bytes) })
      return "taken" + lines(form.warnings)
    } catch {
      return "refused" + lines(error.problems)
    }
  }
}
