extension Spanish {
  static let documents: [Phrase: String] = [
    // Exports, and the workbook of a report.
    .exportCurrent: "Respuestas: {responses}. Omitidas porque una posterior las corrige: {superseded}.",
    .exportAll: "Respuestas: {responses}, de ellas corregidas por una posterior: {superseded}.",
    .exportNoNames: "Se omiten las columnas que nombran a una persona.",
    .exportWordsKept: "Se conservan las respuestas redactadas, que pueden nombrar a una persona: {columns}.",
    .exportLeftOut: "Columnas omitidas: {columns}.",
    .codebookTitle: "Libro de códigos",
    .codebookCounts:
      "Los recuentos son de respuestas, o de repeticiones en un grupo repetido; los porcentajes son de quienes respondieron.",
    .codebookName: "Nombre",
    .codebookRepeat: "Grupo repetido",
    .codebookAskedIf: "Se pregunta si",
    .codebookCode: "Código",
    .overview: "Resumen",
    .toOverview: "Volver al resumen",

    // Names of sheets: no longer than 31 letters.
    .sheetStatus: "Estado de las respuestas",
    .sheetAudit: "Verificación",
    .sheetQuotations: "Citas",

    // Blank forms to send.
    .blankNumber: "N.º",
    .blankAsked: "Pregunta",
    .blankHow:
      "Responda a cada pregunta en su lugar y deje vacío aquello a lo que no pueda responder. Las marcas como {mark} indican a qué pregunta corresponde cada respuesta: le rogamos que no las cambie. Una vez rellenado, devuelva el formulario por correo electrónico.",
    .blankHowTicks:
      "Marque la casilla situada delante de una respuesta. Un texto puede ser más largo que su recuadro.",
    .blankHowText:
      "Ponga una {tick} entre los corchetes o paréntesis situados delante de una respuesta. Escriba un texto entre sus dos marcas, {first} y {last}, en tantas líneas como necesite. Puede escribir en una respuesta que cite este mensaje.",
    .blankNeeded: "Se necesita una respuesta.",
    .blankGoTo: "Si responde {choices}: continúe en {place}.",
    .blankOtherwise: "En otro caso: continúe en {place}.",
    .blankOnlyIf: "Responda solo si su respuesta a {place} es {choices}.",
    .blankOnlyAfter: "Responda solo si otras respuestas lo piden: {places}.",
    .blankQuestion: "la pregunta {number}",
    .blankEnd: "el final del formulario",
    .blankRoom: "Espacios previstos: {count}; deje vacíos los que no necesite.",
    .blankPage: "Página {page} de {pages}",
    .blankToken: "Código de este formulario: {token}",
    .blankQuoted: "«{text}»",
    .blankOr: "{items} o {last}",
  ]
}
