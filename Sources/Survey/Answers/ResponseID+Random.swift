extension Response.ID {
  /// Makes a new identity: `uuid:` and a version 4 UUID (RFC 9562, section 5.4).
  public static func random(using source: inout some RandomNumberGenerator) -> Response.ID {
    let high = source.next() & 0xffff_ffff_ffff_0fff | 0x4000
    let low = source.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    let digits = [high, low].map { half in
      let text = String(half, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }.joined()
    var rest = digits[...]
    let parts = [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }
    return Response.ID("uuid:" + parts.joined(separator: "-"))
  }
}
