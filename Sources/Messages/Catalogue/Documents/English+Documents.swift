extension English {
  static let documents: [Phrase: String] = [
    // Exports, and the workbook of a report.
    .exportCurrent: "Responses: {responses}. Left out because a later one corrects them: {superseded}.",
    .exportAll: "Responses: {responses}, among them corrected by a later one: {superseded}.",
    .exportNoNames: "Columns that name a person are left out.",
    .exportWordsKept: "Answers in words are kept, and may name a person: {columns}.",
    .exportLeftOut: "Left out: {columns}.",
    .codebookTitle: "Codebook",
    .codebookCounts:
      "Counts are of responses, or of repeats where a group is repeated; shares are of those that answered.",
    .codebookName: "Name",
    .codebookRepeat: "Repeated group",
    .codebookAskedIf: "Asked if",
    .codebookCode: "Code",
    .overview: "Overview",
    .toOverview: "Back to the overview",

    // Names of sheets: no longer than 31 letters.
    .sheetStatus: "Status",
    .sheetAudit: "Audit",
    .sheetQuotations: "Quotations",

    // Blank forms to send.
    .blankNumber: "No.",
    .blankAsked: "Question",
    .blankHow:
      "Please answer each question in its own place, and leave empty what you cannot answer. Marks such as {mark} tell which question an answer belongs to: please leave them as they are. Return the form by e-mail when it is filled.",
    .blankHowTicks: "Tick the box in front of an answer. A text may be longer than its box.",
    .blankHowText:
      "Put an {tick} between the brackets in front of an answer. Write a text between its two marks, {first} and {last}, over as many lines as you need. You may write into a quoted reply.",
    .blankNeeded: "An answer is needed.",
    .blankGoTo: "If {choices}: go to {place}.",
    .blankOtherwise: "Otherwise: go to {place}.",
    .blankOnlyIf: "Answer only if your answer to {place} is {choices}.",
    .blankOnlyAfter: "Answer only if other answers call for it: {places}.",
    .blankQuestion: "question {number}",
    .blankEnd: "the end of the form",
    .blankRoom: "Room is given {count} times; leave empty what you do not need.",
    .blankPage: "Page {page} of {pages}",
    .blankToken: "Code of this form: {token}",
    .blankQuoted: "“{text}”",
    .blankOr: "{items} or {last}",
  ]
}
