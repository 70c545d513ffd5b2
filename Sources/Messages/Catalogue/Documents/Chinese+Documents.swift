extension Chinese {
  static let documents: [Phrase: String] = [
    // Exports, and the workbook of a report.
    .exportCurrent: "答复：{responses}。因后来的答复已更正而未收入：{superseded}。",
    .exportAll: "答复：{responses}，其中已被后来的答复更正：{superseded}。",
    .exportNoNames: "写有个人姓名的列未收入。",
    .exportWordsKept: "以文字写下的答案已收入，其中可能提到个人姓名：{columns}。",
    .exportLeftOut: "未收入的列：{columns}。",
    .codebookTitle: "编码手册",
    .codebookCounts: "计数以答复为单位，重复组以重复次数为单位；比例以已作答者为基数。",
    .codebookName: "名称",
    .codebookRepeat: "重复组",
    .codebookAskedIf: "提问条件",
    .codebookCode: "代码",
    .overview: "概览",
    .toOverview: "返回概览",

    // Names of sheets: no longer than 31 letters.
    .sheetStatus: "答复情况",
    .sheetAudit: "核对",
    .sheetQuotations: "引文",

    // Blank forms to send.
    .blankNumber: "编号",
    .blankAsked: "问题",
    .blankHow: "请在每个问题的指定位置作答，无法回答的请留空。{mark}之类的标记表明答案属于哪个问题，请勿更改。填好后请用电子邮件寄回。",
    .blankHowTicks: "请勾选答案前的方框。文字可以超出所给的空间。",
    .blankHowText: "请在所选答案前的括号内填{tick}。文字请写在{first}和{last}两个标记之间，行数不限。也可以在引用本邮件的回复中填写。",
    .blankNeeded: "此题必答。",
    .blankGoTo: "如果选择{choices}：请转到{place}。",
    .blankOtherwise: "否则：请转到{place}。",
    .blankOnlyIf: "仅当{place}的答案为{choices}时作答。",
    .blankOnlyAfter: "仅当其他答案要求时作答：{places}。",
    .blankQuestion: "问题{number}",
    .blankEnd: "表格末尾",
    .blankRoom: "预留位置：{count}；不需要的请留空。",
    .blankPage: "第{page}页，共{pages}页",
    .blankToken: "本表编码：{token}",
    .blankQuoted: "“{text}”",
    .blankOr: "{items}或{last}",
  ]
}
