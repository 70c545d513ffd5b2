import Chance
import MailReaders
import Mails
import Testing

@Suite("Mails that chance has spoiled")
struct MailChanceTests {
  static let signed = MailPartTests.signed(
    MailPartTests.ber(0x24, MailPartTests.der(0x04, Array(MailPartTests.plain.utf8))), MailPartTests.ber)

  /// Mails with something of everything.
  static let whole: [[UInt8]] = [
    Array(WholeWayTests.mail.utf8), Array(MailKindTests.report.utf8), MailPartTests.opaque(signed),
    Array(
      ("From: =?utf-8?q?=C3=A9?= <a@b>\nTo: g: a@b, c@d;\nReceived: from a by b (c); Fri, 9 Nov 2018 10:14:33 +0000\n"
        + "Authentication-Results: a; spf=pass (x) b.c=d\n"
        + MailPartTests.multipart(
          "mixed",
          [
            MailPartTests.multipart("alternative", [MailPartTests.plain, MailPartTests.html], boundary: "c"),
            "Content-Type: message/rfc822\n\nFrom: b@c\n\ntext", MailPartTests.file,
            "Content-Type: text/plain; charset=utf-16; format=flowed\n\n> a \n>> b \n",
          ])).utf8),
  ]

  @Test(
    "Whatever bytes are changed, lost or doubled, a mail is read and handed over",
    arguments: 0..<300 as Range<UInt64>)
  func spoiled(seed: UInt64) {
    var chance = SeededRandom(seed: seed)
    var mail = Self.whole[Int(seed) % Self.whole.count]
    for _ in 0..<Int.random(in: 1...8, using: &chance) where !mail.isEmpty {
      let start = Int.random(in: 0..<mail.count, using: &chance)
      let stretch = start..<min(mail.count, start + Int.random(in: 0...30, using: &chance))
      switch Int.random(in: 0...3, using: &chance) {
      case 0: mail[start] = UInt8.random(in: 0...255, using: &chance)
      case 1: mail.removeSubrange(stretch)
      case 2: mail.insert(contentsOf: mail[stretch], at: Int.random(in: 0...mail.count, using: &chance))
      default: mail.removeLast(stretch.count)
      }
    }
    let bundle = MailReader().read(mail[...])
    #expect(MailBundle(encoded: bundle.encoded) == bundle)
    #expect(!bundle.mails.isEmpty || !bundle.findings.isEmpty)
    for mail in bundle.mails { _ = (mail.kind, mail.bodies, mail.attachments, mail.authentication(by: "a")) }
  }
}
