/// The languages that the interface speaks: the six of the United Nations.
public enum InterfaceLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case french = "fr"
  case spanish = "es"
  case russian = "ru"
  case arabic = "ar"
  case chinese = "zh"

  /// The language that a tag means, `fr`, `fr_CH.UTF-8` or `pt-BR`; nothing where the interface has it not.
  public init?(tag: String) {
    self.init(rawValue: String(tag.lowercased().prefix { $0.isLetter }))
  }

  /// The name of the language in the language itself.
  public var ownName: String {
    switch self {
    case .english: "English"
    case .french: "Français"
    case .spanish: "Español"
    case .russian: "Русский"
    case .arabic: "العربية"
    case .chinese: "中文"
    }
  }

  /// What people call it who write a form: its tag, its own name, its name in English.
  public var names: [String] { [rawValue, ownName, "\(self)"] }

  /// Its wordings, part by part.
  package var words: any Catalogue.Type {
    switch self {
    case .english: English.self
    case .french: French.self
    case .spanish: Spanish.self
    case .russian: Russian.self
    case .arabic: Arabic.self
    case .chinese: Chinese.self
    }
  }

  /// All its wordings.
  package var catalogue: [Phrase: String] { words.all }
}
