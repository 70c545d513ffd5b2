internal import CZip
internal import Documents

/// An archive in memory, whose entries are read by their index: nothing is ever written to a disk, so that an
/// entry's name is only compared, never opened.
struct ZipArchive: ~Copyable {
  /// The names of the entries in lower case, since the parts of a package are named without regard to it.
  let names: [String]
  private let handle: OpaquePointer
  /// The archive's bytes, which libzip reads where they are.
  private let bytes: UnsafeMutableRawBufferPointer
  private let limits: ReadingLimits
  private var inflated = 0

  init(_ document: [UInt8], limits: ReadingLimits) throws(Stop) {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(document.count, 1), alignment: 1)
    bytes.copyBytes(from: document)
    var error = zip_error_t()
    zip_error_init(&error)
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(document.count), 0, &error) else {
      let text = String(cString: zip_error_strerror(&error))
      bytes.deallocate()
      throw Stop(.broken, "no archive: \(text)")
    }
    guard let handle = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      let text = String(cString: zip_error_strerror(&error))
      zip_source_free(source)
      bytes.deallocate()
      throw Stop(.broken, "no archive: \(text)")
    }
    let count = Int(zip_get_num_entries(handle, 0))
    guard count <= limits.entries else {
      zip_discard(handle)
      bytes.deallocate()
      throw Stop(.limit, "an archive of \(count) entries; at most \(limits.entries) are read")
    }
    self.limits = limits
    self.bytes = bytes
    self.handle = handle
    var names: [String] = []
    names.reserveCapacity(count)
    for index in 0..<count {
      names.append(zip_get_name(handle, UInt64(index), 0).map { String(cString: $0).lowercased() } ?? "")
    }
    self.names = names
  }

  deinit {
    zip_discard(handle)
    bytes.deallocate()
  }

  /// Whether the archive has an entry of a name.
  func has(_ name: String) -> Bool { names.contains(name.lowercased()) }

  /// The bytes of an entry, unpacked and counted.
  ///
  /// - Parameter name: The entry's name, without regard to case.
  /// - Returns: Nothing where the archive has no such entry.
  /// - Throws: `Stop` where it is encrypted, broken or too much.
  mutating func part(_ name: String) throws(Stop) -> [UInt8]? {
    let wanted = name.lowercased()
    guard let index = names.firstIndex(of: wanted) else { return nil }
    if names[(index + 1)...].contains(wanted) { throw Stop(.refused, "the archive has two entries \(name)") }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(handle, UInt64(index), 0, &status) == 0 else {
      throw Stop(.broken, "\(name) cannot be read: \(String(cString: zip_strerror(handle)))")
    }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw Stop(.encrypted, "\(name) is encrypted")
    }
    guard let file = zip_fopen_index(handle, UInt64(index), 0) else {
      throw Stop(.broken, "\(name) cannot be read: \(String(cString: zip_strerror(handle)))")
    }
    defer { zip_fclose(file) }
    let packed = max(1, min(Int(clamping: status.comp_size), bytes.count))
    return try inflate(file, name: name, packed: packed, announced: Int(clamping: status.size))
  }

  private mutating func inflate(
    _ file: OpaquePointer, name: String, packed: Int, announced: Int
  ) throws(Stop) -> [UInt8] {
    var result: [UInt8] = []
    // What the archive says of itself is only a guess at the memory that is needed.
    var room = min(max(announced, 0), 1 << 20) + 1
    while true {
      let before = result.count
      var count: Int64 = 0
      result.reserveCapacity(before + room)
      result.append(contentsOf: repeatElement(0, count: room))
      result.withUnsafeMutableBytes { buffer in
        count = zip_fread(file, buffer.baseAddress.map { $0 + before }, UInt64(room))
      }
      result.removeLast(room - max(0, Int(count)))
      if count < 0 {
        throw Stop(.broken, "\(name) cannot be unpacked: \(String(cString: zip_file_strerror(file)))")
      }
      if count == 0 { return result }
      inflated += Int(count)
      if inflated > limits.inflatedBytes {
        throw Stop(.limit, "more than \(limits.inflatedBytes) bytes come out of the archive")
      }
      if result.count > limits.bytesWithoutRatio, result.count / packed > limits.ratio {
        throw Stop(.limit, "\(name) unpacks to more than \(limits.ratio) times its size")
      }
      room = min(max(result.count, 1 << 14), 1 << 20)
    }
  }
}
