internal import CZip

/// An archive made in memory for a test, entry by entry.
public struct ZipFile {
  /// The entries in their order, by their names.
  public private(set) var entries: [(name: String, bytes: [UInt8])] = []

  /// Starts an archive without entries.
  public init() {}

  /// Adds a text.
  public mutating func add(_ name: String, _ text: String) { entries.append((name, Array(text.utf8))) }

  /// Adds bytes.
  public mutating func add(_ name: String, bytes: [UInt8]) { entries.append((name, bytes)) }

  /// Packs the archive.
  ///
  /// - Parameters:
  ///   - password: What the entries are encrypted with, where they are.
  ///   - isStored: Whether they stand there as they are, which is faster.
  /// - Returns: The archive's bytes.
  public func bytes(password: String? = nil, isStored: Bool = false) -> [UInt8] {
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(nil, 0, 0, &error),
      let archive = zip_open_from_source(source, Int32(ZIP_TRUNCATE), &error)
    else { return [] }
    zip_source_keep(source)
    defer { zip_source_free(source) }
    for entry in entries { add(entry.name, entry.bytes, to: archive, password: password, isStored: isStored) }
    zip_close(archive)
    zip_source_open(source)
    defer { zip_source_close(source) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_source_read(source, &buffer, UInt64(buffer.count))
      guard count > 0 else { return bytes }
      bytes += buffer[..<Int(count)]
    }
  }

  private func add(
    _ name: String, _ bytes: [UInt8], to archive: OpaquePointer, password: String?, isStored: Bool
  ) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    copy.copyBytes(from: bytes)
    // libzip frees what it is given by free(3), which is how Swift allocates.
    let content = zip_source_buffer(archive, copy.baseAddress, UInt64(bytes.count), 1)
    let index = zip_file_add(archive, name, content, 0)
    guard index >= 0 else { return zip_source_free(content) }
    if isStored { zip_set_file_compression(archive, UInt64(index), ZIP_CM_STORE, 0) }
    if let password { zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password) }
  }
}
