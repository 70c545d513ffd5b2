import Foundation
import Testing

@Suite("When the system refuses")
struct RefusalTests {
  /// Whether file systems can be mounted here, seen by their own processes alone and gone with them.
  private static let canMount: Bool = {
    guard let scratch = try? Scratch(responses: false) else { return false }
    return (try? Run("mkdir m && unshare -rm mount -t tmpfs none m", in: scratch))?.code == 0
  }()

  private static let form = "gcm-review-2018-interview"
  private static let answers = "name,value\niscm,midsa\nvalue_added,Trust\n"

  /// A project that has answers to give, and a script in a mount namespace whose Responses is a small disk.
  private func run(_ script: String) throws -> String {
    let scratch = try Scratch(responses: false)
    try scratch.write(Self.answers, to: "answers.csv")
    try scratch.write("set -u\nexec 2>&1\n\(script)", to: "script.sh")
    let run = try Run(
      "mkdir Responses && unshare -rm sh -c 'mount -t tmpfs -o size=64k none Responses && exec sh script.sh'",
      in: scratch)
    return run.outputText
  }

  @Test(
    "On a full disk nothing is half stored, and what was stored is there; with room again the next is stored",
    .enabled(if: canMount, "no file system can be mounted here"))
  func fullDisk() throws {
    let told = try run(
      """
      folder=Responses/\(Self.form)
      iscm fill \(Self.form) --answers answers.csv
      cp $folder/responses.csv before.csv
      head -c 1000000 /dev/zero > Responses/filler 2> /dev/null
      ISCM_SEED=8 iscm fill \(Self.form) --answers answers.csv
      echo "exit $?"
      cmp before.csv $folder/responses.csv
      iscm check \(Self.form)
      ISCM_SEED=9 iscm fill \(Self.form) --line < /dev/null
      echo "exit $?"
      rm Responses/filler
      ISCM_SEED=8 iscm fill \(Self.form) --answers answers.csv 2> /dev/null
      iscm show \(Self.form) | wc -l
      """)
    let lock = "Responses/\(Self.form)/responses.csv.lock"
    let draft = "Responses/\(Self.form)/drafts/aeaf52fe-be70-4064-802d-8a5e87afea62.csv"
    #expect(
      told == """
        Receipt: Y2C0-H9W4
        Migration Dialogue for Southern Africa has answered already, on 9 Nov 2018 10:14 UTC; receipt Y2C0-H9W4.
        To correct that answer: iscm fill \(Self.form) --revise Y2C0-H9W4
        \(lock): cannot be written: No space left on device; free some space on the disk and try again
        exit 4
        \(Self.form): no problems
        \(draft): cannot be written: No space left on device; free some space on the disk and try again
        exit 4
        Receipt: 5G1V-W645
        3

        """)
  }

  @Test(
    "A form at a full disk says that an answer is not saved, keeps those before it, and goes on with room again",
    .enabled(if: canMount, "no file system can be mounted here"))
  func fullDiskWhileFilling() throws {
    let told = try run(
      """
      mkfifo keys
      iscm fill \(Self.form) --line < keys > screen.txt &
      exec 3> keys
      wait_for() { for try in $(seq 100); do grep -q "$1" screen.txt 2> /dev/null && return; sleep 0.1; done; echo "no $1"; }
      printf '8\\nThandi\\n' >&3
      wait_for 'Question 2b'
      head -c 1000000 /dev/zero > Responses/filler 2> /dev/null
      # Longer than what is left of the journal's last block.
      { head -c 5000 /dev/zero | tr '\\0' x; echo; } >&3
      wait_for 'NOT SAVED'
      rm Responses/filler
      printf 'Minister\\n..\\n6\\n1\\n' >&3
      exec 3>&-
      wait $!
      echo "exit $?"
      grep -a 'NOT SAVED\\|Submitted' screen.txt
      tail -n 1 Responses/\(Self.form)/responses.csv | cut -d, -f 12-15
      """)
    let journal = "Responses/\(Self.form)/drafts/63cbe1e4-5932-4dd7-844c-3cd7f43c661c.csv"
    #expect(
      told == """
        exit 0
        Answer: NOT SAVED: \(journal): cannot be written: No space left on device; free some space on the disk \
        and try again. Please answer again.
        Submitted. Thank you.
        "midsa","","Thandi","Minister"

        """)
  }

  @Test(
    "A folder that cannot be written to can be read, and nothing else",
    .enabled(if: canMount, "no file system can be mounted here"))
  func readOnly() throws {
    let told = try run(
      """
      iscm fill \(Self.form) --answers answers.csv
      mount -o remount,ro Responses
      iscm check \(Self.form)
      iscm show \(Self.form) Y2C0-H9W4 | sed -n '/^4/,/^5/p'
      iscm tally \(Self.form) value_added | grep registered
      ISCM_SEED=8 iscm fill \(Self.form) --answers answers.csv | cat
      ISCM_SEED=8 iscm fill \(Self.form) --line < /dev/null
      echo "exit $?"
      """)
    #expect(
      told == """
        Receipt: Y2C0-H9W4
        \(Self.form): no problems
        4 Which value does your ISCM add in assisting its Member States?
            Trust
        5 Which features of your ISCM may hinder it?
        registered 30 → returned 1 → distinct 1 → asked 1 → answered 1; unknown 0
        Migration Dialogue for Southern Africa has answered already, on 9 Nov 2018 10:14 UTC; receipt Y2C0-H9W4.
        To correct that answer: iscm fill \(Self.form) --revise Y2C0-H9W4
        Responses/\(Self.form)/responses.csv.lock: cannot be opened: Read-only file system; use a folder that can be \
        written to
        Responses/\(Self.form)/drafts: cannot be created: Read-only file system; use a folder that can be written to
        exit 4

        """)
  }

  @Test("A limit on the size of files is an error like any other: nothing is half stored")
  func fileSizeLimit() throws {
    let scratch = try Scratch(responses: false)
    try scratch.write(Self.answers, to: "answers.csv")
    let limited = try Run(
      "ulimit -f 1; exec env --default-signal=XFSZ iscm fill \(Self.form) --answers answers.csv", in: scratch)
    #expect(limited.code == 4)
    #expect(limited.errorText.hasSuffix(": File too large; allow larger files (ulimit -f) and try again\n"))
    let free = try Run("iscm fill \(Self.form) --answers answers.csv && iscm check \(Self.form)", in: scratch)
    #expect(free.code == 0, "\(free.errorText)")
    #expect(try scratch.responses(to: Self.form).count == 1)
  }

  @Test("While another program holds the lock, one waits, says who holds it, and changes nothing")
  func locked() throws {
    let scratch = try Scratch()
    try scratch.write(Self.answers, to: "answers.csv")
    let folder = "Responses/\(Self.form)"
    let before = scratch.read("\(folder)/responses.csv")
    try scratch.write("", to: "\(folder)/responses.csv.lock")
    let lock = open("\(scratch.path)/\(folder)/responses.csv.lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let program = String(
      decoding: try #require(FileManager.default.contents(atPath: "/proc/self/comm")), as: UTF8.self)
    let told =
      "\(folder)/responses.csv.lock: another program is writing here: process \(getpid()) "
      + "(\(program.filter { !$0.isNewline })) has held the lock for all of 10 s; let it finish and try again\n"
    let waiting = [
      (try Started("exec iscm fill \(Self.form) --answers answers.csv", in: scratch), Int32(2)),
      (try Started("exec iscm tally \(Self.form) value_added", in: scratch), 2),
      (try Started("exec iscm show \(Self.form)", in: scratch), 2),
    ]
    for (each, code) in waiting {
      let run = try each.finished()
      #expect(run.code == code)
      #expect(run.errorText == told)
      #expect(run.output.isEmpty)
    }
    #expect(scratch.read("\(folder)/responses.csv") == before)
  }
}
