import Calendar
import Chance
import Digests
import Documents
import Mails
import Testing

@Suite("What a reader of mails hands over")
struct MailBundleTests {
  /// A bundle with something of everything, by chance.
  static func random(_ seed: UInt64) -> MailBundle {
    var chance = SeededRandom(seed: seed)
    func text() -> String {
      let words = ["", "é", "\"", ",", "\n", "\r\n", " ", "a@b", "\u{202E}", "=1+1", "same"]
      return (0..<Int.random(in: 0...4, using: &chance)).map { _ in words.randomElement(using: &chance) ?? ""
      }.joined()
    }
    func findings() -> [Finding] {
      (0..<Int.random(in: 0...2, using: &chance)).map { _ in
        Finding(Finding.Kind.allCases.randomElement(using: &chance) ?? .broken, detail: text())
      }
    }
    func instant() -> Instant? {
      Bool.random(using: &chance)
        ? Instant(secondsSinceEpoch: Int.random(in: 0...2_000_000_000, using: &chance)) : nil
    }
    func part(_ number: Int) -> MailPart {
      var part = MailPart(path: PartPath([1, number]), mediaType: "text/plain")
      (part.name, part.disposition, part.charset) = (text(), text(), text())
      part.bytes = Array(text().utf8)
      part.digest = SHA256(of: part.bytes)
      part.text =
        [nil, text(), String(decoding: part.bytes, as: UTF8.self)].randomElement(using: &chance) ?? nil
      part.flow = MailPart.Flow.allCases.randomElement(using: &chance) ?? .fixed
      part.findings = findings()
      return part
    }
    var bundle = MailBundle(findings: findings())
    for number in 0..<Int.random(in: 0...3, using: &chance) {
      var mail = Mail(path: number == 0 ? nil : PartPath([1, number]))
      mail.headers = (0..<Int.random(in: 0...3, using: &chance)).map { _ in .init(name: text(), value: text())
      }
      mail.addresses = [.init(header: "from", name: text(), address: text())]
      mail.date = instant()
      mail.received = [.init(by: text(), date: instant())]
      mail.parts = (1...Int.random(in: 1...4, using: &chance)).map(part)
      bundle.mails.append(mail)
    }
    return bundle
  }

  @Test("Bytes give the same bundle back", arguments: 0..<100 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    let bundle = Self.random(seed)
    #expect(MailBundle(encoded: bundle.encoded) == bundle)
  }

  @Test("Bytes that are none of a bundle are refused: none can be missing, and none too many")
  func refused() {
    let bytes = Self.random(1).encoded
    #expect(MailBundle(encoded: bytes + [0]) == nil)
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(MailBundle(encoded: Array(bytes[..<count])) == nil)
    }
    for text in [
      "", "\n", "x\n", "99\n", "-1\n", "5\nmail\n",
      "38\n\"nothing\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n",
    ] {
      #expect(MailBundle(encoded: Array(text.utf8)) == nil, "\(text.debugDescription)")
    }
  }
}
