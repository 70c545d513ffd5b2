extension French {
  static let coding: [Phrase: String] = [
    // Coding of open answers, and the agreement of coders.
    .codingProgress: "{coder}, codées : {coded} sur {total}",
    .codingAnswerOf: "Réponse {number} sur {total} : {who}",
    .codingPlace: "{file}, ligne {line}",
    .codingSuggested: "(suggéré par des mots-clés)",
    .codingNone: "Aucun de ces codes ne convient",
    .codingAdd: "Ajouter un code à la grille",
    .codingLabel: "Libellé du nouveau code : ",
    .codingAdded: "Ajouté à la grille, version {version} : {code}",
    .codingGiven: "Enregistré : {codes}.",
    .codingNotCoded: "Pas codée.",
    .codingNothing: "Aucune réponse n’attend d’être codée par {coder}.",
    .codingDone: "Codées par {coder} : {coded} sur {total}.",
    .codingLineHint:
      "Les numéros attribuent des codes, -3 en retire un, 0 dit qu’aucun ne convient, + et un libellé ajoute un code, < revient, Entrée continue, .. quitte.",
    .codingPrompt: "Codes : ",
    .hintCode: "Numéro ou Espace : code",
    .hintBack: "Maj-Tab retour",
    .hintLeave: "Échap quitter",
    .agreementTitle: "Accord entre codeurs",
    .agreementBase:
      "Réponses : {answers}. Codées par plusieurs : {several}. Laissées de côté : codées par un seul {single}, par personne {uncoded}.",
    .agreementCode: "Code",
    .agreementUsed: "Donné",
    .agreementPercent: "Accord",
    .agreementWhole: "Réponses entières, mêmes codes",
    .agreementMasi: "Réponses entières, codes communs (MASI)",
    .agreementNotDefined: "Non défini quand toutes les valeurs sont égales : -",

    // Codes of open answers in figures.
    .coded: "codées",
    .noCode: "aucun des codes",
    .disputed: "codeurs en désaccord",
    .uncoded: "pas encore codées",
    .evidenceStated: "énoncé",
    .evidenceDerived: "déduit",
    .countsCoded: "Réponses ouvertes, selon ce qu’elles disent.",
    .codebook: "Grille de codage",
    .codebookVersion: "{name}, version {version}",
    .noteUncoded: "Autres réponses des mêmes mécanismes, pas encore codées : {count}.",
    .noteCodersDisagree:
      "Réponses sur lesquelles les codeurs divergent : {count}. Les codes attribués par la moitié au plus des codeurs ne sont pas comptés : {codes}.",
    .noteCodesReplaced: "Comptés sous les codes qui les remplacent : {codes}.",
    .noteCodesNotInUse: "Codes absents de la grille, ou abandonnés : {codes}.",
  ]
}
