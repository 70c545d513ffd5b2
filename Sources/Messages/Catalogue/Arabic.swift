let arabicCatalogue: [Phrase: String] = [:]
