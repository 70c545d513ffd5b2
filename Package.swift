// swift-tools-version: 6.2

import PackageDescription

/// What every Swift target is compiled with: one language mode, no silent conformances, no leaking imports.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library target of this package.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one room, or of several together; all of them may be random, with a seed.
func tests(_ name: String, _ dependencies: [Target.Dependency], _ exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: ["Chance"] + dependencies, exclude: exclude, swiftSettings: strict)
}

/// What libFuzzer feeds, only where it is asked for: it needs the sanitizers (`Tools/fuzz`).
let fuzzing: [Target] =
  Context.environment["ISCM_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Analysis", "CPosix", "Calendar", "DocumentReaders", "Documents", "Expressions", "ResponseFiles",
        "Survey",
        "Tables", "XLSForm", "ZipFiles",
      ],
      path: "Tests/Fuzz", exclude: ["Dictionaries", "Seeds"], swiftSettings: strict)
  ]

let package = Package(
  name: "iscm",
  products: [
    .executable(name: "iscm", targets: ["iscm"]), .executable(name: "iscm-write", targets: ["iscm-write"]),
    .executable(name: "iscm-draw", targets: ["iscm-draw"]),
    .executable(name: "iscm-extract", targets: ["iscm-extract"]),
    .executable(name: "iscm-tables", targets: ["iscm-tables"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries and what the Glibc module hides.
    .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(name: "CLibcsv", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
    .systemLibrary(name: "CDeflate", providers: [.apt(["libdeflate-dev"])]),
    .target(name: "CQpdf", linkerSettings: [.linkedLibrary("qpdf")]),
    .systemLibrary(name: "CReadStat", providers: [.apt(["libreadstat-dev"])]),
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CXml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CYtnef", providers: [.apt(["libytnef0-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CPosix"),
    // A terminal without a window, and a judge of pictures, for tests alone: nothing else is built with them.
    .systemLibrary(name: "CVterm", providers: [.apt(["libvterm-dev"])]),
    .systemLibrary(name: "CRsvg", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),

    // Leaves: they know nothing of questionnaires.
    room("Calendar"),
    room("Chance"),
    .target(name: "CXXHash"),
    room("Digests", ["CNettle", "CXXHash"]),
    // Finds commas and ends of records with vector instructions: the whole of what CSV knows of processors.
    .target(name: "CScan"),
    room("Threading"),
    room("CSV", ["CLibcsv", "CScan", "Digests", "Threading"]),
    room("Wire"),
    room("Tables", ["Calendar", "CSV", "Wire"]),
    room("Scenes", ["Wire"]),
    room("Expressions", ["Calendar"]),
    room("Messages", ["CPosix", "Calendar"]),

    // The model and the engine; then files in, files out.
    room("Survey", ["Calendar", "Chance", "Expressions"]),
    room("XLSForm", ["Calendar", "CSV", "Expressions", "Survey", "Tables"]),
    room("ResponseFiles", ["Calendar", "CPosix", "CSV", "Survey"]),
    // What open answers are sorted under, and by whom.
    room("Coding", ["Calendar", "CSV", "Expressions", "Messages", "ResponseFiles", "Survey"]),

    // Documents that are sent out and come back.
    room("Documents", ["Calendar", "CSV", "Expressions", "Messages", "Survey"]),

    // Programs that read what others wrote, with limits of their own.
    room("Workers", ["CPosix", "Documents"]),

    // Mails: what one holds; where they stand; what reads them, which is no part of `iscm` itself.
    room("Mails", ["Calendar", "CSV", "Digests", "Documents"]),
    room(
      "Mailbox",
      [
        "CSV", "Calendar", "Digests", "Documents", "Expressions", "Mails", "Messages", "ResponseFiles",
        "Survey",
        "Workers",
      ]),
    room("MailReaders", ["Calendar", "CGMime", "CYtnef", "Digests", "Documents", "Mails"]),
    .executableTarget(name: "iscm-mime", dependencies: ["MailReaders", "Workers"], swiftSettings: strict),
    // The parsers of hostile input, in a program of their own: `iscm` runs it as a worker and links none of them.
    room("DocumentReaders", ["Calendar", "CPoppler", "CQpdf", "CXml2", "CZip", "Documents", "Tables"]),
    .executableTarget(
      name: "iscm-extract", dependencies: ["CPosix", "DocumentReaders", "Documents", "Tables", "Workers"],
      swiftSettings: strict),

    // Make documents with libraries that `iscm` itself does not load: forms; pictures and reports.
    room("PageDrawing", ["CCairo", "CQpdf", "CSV"]),
    .executableTarget(
      name: "iscm-write", dependencies: ["CQpdf", "CZip", "PageDrawing", "Workers"],
      swiftSettings: strict),
    .executableTarget(
      name: "iscm-draw", dependencies: ["CCairo", "CDeflate", "PageDrawing", "Scenes", "Wire", "Workers"],
      swiftSettings: strict),

    // Packs workbooks and files of SPSS, with libraries that `iscm` itself does not load.
    .executableTarget(
      name: "iscm-tables",
      dependencies: ["Calendar", "CReadStat", "CSV", "CXlsxWriter", "Tables", "Workers"],
      swiftSettings: strict),

    // What people meet: the form, the figures.
    room(
      "TerminalForm",
      ["Calendar", "CNcurses", "Coding", "CPosix", "CSV", "Messages", "ResponseFiles", "Survey"]),
    room(
      "Analysis",
      [
        "CPosix", "Calendar", "Coding", "CSV", "Digests", "Expressions", "ResponseFiles", "Survey",
        "Threading",
      ]),
    room("Reports", ["Analysis", "CSV", "Calendar", "Messages", "Scenes", "Survey", "Tables"]),
    room(
      "Exports",
      [
        "CSV", "Calendar", "Expressions", "Messages", "Reports", "ResponseFiles", "Survey", "Tables",
        "XLSForm",
      ]),

    .executableTarget(
      name: "iscm",
      dependencies: [
        "Analysis", "Calendar", "Chance", "Coding", "CPosix", "CSV", "Digests", "Documents", "Exports",
        "Mailbox", "Mails", "Messages", "Reports", "ResponseFiles", "Survey", "Tables", "TerminalForm",
        "Workers", "XLSForm",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // A questionnaire of every kind of question, for the tests of several rooms.
    .target(
      name: "SampleForms", dependencies: ["Calendar", "Chance", "Expressions", "Survey"],
      path: "Tests/SampleForms",
      swiftSettings: strict),
    // An archive in memory, for the tests of what unpacks one.
    .target(name: "ZipFiles", dependencies: ["CZip"], path: "Tests/ZipFiles", swiftSettings: strict),
    // What `Tools/check-expressions` holds against JavaRosa: not a test target, because it runs alone, and no product.
    .executableTarget(
      name: "evaluate-expressions", dependencies: ["Calendar", "Expressions", "Survey", "XLSForm"],
      path: "Tests/ExpressionEvaluator", swiftSettings: strict),
    // How long a form of 2,000 questions takes; for `make bench` alone.
    .executableTarget(
      name: "form-speed",
      dependencies: ["Calendar", "Messages", "SampleForms", "Survey", "TerminalForm", "XLSForm"],
      path: "Benchmarks/FormSpeed", swiftSettings: strict),
    // Large response files, made up with a fixed seed: for `make bench`.
    .executableTarget(
      name: "response-data",
      dependencies: [
        "Calendar", "Chance", "CSV", "Expressions", "ResponseFiles", "Survey", "XLSForm",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/ResponseData", swiftSettings: strict),
    // What a terminal shows of the bytes that it gets. A test target, so that a build without tests has no part in it.
    .testTarget(
      name: "VirtualTerminal", dependencies: ["CVterm"], path: "Tests/VirtualTerminal", swiftSettings: strict),
    // A folder for a test, and its files.
    .testTarget(name: "TemporaryFolders", path: "Tests/TemporaryFolders", swiftSettings: strict),

    tests("CalendarTests", ["Calendar"]),
    tests("CScanTests", ["CScan"], ["Compare"]),
    tests("CSVTests", ["CSV"]),
    tests("ExpressionsTests", ["Calendar", "Expressions"]),
    tests("SurveyTests", ["Calendar", "Expressions", "SampleForms", "Survey"]),
    tests(
      "XLSFormTests",
      ["CSV", "Calendar", "DocumentReaders", "Expressions", "Survey", "Tables", "Wire", "XLSForm"],
      ["Forms", "Golden"]),
    tests(
      "ResponseFilesTests", ["Calendar", "CSV", "ResponseFiles", "SampleForms", "Survey", "TemporaryFolders"]),
    tests(
      "DocumentsTests", ["CSV", "Documents", "Expressions", "Messages", "SampleForms", "Survey", "XLSForm"]),
    tests("DocumentReadersTests", ["DocumentReaders", "Documents", "Tables", "ZipFiles"]),
    tests("WorkersTests", ["Workers"]),
    tests("DrawingTests", ["CPoppler", "CSV", "Scenes", "TemporaryFolders", "Workers", "iscm-draw"]),
    tests(
      "MailTests",
      ["Calendar", "Digests", "Documents", "Mailbox", "Mails", "MailReaders", "Workers", "iscm-mime"]),
    tests(
      "MailboxTests",
      [
        "Calendar", "CSV", "Documents", "Expressions", "Mailbox", "Messages", "ResponseFiles", "SampleForms",
        "Survey", "TemporaryFolders", "Workers", "XLSForm", "iscm-extract", "iscm-write",
      ]),
    tests(
      "CodingTests", ["Calendar", "Coding", "CSV", "Messages", "ResponseFiles", "Survey", "TemporaryFolders"]),
    tests("MessagesTests", ["Calendar", "Messages"]),
    tests(
      "TerminalFormTests",
      [
        "Calendar", "CNcurses", "Coding", "CSV", "Expressions", "Messages", "ResponseFiles", "SampleForms",
        "Survey", "TerminalForm", "XLSForm",
      ],
      ["Golden"]),
    tests(
      "AnalysisTests",
      [
        "Analysis", "Calendar", "Coding", "CSV", "Expressions", "ResponseFiles", "Survey", "TemporaryFolders",
        "XLSForm",
      ]),
    tests(
      "ReportsTests",
      [
        "Analysis", "CCairo", "CRsvg", "CSV", "Calendar", "Coding", "Messages", "PageDrawing", "Reports",
        "ResponseFiles", "Scenes", "Survey", "Tables", "Workers", "XLSForm", "iscm-draw",
      ],
      ["Golden"]),
    tests(
      "ExportsTests",
      [
        "CSV", "Calendar", "DocumentReaders", "Documents", "Exports", "Expressions", "Messages", "Reports",
        "ResponseFiles", "SampleForms", "Survey", "Tables", "TemporaryFolders", "Workers", "XLSForm",
        "iscm-tables",
      ]),
    tests("VirtualTerminalTests", ["VirtualTerminal"]),
    tests(
      "CommandTests",
      [
        "CPosix", "CSV", "DocumentReaders", "Documents", "Messages", "TemporaryFolders", "VirtualTerminal",
        "iscm", "iscm-draw", "iscm-extract", "iscm-mime", "iscm-tables", "iscm-write", "response-data",
      ],
      ["Cases", "Preloaded", "SampleMailbox"]),
  ] + fuzzing
)

/// With the sanitizers, only what these tests stand on is built (`Tools/sanitize`): the rest takes long and runs in one
/// thread.
if Context.environment["ISCM_SANITIZE"] != nil {
  var wanted: Set = ["CScanTests", "CSVTests", "AnalysisTests"]
  var count = 0
  while count != wanted.count {
    count = wanted.count
    for target in package.targets where wanted.contains(target.name) {
      for case .byNameItem(let name, _) in target.dependencies { wanted.insert(name) }
    }
  }
  package.targets.removeAll { !wanted.contains($0.name) }
  package.products = []
}
