extension Russian {
  static let coding: [Phrase: String] = [
    // Coding of open answers, and the agreement of coders.
    .codingProgress: "{coder}, закодировано: {coded} из {total}",
    .codingAnswerOf: "Ответ {number} из {total}: {who}",
    .codingPlace: "{file}, строка {line}",
    .codingSuggested: "(предложено по ключевым словам)",
    .codingNone: "Ни один из этих кодов не подходит",
    .codingAdd: "Добавить код в кодификатор",
    .codingLabel: "Название нового кода: ",
    .codingAdded: "Добавлено в кодификатор, версия {version}: {code}",
    .codingGiven: "Сохранено: {codes}.",
    .codingNotCoded: "Не закодировано.",
    .codingNothing: "Нет ответов, которые ждут кодировщика {coder}.",
    .codingDone: "Закодировано ({coder}): {coded} из {total}.",
    .codingLineHint:
      "Номера присваивают коды, -3 снимает код, 0 — ни один не подходит, + и название добавляют код, < назад, Enter дальше, .. выход.",
    .codingPrompt: "Коды: ",
    .hintCode: "Номер или пробел: код",
    .hintBack: "Shift-Tab назад",
    .hintLeave: "Esc выход",
    .agreementTitle: "Согласованность кодировщиков",
    .agreementBase:
      "Ответы: {answers}. Закодированы несколькими: {several}. Не учтены: закодированы одним {single}, никем {uncoded}.",
    .agreementCode: "Код",
    .agreementUsed: "Дан",
    .agreementPercent: "Согласие",
    .agreementWhole: "Ответы целиком, те же коды",
    .agreementMasi: "Ответы целиком, общие коды (MASI)",
    .agreementNotDefined: "Не определено, если все значения одинаковы: -",

    // Codes of open answers in figures.
    .coded: "закодированные",
    .noCode: "ни один из кодов",
    .disputed: "кодировщики расходятся",
    .uncoded: "ещё не закодировано",
    .evidenceStated: "указано",
    .evidenceDerived: "выведено",
    .countsCoded: "Открытые ответы по содержанию.",
    .codebook: "Кодификатор",
    .codebookVersion: "{name}, версия {version}",
    .noteUncoded: "Другие ответы тех же механизмов, ещё не закодированные: {count}.",
    .noteCodersDisagree:
      "Ответы, по которым кодировщики расходятся: {count}. Коды, присвоенные не более чем половиной кодировщиков, не учтены: {codes}.",
    .noteCodesReplaced: "Учтены как коды, заменившие их: {codes}.",
    .noteCodesNotInUse: "Коды, которых нет в кодификаторе или от которых отказались: {codes}.",
  ]
}
