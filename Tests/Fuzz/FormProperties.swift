import Calendar
import Survey
import XLSForm

/// What must hold of every file that is taken for a form, whatever stands in it.
enum FormProperties {
  /// Reads a file, writes and reads again what it holds, and opens the form.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - format: How it is written.
  ///   - workbooks: What unpacks a workbook.
  static func check(_ bytes: [UInt8], as format: XLSForm.Format, workbooks: XLSForm.WorkbookReader? = nil) {
    // In no folder, so that no list is found beside it.
    let name = "/nowhere/form.\(format)"
    let lines = format == .xlsx ? nil : 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
    do throws(FormProblems) {
      let workbook = try XLSForm.workbook(bytes, as: format, named: name, workbooks: workbooks).workbook
      checkWriting(workbook)
      let form = try XLSForm.load(bytes, as: format, named: name, listFolders: [], workbooks: workbooks)
      check(form.warnings, of: name, lines: lines)
      hold(form.warnings.allSatisfy { $0.severity == .warning }, "a form with errors")
      checkWriting(form)
      open(form.questionnaire)
    } catch {
      check(error.problems, of: name, lines: lines)
      hold(error.problems.contains { $0.severity == .error }, "refused without an error")
    }
  }

  /// What is said of a file says where, and is said once.
  private static func check(_ problems: [FormProblem], of name: String, lines: Int?) {
    for problem in problems {
      hold(!"\(problem.kind)".isEmpty, "no words for \(problem.place)")
      let line = problem.description
      hold(line.utf8.count < 10_000 && !line.contains("\n"), "no line: \(line)")
      hold(problem.place.file == name, "\(problem) is of another file")
      if let line = problem.place.line { hold(line >= 1 && line <= lines ?? .max, "\(problem)") }
      switch problem.kind {
      case .file: continue
      default: hold(problem.place.line != nil || problem.place.sheet != nil, "\(problem)")
      }
    }
    hold(Set(problems).count == problems.count, "a problem is told twice")
  }

  /// What is written holds what was read, but for signs that no text has.
  private static func checkWriting(_ workbook: Workbook) {
    // What holds nothing is written as an empty file, which is no form.
    if workbook.emptySheets.count == workbook.sheets.count { return }
    // A few cells at the end of their rows are many: reading them is looked at, writing them would be all that is done.
    if workbook.sheets.flatMap(\.rows).reduce(0, { $0 + $1.cells.count }) > 100_000 { return }
    // A sheet may be there twice in a workbook alone, and one without a name too; who converts that is refused.
    let names = workbook.sheets.map { $0.name.lowercased() }
    let canBeText = Set(names).count == names.count && !names.contains("")
    for (format, bytes) in canBeText ? written(workbook) : [] {
      do {
        let again = try XLSForm.workbook(bytes, as: format, named: "again.\(format)").workbook
        hold(
          again.holdsTheSame(as: workbook), "as \(format):\n\(again.sheets)\nand not\n\(workbook.sheets)")
      } catch {
        fatalError("\(error)")
      }
    }
    if workbook.obstaclesToBook.isEmpty { _ = workbook.book(title: "again") }
  }

  private static func written(_ workbook: Workbook) -> [(format: XLSForm.Format, bytes: [UInt8])] {
    do {
      return [(.csv, try workbook.csv()), (.md, Array(workbook.markdown().utf8))]
    } catch {
      return []
    }
  }

  /// A form that is written is the form that was read.
  private static func checkWriting(_ form: LoadedForm) {
    for (format, bytes) in written(form.workbook) {
      do {
        let again = try XLSForm.load(bytes, as: format, named: "/nowhere/form.\(format)", listFolders: [])
        hold(questions(again) == questions(form), "as \(format): \(questions(again))")
      } catch {
        fatalError("as \(format): \(error)")
      }
    }
  }

  /// What is asked; notes may be named by their rows.
  private static func questions(_ form: LoadedForm) -> [String] {
    form.questionnaire.placed.filter { $0.question.kind != .note }.map {
      "\($0.question.kind) \($0.question.name) \($0.groups)"
    }
  }

  /// A form that is accepted can be opened: its defaults and calculations come to an end.
  static func open(_ questionnaire: Questionnaire) {
    let start = Instant(secondsSinceEpoch: 1_540_000_000)
    let session = FormSession(questionnaire, id: Response.ID("uuid:1"), startedAt: start)
    _ = session.review
    _ = try? session.response(source: .answers, submittedAt: start, submittedBy: "")
  }
}
