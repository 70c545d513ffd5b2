extension Arabic {
  static let coding: [Phrase: String] = [
    // Coding of open answers, and the agreement of coders.
    .codingProgress: "{coder}، المرمّز: {coded} من {total}",
    .codingAnswerOf: "الجواب {number} من {total}: {who}",
    .codingPlace: "{file}، السطر {line}",
    .codingSuggested: "(مقترح بحسب الكلمات المفتاحية)",
    .codingNone: "لا ينطبق أي من هذه الرموز",
    .codingAdd: "إضافة رمز إلى دليل الترميز",
    .codingLabel: "تسمية الرمز الجديد: ",
    .codingAdded: "أضيف إلى دليل الترميز، الإصدار {version}: {code}",
    .codingGiven: "حُفظ: {codes}.",
    .codingNotCoded: "غير مرمّز.",
    .codingNothing: "لا يوجد جواب ينتظر ترميز {coder}.",
    .codingDone: "ما رمّزه {coder}: {coded} من {total}.",
    .codingLineHint:
      "الأرقام تعطي الرموز، و\u{200E}-3 يسحب رمزا، و0 يعني أنه لا ينطبق أي رمز، و+ مع تسمية يضيف رمزا، و< للرجوع، وEnter للمتابعة، و.. للخروج.",
    .codingPrompt: "الرموز: ",
    .hintCode: "الرقم أو المسافة: رمز",
    .hintBack: "Shift-Tab رجوع",
    .hintLeave: "Esc خروج",
    .agreementTitle: "اتفاق المرمّزين",
    .agreementBase:
      "الأجوبة: {answers}. رمّزها عدة أشخاص: {several}. المستبعدة: رمّزها شخص واحد {single}، ولم يرمّزها أحد {uncoded}.",
    .agreementCode: "الرمز",
    .agreementUsed: "أُعطي",
    .agreementPercent: "الاتفاق",
    .agreementWhole: "الأجوبة كاملة، الرموز نفسها",
    .agreementMasi: "الأجوبة كاملة، الرموز المشتركة (MASI)",
    .agreementNotDefined: "غير معرّف حيث تتساوى جميع القيم: -",

    // Codes of open answers in figures.
    .coded: "المرمّزة",
    .noCode: "لا ينطبق أي رمز",
    .disputed: "اختلف المرمّزون",
    .uncoded: "لم تُرمّز بعد",
    .evidenceStated: "مصرح به",
    .evidenceDerived: "مستنتج",
    .countsCoded: "الأجوبة المفتوحة بحسب مضمونها.",
    .codebook: "دليل الترميز",
    .codebookVersion: "{name}، الإصدار {version}",
    .noteUncoded: "أجوبة أخرى للآليات نفسها لم تُرمّز بعد: {count}.",
    .noteCodersDisagree:
      "أجوبة اختلف فيها المرمّزون: {count}. لا تُحسب الرموز التي أعطاها نصفهم أو أقل: {codes}.",
    .noteCodesReplaced: "حُسبت ضمن الرموز التي حلت محلها: {codes}.",
    .noteCodesNotInUse: "رموز ليست في دليل الترميز أو تُخلي عنها: {codes}.",
  ]
}
