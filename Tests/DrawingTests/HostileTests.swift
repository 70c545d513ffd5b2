internal import Glibc
import TemporaryFolders
import Testing

@Suite("Pictures that refer to something")
struct HostileTests {
  /// What a picture could try to open.
  private static func references(_ address: String) -> [String] {
    [
      "<image xlink:href=\"\(address)\" x=\"0\" y=\"0\" width=\"50\" height=\"50\"/>",
      "<image href=\"\(address)\" x=\"0\" y=\"0\" width=\"50\" height=\"50\"/>",
      "<use href=\"\(address)#part\"/>", "<use xlink:href=\"\(address)#part\"/>",
      "<style>@import url(\"\(address)\"); @font-face { font-family: F; src: url(\"\(address)\"); }</style>",
      "<rect width=\"9\" height=\"9\" fill=\"none\" filter=\"url(\(address)#f)\" mask=\"url(\(address)#m)\"/>",
      "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"\(address)\" parse=\"text\"/>",
      "<filter id=\"f\"><feImage href=\"\(address)\"/></filter>",
    ]
  }

  @Test("No file is opened")
  func files() throws {
    let folder = try TemporaryFolder()
    // Whoever opens a pipe to read waits until somebody writes: a worker that did would give no answer.
    let pipe = folder("pipe.svg")
    try #require(mkfifo(pipe, 0o600) == 0)
    try expectNothingLoaded(Self.references(pipe) + Self.references("file://\(pipe)"))
    let head = "<?xml-stylesheet href=\"file://\(pipe)\" type=\"text/css\"?>"
    var drawer = try Drawer()
    let plain = try drawer.file([["png"], ["svg", svg(["A"])]])
    #expect(try drawer.file([["png"], ["svg", svg(["A"], head: head)]]) == plain)
  }

  @Test("No connection is made")
  func network() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 4) == 0 && getsockname(listener, $0, &length) == 0
      }
    }
    try #require(isBound)
    try expectNothingLoaded(Self.references("http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/a.svg"))
    #expect(accept(listener, nil, nil) < 0 && errno == EAGAIN)
  }

  private func expectNothingLoaded(_ references: [String]) throws {
    var drawer = try Drawer()
    let plain = try drawer.file([["png"], ["resolution", "96"], ["svg", svg(["A"])]])
    for reference in references {
      let drawn = try drawer.file([["png"], ["resolution", "96"], ["svg", svg(["A"], extra: reference)]])
      #expect(drawn == plain, "\(reference)")
    }
  }
}
