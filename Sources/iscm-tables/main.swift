internal import Glibc
internal import Workers

// The worker that packs workbooks and files of SPSS: definitions (CSV) from standard input, files to standard output.
// `iscm` starts it with limits, and loads neither of the libraries.
exit(WorkerLoop.run { try TableFile.bytes(of: $0) })
