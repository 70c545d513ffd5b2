/// Every string of the interface, by what it is for.
///
/// The wordings stand in `Catalogue/`, a folder for each part below, with a file for each language.
///
/// `{name}` in a wording is filled in. A number stands behind a colon or in brackets, never before a noun:
/// no language then needs a rule for its plurals.
public enum Phrase: String, CaseIterable, Sendable {
  // MARK: - Questions

  // The start of a form.
  case formLength, stopAnyTime, howToMenu, furtherLanguages
  case draftsFound, draftLine, draftContinue, draftLook, draftNew, draftHint, lookOnly
  case alreadyAnswered, alreadyAnsweredUndated

  // A session for one mechanism.
  case sentCorrect, sentCorrectUndated, sentLook, sentNew, toGoOnHere

  // A question.
  case part, repeatOf, questionOf, questionOfNoPart, needed
  case chooseOne, chooseAny, rankAll, onScale, longText, shortText, wholeNumber, decimalNumber
  case date, month, year, time, dateAndTime, dateTime, tick
  case noAnswerYet, typedSoFar, now, chosenNone, chosen, ranked, rankHint
  case keepHint, emptyHint, manyHint, longHint, longEmptyHint, textGoesOn, nothingOffered, noLongerOffered
  case choicesShown
  case choicePrompt, answerPrompt, textPrompt
  case otherLanguage, howMany

  // The list of a repeat group.
  case repeatAdd, repeatRemove, repeatKeep, repeatsDone, repeatsHint, repeatsEmptyHint, enterOpens
  case enterGoesOn, repeatsUnknown, removeAsked, removed, countedBy, countedAlways
  case hintOpen, hintAdd, hintRemove, helpRepeats

  // What was done with an answer.
  case saved, savedWords, kept, leftEmpty, cleared, markedNotApplicable, setAside, askedAgain
  case undone, redone, nothingToUndo, nothingToRedo

  // What could not be taken as an answer.
  case notAChoice, onlyOne, notChosenBefore, notANumber, notAWholeNumber, tooLarge
  case notADate, noSuchDay, notAMonth, notAYear, notATime, notADateTime
  case notATick, rankedTwice, notOnScale, notRanked, notText, notOffered, lostChoice, brokenRule, matching,
    notStored

  // MARK: - Menus

  // The menu.
  case menu, menuBack, menuGoTo, menuRepeat, menuHelp, menuEditor, menuReview, menuLeave
  case menuUndo, menuRedo, menuNotApplicable, menuClear, menuClose
  case notInMenu, goToPrompt, noSuchQuestion, notAskedNow, notAskedAtAll, firstQuestion
  case noHelp, noEditor, editorFailed, editorOnlyForText

  // The review and what follows.
  case leaveAsked, reviewTitle, answeredOf, notAnswered, maySendEmpty, pleaseLook, setAsideTitle, setAsideNote
  case because, answersTitle, answers, reviewMenu, submit, goTo, leave, stillNeeded, mustMend, notSubmitted
  case formChanged
  case submitted, receipt, respondent, submittedTime, answerCounts, copy
  case savedNotSubmitted, nothingKept, toGoOn, toCorrect

  // What the form itself could not do, in the review.
  case formFaults, formFaultsNote, faultRelevant, faultConstraint, faultRequired, faultCalculation
  case faultChoices, faultRepeats, faultSetting, faultReadOnly, faultText, faultOrder, forAuthor

  // MARK: - Screen

  // The full screen.
  case menuNext, menuAll, menuNone, menuLineForm, menuScreen, menuExport, confirm, goToTitle, goOnFilling
  case leaveTitle, fixedHere, noEditorHere, onlyForSeveral, enterAgainGoesOn, notChosenYet, exported
  case notExported, windowTooSmall, stateSaved, stateSaving, stateNotSaved, answeredShort, answeredBrief
  case questionShort, lookOnlyTitle, closeButton, filterHint, filterIs, nothingMatches, itemsOf, moreAbove
  case moreBelow, wordCount, partCounts, emptyPart, helpTerms, helpKeys, helpKeysText, helpNames, hintMenu
  case hintClose, hintNext, hintHelp, hintChoose, hintChooseTwice, hintAll, hintNone, hintScroll, hintReview
  case hintNewLine, hintNextQuestion, hintEditor, hintUndo, hintDo, hintNumber, hintGo, hintButtons
  case hintInsert, hintFilter, welcomeStart, draftTakeOver, welcomeKeys

