internal import CZip
internal import Glibc
internal import PageDrawing

/// A zip archive in memory, through libzip: the same files give the same bytes.
enum Archive {
  /// Packs files.
  ///
  /// - Parameter files: Their names and contents, in their order.
  /// - Returns: The archive; every file is of 1 January 1980, the first day that a zip can name.
  /// - Throws: What libzip says.
  static func bytes(of files: [(name: String, contents: [UInt8])]) throws(WriterError) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw failure(&error) }
    // Kept beyond the archive, which frees its own hold on it when it is closed.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw failure(&error)
    }
    do {
      for (name, contents) in files { try add(contents, as: name, to: archive) }
    } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      let reason = String(cString: zip_strerror(archive))
      zip_discard(archive)
      throw .library("libzip", reason: reason)
    }
    return try contents(of: target)
  }

  private static func add(_ contents: [UInt8], as name: String, to archive: OpaquePointer) throws(WriterError)
  {
    // libzip reads a buffer only when the archive is closed; it gets one of its own, and frees it.
    guard let room = malloc(max(1, contents.count)) else { throw .library("malloc", reason: "no memory") }
    contents.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { memcpy(room, start, bytes.count) }
    }
    guard let source = zip_source_buffer(archive, room, zip_uint64_t(contents.count), 1) else {
      free(room)
      throw .library("libzip", reason: String(cString: zip_strerror(archive)))
    }
    let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw .library("libzip", reason: String(cString: zip_strerror(archive)))
    }
    zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_DEFLATE, 9)
    // Midnight of 1 January 1980.
    zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0)
  }

  /// What the archive was written to.
  private static func contents(of source: OpaquePointer) throws(WriterError) -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw .library("libzip", reason: "what was written is gone") }
    defer { zip_source_close(source) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_source_read(source, &room, zip_uint64_t(room.count))
      if count < 0 { throw .library("libzip", reason: "what was written cannot be read") }
      if count == 0 { return bytes }
      bytes += room[..<Int(count)]
    }
  }

  private static func failure(_ error: inout zip_error_t) -> WriterError {
    defer { zip_error_fini(&error) }
    return .library("libzip", reason: String(cString: zip_error_strerror(&error)))
  }
}
