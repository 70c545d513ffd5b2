extension Arabic {
  static let documents: [Phrase: String] = [
    // Exports, and the workbook of a report.
    .exportCurrent: "الردود: {responses}. المستبعدة لأن ردًا لاحقًا يصححها: {superseded}.",
    .exportAll: "الردود: {responses}، ومنها ما يصححه رد لاحق: {superseded}.",
    .exportNoNames: "استُبعدت الأعمدة التي تذكر اسم شخص.",
    .exportWordsKept: "أُبقيت الإجابات المكتوبة، وقد تذكر اسم شخص: {columns}.",
    .exportLeftOut: "الأعمدة المستبعدة: {columns}.",
    .codebookTitle: "دليل الرموز",
    .codebookCounts: "الأعداد هي أعداد الردود، أو التكرارات في مجموعة مكررة؛ والنسب من الذين أجابوا.",
    .codebookName: "الاسم",
    .codebookRepeat: "مجموعة مكررة",
    .codebookAskedIf: "يُسأل إذا",
    .codebookCode: "الرمز",
    .overview: "نظرة عامة",
    .toOverview: "العودة إلى النظرة العامة",

    // Names of sheets: no longer than 31 letters.
    .sheetStatus: "حالة الردود",
    .sheetAudit: "التدقيق",
    .sheetQuotations: "اقتباسات",

    // Blank forms to send.
    .blankNumber: "الرقم",
    .blankAsked: "السؤال",
    .blankHow:
      "يرجى الإجابة عن كل سؤال في المكان المخصص له، وترك ما لا يمكنكم الإجابة عنه فارغا. العلامات مثل {mark} تبين السؤال الذي يعود إليه كل جواب: يرجى عدم تغييرها. يرجى إعادة الاستمارة بالبريد الإلكتروني بعد ملئها.",
    .blankHowTicks: "ضعوا علامة في المربع الذي يسبق الجواب. يمكن أن يكون النص أطول من إطاره.",
    .blankHowText:
      "ضعوا {tick} بين القوسين قبل الجواب. اكتبوا النص بين علامتيه {first} و{last} في أي عدد من الأسطر. يمكنكم الكتابة في رد يقتبس هذه الرسالة.",
    .blankNeeded: "الإجابة مطلوبة.",
    .blankGoTo: "إذا كان الجواب {choices}: انتقلوا إلى {place}.",
    .blankOtherwise: "في غير ذلك: انتقلوا إلى {place}.",
    .blankOnlyIf: "أجيبوا فقط إذا كان جوابكم عن {place} هو {choices}.",
    .blankOnlyAfter: "أجيبوا فقط إذا اقتضت ذلك أجوبة أخرى: {places}.",
    .blankQuestion: "السؤال {number}",
    .blankEnd: "نهاية الاستمارة",
    .blankRoom: "عدد الأماكن المخصصة: {count}؛ اتركوا ما لا تحتاجون إليه فارغا.",
    .blankPage: "الصفحة {page} من {pages}",
    .blankToken: "رمز هذه الاستمارة: {token}",
    .blankQuoted: "«{text}»",
    .blankOr: "{items} أو {last}",
  ]
}
