internal import Dispatch
internal import Glibc
internal import Mailbox
internal import ResponseFiles
internal import Survey
internal import Synchronization

/// What stands in the sources, read by several intakes side by side, each with workers of its own.
///
/// What comes out is in the order of the sources, however many read.
struct Arrivals {
  /// How many bytes of mails are kept at one blow.
  private static let batchBytes = 64 << 20
  /// Another intake, with workers to start, is worth its while for so many mails.
  private static let itemsPerIntake = 8
  /// Each worker may take as much memory as its limit says.
  private static let mostIntakes = 8

  private let items: [MailItem]
  private let originals: OriginalsFolder?

  /// Takes what to read.
  ///
  /// - Parameters:
  ///   - items: The mails and forms.
  ///   - originals: Where they are kept to the byte before anything is decided of them; nothing on a dry run.
  init(_ items: [MailItem], keptIn originals: OriginalsFolder?) {
    self.items = items
    self.originals = originals
  }

  /// Reads all of it.
  ///
  /// - Parameter makeIntake: Makes a reader.
  /// - Returns: What came in, without the texts that nobody needs any more.
  /// - Throws: Why the first that could not be read, or kept, could not.
  func read(_ makeIntake: @Sendable () -> Intake) throws(Failure) -> [Delivery] {
    let progress = Mutex(Progress(count: items.count))
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let intakes = min(processors, Self.mostIntakes, items.count / Self.itemsPerIntake + 1)
    DispatchQueue.concurrentPerform(iterations: intakes) { _ in
      var intake = makeIntake()
      while let number = progress.withLock({ $0.next() }) {
        do throws(Failure) {
          let arrival = try intake.read(items[number])
          var delivery = arrival.delivery
          for index in delivery.letters.indices { delivery.letters[index].forgetOtherTexts() }
          try progress.withLock { (progress) throws(Failure) in
            progress.deliveries[number] = delivery
            try keep(arrival.original, &progress)
          }
        } catch {
          progress.withLock { $0.end(number, error) }
        }
      }
    }
    return try progress.withLock { (progress) throws(Failure) in
      if let failure = progress.failure { throw failure.reason }
      try keep(&progress)
      return progress.deliveries.compactMap(\.self)
    }
  }

  private func keep(_ original: OriginalsFolder.Original, _ progress: inout Progress) throws(Failure) {
    if originals == nil { return }
    progress.batch.append(original)
    progress.batchBytes += original.bytes.count
    if progress.batchBytes > Self.batchBytes { try keep(&progress) }
  }

  private func keep(_ progress: inout Progress) throws(Failure) {
    do { try originals?.keep(progress.batch) } catch { throw Failure(.commitFailed, "\(error)") }
    (progress.batch, progress.batchBytes) = ([], 0)
  }

  /// How far the intakes are.
  private struct Progress {
    var deliveries: [Delivery?]
    var batch: [OriginalsFolder.Original] = []
    var batchBytes = 0
    private(set) var failure: (number: Int, reason: Failure)?
    private var begun = 0

    init(count: Int) { deliveries = Array(repeating: nil, count: count) }

    /// The next to read; none where something failed.
    mutating func next() -> Int? {
      guard failure == nil, begun < deliveries.count else { return nil }
      defer { begun += 1 }
      return begun
    }

    /// Notes a failure; the one that stands first in the sources is told.
    mutating func end(_ number: Int, _ reason: Failure) {
      if number < failure?.number ?? .max { failure = (number, reason) }
    }
  }
}
