let spanishCatalogue: [Phrase: String] = [:]
