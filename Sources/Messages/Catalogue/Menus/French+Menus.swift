extension French {
  static let menus: [Phrase: String] = [
    // The menu.
    .menu: "Menu :",
    .menuBack: "retour",
    .menuGoTo: "aller à",
    .menuRepeat: "répéter",
    .menuHelp: "aide",
    .menuEditor: "éditeur",
    .menuReview: "vérifier",
    .menuLeave: "quitter",
    .menuUndo: "annuler",
    .menuRedo: "rétablir",
    .menuNotApplicable: "sans objet",
    .menuClear: "effacer",
    .menuClose: "Entrée ferme le menu.",
    .notInMenu: "« {found} » ne figure pas dans le menu. Veuillez indiquer un numéro de 1 à {count}.",
    .goToPrompt: "Numéro de la question : ",
    .noSuchQuestion:
      "Il n’y a pas de question « {found} ». Veuillez indiquer un numéro du questionnaire, par exemple {example}.",
    .notAskedNow: "La question {number} n’est pas posée, en raison de la réponse à la question {because}.",
    .notAskedAtAll: "La question {number} n’est pas posée.",
    .firstQuestion: "Ceci est la première question.",
    .noHelp: "Il n’y a pas d’aide complémentaire sur cette question.",
    .noEditor:
      "Aucun éditeur de texte n’est défini. Veuillez indiquer son nom dans la variable EDITOR, par exemple nano.",
    .editorFailed: "L’éditeur de texte a échoué ; le texte est inchangé.",
    .editorOnlyForText: "L’éditeur sert aux textes ; cette question appelle une réponse d’un autre type.",

    // The review and what follows.
    .leaveAsked:
      "Quitter ? Vos réponses sont enregistrées. Ctrl-C une seconde fois pour quitter ; Entrée pour continuer.",
    .reviewTitle: "Vérification avant l’envoi",
    .answeredOf: "Réponses données : {answered} sur {asked}.",
    .notAnswered: "SANS RÉPONSE ({count})",
    .maySendEmpty: "l’envoi est possible sans ces réponses",
    .pleaseLook: "À VÉRIFIER ({count})",
    .setAsideTitle: "MISES DE CÔTÉ ({count})",
    .setAsideNote: "masquées en raison d’une autre réponse ; conservées, mais non transmises",
    .because: "en raison de la question {number}",
    .answersTitle: "RÉPONSES",
    .answers: "Réponses",
    .reviewMenu: "Étape suivante :",
    .submit: "envoyer",
    .goTo: "aller à une question",
    .leave: "enregistrer et quitter",
    .stillNeeded: "Questionnaire non envoyé. Réponses encore requises : {numbers}.",
    .mustMend: "Questionnaire non envoyé. Réponses à corriger d’abord : {numbers}.",
    .notSubmitted: "Questionnaire non envoyé : {reason}. Vos réponses sont enregistrées.",
    .formChanged:
      "le questionnaire a été modifié pendant que vous le remplissiez ; quittez-le, puis reprenez ce que vous avez enregistré",
    .submitted: "Questionnaire envoyé. Nous vous remercions.",
    .receipt: "Accusé de réception",
    .respondent: "Mécanisme",
    .submittedTime: "Date et heure",
    .answerCounts:
      "réponses données : {answered} sur {asked}, sans réponse : {empty}, mises de côté : {aside}",
    .copy: "Copie",
    .savedNotSubmitted: "Questionnaire enregistré, mais non envoyé.",
    .nothingKept: "Rien n’a été saisi ; aucun brouillon n’est conservé.",
    .toGoOn: "Pour continuer : {command}",
    .toCorrect: "Pour corriger cette réponse : {command}",

    // What the form itself could not do, in the review.
    .formFaults: "ERREURS DU QUESTIONNAIRE ({count})",
    .formFaultsNote:
      "veuillez les signaler à qui vous l’a transmis ; vos réponses peuvent être envoyées malgré tout",
    .faultRelevant:
      "Il n’a pas été possible d’établir si cette question s’applique ; elle est posée malgré tout.",
    .faultConstraint: "Cette réponse n’a pas pu être contrôlée.",
    .faultRequired: "Il n’a pas été possible d’établir si une réponse est requise ; elle n’est pas exigée.",
    .faultCalculation: "Cette valeur n’a pas pu être calculée et reste vide.",
    .faultChoices:
      "Il n’a pas été possible d’établir quels choix conviennent ; il se peut que trop de choix soient proposés.",
    .faultRepeats:
      "Il n’a pas été possible d’établir combien de fois cette question se pose ; elle n’est pas posée.",
    .faultSetting: "Le questionnaire n’a pas pu remplir cette réponse ; elle est inchangée.",
    .faultReadOnly:
      "Il n’a pas été possible d’établir si cette réponse peut être modifiée ; elle peut l’être.",
    .faultText: "Une partie de ce texte n’a pas pu être complétée et manque.",
    .faultOrder: "L’ordre des choix n’a pas pu être calculé ; ils suivent l’ordre de la liste.",
    .forAuthor: "Pour l’auteur du questionnaire : {detail}",
  ]
}
