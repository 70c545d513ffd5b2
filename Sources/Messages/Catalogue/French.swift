let frenchCatalogue: [Phrase: String] = [:]
