internal import Foundation
import TemporaryFolders
import Testing

@Suite("Signs that no font has")
struct GlyphTests {
  private static let fonts = "/usr/share/fonts/truetype"

  /// What a machine has, what is drawn, and what is said of it.
  private struct Lack: CustomTestStringConvertible, Sendable {
    let fonts: [String]
    let text: String
    let message: String

    var testDescription: String { message }
  }

  private static let lacks = [
    Lack(
      fonts: ["dejavu"], text: "对《",
      message:
        "no font has a glyph for '《' (U+300A), '对' (U+5BF9); install the Debian package fonts-droid-fallback, and do it again\n"
    ),
    Lack(
      fonts: ["dejavu", "droid"], text: "Yes \u{1E900}",
      message:
        "no font has a glyph for '\u{1E900}' (U+1E900); install the Debian package fonts-noto-core, and do it again\n"
    ),
    Lack(
      fonts: ["droid"], text: "نعم",
      message:
        "no font has a glyph for 'ع' (U+0639), 'م' (U+0645), 'ن' (U+0646); install the Debian package fonts-dejavu-core, and do it again\n"
    ),
  ]

  @Test(
    "A sign that no font has is named, with the package to install, before anything is drawn",
    arguments: lacks)
  private func named(_ lack: Lack) throws {
    let folder = try TemporaryFolder()
    let file = folder("fonts.conf")
    let places = lack.fonts.map { "<dir>\(Self.fonts)/\($0)</dir>" }.joined()
    try "<?xml version=\"1.0\"?><fontconfig>\(places)<cachedir>\(folder("cache"))</cachedir></fontconfig>"
      .write(
        toFile: file, atomically: true, encoding: .utf8)
    for format in ["png", "pdf"] {
      var drawer = try Drawer(fonts: file)
      let refusal = #expect(throws: DrawingRefusal.self) {
        try drawer.file([[format]] + picture([lack.text]))
      }
      #expect(refusal?.text == lack.message)
    }
    // A report needs digits as well.
    guard lack.fonts.contains("dejavu") else { return }
    var drawer = try Drawer(fonts: file)
    let refusal = #expect(throws: DrawingRefusal.self) {
      try drawer.file([["report"], ["text", "body", lack.text]])
    }
    #expect(refusal?.text == lack.message)
  }
}
