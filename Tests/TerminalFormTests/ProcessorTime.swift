import Glibc

/// How long the processor works for this thread: other than a clock on the wall, it does not go on while other tests
/// have the processor.
func processorTime(of body: () -> Void) -> Duration {
  let begin = timespec.ofThread
  body()
  let end = timespec.ofThread
  return .seconds(end.tv_sec - begin.tv_sec) + .nanoseconds(end.tv_nsec - begin.tv_nsec)
}

extension timespec {
  fileprivate static var ofThread: timespec {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time
  }
}
