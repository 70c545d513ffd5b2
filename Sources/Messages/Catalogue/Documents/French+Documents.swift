extension French {
  static let documents: [Phrase: String] = [
    // Exports, and the workbook of a report.
    .exportCurrent:
      "Réponses : {responses}. Laissées de côté, car une réponse ultérieure les corrige : {superseded}.",
    .exportAll: "Réponses : {responses}, dont corrigées par une réponse ultérieure : {superseded}.",
    .exportNoNames: "Les colonnes qui nomment une personne sont laissées de côté.",
    .exportWordsKept: "Les réponses rédigées sont conservées et peuvent nommer une personne : {columns}.",
    .exportLeftOut: "Colonnes laissées de côté : {columns}.",
    .codebookTitle: "Dictionnaire des variables",
    .codebookCounts:
      "Les effectifs comptent les réponses, ou les répétitions dans un groupe répété ; les parts se rapportent à ceux qui ont répondu.",
    .codebookName: "Nom",
    .codebookRepeat: "Groupe répété",
    .codebookAskedIf: "Posée si",
    .codebookCode: "Code",
    .overview: "Vue d’ensemble",
    .toOverview: "Retour à la vue d’ensemble",

    // Names of sheets: no longer than 31 letters.
    .sheetStatus: "État des réponses",
    .sheetAudit: "Vérification",
    .sheetQuotations: "Citations",

    // Blank forms to send.
    .blankNumber: "N°",
    .blankAsked: "Question",
    .blankHow:
      "Veuillez répondre à chaque question à l’endroit prévu et laisser vide ce à quoi vous ne pouvez pas répondre. Les repères tels que {mark} indiquent à quelle question une réponse appartient : veuillez ne pas y toucher. Une fois rempli, renvoyez le formulaire par courriel.",
    .blankHowTicks: "Cochez la case placée devant une réponse. Un texte peut dépasser son cadre.",
    .blankHowText:
      "Mettez un {tick} entre les crochets ou les parenthèses placés devant une réponse. Écrivez un texte entre ses deux repères, {first} et {last}, sur autant de lignes que nécessaire. Vous pouvez écrire dans une réponse qui cite ce message.",
    .blankNeeded: "Une réponse est nécessaire.",
    .blankGoTo: "Si {choices} : passez à {place}.",
    .blankOtherwise: "Sinon : passez à {place}.",
    .blankOnlyIf: "À remplir seulement si votre réponse à {place} est {choices}.",
    .blankOnlyAfter: "À remplir seulement si d’autres réponses le demandent : {places}.",
    .blankQuestion: "la question {number}",
    .blankEnd: "la fin du formulaire",
    .blankRoom: "Emplacements prévus : {count} ; laissez vides ceux qui ne servent pas.",
    .blankPage: "Page {page} sur {pages}",
    .blankToken: "Code de ce formulaire : {token}",
    .blankQuoted: "« {text} »",
    .blankOr: "{items} ou {last}",
  ]
}
