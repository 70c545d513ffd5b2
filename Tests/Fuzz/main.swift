// Lets libFuzzer write inputs for a target:
//
//     fuzz NAME [option or folder of libFuzzer ...]
//
// `Tools/fuzz` builds it with the sanitizers and runs it.
import Glibc

/// The entry of libFuzzer where a program has a main function of its own.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The target of this run: a C function cannot hold one.
nonisolated(unsafe) var target: FuzzTarget?

/// The name that libFuzzer's own main function calls: it is linked in, and not run.
@_cdecl("LLVMFuzzerTestOneInput")
func readInput(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> CInt {
  target?.read(Array(UnsafeBufferPointer(start: bytes, count: length)))
  return 0
}

let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
target = CommandLine.arguments.dropFirst().first.flatMap { name in FuzzTarget.all.first { $0.name == name } }
guard target != nil else { fatalError("say what to fuzz: \(names)") }

// libFuzzer sees its own options alone; it keeps the pointers.
var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.enumerated()
  .filter { $0.offset != 1 }.map { strdup($0.element) }
var count = CInt(arguments.count)
arguments.append(nil)
let status = arguments.withUnsafeMutableBufferPointer { buffer in
  var start = buffer.baseAddress
  return runFuzzer(&count, &start, readInput)
}
exit(status)