  // MARK: - Figures

  // Figures and their bases.
  case registered, returned, distinct, asked, answered, unknown, notApplicable, blank, notAsked, unlisted
  case base, figure, count, share, choice, who, total, baseIs, suppressed, made, sources, filter
  case type, region, door, supersedes, otherVersion, noAnswerReceived, hasAnswered, findings

  // Figures in words.
  case labelled, questionText, dividedBy, yes, no
  case typeRCP, typeIRF, typeGlobal
  case regionAfrica, regionAmericas, regionAsia, regionAsiaPacific
  case regionEurope, regionEurasia, regionGlobal, regionMiddleEast
  case countsUnitsOfWaves, baseOfWaves, notOfferedByWave, noteChoicesRenamed, noteAskedDifferently
  case countsUnits, countsResponses, countsAnswered, countsAny, countsCommon, countsDistinct, severalPossible
  case furtherRows, andMore
  case chainUnknown, behindCounts, trace, originPart, originRow, originDecided
  case noteNobodyAnswered, noteSomeUnknown, noteFilterUnknown, noteOutsideRegister, noteUnlisted
  case noteNotAskedByVersion, noteChoicesAddedSince
  case notAskedByVersion, noLongerAsked
  case noteSuppressed, noteBaseSuppressed, noteRegisterDepends, noteFilterFailed
  case countsMemberships, noteBesideMemberStates, noteOthersThanMembers, noteNoMemberList

  // Questions in repeat groups, in figures.
  case repeatsBase, noRepeats, countsRepeats, noteRepeats

  // MARK: - Reports

  // Claims and the data.
  case auditTitle, auditAgrees, auditDisagrees, auditCannotBeChecked, auditPublished, auditRange, auditSum
  case auditReturned, auditDistinct, auditDistinctAnswers, auditBlank, auditAny, auditCounted,
    auditSeveralReturns
  case auditElsewhere, auditOtherwise, auditCoded, auditNotAsked, auditShared, auditUnits
  case auditTerritories, auditNonMembers
  case auditResult, auditClaim, auditSource, auditNumbers, auditWhatCounted

  // Who has answered.
  case doorForm, doorLine, doorAnswers, doorMail, doorInterview, doorTable
  case superseded, passedOver, offRegister, severalRegions

  // How long it took.
  case timedQuestion, visits, timeSpent, changes, timedResponses, medianTime
  case timeInForm, medianTimeInForm, sittings, withTimes, noTimes

  // The report as a page.
  case contents, skipToFigures, whoHasAnswered, numbers, whoStandsBehind, isChosen, isNotChosen
  case inTheirWords

  // MARK: - Coding

  // Coding of open answers, and the agreement of coders.
  case codingProgress, codingAnswerOf, codingPlace, codingSuggested, codingNone, codingAdd, codingLabel
  case codingAdded, codingGiven, codingNotCoded, codingNothing, codingDone, codingLineHint, codingPrompt
  case hintCode, hintBack, hintLeave
  case agreementTitle, agreementBase, agreementCode, agreementUsed, agreementPercent, agreementWhole
  case agreementMasi, agreementNotDefined

  // Codes of open answers in figures.
  case coded, noCode, disputed, uncoded, evidenceStated, evidenceDerived, countsCoded, codebook,
    codebookVersion
  case noteUncoded, noteCodersDisagree, noteCodesReplaced, noteCodesNotInUse

  // MARK: - Documents

  // Exports, and the workbook of a report.
  case exportCurrent, exportAll, exportNoNames, exportWordsKept, exportLeftOut
  case codebookTitle, codebookCounts, codebookName, codebookRepeat, codebookAskedIf, codebookCode
  case overview, toOverview

  // Names of sheets: no longer than 31 letters.
  case sheetStatus, sheetAudit, sheetQuotations

  // Blank forms to send.
  case blankNumber, blankAsked, blankHow, blankHowTicks, blankHowText, blankNeeded, blankGoTo
  case blankOtherwise
  case blankOnlyIf, blankOnlyAfter, blankQuestion, blankEnd, blankRoom, blankPage, blankToken, blankQuoted
  case blankOr
}
