extension French {
  static let questions: [Phrase: String] = [
    // The start of a form.
    .formLength: "Questions : {questions}. Parties : {parts}.",
    .stopAnyTime:
      "Vous pouvez vous arrêter à tout moment : chaque réponse est conservée dès sa saisie. Rien n’est transmis avant l’envoi.",
    .howToMenu:
      "Le signe point saisi deux fois (..), seul sur une ligne, ouvre le menu : retour, aller à, aide, quitter, etc.",
    .furtherLanguages:
      "Les questions existent aussi en : {languages}. Pour choisir une langue, relancez avec --lang et son code.",
    .draftsFound: "Un brouillon a été trouvé sur cet ordinateur :",
    .draftLine: "{who}, réponses données : {answered} sur {asked}, dernier enregistrement : {time}",
    .draftContinue: "Continuer le brouillon",
    .draftLook: "Le consulter seulement",
    .draftNew: "Commencer un autre questionnaire (le brouillon est conservé)",
    .draftHint: "Pour le continuer : {command}",
    .lookOnly: "Simple consultation ; rien n’a été modifié.",
    .alreadyAnswered: "{who} a déjà répondu, le {time} ; accusé de réception : {receipt}.",
    .alreadyAnsweredUndated: "{who} a déjà répondu ; accusé de réception : {receipt}.",

    // A session for one mechanism.
    .sentCorrect: "Corriger ce qui a été envoyé le {time} ; accusé de réception : {receipt}",
    .sentCorrectUndated: "Corriger ce qui a été envoyé ; accusé de réception : {receipt}",
    .sentLook: "Consulter seulement ce qui a été envoyé",
    .sentNew: "Commencer un autre questionnaire (ce qui a été envoyé reste inchangé)",
    .toGoOnHere:
      "Pour continuer, connectez-vous de nouveau de la même façon : le brouillon est proposé au début.",

    // A question.
    .part: "Partie {part} sur {parts}. {title}",
    .repeatOf: "{title} : {number} sur {count}.",
    .questionOf: "Question {number} sur {total}, partie {part}.",
    .questionOfNoPart: "Question {number} sur {total}.",
    .needed: "Réponse requise avant l’envoi.",
    .chooseOne: "Choisissez une seule réponse.",
    .chooseAny: "Choisissez autant de réponses que vous le souhaitez.",
    .rankAll: "Classez toutes les réponses, la première en tête.",
    .onScale: "Un nombre de {start} à {end}, par pas de {step}.",
    .longText: "Texte. Pour terminer, saisissez une ligne ne contenant qu’un point (.).",
    .shortText: "Une ligne de texte.",
    .wholeNumber: "Un nombre entier.",
    .decimalNumber: "Un nombre.",
    .date: "Une date : année-mois-jour, par exemple 2018-11-09.",
    .month: "Un mois : année-mois, par exemple 2018-11. Son premier jour est conservé.",
    .year: "Une année, par exemple 2018. Son premier jour est conservé.",
    .time: "Une heure : heures:minutes, par exemple 16:30.",
    .dateAndTime: "Une date et une heure, par exemple 2018-11-09 16:30.",
    .dateTime: "Une date et une heure avec fuseau horaire, par exemple 2018-11-09T16:30:00Z.",
    .tick: "Saisissez 1 pour confirmer, -1 pour retirer la confirmation.",
    .noAnswerYet: "Pas encore de réponse.",
    .typedSoFar: "Saisi, pas encore retenu : {text}",
    .now: "Réponse actuelle : {answer}",
    .chosenNone: "Choix : aucun.",
    .chosen: "Choix ({count}) : {numbers}.",
    .ranked: "Ordre : {numbers}.",
    .rankHint:
      "Numéros dans votre ordre, par exemple 2 3 1 ; -3 retire le choix 3 ; Entrée conserve la réponse.",
    .keepHint: "Entrée conserve la réponse.",
    .emptyHint: "Entrée : laisser sans réponse.",
    .manyHint: "Numéros ou intervalles ; -3 retire le choix 3 ; Entrée conserve la réponse.",
    .longHint: "Un point (.) dès la première ligne conserve le texte ; un nouveau texte le remplace.",
    .longEmptyHint: "Un point saisi immédiatement laisse la question sans réponse.",
    .textGoesOn: "Le texte continue ; un point seul sur une ligne le termine.",
    .nothingOffered: "Rien n’est proposé ici tant que d’autres questions restent sans réponse.",
    .noLongerOffered: "(n’est plus proposé)",
    .choicesShown:
      "Affichées ici : {shown} sur {count}. Pour en trouver d’autres, saisissez une partie du libellé.",
    .choicePrompt: "Numéro : ",
    .answerPrompt: "Réponse : ",
    .textPrompt: "> ",
    .otherLanguage: "[{language}]",
    .howMany: "{title} : combien ? Un nombre entier, 0 s’il n’y en a aucun.",

    // The list of a repeat group.
    .repeatAdd: "ajouter un élément",
    .repeatRemove: "supprimer cet élément",
    .repeatKeep: "le conserver",
    .repeatsDone: "c’est tout : continuer",
    .repeatsHint:
      "Un numéro ouvre l’élément ; un nombre plus grand indique combien il y en a. + en ajoute un, -1 supprime l’élément 1, un point seul quitte la liste.",
    .repeatsEmptyHint: "Un nombre indique combien il y en a, + en ajoute un.",
    .enterOpens: "Entrée ouvre l’élément {number}.",
    .enterGoesOn: "Entrée passe à la suite.",
    .repeatsUnknown: "Leur nombre n’est pas indiqué ; 0 signifie qu’il n’y en a aucun.",
    .removeAsked: "Supprimer {title} {number} ? Réponses saisies : {count}.",
    .removed: "Supprimé : {title} {number}. Annuler le rétablit.",
    .countedBy: "{title} : le formulaire en fixe lui-même le nombre, d’après la réponse à : {numbers}.",
    .countedAlways: "{title} : le formulaire en fixe lui-même le nombre.",
    .hintOpen: "Entrée ouvrir",
    .hintAdd: "+ ajouter",
    .hintRemove: "Suppr supprimer",
    .helpRepeats:
      "Dans une liste d’éléments répétés, Entrée ouvre l’élément choisi. + en ajoute un, Suppr ou - supprime l’élément choisi. Un numéro mène à l’élément ; un nombre plus grand, ou 0, indique combien il y en a.",

    // What was done with an answer.
    .saved: "Réponse enregistrée.",
    .savedWords: "Réponse enregistrée, nombre de mots : {count}.",
    .kept: "Réponse inchangée.",
    .leftEmpty: "Question laissée sans réponse.",
    .cleared: "Réponse effacée.",
    .markedNotApplicable: "Réponse enregistrée : sans objet.",
    .setAside: "Réponses mises de côté : {numbers}. Elles sont conservées, mais ne sont pas transmises.",
    .askedAgain: "Questions posées de nouveau, avec les réponses conservées : {numbers}.",
    .undone: "Modification annulée : question {number}.",
    .redone: "Modification rétablie : question {number}.",
    .nothingToUndo: "Il n’y a aucune modification à annuler.",
    .nothingToRedo: "Il n’y a aucune modification à rétablir.",

    // What could not be taken as an answer.
    .notAChoice: "Saisie non retenue : « {found} ». Veuillez indiquer des numéros de 1 à {count}.",
    .onlyOne: "Saisie non retenue : « {found} ». Veuillez indiquer un seul numéro.",
    .notChosenBefore: "Saisie non retenue : le choix {number} n’avait pas été fait.",
    .notANumber:
      "Saisie non retenue : « {found} » n’est pas un nombre. Veuillez saisir des chiffres, par exemple 2.5.",
    .notAWholeNumber:
      "Saisie non retenue : « {found} » n’est pas un nombre entier. Veuillez saisir uniquement des chiffres, par exemple 12.",
    .tooLarge: "Saisie non retenue : le nombre « {found} » est trop grand.",
    .notADate:
      "Saisie non retenue : « {found} » n’est pas une date. Veuillez indiquer année-mois-jour, par exemple 2018-11-09.",
    .noSuchDay:
      "Saisie non retenue : le jour « {found} » n’existe pas dans le calendrier. Veuillez indiquer année-mois-jour, par exemple 2018-11-09.",
    .notAMonth:
      "Saisie non retenue : « {found} » n’est pas un mois. Veuillez indiquer année-mois, par exemple 2018-11.",
    .notAYear:
      "Saisie non retenue : « {found} » n’est pas une année. Veuillez indiquer quatre chiffres, par exemple 2018.",
    .notATime:
      "Saisie non retenue : « {found} » n’est pas une heure. Veuillez indiquer heures:minutes, par exemple 16:30.",
    .notADateTime:
      "Saisie non retenue : « {found} » n’est pas une date suivie d’une heure. Veuillez suivre cet exemple : 2018-11-09 16:30.",
    .notATick: "Saisie non retenue : « {found} ». Veuillez indiquer 1 ou -1.",
    .rankedTwice:
      "Saisie non retenue : « {found} » y figure deux fois. Veuillez indiquer chaque numéro une seule fois.",
    .notOnScale:
      "Saisie non retenue : « {found} » ne figure pas sur l’échelle. Veuillez indiquer un nombre de {start} à {end}, par pas de {step}.",
    .notRanked: "Veuillez classer toutes les réponses. Nombre de réponses encore sans rang : {count}.",
    .notText: "Saisie non retenue : le texte contient un caractère qui ne peut pas être enregistré.",
    .notOffered: "Saisie non retenue : « {found} » ne fait pas partie des réponses proposées ici.",
    .lostChoice: "« {found} » n’est plus proposé ici : veuillez choisir à nouveau.",
    .brokenRule: "Veuillez vérifier : la réponse ne respecte pas la règle fixée pour cette question.",
    .matching: "Correspondances : {choices}",
    .notStored: "NON ENREGISTRÉ : {reason}. Veuillez répondre à nouveau.",
  ]
}
