import CSV
import ResponseFiles
import Survey
import Testing

@Suite("Errors told to those from whom the files are kept")
struct ReasonTests {
  static let path = "/srv/iscm/Responses/gcm/drafts/uuid.csv"

  static let told: [(error: ResponseFileError, reason: String)] = [
    (
      .refused(.write, path: path, SystemReason(code: 28)),
      "a file cannot be written: No space left on device; free some space on the disk and try again"
    ),
    (
      .locked(path: path, holder: nil, seconds: 10),
      "another program is writing here: another process has held the lock for all of 10 s; let it finish and try again"
    ),
    (
      .draftHeld(path: path, holder: nil),
      "another process fills this draft; look at it only, or take it over"
    ),
    (.draftTakenOver(path: path), "another session has taken this draft over; go on there"),
    (
      .storedWithOtherAnswers("uuid:1", path: path, line: 7, differences: ["iscm"]),
      "the response uuid:1 is stored already, with other answers: found a difference in 'iscm', expected none; "
        + "submit it as a correction (fill --revise VK3Q-0P51)"
    ),
    (
      .changedDuringCommit(path: path, lock: path + ".lock", length: 3, before: 1, after: 2),
      "a submission was cut short, and its file was changed by something else; its owner must look at it"
    ),
    (
      .headingUsedTwice(path: path, line: 1, heading: "iscm", columns: [3, 5]),
      "found this heading in the columns 3, 5, expected it once; rename or delete one of the columns"
    ),
    (.noDraft(path: path), "found no draft of this id, expected one; list the drafts"),
  ]

  @Test("The reason is the error without its place", arguments: told.indices)
  func reasons(place: Int) {
    let (error, reason) = Self.told[place]
    #expect(error.reason == reason)
    #expect(!error.reason.contains("/"))
    #expect(error.description.contains(Self.path))
  }
}
