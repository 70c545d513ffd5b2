public import Calendar
public import Survey

extension ResponseFolder {
  /// Stores the response of a draft with its paradata, and then removes the draft.
  ///
  /// Killed between the two, it leaves a draft that `unfinished()` knows to be submitted.
  ///
  /// - Parameters:
  ///   - response: The response that the draft has become.
  ///   - journal: The journal of the draft.
  ///   - time: Now.
  ///   - provenance: Where the answers came from.
  ///   - patience: How long to wait for others who write here.
  /// - Returns: Whether it was stored now, or before.
  /// - Throws: Why it is not stored; the draft is then as it was.
  @discardableResult
  public func submit(
    _ response: Response, closing journal: DraftJournal, at time: Instant, provenance: [Provenance] = [],
    patience: Duration = defaultPatience
  ) throws(ResponseFileError) -> AppendReport {
    try journal.appendSubmission(at: time)
    let report = try append(
      [response], provenance: provenance, paradata: [response.id: try journal.paradata()],
      patience: patience)
    // The response is stored, whatever becomes of the journal: who lists the drafts next removes it.
    try? journal.seal()
    return report
  }

  /// Looks at all drafts that are still to be submitted, and removes those that were.
  ///
  /// - Returns: The drafts, the one that was filled last first; the responses whose drafts were left behind
  ///   by a submission and are removed now; and what should be looked at.
  /// - Throws: Why drafts or responses cannot be read.
  public func unfinished() throws(ResponseFileError) -> (
    drafts: [Draft], submitted: [Response.ID], findings: [DraftFinding]
  ) {
    let (all, findings) = try drafts.list()
    let leftBehind = all.filter { $0.wasSubmitted && !$0.isHeld }
    var submitted: [Response.ID] = []
    if !leftBehind.isEmpty {
      let ids = Set(leftBehind.map(\.opening.instanceID))
      let stored = Set(try snapshot().lines(of: ids).keys)
      for id in leftBehind.map(\.opening.instanceID) where stored.contains(id) {
        // Somebody may have resumed it since, or may not write here: it stays then.
        guard let (journal, draft) = try? drafts.resume(id), draft.wasSubmitted,
          (try? journal.seal()) != nil
        else { continue }
        submitted.append(id)
      }
    }
    let removed = Set(submitted)
    return (all.filter { !removed.contains($0.opening.instanceID) }, submitted, findings)
  }
}
