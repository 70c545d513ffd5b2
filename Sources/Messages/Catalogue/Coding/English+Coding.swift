extension English {
  static let coding: [Phrase: String] = [
    // Coding of open answers, and the agreement of coders.
    .codingProgress: "{coder}, coded: {coded} of {total}",
    .codingAnswerOf: "Answer {number} of {total}: {who}",
    .codingPlace: "{file}, line {line}",
    .codingSuggested: "(suggested by keywords)",
    .codingNone: "None of these codes fits",
    .codingAdd: "Add a code to the codebook",
    .codingLabel: "Label of the new code: ",
    .codingAdded: "Added to the codebook, version {version}: {code}",
    .codingGiven: "Saved: {codes}.",
    .codingNotCoded: "Not coded.",
    .codingNothing: "No answer waits to be coded by {coder}.",
    .codingDone: "Coded by {coder}: {coded} of {total}.",
    .codingLineHint:
      "Numbers give codes, -3 takes one back, 0 says that none fits, + and a label adds a code, < goes back, Enter goes on, .. leaves.",
    .codingPrompt: "Codes: ",
    .hintCode: "Number or Space: code",
    .hintBack: "Shift-Tab back",
    .hintLeave: "Esc leave",
    .agreementTitle: "Agreement of coders",
    .agreementBase:
      "Answers: {answers}. Coded by several: {several}. Left out: coded by one {single}, by nobody {uncoded}.",
    .agreementCode: "Code",
    .agreementUsed: "Given",
    .agreementPercent: "Agree",
    .agreementWhole: "Whole answers, the same codes",
    .agreementMasi: "Whole answers, codes in common (MASI)",
    .agreementNotDefined: "Not defined where all values are the same: -",

    // Codes of open answers in figures.
    .coded: "coded",
    .noCode: "none of the codes",
    .disputed: "coders disagree",
    .uncoded: "not coded yet",
    .evidenceStated: "stated",
    .evidenceDerived: "derived",
    .countsCoded: "Open answers, by what they say.",
    .codebook: "Codebook",
    .codebookVersion: "{name}, version {version}",
    .noteUncoded: "Other answers of the same mechanisms, not coded yet: {count}.",
    .noteCodersDisagree:
      "Answers on which coders disagree: {count}. Codes that no more than half of their coders gave are not counted: {codes}.",
    .noteCodesReplaced: "Counted as the codes that stand for them now: {codes}.",
    .noteCodesNotInUse: "Codes that the codebook does not have, or has given up: {codes}.",
  ]
}
