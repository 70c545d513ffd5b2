let chineseCatalogue: [Phrase: String] = [:]
