import Documents
import Testing

@Suite("What is remembered from one document to the next")
struct RememberedTests {
  struct Number: Rememberable {
    let number: Int
    var size = 8
  }

  @Test("A value is worked out once, and again where it was long forgotten")
  func forgetting() {
    let squares = Remembered<Number, Int>()
    var worked: [Int: Int] = [:]
    func square(_ number: Int) -> Int {
      squares.value(of: Number(number: number)) {
        worked[number, default: 0] += 1
        return number * number
      }
    }
    for number in 0..<20_000 {
      #expect(square(number) == number * number)
      // What is asked for all the time stays.
      #expect(square(7) == 49)
    }
    #expect(worked[7] == 1)
    #expect(square(1) == 1)
    #expect(worked[1] == 2)
  }

  @Test("Of what is large nothing is remembered, nor where the work fails")
  func nothing() throws {
    struct Failure: Error {}
    let values = Remembered<Number, Int>()
    #expect(throws: Failure.self) {
      try values.value(of: Number(number: 1)) { () throws(Failure) in throw Failure() }
    }
    #expect(values.value(of: Number(number: 1)) { 1 } == 1)
    #expect(values.value(of: Number(number: 1)) { 2 } == 1)
    #expect(values.value(of: Number(number: 2, size: 1 << 20)) { 1 } == 1)
    #expect(values.value(of: Number(number: 2, size: 1 << 20)) { 2 } == 2)
  }
}
