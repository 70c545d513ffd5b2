extension Spanish {
  static let coding: [Phrase: String] = [
    // Coding of open answers, and the agreement of coders.
    .codingProgress: "{coder}, codificadas: {coded} de {total}",
    .codingAnswerOf: "Respuesta {number} de {total}: {who}",
    .codingPlace: "{file}, línea {line}",
    .codingSuggested: "(sugerido por palabras clave)",
    .codingNone: "Ninguno de estos códigos corresponde",
    .codingAdd: "Añadir un código al libro",
    .codingLabel: "Nombre del nuevo código: ",
    .codingAdded: "Añadido al libro de códigos, versión {version}: {code}",
    .codingGiven: "Guardado: {codes}.",
    .codingNotCoded: "Sin codificar.",
    .codingNothing: "Ninguna respuesta espera a que {coder} la codifique.",
    .codingDone: "Codificadas por {coder}: {coded} de {total}.",
    .codingLineHint:
      "Los números dan códigos, -3 quita uno, 0 dice que ninguno corresponde, + y un nombre añade un código, < vuelve, Intro sigue, .. sale.",
    .codingPrompt: "Códigos: ",
    .hintCode: "Número o Espacio: código",
    .hintBack: "Mayús-Tab atrás",
    .hintLeave: "Esc salir",
    .agreementTitle: "Acuerdo entre codificadores",
    .agreementBase:
      "Respuestas: {answers}. Codificadas por varios: {several}. Excluidas: codificadas por uno {single}, por nadie {uncoded}.",
    .agreementCode: "Código",
    .agreementUsed: "Dado",
    .agreementPercent: "Acuerdo",
    .agreementWhole: "Respuestas enteras, mismos códigos",
    .agreementMasi: "Respuestas enteras, códigos comunes (MASI)",
    .agreementNotDefined: "No definido donde todos los valores son iguales: -",

    // Codes of open answers in figures.
    .coded: "codificadas",
    .noCode: "ninguno de los códigos",
    .disputed: "los codificadores discrepan",
    .uncoded: "aún sin codificar",
    .evidenceStated: "declarado",
    .evidenceDerived: "deducido",
    .countsCoded: "Respuestas abiertas, según lo que dicen.",
    .codebook: "Libro de códigos",
    .codebookVersion: "{name}, versión {version}",
    .noteUncoded: "Otras respuestas de los mismos mecanismos, aún sin codificar: {count}.",
    .noteCodersDisagree:
      "Respuestas en las que los codificadores discrepan: {count}. No se cuentan los códigos que dio la mitad o menos de ellos: {codes}.",
    .noteCodesReplaced: "Se cuentan como los códigos que los sustituyen: {codes}.",
    .noteCodesNotInUse: "Códigos que el libro no tiene o ha retirado: {codes}.",
  ]
}
