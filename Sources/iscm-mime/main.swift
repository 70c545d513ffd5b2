internal import Glibc
internal import MailReaders
internal import Workers

// A worker: mails from standard input, what is in them to standard output; `iscm` starts it with limits.
let reader = MailReader()
exit(WorkerLoop.run { reader.answer(to: $0) })
