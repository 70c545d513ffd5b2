// Evaluates expressions over a filled form, for `Tools/check-expressions`, which lets JavaRosa evaluate the same.
//
//     evaluate-expressions FORM START
//
// In: a line for each answer, its address, a tab and its cell (for a repeat group how often it is repeated); an empty
// line; a line for each expression, the address of the question that has it, a tab, the expression. Out: a line for each
// expression: its text, its boolean and its number (the bits in hexadecimal), between tabs. What cannot be had stands
// as ! with the reason. Escapes are \t, \n, \r and \\.
import Calendar
import Expressions
import Glibc
import Survey
import XLSForm

func cells() -> (address: Address, text: String)? {
  guard let line = readLine(), !line.isEmpty else { return nil }
  let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
  guard cells.count == 2, let address = Address(String(cells[0])) else { fatalError("what is '\(line)'?") }
  return (address, unescaped(cells[1]))
}

let form = try XLSForm.load(path: CommandLine.arguments[1]).questionnaire
guard let start = Instant(CommandLine.arguments[2]) else {
  fatalError("the arguments are a form and an instant")
}
let offset = Instant.offset(writtenIn: CommandLine.arguments[2]) ?? 0
var session = FormSession(form, id: Response.ID("uuid:1"), startedAt: start, localOffset: offset)
while let (address, text) = cells() {
  if let question = form.question(address.question) {
    let answer = try question.answer(from: text, in: form.choices(of: question))
    if let answer { try session.apply(.answer(address, answer)) }
  } else {
    let path = RepeatPath(Group.Name(address.question.text), in: address.repeats)
    try session.apply(.repeats(path, Int(text) ?? 0))
  }
}

var contexts: [Address: EvaluationContext] = [:]
while let (address, expression) = cells() {
  let context = contexts[address] ?? session.context(at: address)
  contexts[address] = context
  print(outcome(of: expression, in: context))
  fflush(nil)
}
