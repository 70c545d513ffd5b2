internal import CPosix
internal import DocumentReaders
internal import Documents
internal import Glibc
internal import Tables
internal import Workers

// A worker: documents from standard input, what they hold to standard output, as `WorkerRequest` says; `iscm` starts
// it with limits. With `form` behind its name, it takes workbooks as they are, with `list` lists in XML, and gives the
// records of a `ReadBook`.

/// Why a frame has no answer.
struct NoRequest: Error, CustomStringConvertible {
  var description: String { "a frame is no request" }
}

// Times in archives are of no interest: without this the system's zone is looked up for each entry.
setenv("TZ", "UTC0", 1)
// Each document takes as much memory as the one before: what is given back to the system has to be asked for anew.
iscm_keep_memory()
let what = CommandLine.arguments.dropFirst().first
exit(
  WorkerLoop.run { payload in
    if what == "form" { return try FormBookReader.read(payload).payload() }
    if what == "list" { return try XMLListReader.read(payload).payload() }
    guard let request = WorkerRequest(payload: payload) else { throw NoRequest() }
    return WorkerReply(id: request.id, extract: DocumentReader.read(request)).payload
  })
