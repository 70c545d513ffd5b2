internal import Glibc
internal import Workers

// The worker that makes documents in formats that need libraries: definitions (CSV) from standard input, documents to
// standard output. `iscm` starts it with limits, and loads none of them.
exit(WorkerLoop.run { try Document.bytes(of: $0) })
