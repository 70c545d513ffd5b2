import Chance
import SampleForms
import Survey
import Testing

@Suite("Addresses, receipts and identities")
struct AddressTests {
  @Test(
    "An address is read back as it is written",
    arguments: [
      "position", "event[2]/event_title", "region[1]/event[12]/event_title", "chair/name",
      "event[2]/chair/name",
      "region/event[2]/title",
    ])
  func roundTrip(text: String) throws {
    let address = try #require(Address(text))
    #expect(address.description == text)
    #expect(Address(address.description) == address)
  }

  @Test("Made-up addresses and paths are read back", arguments: 0..<200 as Range<UInt64>)
  func property(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let repeats = (0..<Int.random(in: 0...3, using: &random)).map { depth in
      Address.Repeat(
        group: Group.Name("group-\(depth).é"), number: Int.random(in: 1...1000, using: &random))
    }
    let address = Address(Question.Name("frage_\(seed)"), in: repeats)
    #expect(Address(address.description) == address)
    let path = RepeatPath("wieder", in: repeats)
    #expect(RepeatPath(path.description) == path)
    #expect(path.step(2) == repeats + [Address.Repeat(group: "wieder", number: 2)])
  }

  @Test(
    "What is no address is none",
    arguments: [
      "", "/", "event//title", "event[0]/title", "event[-1]/title", "event[]/title", "event[x]/title",
      "[1]/title", "event[1]", "event[1]/", "event[1]//title", "event[99999999999999999999]/title",
    ])
  func refused(text: String) { #expect(Address(text) == nil) }

  @Test("A receipt is eight signs that people can type back in any case, with the letters that look alike")
  func receipts() throws {
    let receipt = Receipt(for: "uuid:6b0bb2d6-2b79-4f5d-8c70-6f6a7a3d2f11")
    #expect(receipt.description.count == 9)
    #expect(Receipt(receipt.description.lowercased()) == receipt)
    #expect(Receipt(" " + receipt.description.filter { $0 != "-" }) == receipt)
    #expect(Receipt("oil0-abcd")?.description == "0110-ABCD")
    for wrong in ["", "7F3K-92Q", "7F3K-92QDX", "7F3K-92QU", "7F3K_92QD"] { #expect(Receipt(wrong) == nil) }
  }

  @Test("The receipt of an identity never changes")
  func knownReceipt() { #expect(Receipt(for: "uuid:1").description == "VK3Q-0P51") }

  @Test(
    "An identity is a version 4 UUID, and the same for the same seed", arguments: 0..<100 as Range<UInt64>)
  func identities(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let id = Response.ID.random(using: &random)
    #expect(
      id.text.wholeMatch(
        of: /uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    var again = SeededRandom(seed: seed)
    #expect(Response.ID.random(using: &again) == id)
    #expect(Response.ID.random(using: &again) != id)
  }

  @Test("The random numbers are those of SeededRandom")
  func splitMix() {
    var random = SeededRandom(seed: 1_234_567)
    let numbers = (0..<3).map { _ in random.next() }
    #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }
}
