internal import Glibc
internal import PageDrawing
internal import Workers

// The worker that draws pictures and reports with libraries that `iscm` does not load: definitions (CSV) from standard
// input, PNG or PDF to standard output.
let typesetter = try Typesetter()
exit(WorkerLoop.run { try DrawnFile.bytes(of: $0, typesetter) })
