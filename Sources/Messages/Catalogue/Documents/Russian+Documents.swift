extension Russian {
  static let documents: [Phrase: String] = [
    // Exports, and the workbook of a report.
    .exportCurrent: "Ответы: {responses}. Пропущены, так как исправлены более поздними: {superseded}.",
    .exportAll: "Ответы: {responses}, из них исправлены более поздними: {superseded}.",
    .exportNoNames: "Столбцы, в которых названы люди, пропущены.",
    .exportWordsKept: "Ответы, написанные словами, сохранены и могут называть людей: {columns}.",
    .exportLeftOut: "Пропущены столбцы: {columns}.",
    .codebookTitle: "Книга кодов",
    .codebookCounts:
      "Считаются ответы, а в повторяемой группе повторения; доли берутся от числа ответивших.",
    .codebookName: "Имя",
    .codebookRepeat: "Повторяемая группа",
    .codebookAskedIf: "Задаётся, если",
    .codebookCode: "Код",
    .overview: "Обзор",
    .toOverview: "Назад к обзору",

    // Names of sheets: no longer than 31 letters.
    .sheetStatus: "Состояние ответов",
    .sheetAudit: "Сверка",
    .sheetQuotations: "Цитаты",

    // Blank forms to send.
    .blankNumber: "№",
    .blankAsked: "Вопрос",
    .blankHow:
      "Просим отвечать на каждый вопрос в отведённом для него месте и оставлять пустым то, на что вы не можете ответить. Метки, например {mark}, показывают, к какому вопросу относится ответ: просим их не менять. Заполненную анкету верните по электронной почте.",
    .blankHowTicks: "Отметьте поле перед ответом. Текст может быть длиннее своего поля.",
    .blankHowText:
      "Поставьте знак {tick} между скобками перед ответом. Текст пишите между его двумя метками, {first} и {last}, на любом числе строк. Можно писать и в ответе с цитатой этого письма.",
    .blankNeeded: "Ответ обязателен.",
    .blankGoTo: "Если ответ {choices}: далее {place}.",
    .blankOtherwise: "Иначе: далее {place}.",
    .blankOnlyIf: "Отвечайте, только если ваш ответ на {place} — {choices}.",
    .blankOnlyAfter: "Отвечайте, только если этого требуют другие ответы: {places}.",
    .blankQuestion: "вопрос {number}",
    .blankEnd: "конец анкеты",
    .blankRoom: "Отведено мест: {count}; ненужные оставьте пустыми.",
    .blankPage: "Страница {page} из {pages}",
    .blankToken: "Код этой анкеты: {token}",
    .blankQuoted: "«{text}»",
    .blankOr: "{items} или {last}",
  ]
}
