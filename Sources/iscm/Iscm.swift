internal import ArgumentParser

@main
struct Iscm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iscm", abstract: "Surveys of inter-State consultation mechanisms on migration.")
}
