let russianCatalogue: [Phrase: String] = [:]
