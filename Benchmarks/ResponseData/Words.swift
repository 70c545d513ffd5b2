/// Words as bytes that a row is put together from, lent without counting who holds them.
///
/// The memory is never given back: the words are made once and used to the end of the program.
struct Words {
  private let all: [UnsafeBufferPointer<UInt8>]

  init(_ texts: [String]) {
    all = texts.map { text in
      let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
      _ = bytes.initialize(from: text.utf8)
      return UnsafeBufferPointer(bytes)
    }
  }

  var count: Int { all.count }

  subscript(place: Int) -> UnsafeBufferPointer<UInt8> { all[place] }
}
