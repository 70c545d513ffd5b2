package import Survey

/// The lists of the sample form.
package enum SampleLists {
  package static let all = [yesNo, status, theme, objective, register]

  static let yesNo = list("yes_no", [("yes", "Yes", "Oui"), ("no", "No", "Non")])

  static let status = list(
    "position_status",
    [
      ("yes", "Yes", "Oui"), ("no", "No", "Non"),
      ("in_process", "In process, not final yet", "En cours, pas encore finale"),
    ])

  static let theme = list(
    "theme",
    [
      ("rights", "Human rights of all migrants", "Droits de l'homme de tous les migrants"),
      (
        "pathways", "Irregular migration and regular pathways",
        "Migrations irrégulières et filières régulières"
      ),
      ("governance", "International cooperation and governance", "Coopération internationale et gouvernance"),
    ])

  static let objective = list(
    "objective",
    (1...23).map { ("objective_\($0)", "Objective \($0)", "Objectif \($0)") })

  /// A file: its values stand in `id`, and its columns are there for filters.
  static let register = ChoiceList(
    name: "register.csv",
    choices: [
      mechanism("almaty", "Almaty Process", short: "Almaty", frame: "yes"),
      mechanism("prague", "Prague Process", short: "Prague", frame: "yes"),
      mechanism("puebla", "Regional Conference on Migration", short: "Puebla Process", frame: "yes"),
      mechanism("closed", "A mechanism of the past", short: "Past", frame: "no"),
      mechanism("other", "Another mechanism", short: "", frame: "yes"),
    ])

  package static func list(_ name: String, _ choices: [(String, String, String)]) -> ChoiceList {
    ChoiceList(
      name: ChoiceList.Name(name),
      choices: choices.map { Choice(name: Choice.Name($0.0), label: Sample.text($0.1, $0.2)) })
  }

  private static func mechanism(_ id: String, _ name: String, short: String, frame: String) -> Choice {
    Choice(
      name: Choice.Name(id), label: LocalizedText(unlocalized: name),
      attributes: ["id": id, "name": name, "short_name": short, "frame": frame])
  }
}
